using System.Collections.Immutable;
using Shouldly;
using Vafa.Core.Ledger;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Tiers;
using Vafa.Core.Tests.Values;
using Vafa.Core.Tiers;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Sales;

/// <summary>What a tier does in a sale: it may be asked for, and it may earn more of what rules earn.</summary>
public sealed class TierSaleTests
{
    private const string Rule = "\"unit\": \"points\", \"perAmount\": 1000, \"earn\": 1";

    private static MemberFacts Holding(params string[] tiers) =>
        new()
        {
            Id = new MemberId(Guid.Parse("01890000-0000-7000-8000-000000000001")),
            Since = Clubs.Day("2026-01-01"),
            Tiers = [.. tiers],
        };

    private static Tier Times(Tier tier, params (string Unit, int Hundredths)[] times) =>
        tier with
        {
            Earning = [.. times.Select(t => new TierTimes(t.Unit, t.Hundredths))],
        };

    private static Programme With(Shop shop, params Ladder[] ladders)
    {
        var plain = shop.Programme;
        return new Programme(1, plain.Club, plain.Units, plain.Rules, plain.Offers, plain.Festivals, [.. ladders]);
    }

    private static Ladder Club(params Tier[] tiers) => Ladders.Plain(LadderSpan.Year) with { Tiers = [.. tiers] };

    private static Decision Sell(Programme programme, Shop shop, MemberFacts? member, long amount) =>
        Decide.Sale(programme, shop.Basket(Shop.Goods(amount)), member, [], shop.Now).Value;

    private static string[] Brought(Decision decision) =>
        [.. decision.Earned.Select(e => $"{e.Unit} {e.Amount} {e.Tier ?? (e.Rule >= 0 ? "rule" : "offer")}")];

    [Theory]
    [InlineData(150, 3_000, new[] { "points 3 rule", "points 1 gold" })]
    [InlineData(150, 1_000, new[] { "points 1 rule" })]
    [InlineData(125, 7_000, new[] { "points 7 rule", "points 1 gold" })]
    [InlineData(125, 8_000, new[] { "points 8 rule", "points 2 gold" })]
    [InlineData(101, 99_000, new[] { "points 99 rule" })]
    [InlineData(101, 100_000, new[] { "points 100 rule", "points 1 gold" })]
    [InlineData(1_000, 2_000, new[] { "points 2 rule", "points 18 gold" })]
    public void It_adds_to_what_rules_earn_rounded_down(int hundredths, long amount, string[] brought)
    {
        var shop = new Shop().Rule("r", Rule);
        var programme = With(shop, Club(Times(Ladders.Plain(LadderSpan.Year).Tiers[1], ("points", hundredths))));
        Brought(Sell(programme, shop, Holding("gold"), amount)).ShouldBe(brought);
        programme.Needs.Tiers.ShouldBeTrue();
    }

    [Fact]
    public void Only_of_its_units_only_for_its_members_and_by_each_ladder()
    {
        var shop = new Shop()
            .Rule("a", Rule)
            .Rule("b", "\"unit\": \"points\", \"perVisit\": 5")
            .Rule("c", "\"unit\": \"credit\", \"percent\": 10")
            .Rule("d", "\"unit\": \"stamps\", \"perVisit\": 1");
        var tiers = Ladders.Plain(LadderSpan.Year).Tiers;
        var programme = With(
            shop,
            Club(tiers[0], Times(tiers[1], ("points", 200), ("credit", 150))),
            Club(Times(Ladders.Spent("friend", "دوست", 1), ("points", 300))) with
            {
                Code = "friends",
            }
        );
        Brought(Sell(programme, shop, Holding("gold", "friend"), 10_000))
            .ShouldBe([
                "points 10 rule",
                "points 5 rule",
                "credit 1000 rule",
                "stamps 1 rule",
                "points 15 gold",
                "credit 500 gold",
                "points 30 friend",
            ]);
        string[] plain = ["points 10 rule", "points 5 rule", "credit 1000 rule", "stamps 1 rule"];
        Brought(Sell(programme, shop, Holding("silver"), 10_000)).ShouldBe(plain);
        Brought(Sell(programme, shop, Holding("gone"), 10_000)).ShouldBe(plain);
        Brought(Sell(programme, shop, Holding(), 10_000)).ShouldBe(plain);
        Sell(programme, shop, null, 10_000).Earned.ShouldBeEmpty();
        programme.TierOf("friend")!.Code.ShouldBe("friend");
        programme.TierOf("gone").ShouldBeNull();
    }

    [Fact]
    public void A_tier_and_an_offer_both_multiply_what_rules_earn_alone()
    {
        var shop = new Shop()
            .Rule("r", Rule)
            .Offer("double", """{"pointsMultiplier": {"unit": "points", "times": 2}}""");
        var programme = With(shop, Club(Times(Ladders.Plain(LadderSpan.Year).Tiers[1], ("points", 150))));
        var decision = Sell(programme, shop, Holding("gold"), 10_000);
        Brought(decision).ShouldBe(["points 10 rule", "points 5 gold", "points 10 offer"]);
        decision
            .Offers.Single()
            .Value.ShouldBe(new Money(5_000), "Ten points at 500: the tier is no part of the offer.");
    }

    [Fact]
    public void What_decided_is_stored_and_decides_again()
    {
        var shop = new Shop()
            .Rule("r", Rule)
            .Offer("gold", Gives.Off("10"), """{"tier": {"atLeast": "gold"}}""")
            .Offer("both", """{"points": {"unit": "stamps", "amount": 1}}""", rest: "\"combine\": true");
        var tiers = Ladders.Plain(LadderSpan.Year).Tiers;
        var programme = With(
            shop,
            Club(tiers[0], Times(tiers[1], ("points", 150))),
            Club(Times(Ladders.Spent("friend", "دوست", 1), ("points", 300))) with
            {
                Code = "friends",
            }
        );
        var basket = shop.Basket(Shop.Goods(10_000));
        foreach (var member in new[] { Holding("gold", "friend"), Holding("friend"), Holding("silver"), Holding() })
        {
            var decision = Decide.Sale(programme, basket, member, [], shop.Now).Value;
            var record = DecisionRecord.Write(decision, programme, basket, member, [], shop.Now);
            var read = DecisionRecord.ReadAll(record, programme, basket, member.Id);
            read.Facts.Member!.Tiers.ShouldBe(member.Tiers);
            read.Decision.Earned.ShouldBe(decision.Earned);
            var again = read.Replay(programme).Value;
            DecisionRecord.Write(again, programme, basket, read.Facts.Member, [], shop.Now).ShouldBe(record);
        }
    }

    [Fact]
    public void A_club_whose_tiers_decide_nothing_stores_none()
    {
        var shop = new Shop().Rule("r", Rule).Offer("o", Gives.Off("10"));
        var programme = With(shop, Ladders.Plain(LadderSpan.Year));
        programme.Needs.Tiers.ShouldBeFalse();
        var basket = shop.Basket(Shop.Goods(10_000));
        var decision = Decide.Sale(programme, basket, Holding("gold"), [], shop.Now).Value;
        var record = DecisionRecord.Write(decision, programme, basket, Holding("gold"), [], shop.Now);
        record.ShouldNotContain("gold");
        DecisionRecord.ReadAll(record, programme, basket, Holding().Id).Facts.Member!.Tiers.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"in": ["silver"]}""", "silver", true)]
    [InlineData("""{"in": ["silver"]}""", "gold", false)]
    [InlineData("""{"in": ["silver", "gold"]}""", "gold", true)]
    [InlineData("""{"atLeast": "gold"}""", "silver", false)]
    [InlineData("""{"atLeast": "gold"}""", "gold", true)]
    [InlineData("""{"atLeast": "gold"}""", "platinum", true)]
    [InlineData("""{"atLeast": "gold"}""", "friend", false)]
    public void An_offer_may_be_for_some_tiers(string asked, string tier, bool holds)
    {
        var shop = new Shop().Offer("o", Gives.Off("10"), $$"""{"tier": {{asked}}}""");
        shop.Programme.Needs.Tiers.ShouldBeTrue();
        shop.Member = Holding(tier);
        shop.Applied(shop.Sell(Shop.Goods(1_000))).ShouldBe(holds ? ["o"] : []);
    }

    [Theory]
    [InlineData("platinum", new string[0], 3)]
    [InlineData("platinum", new[] { "silver" }, 2)]
    [InlineData("platinum", new[] { "gold" }, 1)]
    [InlineData("silver", new[] { "friend" }, 1)]
    public void It_says_how_many_tiers_are_missing(string least, string[] held, long missing)
    {
        var shop = new Shop().Offer("o", Gives.Off("10"), $$$"""{"tier": {"atLeast": "{{{least}}}"}}""");
        shop.Member = Holding(held);
        shop.Verdict(shop.Sell(Shop.Goods(1_000)), "o").Missing.ShouldBe(missing);
    }

    [Fact]
    public void Guests_have_no_tier()
    {
        var shop = new Shop { Member = null }.Offer("o", Gives.Off("10"), """{"not": {"tier": {"in": ["gold"]}}}""");
        shop.Verdict(shop.Sell(Shop.Goods(1_000)), "o").Code.ShouldBe(VerdictCode.MembersOnly);
        shop.Member = Holding("silver");
        shop.Applied(shop.Sell(Shop.Goods(1_000))).ShouldBe(["o"]);
    }

    [Fact]
    public void A_tier_that_was_taken_off_its_ladder_stays_readable_and_holds_for_nobody()
    {
        foreach (var asked in new[] { """{"tier": {"atLeast": "gone"}}""", """{"tier": {"in": ["gone"]}}""" })
        {
            Condition.Read(Shop.Json(asked), Shop.Known).IsRefused.ShouldBeTrue();
            var read = Condition.Read(Shop.Json(asked), Shop.Known with { KnowsGoneTiers = true });
            read.IsRefused.ShouldBeFalse();
            var sale = new SaleContext
            {
                Basket = new Basket(ImmutableArray<BasketLine>.Empty, "main", Channel.Store, [], [], []),
                Member = Holding("gold"),
                At = default,
                Day = default,
                Time = Clubs.Tehran,
                Goods = Money.Zero,
                Needs = new Shop().Programme.Needs,
            };
            read.Value.Check(sale).ShouldBe(new Verdict(false, 0, 0));
        }
    }
}
