using Shouldly;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Tests.Values;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Offers;

/// <summary>Words that look at what a member bought before, and at his dates.</summary>
public sealed class PastTests
{
    private const string Card = """{"stampCard": {"on": "productGroup", "in": ["coffee"], "every": 10}}""";

    private static MemberFacts Bought(decimal pieces, string? last = "2026-11-01") =>
        new()
        {
            Id = new MemberId(Guid.Parse("01890000-0000-7000-8000-000000000001")),
            Since = Clubs.Day("2026-01-01"),
            Bought = [new BoughtFact((long)(pieces * 1_000), last is null ? null : Clubs.Day(last))],
        };

    [Theory]
    [InlineData(0, 9, 0)]
    [InlineData(9, 1, 1)]
    [InlineData(8, 2, 1)]
    [InlineData(10, 9, 0)]
    [InlineData(19, 1, 1)]
    [InlineData(5, 16, 2)]
    public void A_stamp_card_gives_every_tenth_piece_the_cheapest_of_the_sale(int before, int now, int free)
    {
        var shop = new Shop { Member = Bought(before) }.Offer("card", Card);
        var dear = Shop.Goods(1_000L * (now - 1), "coffee", quantity: Math.Max(1, now - 1));
        var lines = now == 1 ? [Shop.Goods(700, "coffee")] : new[] { dear, Shop.Goods(700, "coffee") };
        var expected = free == 0 ? 0 : 700 + (1_000 * (free - 1));
        shop.Sell(lines).Discount.Minor.ShouldBe(expected);
    }

    [Fact]
    public void A_card_that_is_not_full_says_how_many_are_missing_and_a_guest_has_none()
    {
        var shop = new Shop { Member = Bought(7) }.Offer("card", Card);
        shop.Verdict(shop.Sell(Shop.Goods(100, "coffee")), "card").Missing.ShouldBe(2_000);
        shop.Member = null;
        shop.Verdict(shop.Sell(Shop.Goods(1_000, "coffee", quantity: 10)), "card")
            .Code.ShouldBe(VerdictCode.MembersOnly);
    }

    [Fact]
    public void The_nth_piece_holds_where_the_sale_passes_the_number()
    {
        var shop = new Shop { Member = Bought(9) }.Offer(
            "nth",
            Gives.Off("10"),
            """{"nthPiece": {"on": "productGroup", "in": ["coffee"], "every": 10}}"""
        );
        shop.Applied(shop.Sell(Shop.Goods(100, "coffee"))).ShouldBe(["nth"]);
        var other = shop.Sell(Shop.Goods(100, "tea"));
        shop.Verdict(other, "nth").Missing.ShouldBe(1_000);
    }

    [Fact]
    public void First_purchase_of_goods_needs_them_in_the_basket_and_none_before()
    {
        var shop = new Shop { Member = Bought(0, null) }.Offer(
            "first",
            Gives.Off("10"),
            """{"firstPurchaseOf": {"on": "product", "in": ["latte"]}}"""
        );
        shop.Applied(shop.Sell(Shop.Goods(100, sku: "latte"))).ShouldBe(["first"]);
        shop.Applied(shop.Sell(Shop.Goods(100, sku: "tea"))).ShouldBeEmpty();
        shop.Member = Bought(1);
        shop.Applied(shop.Sell(Shop.Goods(100, sku: "latte"))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2026-08-24", true)]
    [InlineData("2026-08-25", false)]
    [InlineData(null, false)]
    public void Days_since_goods_were_bought_are_business_days(string? last, bool holds)
    {
        var shop = new Shop { Member = Bought(last is null ? 0 : 1, last) }.Offer(
            "due",
            Gives.Off("10"),
            """{"daysSinceBought": {"on": "productGroup", "in": ["filters"], "atLeast": 90}}"""
        );
        shop.Applied(shop.Sell(Shop.Goods(100))).Length.ShouldBe(holds ? 1 : 0);
    }

    [Theory]
    [InlineData("3", true)]
    [InlineData("2", true)]
    [InlineData("1.5", false)]
    [InlineData("many", false)]
    [InlineData(null, false)]
    public void A_field_lies_in_a_range_of_numbers(string? children, bool holds)
    {
        var shop = With("children", children)
            .Offer("o", Gives.Off("10"), """{"field": {"name": "children", "atLeast": 2, "atMost": 3}}""");
        shop.Applied(shop.Sell(Shop.Goods(100))).Length.ShouldBe(holds ? 1 : 0);
    }

    [Theory]
    [InlineData("2026-03-20", false)]
    [InlineData("2026-03-21", true)]
    [InlineData("2030-01-01", true)]
    public void A_field_lies_in_a_range_of_dates_written_in_either_calendar(string wedding, bool holds)
    {
        var shop = With("wedding", wedding)
            .Offer("o", Gives.Off("10"), """{"field": {"name": "wedding", "atLeast": "1405/01/01"}}""");
        shop.Applied(shop.Sell(Shop.Goods(100))).Length.ShouldBe(holds ? 1 : 0);
    }

    [Theory]
    [InlineData("1390/09/01", true)]
    [InlineData("1390/08/28", true)]
    [InlineData("1390/08/27", false)]
    public void An_anniversary_comes_back_in_the_clubs_calendar(string date, bool holds)
    {
        // Now is 1 Azar 1405.
        var day = JalaliDate.Parse(date).Value.ToGregorian();
        var shop = With("wedding", $"{day:yyyy-MM-dd}")
            .Offer("o", Gives.Off("10"), """{"anniversary": {"field": "wedding", "daysAfter": 3}}""");
        shop.Applied(shop.Sell(Shop.Goods(100))).Length.ShouldBe(holds ? 1 : 0);
    }

    [Fact]
    public void A_stored_decision_keeps_the_past_and_dates_and_replays_to_the_same()
    {
        var shop = new Shop
        {
            Member = new MemberFacts
            {
                Id = new MemberId(Guid.Parse("01890000-0000-7000-8000-000000000001")),
                Since = Clubs.Day("2026-01-01"),
                Bought = [new BoughtFact(9_000, Clubs.Day("2026-11-01"))],
                Fields = new Dictionary<string, string> { ["wedding"] = "2011-11-20", ["city"] = "Qom" },
            },
            MinMargin = new Percent(1_000),
        }
            .Offer("card", Card)
            .Offer("day", Gives.Off("10"), """{"anniversary": {"field": "wedding", "daysAfter": 5}}""")
            .Offer("brand", Gives.Points(3), """{"brand": {"in": ["Lavazza"]}}""");
        var line = Shop.Goods(1_000, "coffee") with { Brand = "Lavazza", UnitCost = new Money(300) };
        var basket = shop.Basket(line, Shop.Goods(500));
        var decision = shop.Sell(basket);
        var record = DecisionRecord.Write(decision, shop.Programme, basket, shop.Member, [], shop.Now);
        record.ShouldNotContain("2011");
        record.ShouldNotContain("Qom");

        var bare = basket with { Lines = [line with { Brand = null, UnitCost = null }, Shop.Goods(500)] };
        var read = DecisionRecord.ReadAll(record, shop.Programme, bare, shop.Member!.Id);
        var again = read.Replay(shop.Programme).Value;
        again.Offers.ShouldBe(decision.Offers);
        again.LineDiscounts.ShouldBe(decision.LineDiscounts);
        DecisionRecord
            .Write(again, shop.Programme, read.Basket, read.Facts.Member, read.Facts.Counts, read.At)
            .ShouldBe(record);
    }

    private static Shop With(string field, string? value) =>
        new()
        {
            Member = new MemberFacts
            {
                Id = new MemberId(Guid.Parse("01890000-0000-7000-8000-000000000001")),
                Since = Clubs.Day("2026-01-01"),
                Fields = value is null ? null : new Dictionary<string, string> { [field] = value },
            },
        };
}
