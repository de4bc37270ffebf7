using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Vafa.Core.Values;

/// <summary>
/// Reads one JSON object field by field and collects what is wrong with it, each with the JSON pointer of its place:
/// a field nobody asked for, a missing one, a wrong type, a value out of its range. Numbers must be whole where whole is
/// asked; nothing is rounded, nothing guessed.
/// </summary>
public sealed class DocumentReader
{
    private readonly JsonElement element;
    private readonly string pointer;
    private readonly List<string> asked = new(16);

    private DocumentReader(JsonElement element, string pointer, List<Refusal> refusals)
    {
        this.element = element;
        this.pointer = pointer;
        Refusals = refusals;
    }

    /// <summary>All refusals so far, of this object and those below it; shared by the whole tree.</summary>
    public List<Refusal> Refusals { get; }

    public bool IsClean => Refusals.Count == 0;

    public string Pointer => pointer;

    public JsonElement Element => element;

    /// <summary>Starts reading; anything but an object is refused at once (json.object).</summary>
    public static DocumentReader Of(JsonElement element, string pointer = "", List<Refusal>? refusals = null)
    {
        var reader = new DocumentReader(element, pointer, refusals ?? []);
        if (element.ValueKind != JsonValueKind.Object)
        {
            reader.Refuse("json.object", "");
        }

        return reader;
    }

    /// <summary>Whether the field stands in the document, also as null.</summary>
    public bool Has(string name)
    {
        Ask(name);
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out _);
    }

    /// <summary>The field, or nothing when it is absent or null.</summary>
    public JsonElement? Any(string name, bool required = false)
    {
        Ask(name);
        if (
            element.ValueKind == JsonValueKind.Object
            && element.TryGetProperty(name, out var value)
            && value.ValueKind != JsonValueKind.Null
        )
        {
            return value;
        }

        if (required)
        {
            Refuse("json.required", name);
        }

        return null;
    }

    /// <summary>Text of 1 to <paramref name="max"/> characters without control characters, trimmed.</summary>
    public string? Text(string name, int max = 200, bool required = false)
    {
        if (Any(name, required) is not { } value)
        {
            return null;
        }

        return AsText(value, "/" + Escape(name), max);
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

        if (value.ValueKind == JsonValueKind.String)
        {
            foreach (var (word, meaning) in words)
            {
                if (value.ValueEquals(word))
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

    /// <summary>The object below a field.</summary>
    public DocumentReader? Below(string name, bool required = false) =>
        Any(name, required) is { } value ? Of(value, $"{pointer}/{Escape(name)}", Refusals) : null;

    /// <summary>The objects of a list.</summary>
    public IReadOnlyList<DocumentReader> Each(string name, int max, bool required = false, string? tooMany = null)
    {
        var items = Items(name, max, required, tooMany);
        var readers = new DocumentReader[items.Length];
        for (var i = 0; i < items.Length; i++)
        {
            readers[i] = Of(items[i], $"{pointer}/{Escape(name)}/{i}", Refusals);
        }

        return readers;
    }

    /// <summary>The texts of a list.</summary>
    public ImmutableArray<string> Texts(string name, int max = 100, bool required = false, int maxLength = 64)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        var i = 0;
        foreach (var item in Items(name, max, required, null))
        {
            if (AsText(item, $"/{Escape(name)}/{i++}", maxLength) is { } text)
            {
                texts.Add(text);
            }
        }

        return texts.ToImmutable();
    }

    /// <summary>{fa, en}, one of them enough.</summary>
    public LocalText? Title(string name = "title", bool required = true)
    {
        if (Below(name, required) is not { } below)
        {
            return null;
        }

        var title = new LocalText(below.Text("fa"), below.Text("en"));
        below.Done();
        if (title.Fa is null && title.En is null)
        {
            below.Refuse("json.title", "");
            return null;
        }

        return title;
    }

    /// <summary>Says that all fields have been asked for: any other one is refused (json.unknown-field).</summary>
    public void Done()
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var property in element.EnumerateObject())
        {
            var known = false;
            foreach (var name in asked)
            {
                if (property.NameEquals(name))
                {
                    known = true;
                    break;
                }
            }

            if (!known)
            {
                var name = JsonText.NameOf(property);
                Refusals.Add(
                    new Refusal("json.unknown-field", $"{pointer}/{Escape(name)}", name) { Kind = RefusalKind.BadCall }
                );
            }
        }
    }

    /// <summary>Adds a refusal at a field of this object ("" for the object itself).</summary>
    public void Refuse(string code, string name, params object[] args) =>
        Refusals.Add(new Refusal(code, name.Length == 0 ? pointer : $"{pointer}/{Escape(name)}", args));

    /// <summary>The same, of a place below: "hours/2".</summary>
    public void RefuseBelow(string code, string place, params object[] args) =>
        Refusals.Add(new Refusal(code, $"{pointer}/{place}", args));

    private static bool HasOffset(string text) =>
        text[^1] is 'Z' or 'z' || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');

    private static string Escape(string name) => JsonText.Escape(name);

    private void Ask(string name) => asked.Add(name);

    private JsonElement[] Items(string name, int max, bool required, string? tooMany)
    {
        if (Any(name, required) is not { } value)
        {
            return [];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            Refuse("json.list", name);
            return [];
        }

        if (value.GetArrayLength() > max)
        {
            Refuse(tooMany ?? "json.too-many", name, max);
            return [];
        }

        return [.. value.EnumerateArray()];
    }

    private string? AsText(JsonElement value, string below, int max)
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
            if (char.IsControl(c))
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
            var whole = value.TryGetDecimal(out var d) && d == decimal.Truncate(d);
            Refusals.Add(
                whole || !value.TryGetDecimal(out _)
                    ? new Refusal("json.range", pointer + below, min, max)
                    : new Refusal("json.whole", pointer + below)
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
