using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Vafa.Core.Ledger;
using Vafa.Core.Offers.Effects;
using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>
/// The JSON of a life: {"days": 90}, {"months": 6}, {"endOf": "year", "later": 1}, {"on": ["12-29", "2027-03-20"]} or
/// {"idle": {"days": 180}}; null lives for ever. A life of days is written as <c>expiresAfterDays</c> beside it.
/// </summary>
internal static class LifetimeDocument
{
    public const string Name = "expires";
    public const string DaysName = "expiresAfterDays";
    public const int MostDays = 36_600;

    private const int MostMonths = 1_200;
    private const int MostLater = 120;
    private const int MostEnds = 24;

    private static readonly (string Word, LongPeriod Value)[] Periods =
    [
        ("month", LongPeriod.Month),
        ("quarter", LongPeriod.Quarter),
        ("year", LongPeriod.Year),
    ];

    /// <summary>
    /// Refused: unit.two-lives where both fields say something or one says two things, unit.no-life for an empty one,
    /// unit.life-day for a day that is none.
    /// </summary>
    public static Lifetime Read(DocumentReader fields)
    {
        var plain = fields.Whole(DaysName, 0, MostDays);
        if (fields.Below(Name) is not { } below)
        {
            return plain is { } days ? new Lifetime.After(CalendarSpan.OfDays((int)days)) : Lifetime.Never.Ends;
        }

        var ways = new List<Lifetime>(1);
        Add(ways, SpanOf(below, least: 0) is { } span ? new Lifetime.After(span) : null);
        Add(ways, EndOf(below));
        Add(ways, OnDays(below));
        Add(ways, below.Below("idle") is { } idle ? IdleOf(idle) : null);
        below.Done();
        if (ways.Count > 1 || (ways.Count == 1 && plain is not null))
        {
            fields.Refuse("unit.two-lives", Name);
        }
        else if (ways.Count == 0 && fields.IsClean)
        {
            fields.Refuse("unit.no-life", Name);
        }

        return ways.FirstOrDefault() ?? Lifetime.Never.Ends;
    }

    /// <summary>Both fields; one of them or both are null.</summary>
    public static void Write(Lifetime life, Utf8JsonWriter json)
    {
        var days = life is Lifetime.After { Span: { Months: 0, Days: var count } } ? count : (int?)null;
        Amounts.Write(json, DaysName, days);
        if (life is Lifetime.Never || days is not null)
        {
            json.WriteNull(Name);
            return;
        }

        json.WriteStartObject(Name);
        switch (life)
        {
            case Lifetime.After after:
                WriteSpan(after.Span, json);
                break;
            case Lifetime.EndOf end:
                json.WriteString("endOf", Periods[(int)end.Period].Word);
                json.WriteNumber("later", end.Later);
                break;
            case Lifetime.OnDays on:
                json.WriteStartArray("on");
                foreach (var day in on.Days)
                {
                    json.WriteStringValue(Written(day));
                }

                json.WriteEndArray();
                break;
            case Lifetime.Idle idle:
                json.WriteStartObject("idle");
                WriteSpan(idle.Span, json);
                json.WriteEndObject();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(life));
        }

        json.WriteEndObject();
    }

    private static void Add(List<Lifetime> ways, Lifetime? way)
    {
        if (way is not null)
        {
            ways.Add(way);
        }
    }

    private static CalendarSpan? SpanOf(DocumentReader fields, int least)
    {
        var days = fields.Whole("days", least, MostDays);
        var months = fields.Whole("months", 1, MostMonths);
        if (days is not null && months is not null)
        {
            fields.Refuse("unit.two-lives", "months");
        }

        return days is { } d ? CalendarSpan.OfDays((int)d)
            : months is { } m ? CalendarSpan.OfMonths((int)m)
            : null;
    }

    private static Lifetime.EndOf? EndOf(DocumentReader fields)
    {
        var period = fields.Choice<LongPeriod>("endOf", required: false, Periods);
        var later = fields.Whole("later", 0, MostLater);
        if (later is > 0 && period is null)
        {
            fields.Refuse("json.required", "endOf");
        }

        return period is { } end ? new Lifetime.EndOf(end, (int)(later ?? 0)) : null;
    }

    private static Lifetime.OnDays? OnDays(DocumentReader fields)
    {
        if (!fields.Has("on"))
        {
            return null;
        }

        var days = ImmutableArray.CreateBuilder<LastDayOfLife>();
        var texts = fields.Texts("on", MostEnds);
        for (var i = 0; i < texts.Length; i++)
        {
            if (DayOf(texts[i]) is not { } day)
            {
                fields.RefuseBelow("unit.life-day", string.Create(CultureInfo.InvariantCulture, $"on/{i}"), texts[i]);
            }
            else if (!days.Contains(day))
            {
                days.Add(day);
            }
        }

        return days.Count == 0 ? null : new Lifetime.OnDays(days.ToImmutable());
    }

    private static Lifetime.Idle? IdleOf(DocumentReader fields)
    {
        var span = SpanOf(fields, least: 1);
        fields.Done();
        if (span is null && fields.IsClean)
        {
            fields.Refuse("unit.no-life", "");
        }

        return span is { } idle ? new Lifetime.Idle(idle) : null;
    }

    /// <summary>12-29 comes back every year of the club's calendar; a whole date of either stands once.</summary>
    private static LastDayOfLife? DayOf(string text)
    {
        var written = PersianText.Digits(text);
        if (
            written.Length == 5
            && written[2] is '-' or '/'
            && int.TryParse(written.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            && int.TryParse(written.AsSpan(3, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var day)
        )
        {
            return month is >= 1 and <= 12 && day is >= 1 and <= 31 ? LastDayOfLife.EveryYear(month, day) : null;
        }

        return BirthDate.Parse(text) is { IsRefused: false } once ? LastDayOfLife.OnlyOn(once.Value) : null;
    }

    private static string Written(LastDayOfLife day) =>
        day.Once is { } once
            ? once.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{day.Month:00}-{day.Day:00}");

    private static void WriteSpan(CalendarSpan span, Utf8JsonWriter json)
    {
        if (span.Months > 0)
        {
            json.WriteNumber("months", span.Months);
        }
        else
        {
            json.WriteNumber("days", span.Days);
        }
    }
}
