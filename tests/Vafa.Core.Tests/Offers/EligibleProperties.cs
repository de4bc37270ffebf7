using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Offers;

/// <summary>
/// What is eligible is found one by one at first and by one compiled method later; both say what each condition says.
/// </summary>
public sealed class EligibleProperties
{
    /// <summary>
    /// Each is asked about twice: 64 offers are compiled after half of 500 sales, those beyond after half of 1,000.
    /// </summary>
    private const int Sales = 560;

    [Fact]
    public void Compiled_or_not_the_same_offers_are_eligible_as_by_their_own_checks() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), seed => Same(seed, mostOffers: 12))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void Also_when_there_are_more_of_them_than_one_method_holds() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), seed => Same(seed, mostOffers: 90))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(4));

    [Fact]
    public void Every_word_is_met_and_missed_by_some_of_those_sales()
    {
        var (met, missed) = (new HashSet<string>(), new HashSet<string>());
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var shop = RandomOffers(random, 12);
            var sales = new RandomConditions(random);
            for (var n = 0; n < 20; n++)
            {
                var sale = Sale(shop.Programme, sales, shop.Now);
                foreach (var condition in shop.Programme.Offers.SelectMany(o => Whole(o.When!)))
                {
                    (condition.Check(sale).Holds ? met : missed).Add(condition.Word);
                }
            }
        }

        var words = Vocabulary.Conditions.Select(c => c.Name).ToArray();
        met.ShouldBe(words, ignoreOrder: true);
        missed.ShouldBe(words, ignoreOrder: true);
    }

    [Fact]
    public void Finding_them_allocates_nothing()
    {
        var random = new Random(5);
        var shop = RandomOffers(random, 40);
        var conditions = new RandomConditions(random);
        var sales = Enumerable.Range(0, 600).Select(_ => Sale(shop.Programme, conditions, shop.Now)).ToArray();
        var into = new int[shop.Programme.Offers.Length];
        Found(shop.Programme, sales, into);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var found = Found(shop.Programme, sales, into);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        found.ShouldBeGreaterThan(2_000);
    }

    private static void Same(int seed, int mostOffers)
    {
        var random = new Random(seed);
        var shop = RandomOffers(random, random.Next(1, mostOffers + 1));
        var programme = shop.Programme;
        var sales = new RandomConditions(random);
        var into = new int[programme.Offers.Length];
        for (var n = 0; n < Sales; n++)
        {
            var sale = Sale(programme, sales, shop.Now);
            var decision = Decide.Sale(programme, sale.Basket, sale.Member, [], sale.At).Value;
            var on = decision.Offers.Select(v => v.Offer).ToHashSet();
            var expected = on.Where(i => programme.Offers[i].When!.Check(sale).Holds);
            into[..Eligible.Of(programme, sale, into)].ShouldBe(expected, ignoreOrder: true, $"seed {seed}, sale {n}");
            foreach (var verdict in decision.Offers)
            {
                SaysWhy(verdict, programme.Offers[verdict.Offer].When!.Check(sale), $"seed {seed}, sale {n}");
            }
        }
    }

    private static void SaysWhy(in OfferVerdict said, in Verdict verdict, string where)
    {
        var failed = said.Code is VerdictCode.Condition or VerdictCode.MembersOnly && said.Node >= 0;
        failed.ShouldBe(!verdict.Holds, where);
        if (failed)
        {
            (said.Node, said.Missing).ShouldBe((verdict.Node, verdict.Missing), where);
        }
    }

    private static int Found(Programme programme, SaleContext[] sales, int[] into)
    {
        var found = 0;
        foreach (ref readonly var sale in sales.AsSpan())
        {
            found += Eligible.Of(programme, sale, into);
        }

        return found;
    }

    private static Shop RandomOffers(Random random, int count)
    {
        var conditions = new RandomConditions(random);
        var shop = new Shop();
        var today = shop.Time.DayOf(shop.Now);
        shop.Festivals.Add(new Festival("opening", new LocalText("گشایش", "Opening"), today, today, EveryYear: false));
        for (var n = 0; n < count; n++)
        {
            var day =
                random.Next(3) > 0
                    ? ""
                    : $", \"schedule\": {{\"weekdays\": [\"{(random.Next(2) == 0 ? "sunday" : "monday")}\"]}}";
            shop.Offer($"o{n}", Gives.Off("10"), conditions.Tree(), $"\"priority\": {random.Next(3)}{day}");
        }

        return shop;
    }

    private static SaleContext Sale(Programme programme, RandomConditions conditions, DateTimeOffset at)
    {
        var basket = conditions.Basket();
        return new SaleContext
        {
            Basket = basket,
            Member = conditions.Member(programme.Needs),
            At = at,
            Day = programme.Club.Time.DayOf(at),
            Time = programme.Club.Time,
            Goods = new Money(basket.Lines.Where(l => l.Kind == LineKind.Goods).Sum(l => l.Amount.Minor)),
            Needs = programme.Needs,
            Festivals = programme.Festivals,
        };
    }

    private static IEnumerable<Condition> Whole(Condition tree) => [tree, .. tree.Parts.SelectMany(Whole)];
}
