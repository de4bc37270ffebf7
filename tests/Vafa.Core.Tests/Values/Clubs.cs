using Vafa.Core.Values;

namespace Vafa.Core.Tests.Values;

/// <summary>Clubs whose clocks the tests use.</summary>
internal static class Clubs
{
    public static readonly TimeZoneInfo TehranZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tehran");

    public static readonly ClubTime Tehran = new(
        TehranZone,
        ClubCalendar.Jalali,
        new TimeOnly(0, 0),
        DayOfWeek.Saturday
    );

    /// <summary>A café whose day ends at four in the morning.</summary>
    public static readonly ClubTime NightCafe = new(
        TehranZone,
        ClubCalendar.Jalali,
        new TimeOnly(4, 0),
        DayOfWeek.Saturday
    );

    public static readonly ClubTime Gregorian = new(
        TimeZoneInfo.Utc,
        ClubCalendar.Gregorian,
        new TimeOnly(0, 0),
        DayOfWeek.Monday
    );

    public static DateTimeOffset At(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    public static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static DateOnly Jalali(int year, int month, int day) => new JalaliDate(year, month, day).ToGregorian();
}
