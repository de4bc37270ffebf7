using System.Globalization;
using Shouldly;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Values;

public sealed class JalaliDateTests
{
    [Fact]
    public void Every_day_from_1206_to_1500_is_the_same_as_in_the_platforms_calendar()
    {
        var platform = new PersianCalendar();
        var day = DateOnly.FromDateTime(platform.ToDateTime(1206, 1, 1, 0, 0, 0, 0));
        var last = DateOnly.FromDateTime(platform.ToDateTime(1500, 12, platform.GetDaysInMonth(1500, 12), 0, 0, 0, 0));
        for (; day <= last; day = day.AddDays(1))
        {
            var at = day.ToDateTime(TimeOnly.MinValue);
            var expected = new JalaliDate(platform.GetYear(at), platform.GetMonth(at), platform.GetDayOfMonth(at));
            var date = JalaliDate.FromGregorian(day);
            if (date != expected || date.ToGregorian() != day || !date.IsReal)
            {
                date.ShouldBe(expected, $"{day:O}");
                date.ToGregorian().ShouldBe(day);
                date.IsReal.ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void Every_day_that_can_be_written_goes_there_and_back()
    {
        for (var number = 0; number <= DateOnly.MaxValue.DayNumber; number += 11)
        {
            var day = DateOnly.FromDayNumber(number);
            var date = JalaliDate.FromGregorian(day);
            if (date.ToGregorian() != day || date.Month is < 1 or > 12 || date.Day < 1)
            {
                Assert.Fail($"{day:O} became {date}");
            }
        }
    }

    [Theory]
    [InlineData("1369/02/22", "1990-05-12")]
    [InlineData("1369-2-22", "1990-05-12")]
    [InlineData("۱۳۶۹/۰۲/۲۲", "1990-05-12")]
    [InlineData("١٣٦٩-٢-٢٢", "1990-05-12")]
    [InlineData("1403/12/30", "2025-03-20")]
    [InlineData("1405/01/01", "2026-03-21")]
    [InlineData(" 1200/01/01 ", "1821-03-21")]
    public void Reads_both_separators_and_all_digits(string text, string gregorian) =>
        JalaliDate.Parse(text).Value.ToGregorian().ShouldBe(Clubs.Day(gregorian));

    [Theory]
    [InlineData("")]
    [InlineData("1404/12/30")]
    [InlineData("1369/07/31")]
    [InlineData("1369/13/01")]
    [InlineData("1369/00/10")]
    [InlineData("1369/01/00")]
    [InlineData("1199/01/01")]
    [InlineData("1501/01/01")]
    [InlineData("1369/02-22")]
    [InlineData("69/02/22")]
    [InlineData("1369/02/22/1")]
    [InlineData("1369/+2/22")]
    [InlineData("1369/ 2/22")]
    [InlineData("1990-05-12")]
    public void Refuses_what_is_no_date(string text) =>
        JalaliDate.Parse(text).Refusals.ShouldHaveSingleItem().Code.ShouldBe("date.invalid");

    [Fact]
    public void Names_its_months_and_days()
    {
        var date = new JalaliDate(1405, 9, 1);
        date.ToString().ShouldBe("1405/09/01");
        date.MonthName(true).ShouldBe("آذر");
        date.MonthName(false).ShouldBe("Azar");
        date.ToGregorian().ShouldBe(Clubs.Day("2026-11-22"));
        date.WeekdayName(true).ShouldBe("یکشنبه");
        date.WeekdayName(false).ShouldBe("Sunday");
        (date > new JalaliDate(1405, 8, 30)).ShouldBeTrue();
    }
}
