using System.Collections.Immutable;
using System.Text.Json;

namespace Vafa.Core.Values;

/// <summary>
/// Reads one JSON object field by field and collects what is wrong with it, each with the JSON pointer of its place:
/// a field nobody asked for, a missing one, a wrong type, a value out of its range. Numbers must be whole where whole
/// is asked; nothing is rounded, nothing guessed.
/// </summary>
public sealed partial class DocumentReader
{
    private readonly JsonElement element;
    private readonly string pointer;
    private readonly List<string> asked = new(16);
    private bool isBroken;

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
        return Find(name, out _);
    }

    /// <summary>The field, or nothing when it is absent or null.</summary>
    public JsonElement? Any(string name, bool required = false)
    {
        Ask(name);
        if (Find(name, out var value) && value.ValueKind != JsonValueKind.Null)
        {
            return value;
        }

        // Of what is no object, and refused as such, nothing is missed.
        if (required && element.ValueKind == JsonValueKind.Object)
        {
            Refuse("json.required", name);
        }

        return null;
    }

    /// <summary>
    /// Finds a field. An object with a name that is half a character (\udc00) makes .NET throw: such an object is
    /// refused once, as a whole (json.unknown-field), and reads as empty.
    /// </summary>
    private bool Find(string name, out JsonElement value)
    {
        value = default;
        if (isBroken || element.ValueKind != JsonValueKind.Object)
        {
            return false;
        }

        try
        {
            return element.TryGetProperty(name, out value);
        }
        catch (InvalidOperationException)
        {
            isBroken = true;
            Refusals.Add(new Refusal("json.unknown-field", pointer, "\ufffd") { Kind = RefusalKind.BadCall });
            return false;
        }
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

    /// <summary>The whole numbers of a list; null when there is none.</summary>
    public ImmutableArray<long>? Wholes(string name, int most, long min, long max)
    {
        if (Any(name, required: false) is null)
        {
            return null;
        }

        var numbers = ImmutableArray.CreateBuilder<long>();
        var i = 0;
        foreach (var item in Items(name, most, required: false, null))
        {
            if (AsWhole(item, $"/{Escape(name)}/{i++}", min, max) is { } number)
            {
                numbers.Add(number);
            }
        }

        return numbers.ToImmutable();
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
                if (JsonText.IsName(property, name))
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
}
