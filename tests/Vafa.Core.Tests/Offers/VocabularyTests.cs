using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Tests.Values;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Offers;

/// <summary>
/// Every word there is: told in both languages, read and written back, and working as its example says.
/// </summary>
public sealed class VocabularyTests
{
    public static TheoryData<string> Effects => [.. Vocabulary.Effects.Select(e => e.Name)];

    public static TheoryData<string> Conditions => [.. Vocabulary.Conditions.Select(c => c.Name)];

    /// <summary>
    /// A sale in which every example of a condition holds and every example of an effect gives something.
    /// </summary>
    private static readonly MemberFacts Regular = new()
    {
        Id = new MemberId(Guid.Parse("0198f0a2-7c1e-7c8e-9d55-3f0c6f1f2a10")),
        Visits = 20,
        Spent = new Money(900_000_000),
        LastVisit = Clubs.Day("2026-08-01"),
        Since = Clubs.Day("2025-04-01"),
        Birth = Clubs.Day("1990-12-21"),
        Groups = ["silver"],
        Tiers = ["gold"],
        Fields = new Dictionary<string, string> { ["children"] = "3", ["wedding"] = "2015-12-21" },
        Wallets = [new WalletFact("points", 500), new WalletFact("credit", 500)],
        OfferUses = null,
    };

    [Fact]
    public void It_holds_every_condition_and_every_effect_of_the_code()
    {
        var types = typeof(Vocabulary).Assembly.GetTypes().Where(t => !t.IsAbstract).ToList();
        Entries<ConditionEntry>(types, typeof(Condition)).ShouldBe(Vocabulary.Conditions, ignoreOrder: true);
        Entries<EffectEntry>(types, typeof(Effect)).ShouldBe(Vocabulary.Effects, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Effects))]
    public void An_effect_is_told_in_both_languages_and_its_example_written_back(string name)
    {
        Vocabulary.EffectNamed(name, out var entry).ShouldBeTrue();
        Told(entry!);
        Says(wording => Vocabulary.ExampleOf(entry!, wording));
        var first = Written(Whole(entry!.Name, entry.Example, "null"));
        Written(first).ShouldBe(first);
        OnlyKnownArguments(entry, JsonNode.Parse(first)!["give"]![0]![name]!);
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public void A_condition_is_told_in_both_languages_and_its_example_written_back(string name)
    {
        Vocabulary.ConditionNamed(name, out var entry).ShouldBeTrue();
        Told(entry!);
        Says(wording => Vocabulary.ExampleOf(entry!, wording));
        var first = Written(Whole("freeShipping", "{}", Condition(entry!)));
        Written(first).ShouldBe(first);
        OnlyKnownArguments(entry!, JsonNode.Parse(first)!["when"]![name]!);
    }

    [Theory]
    [MemberData(nameof(Effects))]
    public void The_example_of_an_effect_gives_something(string name)
    {
        Vocabulary.EffectNamed(name, out var entry).ShouldBeTrue();
        var decision = Sale(Whole(name, entry!.Example, "null"), Regular);
        decision.Offers[0].Status.ShouldBe(OfferStatus.Applied);
        decision.Given.ShouldHaveSingleItem().Offer.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public void The_example_of_a_condition_holds_for_a_regular_and_not_for_a_stranger_with_an_empty_hand(string name)
    {
        Vocabulary.ConditionNamed(name, out var entry).ShouldBeTrue();
        var offer = Whole("reward", """{"text": {"fa": "x"}}""", Condition(entry!));
        if (name is "firstPurchase" or "firstPurchaseOf" or "not")
        {
            Sale(offer, Stranger()).Offers[0].Status.ShouldBe(OfferStatus.Applied, name);
            Sale(offer, null).Offers[0].Status.ShouldBe(OfferStatus.NotEligible, name);
            return;
        }

        Sale(offer, Regular).Offers[0].Status.ShouldBe(OfferStatus.Applied, name);
        Sale(offer, Stranger(), atHome: true).Offers[0].Status.ShouldBe(OfferStatus.NotEligible, name);
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public void Checking_a_condition_allocates_nothing(string name)
    {
        Vocabulary.ConditionNamed(name, out var entry).ShouldBeTrue();
        var (programme, basket, member, at) = Scene(Whole("freeShipping", "{}", Condition(entry!)), Regular);
        var sale = new SaleContext
        {
            Basket = basket,
            Member = member,
            At = at,
            Day = programme.Club.Time.DayOf(at),
            Time = programme.Club.Time,
            Goods = new Money(18_000_000),
            Needs = programme.Needs,
            Festivals = programme.Festivals,
        };
        var condition = programme.Offers[0].When!;
        condition.Check(sale);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            condition.Check(sale);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Effects))]
    public void What_is_out_of_an_effects_range_is_refused_at_its_place(string name)
    {
        Vocabulary.EffectNamed(name, out var entry).ShouldBeTrue();
        OutOfRange(entry!, example => Whole(name, example, "null"), $"/give/0/{name}");
    }

    [Theory]
    [MemberData(nameof(Conditions))]
    public void What_is_out_of_a_conditions_range_is_refused_at_its_place(string name)
    {
        Vocabulary.ConditionNamed(name, out var entry).ShouldBeTrue();
        OutOfRange(entry!, example => Whole("freeShipping", "{}", $$"""{"{{name}}": {{example}}}"""), $"/when/{name}");
    }

    private static MemberFacts Stranger() => new() { Id = new MemberId(Guid.Empty), Since = Clubs.Day("2026-12-20") };

    private static List<T> Entries<T>(List<Type> types, Type of) =>
        [
            .. types
                .Where(of.IsAssignableFrom)
                .Select(t => t.GetField("Entry").ShouldNotBeNull(t.Name).GetValue(null))
                .OfType<T>(),
        ];

    private static void Told(VocabularyEntry entry)
    {
        foreach (var text in new[] { entry.Title, entry.Meaning }.Concat(entry.Args.Select(a => a.Label)))
        {
            text.Fa.ShouldNotBeNullOrWhiteSpace(entry.Name);
            text.En.ShouldNotBeNullOrWhiteSpace(entry.Name);
            text.Fa!.Any(c => c is >= 'a' and <= 'z').ShouldBeFalse(text.Fa);
        }

        entry.Meaning.Fa!.ShouldEndWith(".");
        entry.Meaning.En!.ShouldEndWith(".");
    }

    private static void Says(Func<Wording, string> example)
    {
        var fa = example(new Wording(Persian: true, Toman: true));
        var en = example(new Wording(Persian: false, Toman: true));
        fa.ShouldNotBeNullOrWhiteSpace();
        en.ShouldNotBeNullOrWhiteSpace();
        fa.Any(c => c is >= '0' and <= '9').ShouldBeFalse(fa);
        en.Any(c => c is >= '۰' and <= '۹').ShouldBeFalse(en);
    }

    private static void OnlyKnownArguments(VocabularyEntry entry, JsonNode written)
    {
        if (entry.Shape != EntryShape.Arguments)
        {
            return;
        }

        string[] bound = ["atLeast", "moreThan"];
        var known = entry
            .Args.SelectMany(a => a.Kind is ArgKind.Bound or ArgKind.MoneyBound ? bound : [a.Name])
            .ToHashSet();
        written.AsObject().Select(p => p.Key).ShouldAllBe(key => known.Contains(key), entry.Name);
    }

    /// <summary>The example with one argument beyond its ends.</summary>
    private static void OutOfRange(VocabularyEntry entry, Func<string, string> whole, string at)
    {
        foreach (
            var arg in entry.Args.Where(a =>
                a.Kind is ArgKind.Percent or ArgKind.Money or ArgKind.Whole or ArgKind.Amount or ArgKind.Decimal
            )
        )
        {
            var scale = (decimal)Math.Pow(10, arg.Kind == ArgKind.Percent ? 2 : arg.Decimals);
            foreach (var wrong in new[] { (arg.Min - 1) / scale, (arg.Max + 1) / scale })
            {
                var example = JsonNode.Parse(entry.Example)!.AsObject();
                example[arg.Name] = wrong;
                var read = Read(whole(example.ToJsonString()));
                read.IsRefused.ShouldBeTrue($"{entry.Name} {arg.Name} {wrong}");
                read.Refusals.ShouldContain(r => r.Pointer == $"{at}/{arg.Name}", $"{entry.Name} {arg.Name} {wrong}");
            }
        }
    }

    private static string Condition(ConditionEntry entry) => $$"""{"{{entry.Name}}": {{entry.Example}}}""";

    private static string Whole(string effect, string arguments, string when) =>
        $$"""{"title": {"fa": "x"}, "give": [{"{{effect}}": {{arguments}}}], "when": {{when}}}""";

    private static Outcome<Offer> Read(string document) =>
        OfferDocument.Read(Shop.Json(document), "c", 1, Vocabulary.ExampleThings);

    private static string Written(string document)
    {
        var offer = Read(document);
        offer.IsRefused.ShouldBeFalse(offer.IsRefused ? $"{offer.Refusals[0].Code} {offer.Refusals[0].Pointer}" : "");
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            OfferDocument.Write(offer.Value, json);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <param name="atHome">An empty hand: one cheap thing that no example names, in another branch, by no way.</param>
    private static Decision Sale(string document, MemberFacts? member, bool atHome = false)
    {
        var (programme, basket, facts, at) = Scene(document, member, atHome);
        return Decide.Sale(programme, basket, facts, [], at).Value;
    }

    private static (Programme Programme, Basket Basket, MemberFacts? Member, DateTimeOffset At) Scene(
        string document,
        MemberFacts? member,
        bool atHome = false
    )
    {
        var shop = new Shop { Member = member };
        var (offer, lines) = (Read(document).Value, Lines());
        shop.Rule("points", "\"unit\": \"points\", \"perAmount\": 1000, \"earn\": 1");
        var programme = new Programme(
            1,
            shop.Programme.Club,
            [.. shop.Units],
            shop.Programme.Rules,
            [offer with { When = offer.When }]
        );
        var bought = programme.Needs.Bought.Select(_ => new BoughtFact(
            member == Regular ? 19_000 : 0,
            member == Regular ? Clubs.Day("2026-08-01") : null
        ));
        var facts = member is null
            ? null
            : new MemberFacts
            {
                Id = member.Id,
                Visits = member.Visits,
                Spent = member.Spent,
                LastVisit = member.LastVisit,
                Since = member.Since,
                Birth = member.Birth,
                Groups = member.Groups,
                Tiers = member.Tiers,
                Fields = member.Fields,
                Wallets = member.Wallets,
                Windows = [.. programme.Needs.Windows.Select(_ => new WindowFact(member.Visits, member.Spent))],
                Bought = [.. bought],
            };
        var basket = atHome
            ? new Basket([Shop.Goods(1, "other", "other")], "north", Channel.Phone, [], [], [])
            : new Basket(lines, "main", Channel.Online, ["card"], ["yalda"], []);
        var at = Clubs.At(atHome ? "2026-07-22T12:00:00+03:30" : "2026-12-21T12:00:00+03:30");
        return (programme, basket, facts, at);
    }

    private static System.Collections.Immutable.ImmutableArray<BasketLine> Lines() =>
        [
            Shop.Goods(9_000_000, "coffee", "latte", 4),
            Shop.Goods(6_000_000, "cake", "cheesecake", 3),
            Shop.Goods(3_000_000, "filters", "filter") with
            {
                Brand = "golestan",
            },
            Shop.Other(LineKind.Shipping, 500_000),
        ];
}
