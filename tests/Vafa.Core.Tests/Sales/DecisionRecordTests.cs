using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Values;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Sales;

/// <summary>What is stored of a decision gives the same decision back, and is enough to decide again.</summary>
public sealed class DecisionRecordTests
{
    [Fact]
    public void A_stored_decision_reads_back_and_replays_to_the_same() =>
        Prop.ForAll(
                Arb.From(Gen.Choose(0, int.MaxValue - 1)),
                seed =>
                {
                    var random = new Random(seed);
                    var (shop, lines, _) = RandomShop.Of(random, random.Next(1, 20));
                    shop.Offer("birthday", Points, """{"birthday": {"daysBefore": 100, "daysAfter": 30}}""")
                        .Offer(
                            "old",
                            Points,
                            """{"any": [{"memberFor": {"atLeast": 30}}, {"visits": {"atLeast": 3}}]}"""
                        )
                        .Offer("window", Points, """{"spent": {"atLeast": 500, "within": {"days": 30}}}""")
                        .Offer(
                            "city",
                            Points,
                            """{"field": {"name": "city", "is": ["قم", "ساری"]}}""",
                            "\"holdout\": 20"
                        )
                        .Offer("few", Points, """{"code": {"in": ["A\"1"]}}""", "\"limits\": {\"uses\": 5}")
                        .Offer("once", Points, rest: "\"limits\": {\"perMember\": {\"uses\": 1}}");
                    Fill(shop, random);
                    Same(shop, lines, random);
                }
            )
            .Check(Cases.UpTo(500));

    [Fact]
    public void Thirty_offers_and_five_lines_take_no_more_than_600_bytes()
    {
        var shop = Thirty();
        var basket = shop.Basket([.. Enumerable.Range(1, 5).Select(n => Shop.Goods(1_234_500 * n, "g" + n))]);
        var decision = shop.Sell(basket);
        var record = DecisionRecord.Write(decision, shop.Programme, basket, shop.Member, shop.Counts, shop.Now);
        decision.Offers.Length.ShouldBe(30);
        System.Text.Encoding.UTF8.GetByteCount(record).ShouldBeLessThanOrEqualTo(600);
    }

    [Fact]
    public void No_birth_date_stands_in_it()
    {
        var shop = new Shop { Member = Shop.Somebody(birth: Clubs.Day("1990-05-12")) }.Offer(
            "b",
            Points,
            """{"birthday": {"daysBefore": 3, "daysAfter": 3}}"""
        );
        var basket = shop.Basket(Shop.Goods(1_000));
        var record = DecisionRecord.Write(shop.Sell(basket), shop.Programme, basket, shop.Member, [], shop.Now);
        record.ShouldNotContain("1990");
        record.ShouldContain("\"b\":");
    }

    private const string Points = """{"points": {"unit": "points", "amount": 3}}""";

    private static Shop Thirty()
    {
        var shop = new Shop { Member = Shop.Somebody(visits: 4, wallets: [("credit", 250_000)]) };
        for (var n = 1; n <= 30; n++)
        {
            var when = (n % 3) switch
            {
                0 => $$$"""{"all": [{"basketTotal": {"atLeast": {{{n}}}000000}}, {"visits": {"atLeast": 2}}]}""",
                1 => $$$"""{"all": [{"visits": {"atLeast": {{{n}}}}}, {"productGroup": {"in": ["g1"]}}]}""",
                _ => """{"group": {"in": ["silver"]}}""",
            };
            shop.Offer("offer" + n, $$$"""{"discountPercent": {"percent": {{{n}}}}}""", when);
        }

        return shop;
    }

    private static void Fill(Shop shop, Random random)
    {
        var born = Clubs.Day("1988-03-20").AddDays(random.Next(0, 10_000));
        shop.Member =
            random.Next(6) == 0
                ? null
                : Shop.Somebody(random.Next(0, 6), birth: born, wallets: [("credit", random.Next(50_000))]);
        if (shop.Member is { } member)
        {
            shop.Member = new MemberFacts
            {
                Id = new MemberId(Guid.CreateVersion7()),
                Visits = member.Visits,
                Since = Clubs.Day("2026-11-22").AddDays(-random.Next(0, 60)),
                Birth = member.Birth,
                Wallets = member.Wallets,
                Windows = [new WindowFact(random.Next(3), new Money(random.Next(1_000)))],
                Fields = random.Next(2) == 0 ? null : new Dictionary<string, string> { ["city"] = "ساری" },
                OfferUses = new Dictionary<string, long> { ["once"] = random.Next(2) },
            };
        }

        shop.Counts.Add(new OfferCount("few", random.Next(4, 7), Money.Zero));
    }

    private static void Same(Shop shop, BasketLine[] lines, Random random)
    {
        var basket = shop.Basket(lines) with { Codes = random.Next(2) == 0 ? [] : ["a\"1"] };
        if (random.Next(3) == 0)
        {
            basket = basket with { ByHand = new HandDiscount(Money.Zero, new Percent(random.Next(1, 10_001))) };
        }

        var first = shop.Sell(basket);
        if (shop.Member is not null && first.MaySpend is [{ Amount: > 0 } most, ..] && random.Next(2) == 0)
        {
            basket = basket with { Spend = [new SpendRequest(most.Unit, random.NextInt64(1, most.Amount + 1))] };
        }

        var decision = shop.Sell(basket);
        if (random.Next(3) == 0)
        {
            var off = random.NextInt64(0, decision.Total.Minor - decision.Spent.Minor + 1);
            var taken = new Taken(new Money(off), new Money(decision.Total.Minor - off), ["once", "o1", "gone"]);
            HandDiscount? byHand =
                random.Next(2) == 0 ? new HandDiscount(new Money(random.NextInt64(0, off + 1))) : null;
            basket = basket with { Spend = [], ByHand = byHand };
            decision = shop.Sell(basket, taken);
        }

        var record = DecisionRecord.Write(decision, shop.Programme, basket, shop.Member, shop.Counts, shop.Now);
        var read = DecisionRecord.ReadAll(
            record,
            shop.Programme,
            basket with
            {
                Codes = [],
                Prices = null,
                ByHand = null,
            },
            shop.Member?.Id
        );
        ShouldBeSame(read.Decision, decision, record);
        ShouldBeSame(DecisionRecord.Read(record, shop.Programme, [.. lines.Select(l => l.Amount)]), decision, record);
        read.At.ShouldBe(shop.Now);
        ShouldBeSame(read.Replay(shop.Programme).Value, decision, record);
        DecisionRecord.VersionOf(record).ShouldBe(1);
    }

    private static void ShouldBeSame(Decision read, Decision decision, string record)
    {
        read.Total.ShouldBe(decision.Total, record);
        read.ByHand.ShouldBe(decision.ByHand, record);
        read.Payable.ShouldBe(decision.Payable, record);
        read.LineDiscounts.ShouldBe(decision.LineDiscounts, record);
        read.LineSpent.ShouldBe(decision.LineSpent, record);
        read.Earned.ShouldBe(decision.Earned, record);
        read.Gifts.ShouldBe(decision.Gifts, record);
        read.Given.ShouldBe(decision.Given, record);
        read.Offers.ShouldBe(decision.Offers, record);
        read.MaySpend.ShouldBe(decision.MaySpend, record);
        read.Own.ShouldBe(decision.Own, record);
    }
}
