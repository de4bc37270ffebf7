using System.Globalization;
using System.Text.Json;
using Vafa.Core.Values;
using Vafa.Features.Programme;
using Vafa.Ui;
using Vafa.Web;

namespace Vafa.Features.Members;

/// <summary>Stored values of the owner's fields as JSON of their type.</summary>
internal static class FieldValues
{
    public static IReadOnlyDictionary<string, JsonElement> Show(IEnumerable<MemberField> fields, ClubVersion club)
    {
        var shown = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            shown[field.Code] = Show(club.Fields.GetValueOrDefault(field.Code)?.Type, field.Value);
        }

        return shown;
    }

    /// <summary>A value as people read it.</summary>
    /// <param name="type">Null where the club no longer has the field.</param>
    public static string Say(JsonElement value, FieldType? type, Wording words, Dates dates) =>
        value.ValueKind switch
        {
            JsonValueKind.True => words.Say("بله", "yes"),
            JsonValueKind.False => words.Say("نه", "no"),
            JsonValueKind.Number => words.Digits(value.GetRawText()),
            JsonValueKind.String when type == FieldType.Date && Day(value.GetString()!) is { } day => dates.Short(day),
            _ => value.ToString(),
        };

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>What was stored before the owner changed the type of its field is shown as text.</summary>
    private static JsonElement Show(FieldType? type, string value)
    {
        if (type is FieldType.YesNo && value is "true" or "false")
        {
            return JsonSerializer.SerializeToElement(value == "true", Answers.Json);
        }

        return
            type is FieldType.Number
            && decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? JsonSerializer.SerializeToElement(number, Answers.Json)
            : JsonSerializer.SerializeToElement(value, Answers.Json);
    }
}
