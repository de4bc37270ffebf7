using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>The JSON of a schedule: {"from", "to", "weekdays": ["friday"], "hours": ["16:00-18:00"]}.</summary>
internal static class ScheduleDocument
{
    private static readonly string[] Days =
    [
        "sunday",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
    ];

    public static Schedule Read(DocumentReader? fields)
    {
        if (fields is null)
        {
            return Schedule.Always;
        }

        var (from, to) = (fields.Instant("from"), fields.Instant("to"));
        if (from >= to)
        {
            fields.Refuse("offer.ends-before-it-starts", "to");
        }

        var schedule = new Schedule(from, to, Weekdays(fields), Hours(fields));
        fields.Done();
        return schedule;
    }

    public static void Write(Schedule schedule, Utf8JsonWriter json)
    {
        json.WriteStartObject("schedule");
        WriteInstant(json, "from", schedule.From);
        WriteInstant(json, "to", schedule.To);
        WriteWeekdays(json, schedule.Weekdays);
        WriteTexts(json, "hours", [.. schedule.Hours.Select(Written)]);
        json.WriteEndObject();
    }

    public static void WriteWeekdays(Utf8JsonWriter json, ImmutableArray<DayOfWeek> weekdays) =>
        WriteTexts(json, "weekdays", [.. weekdays.Select(d => Days[(int)d])]);

    /// <summary>Full English names or their first three letters, in any case.</summary>
    public static ImmutableArray<DayOfWeek> Weekdays(DocumentReader fields)
    {
        var days = ImmutableArray.CreateBuilder<DayOfWeek>();
        var words = fields.Texts("weekdays", 7);
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i].ToLowerInvariant();
            var day = Array.FindIndex(
                Days,
                d =>
                    string.Equals(d, word, StringComparison.Ordinal)
                    || (word.Length == 3 && d.StartsWith(word, StringComparison.Ordinal))
            );
            if (day < 0)
            {
                fields.RefuseBelow("json.choice", $"weekdays/{i}", string.Join(", ", Days));
            }
            else if (!days.Contains((DayOfWeek)day))
            {
                days.Add((DayOfWeek)day);
            }
        }

        return days.ToImmutable();
    }

    private static ImmutableArray<HourRange> Hours(DocumentReader fields)
    {
        var hours = ImmutableArray.CreateBuilder<HourRange>();
        var texts = fields.Texts("hours", 24);
        for (var i = 0; i < texts.Length; i++)
        {
            var parts = texts[i].Split('-', 3, StringSplitOptions.TrimEntries);
            if (parts.Length == 2 && Time(parts[0]) is { } from && EndTime(parts[1]) is { } to)
            {
                hours.Add(new HourRange(from, to));
            }
            else
            {
                fields.RefuseBelow("offer.hours", $"hours/{i}", texts[i]);
            }
        }

        return hours.ToImmutable();
    }

    private static TimeOnly? Time(string text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;

    private static TimeOnly? EndTime(string text) =>
        string.Equals(text, "24:00", StringComparison.Ordinal) ? TimeOnly.MinValue : Time(text);

    private static string Written(HourRange hours) =>
        string.Create(CultureInfo.InvariantCulture, $"{hours.From:HH\\:mm}-{hours.To:HH\\:mm}");

    private static void WriteInstant(Utf8JsonWriter json, string name, DateTimeOffset? instant)
    {
        if (instant is { } at)
        {
            json.WriteString(name, at);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, text);
        }
    }

    /// <summary>None means no restriction, which the document writes as null.</summary>
    public static void WriteTexts(Utf8JsonWriter json, string name, string[] texts)
    {
        if (texts.Length == 0)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
