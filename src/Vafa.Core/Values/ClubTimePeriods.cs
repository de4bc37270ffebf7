using System.Globalization;

namespace Vafa.Core.Values;

/// <summary>Weeks, months and years of the club's calendar (semantics 17).</summary>
public sealed partial class ClubTime
{
    /// <summary>Year of the club's calendar: 1405 or 2026.</summary>
    public int YearOf(DateOnly day) => Calendar == ClubCalendar.Jalali ? JalaliDate.FromGregorian(day).Year : day.Year;

    /// <summary>Month of the club's calendar, 1 to 12.</summary>
    public int MonthOf(DateOnly day) =>
        Calendar == ClubCalendar.Jalali ? JalaliDate.FromGregorian(day).Month : day.Month;

    /// <summary>First business day of the period that holds <paramref name="day"/>.</summary>
    public DateOnly PeriodStart(DateOnly day, Period period) =>
        period switch
        {
            Period.Ever => DateOnly.MinValue,
            Period.Day => day,
            Period.Week => day.AddDays(-Math.Min(DaysIntoWeek(day), day.DayNumber)),
            Period.Month => Calendar == ClubCalendar.Jalali
                ? (JalaliDate.FromGregorian(day) with { Day = 1 }).ToGregorian()
                : new DateOnly(day.Year, day.Month, 1),
            Period.Year => Calendar == ClubCalendar.Jalali
                ? new JalaliDate(JalaliDate.FromGregorian(day).Year, 1, 1).ToGregorian()
                : new DateOnly(day.Year, 1, 1),
            _ => throw new ArgumentOutOfRangeException(nameof(period)),
        };

    /// <summary>
    /// Short stable name of the period that holds <paramref name="day"/>: ever, d2026-11-22, w2026-11-21 (its first
    /// day), m1405-09, y1405. Stored with each use of an offer that has a member limit.
    /// </summary>
    public string PeriodKey(DateOnly day, Period period) =>
        period switch
        {
            Period.Ever => "ever",
            Period.Day => Written($"d{day:yyyy-MM-dd}"),
            Period.Week => Written($"w{PeriodStart(day, Period.Week):yyyy-MM-dd}"),
            Period.Month => Written($"m{YearOf(day):0000}-{MonthOf(day):00}"),
            Period.Year => Written($"y{YearOf(day):0000}"),
            _ => throw new ArgumentOutOfRangeException(nameof(period)),
        };

    /// <summary>
    /// First business day of a window that ends with <paramref name="day"/>; "last N days" holds today.
    /// </summary>
    public DateOnly WindowStart(DateOnly day, Window window) =>
        window.Days > 0 ? day.AddDays(-Math.Min(window.Days - 1, day.DayNumber)) : PeriodStart(day, window.Period);

    private static string Written(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private int DaysIntoWeek(DateOnly day) => ((int)day.DayOfWeek - (int)WeekStartsOn + 7) % 7;
}
