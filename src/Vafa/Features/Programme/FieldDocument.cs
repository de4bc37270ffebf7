using System.Text.Json;
using Vafa.Core.Values;

namespace Vafa.Features.Programme;

/// <summary>The JSON of a field: {title, type, choices?, order?, shownAtTill?}.</summary>
public static class FieldDocument
{
    private static readonly (string Word, FieldType Value)[] Types =
    [
        ("text", FieldType.Text),
        ("number", FieldType.Number),
        ("date", FieldType.Date),
        ("choice", FieldType.Choice),
        ("yesNo", FieldType.YesNo),
    ];

    /// <summary>Reads a document. Choices belong to type choice and to no other (field.choices).</summary>
    public static Outcome<FieldDefinition> Read(JsonElement json, string code)
    {
        var fields = DocumentReader.Of(json);
        var title = fields.Title();
        var type = fields.Choice<FieldType>("type", required: true, Types);
        var choices = fields.Texts("choices", 200, maxLength: 200);
        var order = fields.Whole("order", 0, 10_000) ?? 0;
        var shown = fields.YesNo("shownAtTill") ?? false;
        fields.Done();
        if (fields.IsClean && (type == FieldType.Choice) == choices.IsEmpty)
        {
            fields.Refuse("field.choices", "choices");
        }
        else if (fields.IsClean && choices.Distinct(StringComparer.Ordinal).Count() != choices.Length)
        {
            fields.Refuse("field.same-choice", "choices");
        }

        return fields.IsClean
            ? new FieldDefinition(code, title!, type!.Value, choices, (int)order, shown)
            : fields.Refusals;
    }

    /// <summary>Writes the document with all defaults shown.</summary>
    public static void Write(FieldDefinition field, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        TitledDocument.WriteTitle(field.Title, json);
        json.WriteString("type", Types[(int)field.Type].Word);
        if (field.Type == FieldType.Choice)
        {
            json.WriteStartArray("choices");
            foreach (var choice in field.Choices)
            {
                json.WriteStringValue(choice);
            }

            json.WriteEndArray();
        }

        json.WriteNumber("order", field.Order);
        json.WriteBoolean("shownAtTill", field.ShownAtTill);
        json.WriteEndObject();
    }
}
