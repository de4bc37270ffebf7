using Shouldly;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Tests.Values;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Offers;

/// <summary>Each condition on both sides of its edge.</summary>
public sealed class BoundaryTests
{
    private static readonly Basket Tea = new Shop().Basket(
        Shop.Goods(1_000, "tea", "green", 2) with
        {
            Brand = "Ahmad",
        },
        Shop.Goods(500, "tea", "black") with
        {
            Brand = "Ahmad",
        },
        Shop.Goods(700, "cake")
    );

    private static bool Meets(string when, MemberFacts? member = null, Basket? basket = null, string? at = null)
    {
        var shop = new Shop { Member = member ?? Shop.Somebody() }.Offer("o", Gives.Off("10"), when);
        shop.Now = at is null ? shop.Now : Clubs.At(at);
        return shop.Applied(shop.Sell(basket ?? Tea)).Length == 1;
    }

    [Theory]
    [InlineData("""{"basketPieces": {"quantity": 4}}""", true)]
    [InlineData("""{"basketPieces": {"quantity": 4.001}}""", false)]
    [InlineData("""{"product": {"in": ["green"], "quantity": 2}}""", true)]
    [InlineData("""{"product": {"in": ["green"], "quantity": 2.001}}""", false)]
    [InlineData("""{"product": {"in": ["green", "black"], "quantity": 3}}""", true)]
    [InlineData("""{"productGroup": {"in": ["tea"], "quantity": 3}}""", true)]
    [InlineData("""{"productGroup": {"in": ["tea"], "quantity": 3.001}}""", false)]
    [InlineData("""{"productGroup": {"in": ["tea"], "amount": 1500}}""", true)]
    [InlineData("""{"productGroup": {"in": ["tea"], "amount": 1501}}""", false)]
    [InlineData("""{"productGroup": {"in": ["tea"], "quantity": 3, "amount": 1500}}""", true)]
    [InlineData("""{"productGroup": {"in": ["tea"], "quantity": 4, "amount": 1500}}""", false)]
    [InlineData("""{"productGroup": {"in": ["juice"], "amount": 0}}""", false)]
    [InlineData("""{"brand": {"in": ["AHMAD"], "quantity": 3}}""", true)]
    [InlineData("""{"brand": {"in": ["Ahmad"], "quantity": 3.001}}""", false)]
    [InlineData("""{"brand": {"in": ["Ahmad"], "amount": 1500}}""", true)]
    [InlineData("""{"brand": {"in": ["Ahmad"], "amount": 1501}}""", false)]
    [InlineData("""{"brand": {"in": ["Kalleh"]}}""", false)]
    public void Goods_of_the_basket_are_counted_to_the_last_gram_and_rial(string when, bool holds) =>
        Meets(when).ShouldBe(holds);

    [Theory]
    [InlineData("""{"joined": {"from": "2026-01-01"}}""", true)]
    [InlineData("""{"joined": {"from": "2026-01-02"}}""", false)]
    [InlineData("""{"joined": {"to": "2026-01-01"}}""", true)]
    [InlineData("""{"joined": {"to": "2025-12-31"}}""", false)]
    [InlineData("""{"joined": {"from": "2026-01-01", "to": "2026-01-01"}}""", true)]
    [InlineData("""{"joined": {"from": "2025-01-01", "to": "2025-12-31"}}""", false)]
    [InlineData("""{"joined": {"from": "2026-01-02", "to": "2026-12-31"}}""", false)]
    public void Both_ends_of_the_days_of_joining_count(string when, bool holds) => Meets(when).ShouldBe(holds);

    [Theory]
    [InlineData("""{"field": {"name": "children", "atLeast": 2.50}}""", true)]
    [InlineData("""{"field": {"name": "children", "atLeast": 2.51}}""", false)]
    [InlineData("""{"field": {"name": "children", "atMost": 2.5}}""", true)]
    [InlineData("""{"field": {"name": "children", "atMost": 2.49}}""", false)]
    [InlineData("""{"field": {"name": "children", "atLeast": 2.5, "atMost": 2.5}}""", true)]
    [InlineData("""{"field": {"name": "children", "atLeast": 1, "atMost": 2}}""", false)]
    [InlineData("""{"field": {"name": "children", "atLeast": "2026-01-01"}}""", false)]
    [InlineData("""{"field": {"name": "children", "atMost": "2026-01-01"}}""", false)]
    [InlineData("""{"field": {"name": "wedding", "atLeast": "2015-12-21"}}""", true)]
    [InlineData("""{"field": {"name": "wedding", "atLeast": "2015-12-22"}}""", false)]
    [InlineData("""{"field": {"name": "wedding", "atMost": "2015-12-21"}}""", true)]
    [InlineData("""{"field": {"name": "wedding", "atMost": "2015-12-20"}}""", false)]
    [InlineData("""{"field": {"name": "wedding", "atMost": 3000}}""", false)]
    [InlineData("""{"field": {"name": "wedding", "atLeast": 1}}""", false)]
    [InlineData("""{"field": {"name": "city", "atMost": 9}}""", false)]
    [InlineData("""{"field": {"name": "city", "is": ["Qom", "Sari"]}}""", true)]
    [InlineData("""{"field": {"name": "city", "is": ["Qom", "sari"]}}""", false)]
    [InlineData("""{"field": {"name": "shoe", "is": 42}}""", false)]
    [InlineData("""{"field": {"name": "pet", "is": false}}""", true)]
    [InlineData("""{"field": {"name": "pet", "is": true}}""", false)]
    public void A_field_is_compared_as_what_it_is(string when, bool holds)
    {
        var fields = new Dictionary<string, string>
        {
            ["children"] = "2.5",
            ["wedding"] = "2015-12-21",
            ["city"] = "Sari",
            ["pet"] = "false",
        };
        Meets(when, With(fields)).ShouldBe(holds);
        Meets(when, With(null)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"anniversary": {"field": "wedding"}}""", false)]
    [InlineData("""{"anniversary": {"field": "wedding", "daysBefore": 3}}""", true)]
    [InlineData("""{"anniversary": {"field": "wedding", "daysBefore": 2}}""", false)]
    [InlineData("""{"anniversary": {"field": "city", "daysBefore": 180, "daysAfter": 180}}""", false)]
    public void An_anniversary_is_a_date_and_counted_from_it(string when, bool holds)
    {
        // Now is 1 Azar 1405, and the wedding was on 4 Azar.
        var day = $"{Clubs.Jalali(1390, 9, 4):yyyy-MM-dd}";
        Meets(when, With(new Dictionary<string, string> { ["wedding"] = day, ["city"] = "Sari" })).ShouldBe(holds);
    }

    [Theory]
    [InlineData(3, "2026-11-21", 2, true)]
    [InlineData(2.999, "2026-11-21", 1, false)]
    [InlineData(3, "2026-11-21", 1, true)]
    [InlineData(3, "2026-11-21", 3, false)]
    [InlineData(0, null, 1, false)]
    public void What_was_bought_before_counts_in_pieces_and_business_days(
        double had,
        string? last,
        int days,
        bool holds
    )
    {
        var member = new MemberFacts
        {
            Id = Shop.Somebody().Id,
            Since = Shop.Somebody().Since,
            Bought = [new BoughtFact((long)(had * 1_000), last is null ? null : Clubs.Day(last))],
        };
        const string goods = "\"on\": \"product\", \"in\": [\"green\"]";
        var both =
            $$$"""{"all": [{"boughtBefore": {{{{goods}}}, "quantity": 3}}, {"daysSinceBought": {{{{goods}}}, "atLeast": {{{days}}}}}]}""";
        Meets(both, member, at: "2026-11-23T12:00:00+03:30").ShouldBe(holds);
    }

    [Theory]
    [InlineData("2026-12-18", false)]
    [InlineData("2026-12-19", true)]
    [InlineData("2026-12-21", true)]
    [InlineData("2026-12-22", true)]
    [InlineData("2026-12-23", false)]
    [InlineData("2026-03-22", true)]
    public void A_festival_is_kept_some_days_before_and_after_it(string day, bool holds) =>
        Meets(
                """{"calendarEvent": {"in": ["yalda", "nowruz"], "daysBefore": 2, "daysAfter": 1}}""",
                at: day + "T12:00:00+03:30"
            )
            .ShouldBe(holds);

    [Theory]
    [InlineData("2026-12-21", false)]
    [InlineData("2026-07-01", true)]
    [InlineData("2026-07-03", true)]
    [InlineData("2026-07-04", false)]
    [InlineData("2026-09-09", true)]
    public void The_clubs_own_festival_goes_before_that_of_the_calendar(string day, bool holds)
    {
        var shop = new Shop().Offer("o", Gives.Off("10"), """{"calendarEvent": {"in": ["yalda", "opening"]}}""");
        var title = new LocalText("x", "x");
        shop.Festivals.Add(new Festival("opening", title, Clubs.Day("2026-09-09"), Clubs.Day("2026-09-09"), false));
        shop.Festivals.Add(new Festival("yalda", title, Clubs.Day("2026-07-01"), Clubs.Day("2026-07-03"), false));
        shop.Now = Clubs.At(day + "T12:00:00+03:30");
        shop.Applied(shop.Sell(Tea)).Length.ShouldBe(holds ? 1 : 0);
    }

    private static MemberFacts With(Dictionary<string, string>? fields) =>
        new()
        {
            Id = Shop.Somebody().Id,
            Since = Shop.Somebody().Since,
            Fields = fields,
        };
}
