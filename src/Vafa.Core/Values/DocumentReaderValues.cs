using System.Globalization;
using System.Text.Json;

namespace Vafa.Core.Values;

/// <summary>The single values that a document may hold, each with its range and its refusal.</summary>
public sealed partial class DocumentReader
{
    /// <summary>Text of 1 to <paramref name="max"/> characters without control characters, trimmed.</summary>
    /// <param name="lines">Whether it may have several lines.</param>
    public string? Text(string name, int max = 200, bool required = false, bool lines = false)
    {
        if (Any(name, required) is not { } value)
        {
            return null;
        }

        return AsText(value, "/" + Escape(name), max, lines);
    }

    /// <summary>A code: like text, at most 64 characters.</summary>
    public string? Code(string name, bool required = false) => Text(name, 64, required);

    /// <summary>A whole number from <paramref name="min"/> to <paramref name="max"/>; 3.0 is not whole here.</summary>
    public long? Whole(string name, long min, long max, bool required = false)
    {
        if (Any(name, required) is not { } value)
        {
            return null;
        }

        return AsWhole(value, "/" + Escape(name), min, max);
    }

    /// <summary>Money: a whole number of the smallest unit from 0 to <see cref="Values.Money.Max"/>.</summary>
    public Money? Money(string name, bool required = false, long min = 0) =>
        Whole(name, min, Values.Money.Max.Minor, required) is { } minor ? new Money(minor) : null;

    /// <summary>
    /// A decimal with at most <paramref name="decimals"/> places, scaled to a whole: 12.5 with 2 is 1250.
    /// </summary>
    public long? Scaled(string name, int decimals, long min, long max, bool required = false)
    {
        if (Any(name, required) is not { } value)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var number))
        {
            Refuse("json.number", name);
            return null;
        }

        var scale = 1L;
        for (var i = 0; i < decimals; i++)
        {
            scale *= 10;
        }

        if (number < (decimal)min / scale || number > (decimal)max / scale)
        {
            Refuse("json.range", name, (decimal)min / scale, (decimal)max / scale);
            return null;
        }

        var scaled = number * scale;
        if (scaled != decimal.Truncate(scaled))
        {
            Refuse("json.decimals", name, decimals);
            return null;
        }

        return (long)scaled;
    }

    /// <summary>A percentage with at most two decimals.</summary>
    public Percent? Percent(string name, int maxPercent, bool required = false, int minBasisPoints = 0) =>
        Scaled(name, 2, minBasisPoints, maxPercent * 100L, required) is { } points ? new Percent((int)points) : null;

    /// <summary>A quantity with at most three decimals.</summary>
    public Quantity? Quantity(string name, bool required = false, long minThousandths = 1) =>
        Scaled(name, 3, minThousandths, Values.Quantity.Max.Thousandths, required) is { } q ? new Quantity(q) : null;

    public bool? YesNo(string name, bool required = false)
    {
        if (Any(name, required) is not { } value)
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Refuse("json.yes-no", name);
        return null;
    }

    /// <summary>One of the words of a closed list.</summary>
    public T? Choice<T>(string name, bool required, params ReadOnlySpan<(string Word, T Value)> words)
        where T : struct
    {
        if (Any(name, required) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && JsonText.Of(value) is { } text)
        {
            foreach (var (word, meaning) in words)
            {
                if (string.Equals(text, word, StringComparison.Ordinal))
                {
                    return meaning;
                }
            }
        }

        var known = new List<string>();
        foreach (var (word, _) in words)
        {
            known.Add(word);
        }

        Refuse("json.choice", name, string.Join(", ", known));
        return null;
    }

    /// <summary>
    /// A day as 2026-03-21 or, with a year from 1200 to 1500, in the Jalali calendar (json.date).
    /// </summary>
    public DateOnly? Day(string name, bool required = false)
    {
        if (Text(name, 10, required) is not { } text)
        {
            return null;
        }

        var day = BirthDate.Parse(text);
        if (!day.IsRefused)
        {
            return day.Value;
        }

        Refuse("json.date", name);
        return null;
    }

    /// <summary>An instant in RFC 3339 with its offset, not written in Jalali years.</summary>
    public DateTimeOffset? Instant(string name, bool required = false)
    {
        if (Any(name, required) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && JsonText.Of(value) is { } text)
        {
            if (
                text.Length >= 4
                && int.TryParse(text.AsSpan(0, 4), CultureInfo.InvariantCulture, out var year)
                && year is >= 1200 and <= 1500
            )
            {
                Refuse("time.jalali-year", name, text);
                return null;
            }

            if (text.Length >= 20 && value.TryGetDateTimeOffset(out var instant) && HasOffset(text))
            {
                return new DateTimeOffset(instant.UtcTicks - (instant.UtcTicks % 10), TimeSpan.Zero);
            }
        }

        Refuse("json.instant", name);
        return null;
    }

    private static bool HasOffset(string text) =>
        text[^1] is 'Z' or 'z' || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');

    private string? AsText(JsonElement value, string below, int max, bool lines = false)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            Refusals.Add(new Refusal("json.text", pointer + below));
            return null;
        }

        if (JsonText.Of(value)?.Trim() is not { } text)
        {
            Refusals.Add(new Refusal("json.text", pointer + below));
            return null;
        }

        if (text.Length == 0 || text.Length > max)
        {
            Refusals.Add(new Refusal("json.length", pointer + below, 1, max));
            return null;
        }

        foreach (var c in text)
        {
            if (char.IsControl(c) && !(lines && c is ('\n' or '\r')))
            {
                Refusals.Add(new Refusal("json.control-character", pointer + below));
                return null;
            }
        }

        return text;
    }

    private long? AsWhole(JsonElement value, string below, long min, long max)
    {
        if (value.ValueKind != JsonValueKind.Number)
        {
            Refusals.Add(new Refusal("json.number", pointer + below));
            return null;
        }

        if (!value.TryGetInt64(out var number))
        {
            // 100.0 and 1e2 are in the range, but written as no whole number is.
            var near = value.TryGetDecimal(out var d) && d >= min && d <= max;
            Refusals.Add(
                near ? new Refusal("json.whole", pointer + below) : new Refusal("json.range", pointer + below, min, max)
            );
            return null;
        }

        if (number < min || number > max)
        {
            Refusals.Add(new Refusal("json.range", pointer + below, min, max));
            return null;
        }

        return number;
    }
}
