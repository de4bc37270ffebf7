using System.Globalization;

namespace Vafa.Core.Values;

/// <summary>
/// Anniversaries in the club's calendar (semantics 18). A leap day (30 Esfand, 29 February) is kept one day earlier in
/// common years. The day of birth itself is no anniversary.
/// </summary>
public sealed partial class ClubTime
{
    /// <summary>The day on which a birth date is kept in one year of the club's calendar.</summary>
    public DateOnly AnniversaryIn(DateOnly birth, int calendarYear)
    {
        if (Calendar == ClubCalendar.Jalali)
        {
            var born = JalaliDate.FromGregorian(birth);
            var last = JalaliDate.DaysInMonth(calendarYear, born.Month);
            return new JalaliDate(calendarYear, born.Month, Math.Min(born.Day, last)).ToGregorian();
        }

        return new DateOnly(
            calendarYear,
            birth.Month,
            Math.Min(birth.Day, DateTime.DaysInMonth(calendarYear, birth.Month))
        );
    }

    /// <summary>
    /// The anniversary whose window (from <paramref name="daysBefore"/> before it to <paramref name="daysAfter"/> after
    /// it) holds <paramref name="day"/>, or nothing. The window may cross the turn of the year; of two that hold the
    /// day the nearer counts, of two as near the coming one.
    /// </summary>
    public Anniversary? AnniversaryNear(DateOnly birth, DateOnly day, int daysBefore, int daysAfter)
    {
        Anniversary? nearest = null;
        var last = YearOf(day.AddDays(daysBefore));
        var first = Math.Max(YearOf(day.AddDays(-daysAfter)), YearOf(birth) + 1);
        for (var year = last; year >= first; year--)
        {
            var away = AnniversaryIn(birth, year).DayNumber - day.DayNumber;
            var holds = away >= -daysAfter && away <= daysBefore;
            if (holds && (nearest is not { } best || Math.Abs(away) < Math.Abs(best.DaysAway)))
            {
                nearest = new Anniversary(day.AddDays(away), away, year);
            }
        }

        return nearest;
    }

    /// <summary>The next anniversary on or after <paramref name="day"/>.</summary>
    public Anniversary NextAnniversary(DateOnly birth, DateOnly day)
    {
        var year = Math.Max(YearOf(day), YearOf(birth) + 1);
        while (true)
        {
            var kept = AnniversaryIn(birth, year);
            if (kept >= day)
            {
                return new Anniversary(kept, kept.DayNumber - day.DayNumber, year);
            }

            year++;
        }
    }

    /// <summary>
    /// Key of the anniversary that a yearly member limit counts by (b1405), or nothing outside its window. It stays the
    /// same through the whole window, also over Nowruz.
    /// </summary>
    public string? AnniversaryKey(DateOnly birth, DateOnly day, int daysBefore, int daysAfter) =>
        AnniversaryNear(birth, day, daysBefore, daysAfter) is { } near
            ? "b" + near.Year.ToString("0000", CultureInfo.InvariantCulture)
            : null;
}

/// <summary>One anniversary as seen from a day.</summary>
/// <param name="Date">The day it is kept on.</param>
/// <param name="DaysAway">Days until then; negative when it has passed.</param>
/// <param name="Year">Its year in the club's calendar.</param>
public readonly record struct Anniversary(DateOnly Date, int DaysAway, int Year);
