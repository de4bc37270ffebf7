using System.Text.Json;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>What the words over several conditions have in common.</summary>
internal static class Joined
{
    public static string By(string word, IReadOnlyList<Condition> parts, Wording wording) =>
        parts.Count == 1
            ? parts[0].Sentence(wording)
            : string.Join(
                word,
                parts.Select(p => p.Parts.Count > 1 ? $"({p.Sentence(wording)})" : p.Sentence(wording))
            );

    public static void Write(Utf8JsonWriter json, IReadOnlyList<Condition> parts)
    {
        json.WriteStartArray();
        foreach (var part in parts)
        {
            ConditionDocument.Write(part, json);
        }

        json.WriteEndArray();
    }

    /// <summary>Codes as a list: «الف، ب یا ج».</summary>
    public static string Names(Wording wording, NameKind kind, IReadOnlyList<string> codes)
    {
        var names = codes.Select(c => wording.NameInside(kind, c)).ToList();
        return names.Count < 2
            ? string.Concat(names)
            : string.Join(wording.Say("، ", ", "), names.Take(names.Count - 1))
                + wording.Say(" یا ", " or ")
                + names[^1];
    }

    public static void WriteCodes(Utf8JsonWriter json, IReadOnlyList<string> codes, string name = "in")
    {
        json.WriteStartArray(name);
        foreach (var code in codes)
        {
            json.WriteStringValue(code);
        }

        json.WriteEndArray();
    }

    public static void WriteWithin(Utf8JsonWriter json, Window? within)
    {
        if (within is not { } window)
        {
            return;
        }

        if (window.Days > 0)
        {
            json.WriteStartObject("within");
            json.WriteNumber("days", window.Days);
            json.WriteEndObject();
            return;
        }

        json.WriteString("within", PeriodWords.Of(window.Period));
    }

    /// <summary>«در ۳۰ روز گذشته» / "in the last 30 days".</summary>
    public static string Within(Wording wording, Window? within) =>
        within switch
        {
            null => "",
            { Days: > 0 } w => wording.Say(
                $" در {wording.Number(w.Days)} روز گذشته",
                $" in the last {wording.Number(w.Days)} days"
            ),
            { Period: Period.Day } => wording.Say(" امروز", " today"),
            { Period: Period.Week } => wording.Say(" در این هفته", " this week"),
            { Period: Period.Month } => wording.Say(" در این ماه", " this month"),
            { Period: Period.Year } => wording.Say(" در امسال", " this year"),
            _ => "",
        };
}
