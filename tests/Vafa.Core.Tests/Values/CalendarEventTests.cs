using Shouldly;
using Vafa.Core.Offers;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Values;

/// <summary>Festivals that every calendar has, against days known from printed calendars, and the club's own.</summary>
public sealed class CalendarEventTests
{
    [Theory]
    [InlineData("nowruz", "2026-03-20", false)]
    [InlineData("nowruz", "2026-03-21", true)]
    [InlineData("nowruz", "2026-04-02", true)]
    [InlineData("nowruz", "2026-04-03", false)]
    [InlineData("sizdah", "2026-04-02", true)]
    [InlineData("yalda", "2026-12-21", true)]
    [InlineData("yalda", "2026-12-22", false)]
    [InlineData("chaharshanbesuri", "2025-03-18", true)]
    [InlineData("chaharshanbesuri", "2026-03-17", true)]
    [InlineData("sepandarmazgan", "2026-02-24", true)]
    [InlineData("valentine", "2026-02-14", true)]
    [InlineData("ramadan", "2026-03-01", true)]
    [InlineData("ramadan", "2026-04-01", false)]
    [InlineData("nonsense", "2026-03-21", false)]
    public void They_fall_on_their_days(string code, string day, bool isOn) =>
        CalendarEvents.IsNear(code, Clubs.Day(day), 0, 0).ShouldBe(isOn);

    [Theory]
    [InlineData("ramadan", "2025-03-02")]
    [InlineData("ramadan", "2026-02-19")]
    [InlineData("fitr", "2026-03-21")]
    [InlineData("ghadir", "2026-06-04")]
    [InlineData("mothersday", "2025-12-11")]
    [InlineData("fathersday", "2026-01-03")]
    public void Lunar_ones_begin_within_a_day_of_what_was_announced(string code, string announced) =>
        CalendarEvents.IsNear(code, Clubs.Day(announced), 1, 1).ShouldBeTrue();

    [Fact]
    public void Each_comes_once_a_year_and_has_a_name()
    {
        foreach (var code in CalendarEvents.Codes)
        {
            CalendarEvents.TitleOf(code).ShouldNotBeNull();
            var days = Enumerable
                .Range(0, 366)
                .Select(n => Clubs.Day("2026-03-21").AddDays(n))
                .Count(day => CalendarEvents.IsNear(code, day, 0, 0));
            days.ShouldBeInRange(1, 31, code);
        }
    }

    [Theory]
    [InlineData("2026-11-22", true)]
    [InlineData("2026-11-19", true)]
    [InlineData("2026-11-18", false)]
    [InlineData("2027-11-22", true)]
    [InlineData("2027-11-23", false)]
    [InlineData("2025-11-22", false)]
    public void The_clubs_own_comes_back_on_the_same_days_of_its_calendar(string day, bool isOn)
    {
        // The first of Azar, from 1405 on.
        var opening = new Festival(
            "opening",
            new LocalText("گشایش", "Opening"),
            Clubs.Day("2026-11-22"),
            Clubs.Day("2026-11-22"),
            EveryYear: true
        );
        opening.IsNear(Clubs.Day(day), 3, 0, Clubs.Tehran).ShouldBe(isOn);
    }

    [Fact]
    public void An_offer_is_on_at_a_festival_of_the_club()
    {
        var shop = new Shop().Offer("o", Gives.Off("10"), """{"calendarEvent": {"in": ["opening"]}}""");
        shop.Festivals.Add(
            new Festival(
                "opening",
                new LocalText("گشایش", null),
                Clubs.Day("2026-11-20"),
                Clubs.Day("2026-11-22"),
                EveryYear: false
            )
        );
        shop.Applied(shop.Sell(Shop.Goods(100))).ShouldBe(["o"]);
        shop.Now = shop.Now.AddDays(1);
        shop.Applied(shop.Sell(Shop.Goods(100))).ShouldBeEmpty();
    }
}
