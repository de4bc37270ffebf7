using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Vafa.Core.Offers;
using Vafa.Core.Values;
using Vafa.Ui;

namespace Vafa.Features.Audit;

/// <summary>A field that a change touched, as a person reads it; null is "nothing".</summary>
/// <param name="Name">As in the JSON: "firstName".</param>
/// <param name="Label">In the reader's language: «نام».</param>
public sealed record AuditField(string Name, string Label, string? Before, string? After)
{
    /// <summary>Told as JSON, because there are no words for it.</summary>
    [JsonIgnore]
    public bool IsRaw => Starts(Before) || Starts(After);

    private static bool Starts(string? text) => text is ['{' or '[', ..];
}

/// <summary>A change as a person reads it.</summary>
public sealed record AuditTold(string Sentence, IReadOnlyList<AuditField> Fields);

/// <summary>
/// Tells an entry of the audit log in one sentence (who did what to what) and lists what is other than before. An
/// action that has no sentence is told by its own word; a test sees to it that there is none.
/// </summary>
public static class AuditSentence
{
    private const int LongestValue = 300;
    private const int LongestJson = 4_000;

    /// <summary>Where a word of ours may stand; a person may be called anything.</summary>
    private static readonly HashSet<string> Chosen =
    [
        "role",
        "state",
        "calendar",
        "debtPolicy",
        "rounding",
        "every",
        "weekdays",
        "weekStartsOn",
        "type",
        "language",
        "fall",
        "measure",
    ];

    /// <summary>Where a code stands for a thing that has a title.</summary>
    private static readonly Dictionary<string, NameKind> Named = new(StringComparer.Ordinal)
    {
        ["groups"] = NameKind.Group,
        ["unit"] = NameKind.Unit,
        ["branch"] = NameKind.Branch,
        ["notWith"] = NameKind.Offer,
        ["tier"] = NameKind.Tier,
        ["ladder"] = NameKind.Ladder,
    };

    /// <summary>Whether there is a sentence for this action.</summary>
    public static bool Knows(string action) => AuditTexts.Actions.ContainsKey(action);

    /// <param name="known">What an offer may name, so that its condition and benefits are told in words.</param>
    public static AuditTold Of(AuditEntry entry, Wording words, Dates dates, KnownThings? known = null)
    {
        var form = FormOf(entry.Action, isNew: entry.Before is null, words);
        var sentence = string.Format(
            CultureInfo.InvariantCulture,
            form,
            Who(entry.By, words),
            What(entry.Subject, entry.After ?? entry.Before, words)
        );
        return new AuditTold(First(sentence), Between(entry.Before, entry.After, new(words, dates, known)));
    }

    /// <summary>What is other than before, of two states as JSON.</summary>
    internal static IReadOnlyList<AuditField> Between(string? before, string? after, AuditReader reader) =>
        [.. Fields(Parse(before), Parse(after), reader)];

    /// <summary>The kind and the name of a thing in this state: «پیشنهاد «تولد»».</summary>
    internal static string What(string subject, string? state, Wording words) => What(subject, Parse(state), words);

    /// <summary>«sara», «کلید «shop»», «صندوق «t1»» or «سامانه».</summary>
    public static string Who(string by, Wording words)
    {
        var cut = by.IndexOf(':', StringComparison.Ordinal);
        return (cut < 0 ? by : by[..cut]) switch
        {
            "staff" => words.Quoted(by[(cut + 1)..]),
            "key" => words.Say("کلید ", "the key ") + words.Quoted(by[(cut + 1)..]),
            "till" => words.Say("صندوق ", "the till ") + words.Quoted(by[(cut + 1)..]),
            "join" => words.Say("خودش، از ", "in person, by ") + JoinedBy(by[(cut + 1)..], words),
            "system" => words.Say("سامانه", "the system"),
            _ => by,
        };
    }

    private static string JoinedBy(string place, Wording words) =>
        place == Joining.JoinLinks.Poster
            ? words.Say("پوستر", "the poster")
            : words.Say("صندوق ", "the till ") + words.Quoted(place);

    private static string FormOf(string action, bool isNew, Wording words)
    {
        if (!AuditTexts.Actions.TryGetValue(action, out var pair))
        {
            return words.Say("{0} روی {1} کار «" + action + "» را انجام داد.", "{0} did “" + action + "” to {1}.");
        }

        return isNew && pair == AuditTexts.Changed
            ? words.Say(AuditTexts.Made.Fa, AuditTexts.Made.En)
            : words.Say(pair.Fa, pair.En);
    }

    private static string What(string subject, JsonElement? state, Wording words)
    {
        var cut = subject.IndexOf('/', StringComparison.Ordinal);
        var (kind, code) = cut < 0 ? (subject, "") : (subject[..cut], subject[(cut + 1)..]);
        var noun = AuditTexts.Nouns.TryGetValue(kind, out var pair) ? words.Say(pair.Fa, pair.En) : kind;
        var name =
            kind == "plan"
                ? words.Name(NameKind.Unit, code)
                : NameIn(state, words) ?? (code == kind || Guid.TryParse(code, out _) ? "" : code);
        return name.Length == 0 ? noun : $"{noun} {words.Quoted(kind == "staff" ? code : name)}";
    }

    private static string? NameIn(JsonElement? state, Wording words)
    {
        if (state is not { ValueKind: JsonValueKind.Object } fields)
        {
            return null;
        }

        if (fields.TryGetProperty("title", out var title) && Title(title, words) is { } named)
        {
            return named;
        }

        var parts = new[] { Text(fields, "firstName"), Text(fields, "lastName") }.OfType<string>().ToList();
        return parts.Count > 0 ? string.Join(' ', parts) : Text(fields, "name");
    }

    private static IEnumerable<AuditField> Fields(JsonElement? before, JsonElement? after, AuditReader reader)
    {
        var names = Names(before).Concat(Names(after)).Distinct(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var (was, now) = (Find(before, name), Find(after, name));
            if (Same(was, now))
            {
                continue;
            }

            // An object whose parts are all without a value says no more than none.
            var (old, becomes) = (OrNothing(Shown(name, was, reader)), OrNothing(Shown(name, now, reader)));
            if ((old ?? becomes) is not null)
            {
                yield return new AuditField(name, Label(name, reader), old, becomes);
            }
        }
    }

    private static string? OrNothing(string? shown) => string.IsNullOrEmpty(shown) ? null : shown;

    private static bool Same(JsonElement? was, JsonElement? now) =>
        was is { } left && now is { } right ? JsonElement.DeepEquals(left, right) : was is null && now is null;

    private static string Label(string name, AuditReader reader) =>
        AuditTexts.Labels.TryGetValue(name, out var pair) ? reader.Words.Say(pair.Fa, pair.En) : name;

    /// <summary>The fields that the owner added have titles of their own.</summary>
    private static string LabelIn(string parent, string name, AuditReader reader) =>
        parent == "fields" ? reader.Words.Name(NameKind.Field, name) : Label(name, reader);

    private static string? Shown(string name, JsonElement? value, AuditReader reader) =>
        value is not { } given
            ? null
            : given.ValueKind switch
            {
                JsonValueKind.True => reader.Words.Say("بله", "yes"),
                JsonValueKind.False => reader.Words.Say("خیر", "no"),
                JsonValueKind.Number => Number(name, given, reader.Words),
                JsonValueKind.String => Word(name, given, reader),
                JsonValueKind.Array when given.EnumerateArray().All(IsPlain) => List(name, given, reader),
                _ => Title(given, reader.Words)
                    ?? OfferSentence.Of(name, given, reader.Words, reader.Known)
                    ?? Parts(name, given, reader)
                    ?? Cut(given.GetRawText(), LongestJson),
            };

    /// <summary>«بار: ۳، در هر: ماه» of an object whose parts have words; null of any other.</summary>
    private static string? Parts(string name, JsonElement value, AuditReader reader)
    {
        if (name == "when" || value.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var parts = value
            .EnumerateObject()
            .Where(p => !IsNothing(p.Value))
            .Select(p => (p.Name, Text: Shown(p.Name, p.Value, reader)))
            .ToList();
        return parts.Exists(p => p.Text is null or ['{' or '[', ..])
            ? null
            : string.Join(
                reader.Words.Say("، ", ", "),
                parts.Select(p => $"{LabelIn(name, p.Name, reader)}: {p.Text}")
            );
    }

    private static string Number(string name, JsonElement value, Wording words) =>
        AuditMeasures.Shares.Contains(name) ? words.Digits(value.GetRawText()) + words.Say("٪", "%")
        : !value.TryGetInt64(out var whole) ? words.Digits(value.GetRawText())
        : AuditMeasures.Money.Contains(name) ? words.Money(new Money(whole))
        : words.Number(whole);

    private static string Word(string name, JsonElement value, AuditReader reader)
    {
        var text = value.GetString()!;
        if (Named.TryGetValue(name, out var kind))
        {
            return reader.Words.Name(kind, text);
        }

        if (name == "group" && text == OfferDocument.DefaultGroup)
        {
            return reader.Words.Say("اصلی", "main");
        }

        if (Chosen.Contains(name) && AuditTexts.Values.TryGetValue(text, out var pair))
        {
            return reader.Words.Say(pair.Fa, pair.En);
        }

        return text.Length > 18 && text[10] == 'T' && value.TryGetDateTimeOffset(out var at) ? reader.Dates.Full(at)
            : name == "filter" ? Cut(Uri.UnescapeDataString(text), LongestValue)
            : AuditMeasures.Days.Contains(name) && DayOf(text) is { } day ? reader.Dates.Short(day)
            : Cut(text, LongestValue);
    }

    private static DateOnly? DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    private static string List(string name, JsonElement value, AuditReader reader) =>
        string.Join(reader.Words.Say("، ", ", "), value.EnumerateArray().Select(item => Shown(name, item, reader)));

    private static bool IsPlain(JsonElement item) =>
        item.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null);

    private static string? Title(JsonElement value, Wording words) =>
        value.ValueKind != JsonValueKind.Object ? null
        : words.Persian ? Text(value, "fa") ?? Text(value, "en")
        : Text(value, "en") ?? Text(value, "fa");

    private static string? Text(JsonElement fields, string name) =>
        fields.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static JsonElement? Find(JsonElement? state, string name) =>
        state is { ValueKind: JsonValueKind.Object } fields
        && fields.TryGetProperty(name, out var value)
        && !IsNothing(value)
            ? value
            : null;

    /// <summary>An empty list says no more than none.</summary>
    private static bool IsNothing(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => true,
            JsonValueKind.Array => value.GetArrayLength() == 0,
            JsonValueKind.Object => !value.EnumerateObject().Any(),
            _ => false,
        };

    private static IEnumerable<string> Names(JsonElement? state) =>
        state is { ValueKind: JsonValueKind.Object } fields ? fields.EnumerateObject().Select(p => p.Name) : [];

    private static JsonElement? Parse(string? text) =>
        text is null ? null : JsonSerializer.Deserialize<JsonElement>(text);

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest] + "…";

    internal static string First(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}

/// <summary>Who reads an entry, and what its offers may name.</summary>
internal sealed record AuditReader(Wording Words, Dates Dates, KnownThings? Known);
