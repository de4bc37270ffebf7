using System.Globalization;
using Vafa.Core.Values;

namespace Vafa.Features.Demo;

/// <summary>
/// How full the café is on which day and at which hour: week, Nowruz, Ramadan, days of mourning, summer.
/// </summary>
/// <remarks>
/// Hijri months are the platform's Umm al-Qura calendar; in Iran the moon may be seen a day later, which no café of a
/// demo would notice.
/// </remarks>
internal static class DemoSeason
{
    private const int Muharram = 1;
    private const int RamadanMonth = 9;
    private const int Farvardin = 1;
    private const int Khordad = 3;
    private const int Shahrivar = 6;
    private const int Azar = 9;
    private const int Esfand = 12;

    private static readonly UmAlQuraCalendar Hijri = new();

    /// <summary>Peaks of a day: the share of visits, when it begins and how many hours it lasts.</summary>
    private static readonly (double Share, double From, double Hours)[] Usual =
    [
        (0.27, 8, 3.5),
        (0.33, 13.5, 3.5),
        (0.40, 18, 5),
    ];

    /// <summary>Nobody eats by day; from iftar on until after midnight it is full.</summary>
    private static readonly (double Share, double From, double Hours)[] Fasting =
    [
        (0.02, 14, 3),
        (0.68, 18.75, 3),
        (0.30, 21.5, 3.5),
    ];

    public static bool IsRamadan(DateOnly day) => Month(day) == RamadanMonth;

    public static bool IsWarm(DateOnly day) => JalaliDate.FromGregorian(day).Month is >= Khordad and <= Shahrivar;

    /// <summary>The first two days of Nowruz, the thirteenth, and the two days of mourning in Muharram.</summary>
    public static bool IsClosed(DateOnly day)
    {
        var date = JalaliDate.FromGregorian(day);
        return (date.Month, date.Day) is (Farvardin, 1 or 2 or 13)
            || (Month(day), Hijri.GetDayOfMonth(Noon(day))) is (Muharram, 9 or 10);
    }

    /// <summary>How many come, 1 being an ordinary day.</summary>
    public static double Mood(DateOnly day)
    {
        if (IsClosed(day))
        {
            return 0;
        }

        var date = JalaliDate.FromGregorian(day);
        var feast = (date.Month, date.Day) switch
        {
            (Farvardin, <= 12) => 1.5,
            (Esfand, >= 20) => 1.45,
            (Azar, 30) => 1.8,
            _ => 1,
        };
        return Week(day.DayOfWeek) * feast * (IsRamadan(day) ? 0.85 : 1) * (IsWarm(day) ? 1.06 : 1);
    }

    /// <summary>Seconds after midnight at which somebody comes; in Ramadan it may be past the next midnight.</summary>
    public static int Moment(DateOnly day, Random chance)
    {
        var peaks = IsRamadan(day) ? Fasting : Usual;
        var pick = chance.NextDouble();
        var last = peaks.Length - 1;
        var i = 0;
        while (i < last && (pick -= peaks[i].Share) >= 0)
        {
            i++;
        }

        // Two throws gather in the middle of the peak.
        var within = (chance.NextDouble() + chance.NextDouble()) / 2;
        return (int)((peaks[i].From + (within * peaks[i].Hours)) * 3_600);
    }

    private static double Week(DayOfWeek weekday) =>
        weekday switch
        {
            DayOfWeek.Thursday => 1.45,
            DayOfWeek.Friday => 1.6,
            DayOfWeek.Wednesday => 1.05,
            DayOfWeek.Saturday => 0.75,
            DayOfWeek.Sunday => 0.8,
            _ => 0.85,
        };

    private static int Month(DateOnly day) => Hijri.GetMonth(Noon(day));

    private static DateTime Noon(DateOnly day) => day.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Unspecified);
}
