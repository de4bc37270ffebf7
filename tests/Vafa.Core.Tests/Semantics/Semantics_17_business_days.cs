using Shouldly;
using Vafa.Core.Tests.Values;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Semantics;

/// <summary>Rule 17: the business day, and the weeks, months and years of the club's calendar.</summary>
public sealed class Semantics_17_business_days
{
    [Theory]
    [InlineData("2026-11-22T00:00:00+03:30", "2026-11-22")]
    [InlineData("2026-11-21T23:59:59.999999+03:30", "2026-11-21")]
    [InlineData("2026-11-21T20:30:00Z", "2026-11-22")]
    [InlineData("2026-11-21T20:29:59Z", "2026-11-21")]
    public void A_day_starts_at_midnight_in_Tehran(string at, string day) =>
        Clubs.Tehran.DayOf(Clubs.At(at)).ShouldBe(Clubs.Day(day));

    [Theory]
    [InlineData("2026-11-22T03:59:59+03:30", "2026-11-21")]
    [InlineData("2026-11-22T04:00:00+03:30", "2026-11-22")]
    [InlineData("2026-11-23T01:30:00+03:30", "2026-11-22")]
    public void Before_the_day_starts_it_is_still_yesterday(string at, string day) =>
        Clubs.NightCafe.DayOf(Clubs.At(at)).ShouldBe(Clubs.Day(day));

    [Fact]
    public void The_start_of_a_day_is_an_instant_in_UTC()
    {
        Clubs.NightCafe.StartOf(Clubs.Day("2026-11-22")).ShouldBe(Clubs.At("2026-11-22T00:30:00Z"));
        Clubs.NightCafe.StartOf(Clubs.Day("2026-11-22")).Offset.ShouldBe(TimeSpan.Zero);
        Clubs.NightCafe.WallClock(Clubs.At("2026-11-22T00:30:00Z")).ShouldBe(new TimeOnly(4, 0));
    }

    [Fact]
    public void Where_midnight_does_not_exist_the_day_starts_with_the_jump()
    {
        // Iran went from 00:00 to 01:00 on 22 March 2022.
        var start = Clubs.Tehran.StartOf(Clubs.Day("2022-03-22"));
        start.ShouldBe(Clubs.At("2022-03-21T20:30:00Z"));
        Clubs.Tehran.WallClock(start).ShouldBe(new TimeOnly(1, 0));
        Clubs.Tehran.DayOf(start).ShouldBe(Clubs.Day("2022-03-22"));
        Clubs.Tehran.DayOf(start.AddTicks(-1)).ShouldBe(Clubs.Day("2022-03-21"));
    }

    [Fact]
    public void A_time_inside_a_jump_starts_the_day_with_the_jump()
    {
        var half = new ClubTime(Clubs.TehranZone, ClubCalendar.Jalali, new TimeOnly(0, 30), DayOfWeek.Saturday);
        half.StartOf(Clubs.Day("2022-03-22")).ShouldBe(Clubs.At("2022-03-21T20:30:00Z"));
    }

    [Fact]
    public void A_time_that_comes_twice_starts_the_day_once()
    {
        // Berlin shows 02:30 twice on 25 October 2026.
        var berlin = new ClubTime(
            TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"),
            ClubCalendar.Gregorian,
            new TimeOnly(2, 30),
            DayOfWeek.Monday
        );
        var start = berlin.StartOf(Clubs.Day("2026-10-25"));
        start.ShouldBe(Clubs.At("2026-10-25T00:30:00Z"));
        berlin.DayOf(start.AddTicks(-1)).ShouldBe(Clubs.Day("2026-10-24"));
        for (var minutes = 0; minutes < 180; minutes += 5)
        {
            berlin.DayOf(start.AddMinutes(minutes)).ShouldBe(Clubs.Day("2026-10-25"));
        }
    }

    [Theory]
    [InlineData("Asia/Tehran", 0)]
    [InlineData("Asia/Tehran", 4)]
    [InlineData("Europe/Berlin", 2)]
    [InlineData("America/Sao_Paulo", 0)]
    [InlineData("Australia/Lord_Howe", 2)]
    public void Days_follow_each_other_without_gap_or_overlap(string zone, int hour)
    {
        var time = new ClubTime(
            TimeZoneInfo.FindSystemTimeZoneById(zone),
            ClubCalendar.Gregorian,
            new TimeOnly(hour, 0),
            DayOfWeek.Monday
        );
        for (var day = Clubs.Day("2016-01-01"); day.Year < 2028; day = day.AddDays(1))
        {
            var start = time.StartOf(day);
            if (time.DayOf(start) != day || time.DayOf(start.AddTicks(-1)) != day.AddDays(-1))
            {
                Assert.Fail($"{day:O} starts at {start:O}, but that is {time.DayOf(start):O}");
            }
        }
    }

    [Fact]
    public void Weeks_start_on_the_clubs_first_weekday()
    {
        // 22 November 2026 is a Sunday.
        Clubs.Tehran.PeriodStart(Clubs.Day("2026-11-22"), Period.Week).ShouldBe(Clubs.Day("2026-11-21"));
        Clubs.Tehran.PeriodStart(Clubs.Day("2026-11-21"), Period.Week).ShouldBe(Clubs.Day("2026-11-21"));
        Clubs.Tehran.PeriodStart(Clubs.Day("2026-11-27"), Period.Week).ShouldBe(Clubs.Day("2026-11-21"));
        Clubs.Gregorian.PeriodStart(Clubs.Day("2026-11-22"), Period.Week).ShouldBe(Clubs.Day("2026-11-16"));
    }

    [Fact]
    public void Months_and_years_are_of_the_clubs_calendar()
    {
        var day = Clubs.Day("2026-12-01");
        Clubs.Tehran.PeriodStart(day, Period.Month).ShouldBe(Clubs.Jalali(1405, 9, 1));
        Clubs.Tehran.PeriodStart(day, Period.Year).ShouldBe(Clubs.Jalali(1405, 1, 1));
        Clubs.Gregorian.PeriodStart(day, Period.Month).ShouldBe(Clubs.Day("2026-12-01"));
        Clubs.Gregorian.PeriodStart(day, Period.Year).ShouldBe(Clubs.Day("2026-01-01"));
        Clubs.Tehran.PeriodStart(day, Period.Ever).ShouldBe(DateOnly.MinValue);
        Clubs.Tehran.YearOf(Clubs.Day("2026-03-20")).ShouldBe(1404);
        Clubs.Tehran.YearOf(Clubs.Day("2026-03-21")).ShouldBe(1405);
    }

    [Fact]
    public void A_period_has_a_short_stable_key()
    {
        var day = Clubs.Day("2026-11-22");
        Clubs.Tehran.PeriodKey(day, Period.Ever).ShouldBe("ever");
        Clubs.Tehran.PeriodKey(day, Period.Day).ShouldBe("d2026-11-22");
        Clubs.Tehran.PeriodKey(day, Period.Week).ShouldBe("w2026-11-21");
        Clubs.Tehran.PeriodKey(day, Period.Month).ShouldBe("m1405-09");
        Clubs.Tehran.PeriodKey(day, Period.Year).ShouldBe("y1405");
        Clubs.Gregorian.PeriodKey(day, Period.Month).ShouldBe("m2026-11");
        Clubs.Gregorian.PeriodKey(day, Period.Year).ShouldBe("y2026");
    }

    [Fact]
    public void A_key_does_not_depend_on_the_language_of_the_machine()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("fa-IR");
            A_period_has_a_short_stable_key();
            new JalaliDate(1405, 9, 1).ToString().ShouldBe("1405/09/01");
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_window_of_N_days_holds_today()
    {
        var day = Clubs.Day("2026-11-22");
        Clubs.Tehran.WindowStart(day, Window.LastDays(1)).ShouldBe(day);
        Clubs.Tehran.WindowStart(day, Window.LastDays(30)).ShouldBe(Clubs.Day("2026-10-24"));
        Clubs.Tehran.WindowStart(day, Window.LastDays(int.MaxValue)).ShouldBe(DateOnly.MinValue);
        Clubs.Tehran.WindowStart(day, Window.This(Period.Month)).ShouldBe(Clubs.Day("2026-11-22"));
        Clubs.Tehran.WindowStart(day, Window.This(Period.Year)).ShouldBe(Clubs.Day("2026-03-21"));
    }

    [Fact]
    public void A_lot_of_N_days_ends_at_the_start_of_the_day_after_them()
    {
        var day = Clubs.Day("2026-11-22");
        Clubs.NightCafe.LotEnd(day, 30).ShouldBe(Clubs.At("2026-12-23T04:00:00+03:30"));
        Clubs.NightCafe.LotEnd(day, 0).ShouldBe(Clubs.At("2026-11-23T04:00:00+03:30"));
        Clubs.NightCafe.LotStart(day, 1).ShouldBe(Clubs.At("2026-11-23T04:00:00+03:30"));
        Clubs.NightCafe.LotStart(day, 0).ShouldBe(Clubs.At("2026-11-22T04:00:00+03:30"));
    }
}
