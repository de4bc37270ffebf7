using System.Collections.Frozen;
using System.Globalization;

namespace Vafa.Core.Values;

/// <summary>
/// The days that every club in Iran knows. Solar ones are exact; lunar ones follow the tabular calendar and may lie a
/// day beside what is announced, so a club that must be exact sets its own festival.
/// </summary>
public static class CalendarEvents
{
    private const int FirstYear = 2015;
    private const int LastYear = 2060;
    private static readonly Calendar Lunar = new HijriCalendar();

    private static readonly Known[] All =
    [
        new("nowruz", "نوروز", "Nowruz", year => Solar(year, 1, 1, 13)),
        new("sizdah", "سیزده‌به‌در", "Sizdah Bedar", year => Solar(year, 1, 13, 1)),
        new("chaharshanbesuri", "چهارشنبه‌سوری", "Chaharshanbe Suri", LastTuesday),
        new("yalda", "شب یلدا", "Yalda night", year => Solar(year, 9, 30, 1)),
        new("mehregan", "مهرگان", "Mehregan", year => Solar(year, 7, 16, 1)),
        new("sepandarmazgan", "سپندارمذگان", "Sepandarmazgan", year => Solar(year, 12, 5, 1)),
        new("backtoschool", "بازگشایی مدرسه‌ها", "Back to school", year => Solar(year, 6, 15, 23)),
        new("teachersday", "روز معلم", "Teachers’ day", year => Solar(year, 2, 12, 1)),
        new("nursesday", "روز پرستار", "Nurses’ day", year => OfMoon(year, 5, 5, 1)),
        new("valentine", "ولنتاین", "Valentine’s day", year => [new Span(new DateOnly(year, 2, 14), 1)]),
        new("ramadan", "ماه رمضان", "Ramadan", year => OfMoon(year, 9, 1, 0)),
        new("fitr", "عید فطر", "Eid al-Fitr", year => OfMoon(year, 10, 1, 2)),
        new("ghadir", "عید غدیر", "Eid al-Ghadir", year => OfMoon(year, 12, 18, 1)),
        new("mothersday", "روز زن و مادر", "Mother’s day", year => OfMoon(year, 6, 20, 1)),
        new("fathersday", "روز مرد و پدر", "Father’s day", year => OfMoon(year, 7, 13, 1)),
    ];

    private static readonly FrozenDictionary<string, Lazy<Span[]>> Spans = All.ToFrozenDictionary(
        known => known.Code,
        known => new Lazy<Span[]>(() => [.. Years.SelectMany(known.In).OrderBy(s => s.From)]),
        StringComparer.Ordinal
    );

    /// <summary>Their codes, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<string> InOrder = [.. All.Select(k => k.Code)];

    /// <summary>The codes of all of them.</summary>
    public static readonly IReadOnlySet<string> Codes = All.Select(k => k.Code).ToFrozenSet(StringComparer.Ordinal);

    private static IEnumerable<int> Years => Enumerable.Range(FirstYear, LastYear - FirstYear);

    /// <summary>What it is called; nothing for a code that is none of them.</summary>
    public static LocalText? TitleOf(string code) =>
        Array.Find(All, k => k.Code == code) is { } k ? new(k.Fa, k.En) : null;

    /// <summary>Whether a day lies from so many days before the event to so many after it.</summary>
    public static bool IsNear(string code, DateOnly day, int daysBefore, int daysAfter)
    {
        if (!Spans.TryGetValue(code, out var spans))
        {
            return false;
        }

        foreach (ref readonly var span in spans.Value.AsSpan())
        {
            if (Festival.Holds(span.From, span.From.AddDays(span.Length - 1), day, daysBefore, daysAfter))
            {
                return true;
            }

            if (span.From.DayNumber - daysBefore > day.DayNumber)
            {
                return false;
            }
        }

        return false;
    }

    private static IEnumerable<Span> Solar(int year, int month, int day, int length) =>
        [new Span(new JalaliDate(year - 621, month, day).ToGregorian(), length)];

    /// <summary>The evening before the last Wednesday of the solar year.</summary>
    private static IEnumerable<Span> LastTuesday(int year)
    {
        var end = new JalaliDate(year - 621 + 1, 1, 1).ToGregorian().AddDays(-1);
        var back = ((int)end.DayOfWeek - (int)DayOfWeek.Wednesday + 7) % 7;
        return [new Span(end.AddDays(-back - 1), 1)];
    }

    /// <summary>In the lunar years that begin in or before this one; a length of 0 is the whole month.</summary>
    private static IEnumerable<Span> OfMoon(int year, int month, int day, int length)
    {
        var lunar = Lunar.GetYear(new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        for (var of = lunar; of <= lunar + 1; of++)
        {
            // .NET counts from the astronomical epoch, a day before the civil one that printed calendars follow.
            var from = DateOnly.FromDateTime(Lunar.ToDateTime(of, month, day, 0, 0, 0, 0)).AddDays(1);
            if (from.Year == year)
            {
                yield return new Span(from, length == 0 ? Lunar.GetDaysInMonth(of, month) : length);
            }
        }
    }

    private sealed record Known(string Code, string Fa, string En, Func<int, IEnumerable<Span>> In);

    private readonly record struct Span(DateOnly From, int Length);
}
