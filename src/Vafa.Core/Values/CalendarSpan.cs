namespace Vafa.Core.Values;

/// <summary>So many business days, or so many months of the club's calendar; one of both is 0.</summary>
public readonly record struct CalendarSpan(int Days, int Months)
{
    public static CalendarSpan OfDays(int days) => new(days, 0);

    public static CalendarSpan OfMonths(int months) => new(0, months);
}

/// <summary>Quarters and spans of the club's calendar.</summary>
public sealed partial class ClubTime
{
    private const int MonthsOfAYear = 12;
    private const int MonthsOfAQuarter = 3;

    /// <summary>
    /// The day that lies a span later. In a month that is shorter the last day stands for what it lacks: one month
    /// after 31 Shahrivar is 30 Mehr, twelve after 30 Esfand are 29 Esfand in a common year.
    /// </summary>
    public DateOnly Later(DateOnly day, CalendarSpan span) =>
        span.Months == 0 ? day.AddDays(span.Days)
        : Calendar == ClubCalendar.Gregorian ? day.AddMonths(span.Months)
        : JalaliLater(JalaliDate.FromGregorian(day), span.Months);

    /// <summary>
    /// Last business day of the month, quarter or year that holds <paramref name="day"/>, or of a later one.
    /// </summary>
    public DateOnly LastDayOf(DateOnly day, LongPeriod period, int later = 0)
    {
        var months = MonthsOf(period);
        var (year, month) = (YearOf(day), MonthOf(day));
        var first = ((month - 1) / months * months) + ((later + 1) * months);
        return FirstOfMonth(year + (first / MonthsOfAYear), (first % MonthsOfAYear) + 1).AddDays(-1);
    }

    /// <summary>The day that is kept as the given day of a month in one year; a 30 Esfand may be a 29.</summary>
    public DateOnly DayIn(int year, int month, int dayOfMonth)
    {
        if (Calendar == ClubCalendar.Jalali)
        {
            var last = JalaliDate.DaysInMonth(year, month);
            return new JalaliDate(year, month, Math.Min(dayOfMonth, last)).ToGregorian();
        }

        return new DateOnly(year, month, Math.Min(dayOfMonth, DateTime.DaysInMonth(year, month)));
    }

    private static int MonthsOf(LongPeriod period) =>
        period switch
        {
            LongPeriod.Month => 1,
            LongPeriod.Quarter => MonthsOfAQuarter,
            LongPeriod.Year => MonthsOfAYear,
            _ => throw new ArgumentOutOfRangeException(nameof(period)),
        };

    private static DateOnly JalaliLater(JalaliDate date, int months)
    {
        var month = date.Month - 1 + months;
        var (year, into) = (date.Year + (month / MonthsOfAYear), (month % MonthsOfAYear) + 1);
        return new JalaliDate(year, into, Math.Min(date.Day, JalaliDate.DaysInMonth(year, into))).ToGregorian();
    }

    private DateOnly FirstOfMonth(int year, int month) => DayIn(year, month, 1);
}

/// <summary>The periods of the club's calendar that a life may end with.</summary>
public enum LongPeriod
{
    Month,
    Quarter,
    Year,
}
