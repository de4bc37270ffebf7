using System.Text.Json;
using Vafa.Features.Programme;
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

    /// <summary>What was stored before the owner changed the type of its field is shown as text.</summary>
    private static JsonElement Show(FieldType? type, string value)
    {
        if (type is FieldType.YesNo && value is "true" or "false")
        {
            return JsonSerializer.SerializeToElement(value == "true", Answers.Json);
        }

        return
            type is FieldType.Number
            && decimal.TryParse(
                value,
                System.Globalization.NumberStyles.Number,
                System.Globalization.CultureInfo.InvariantCulture,
                out var number
            )
            ? JsonSerializer.SerializeToElement(number, Answers.Json)
            : JsonSerializer.SerializeToElement(value, Answers.Json);
    }
}
