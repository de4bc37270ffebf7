using Shouldly;
using Vafa.Core.Ledger;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Tests.Values;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Ledger;

/// <summary>When what is earned can be spent, and until when.</summary>
public sealed class LifetimeTests
{
    private static readonly Unit Points = Shop.Unit("points", 500_0000);

    /// <summary>Days in the Jalali calendar, both.</summary>
    [Theory]
    [InlineData("1405-06-31", 0, 0, "1405-06-31")]
    [InlineData("1405-06-31", 30, 0, "1405-07-30")]
    [InlineData("1405-06-31", 0, 1, "1405-07-30")]
    [InlineData("1405-06-30", 0, 1, "1405-07-30")]
    [InlineData("1405-07-30", 0, 6, "1406-01-30")]
    [InlineData("1403-12-30", 0, 12, "1404-12-29")]
    [InlineData("1403-12-30", 0, 60, "1408-12-30")]
    [InlineData("1405-12-29", 0, 1, "1406-01-29")]
    [InlineData("1405-11-01", 0, 2, "1406-01-01")]
    [InlineData("1405-01-31", 0, 11, "1405-12-29")]
    public void A_span_is_of_the_calendar_of_the_club(string from, int days, int months, string last) =>
        Clubs.Tehran.Later(Jalali(from), new CalendarSpan(days, months)).ShouldBe(Jalali(last));

    [Theory]
    [InlineData("1405-05-12", LongPeriod.Month, 0, "1405-05-31")]
    [InlineData("1405-05-31", LongPeriod.Month, 0, "1405-05-31")]
    [InlineData("1405-05-12", LongPeriod.Month, 2, "1405-07-30")]
    [InlineData("1405-12-29", LongPeriod.Month, 0, "1405-12-29")]
    [InlineData("1403-12-01", LongPeriod.Month, 0, "1403-12-30")]
    [InlineData("1405-12-01", LongPeriod.Month, 1, "1406-01-31")]
    [InlineData("1405-01-01", LongPeriod.Quarter, 0, "1405-03-31")]
    [InlineData("1405-03-31", LongPeriod.Quarter, 0, "1405-03-31")]
    [InlineData("1405-04-01", LongPeriod.Quarter, 0, "1405-06-31")]
    [InlineData("1405-09-30", LongPeriod.Quarter, 1, "1405-12-29")]
    [InlineData("1405-10-01", LongPeriod.Quarter, 1, "1406-03-31")]
    [InlineData("1405-01-01", LongPeriod.Year, 0, "1405-12-29")]
    [InlineData("1405-12-29", LongPeriod.Year, 0, "1405-12-29")]
    [InlineData("1407-12-29", LongPeriod.Year, 1, "1408-12-30")]
    public void A_life_ends_with_a_period_of_the_club(string from, LongPeriod period, int later, string last) =>
        new Lifetime.EndOf(period, later).LastDay(Clubs.Tehran, Jalali(from)).ShouldBe(Jalali(last));

    [Fact]
    public void A_club_of_the_Gregorian_calendar_counts_in_it()
    {
        var day = Clubs.Day("2028-01-31");
        Clubs.Gregorian.Later(day, CalendarSpan.OfMonths(1)).ShouldBe(Clubs.Day("2028-02-29"));
        Clubs.Gregorian.LastDayOf(day, LongPeriod.Quarter).ShouldBe(Clubs.Day("2028-03-31"));
        Clubs.Gregorian.LastDayOf(day, LongPeriod.Year, 1).ShouldBe(Clubs.Day("2029-12-31"));
        Clubs.Gregorian.DayIn(2027, 2, 31).ShouldBe(Clubs.Day("2027-02-28"));
        Clubs.Gregorian.DayIn(2027, 12, 31).ShouldBe(Clubs.Day("2027-12-31"));
    }

    [Theory]
    [InlineData("1405-01-01", "1405-06-31")]
    [InlineData("1405-06-31", "1405-06-31")]
    [InlineData("1405-07-01", "1405-12-29")]
    [InlineData("1405-12-29", "1405-12-29")]
    [InlineData("1406-01-01", "1406-01-13")]
    [InlineData("1406-01-14", "1406-06-31")]
    [InlineData("1408-12-30", "1408-12-30")]
    public void Of_several_days_the_next_one_ends_a_life(string from, string last)
    {
        var life = new Lifetime.OnDays([
            LastDayOfLife.EveryYear(6, 31),
            LastDayOfLife.EveryYear(12, 30),
            LastDayOfLife.OnlyOn(Jalali("1406-01-13")),
        ]);
        life.LastDay(Clubs.Tehran, Jalali(from)).ShouldBe(Jalali(last));
    }

    [Fact]
    public void After_the_last_day_that_was_named_nothing_expires_any_more()
    {
        var life = new Lifetime.OnDays([LastDayOfLife.OnlyOn(Jalali("1405-06-31"))]);
        life.LastDay(Clubs.Tehran, Jalali("1405-06-31")).ShouldBe(Jalali("1405-06-31"));
        life.LastDay(Clubs.Tehran, Jalali("1405-07-01")).ShouldBeNull();
    }

    [Fact]
    public void A_lot_lives_through_its_last_day_and_ends_where_the_next_one_starts()
    {
        var at = Clubs.At("2026-11-23T02:00:00+03:30");
        var day = Clubs.NightCafe.DayOf(at);
        var unit = Points with { Life = new Lifetime.After(CalendarSpan.OfDays(0)) };
        var terms = unit.TermsOf(Clubs.NightCafe, at, day, returnDays: 0);
        terms.AvailableFrom.ShouldBe(at);
        terms.ExpiresAt.ShouldBe(Clubs.At("2026-11-23T04:00:00+03:30"));
        (terms.Day, terms.Slides, terms.Awaits).ShouldBe((day, false, null));
        Points.TermsOf(Clubs.NightCafe, at, day, 0).ExpiresAt.ShouldBeNull();
    }

    [Theory]
    [InlineData(0, false, 7, "2026-11-22T12:00:00+03:30")]
    [InlineData(3, false, 7, "2026-11-25T00:00:00+03:30")]
    [InlineData(0, true, 7, "2026-11-29T00:00:00+03:30")]
    [InlineData(9, true, 7, "2026-12-01T00:00:00+03:30")]
    [InlineData(0, true, 0, "2026-11-22T12:00:00+03:30")]
    public void What_waits_can_be_spent_when_the_longer_wait_is_over(int days, bool returns, int window, string from)
    {
        var at = Clubs.At("2026-11-22T12:00:00+03:30");
        var unit = Points with { Wait = new Waiting(days, returns) };
        var terms = unit.TermsOf(Clubs.Tehran, at, Clubs.Tehran.DayOf(at), window);
        terms.AvailableFrom.ShouldBe(Clubs.At(from));
    }

    [Fact]
    public void What_waits_for_an_event_cannot_be_spent_whatever_the_clock_says()
    {
        var at = Clubs.At("2026-11-22T12:00:00+03:30");
        var unit = Points with { Wait = new Waiting(0, Event: "delivered") };
        var terms = unit.TermsOf(Clubs.Tehran, at, Clubs.Tehran.DayOf(at), 7);
        (terms.AvailableFrom, terms.Awaits).ShouldBe((Lot.NotYet, "delivered"));
        Lot.NotYet.ShouldBeGreaterThan(at.AddYears(1_000));
    }

    [Fact]
    public void A_gift_with_days_of_its_own_neither_lives_as_the_unit_nor_slides()
    {
        var at = Clubs.At("2026-11-22T12:00:00+03:30");
        var unit = Points with { Life = new Lifetime.Idle(CalendarSpan.OfMonths(6)) };
        var day = Clubs.Tehran.DayOf(at);
        var gift = unit.TermsOf(Clubs.Tehran, at, day, 0, ownDays: 2);
        (gift.ExpiresAt, gift.Slides).ShouldBe((Clubs.At("2026-11-25T00:00:00+03:30"), false));
        var usual = unit.TermsOf(Clubs.Tehran, at, day, 0);
        (usual.ExpiresAt, usual.Slides).ShouldBe((Clubs.At("2027-05-23T00:00:00+03:30"), true));
    }

    [Fact]
    public void Two_lists_of_days_are_the_same_when_their_days_are()
    {
        var days = new Lifetime.OnDays([LastDayOfLife.EveryYear(1, 2)]);
        days.ShouldBe(new Lifetime.OnDays([LastDayOfLife.EveryYear(1, 2)]));
        days.GetHashCode().ShouldBe(new Lifetime.OnDays([LastDayOfLife.EveryYear(1, 2)]).GetHashCode());
        days.ShouldNotBe(new Lifetime.OnDays([LastDayOfLife.EveryYear(1, 3)]));
        days.Equals(null).ShouldBeFalse();
    }

    private static DateOnly Jalali(string text)
    {
        var parts = text.Split('-').Select(int.Parse).ToArray();
        return Clubs.Jalali(parts[0], parts[1], parts[2]);
    }
}
