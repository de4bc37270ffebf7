using System.Collections.Immutable;
using System.Globalization;

namespace Vafa.Core.Values;

/// <summary>
/// A date of the Solar Hijri calendar. Read from text in the years 1200 to 1500; converted by the rule of 8 leap years
/// in 33, which is the official calendar from 1206 to 1501 and a steady continuation of it outside.
/// </summary>
/// <remarks>Source of the rule: Borkowski, "The Persian calendar for 3000 years", 1996.</remarks>
public readonly record struct JalaliDate(int Year, int Month, int Day) : IComparable<JalaliDate>
{
    public const int MinYear = 1200;

    public const int MaxYear = 1500;

    /// <summary>DateOnly.DayNumber of 1 Farvardin of the year 1 by the 33-year rule.</summary>
    private const int Epoch = 226_894;

    /// <summary>Days in 33 years.</summary>
    private const int Cycle = (33 * 365) + 8;

    public static readonly ImmutableArray<string> MonthsFa =
    [
        "فروردین",
        "اردیبهشت",
        "خرداد",
        "تیر",
        "مرداد",
        "شهریور",
        "مهر",
        "آبان",
        "آذر",
        "دی",
        "بهمن",
        "اسفند",
    ];

    public static readonly ImmutableArray<string> MonthsEn =
    [
        "Farvardin",
        "Ordibehesht",
        "Khordad",
        "Tir",
        "Mordad",
        "Shahrivar",
        "Mehr",
        "Aban",
        "Azar",
        "Dey",
        "Bahman",
        "Esfand",
    ];

    /// <summary>Names of the days of the week by <see cref="DayOfWeek"/>: Sunday first.</summary>
    public static readonly ImmutableArray<string> WeekdaysFa =
    [
        "یکشنبه",
        "دوشنبه",
        "سه‌شنبه",
        "چهارشنبه",
        "پنجشنبه",
        "جمعه",
        "شنبه",
    ];

    /// <summary>Whether the three numbers are a date of the years 1200 to 1500.</summary>
    public bool IsReal =>
        Year is >= MinYear and <= MaxYear && Month is >= 1 and <= 12 && Day >= 1 && Day <= DaysInMonth(Year, Month);

    public static bool operator <(JalaliDate a, JalaliDate b) => a.CompareTo(b) < 0;

    public static bool operator >(JalaliDate a, JalaliDate b) => a.CompareTo(b) > 0;

    public static bool operator <=(JalaliDate a, JalaliDate b) => a.CompareTo(b) <= 0;

    public static bool operator >=(JalaliDate a, JalaliDate b) => a.CompareTo(b) >= 0;

    public static bool IsLeap(int year) => FloorMod((25 * year) + 11, 33) < 8;

    public static int DaysInMonth(int year, int month) =>
        month <= 6 ? 31
        : month <= 11 || IsLeap(year) ? 30
        : 29;

    public static JalaliDate FromGregorian(DateOnly day)
    {
        var since = day.DayNumber - Epoch;
        var year = 1 + FloorDiv((33 * since) + 3, Cycle);
        var dayOfYear = day.DayNumber - FirstDayOf(year);
        return dayOfYear < 186
            ? new JalaliDate(year, 1 + (dayOfYear / 31), 1 + (dayOfYear % 31))
            : new JalaliDate(year, 7 + ((dayOfYear - 186) / 30), 1 + ((dayOfYear - 186) % 30));
    }

    public DateOnly ToGregorian()
    {
        var monthStart = Month <= 7 ? (Month - 1) * 31 : 186 + ((Month - 7) * 30);
        return DateOnly.FromDayNumber(Math.Max(0, FirstDayOf(Year) + monthStart + Day - 1));
    }

    /// <summary>
    /// Reads 1369/02/22, 1369-2-22 and the like, in Latin, Persian or Arabic digits. Refused: date.invalid.
    /// </summary>
    public static Outcome<JalaliDate> Parse(string text) =>
        DateParts.Read(text) is var (year, month, day) && new JalaliDate(year, month, day) is { IsReal: true } date
            ? date
            : new Refusal("date.invalid", "", text);

    public string MonthName(bool persian) => (persian ? MonthsFa : MonthsEn)[Month - 1];

    public string WeekdayName(bool persian) => WeekdayName(ToGregorian().DayOfWeek, persian);

    public static string WeekdayName(DayOfWeek weekday, bool persian) =>
        persian ? WeekdaysFa[(int)weekday] : weekday.ToString();

    public int CompareTo(JalaliDate other) => (Year, Month, Day).CompareTo((other.Year, other.Month, other.Day));

    /// <summary>1405/09/01, in Latin digits.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Year:0000}/{Month:00}/{Day:00}");

    private static int FirstDayOf(int year) => Epoch + (365 * (year - 1)) + FloorDiv((8 * year) + 21, 33);

    private static int FloorDiv(int a, int b) => (a / b) - (a % b < 0 ? 1 : 0);

    private static int FloorMod(int a, int b) => ((a % b) + b) % b;
}
