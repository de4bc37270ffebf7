using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Vafa.Core.Offers.Conditions;
using Vafa.Core.Values;

namespace Vafa.Features.Programme;

/// <summary>A field that the owner added to members.</summary>
/// <param name="Choices">The values of a field of type choice; else empty.</param>
/// <param name="Order">Where it stands among the others; smaller first.</param>
public sealed record FieldDefinition(
    string Code,
    LocalText Title,
    FieldType Type,
    ImmutableArray<string> Choices,
    int Order,
    bool ShownAtTill
)
{
    /// <summary>
    /// A member's value in the canonical text that is stored and compared: text as it stands, numbers without trailing
    /// zeros, dates as 2026-05-12 (a Jalali date is turned), true and false. Refused: field.text, field.number,
    /// field.date, field.choice, field.yes-no.
    /// </summary>
    public Outcome<string> Canonical(JsonElement value)
    {
        var read = FieldValue.Read(value);
        switch (Type)
        {
            case FieldType.Text when read is { Kind: JsonValueKind.String } text:
                return text.Text;
            case FieldType.Text:
                return new Refusal("field.text");
            case FieldType.Number when read is { Kind: JsonValueKind.Number } number:
                return number.Text;
            case FieldType.Number:
                return new Refusal("field.number");
            case FieldType.Date
                when read is { Kind: JsonValueKind.String } date && !BirthDate.Parse(date.Text).IsRefused:
                return BirthDate.Parse(date.Text).Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            case FieldType.Date:
                return new Refusal("field.date");
            case FieldType.Choice when read is { Kind: JsonValueKind.String } choice && Choices.Contains(choice.Text):
                return choice.Text;
            case FieldType.Choice:
                return new Refusal("field.choice", "", string.Join(", ", Choices));
            case FieldType.YesNo when read is { Kind: JsonValueKind.True or JsonValueKind.False } yesNo:
                return yesNo.Text;
            default:
                return new Refusal("field.yes-no");
        }
    }

    /// <summary>Writes a stored value as the JSON it came from.</summary>
    public void Write(Utf8JsonWriter json, string canonical)
    {
        if (Type is FieldType.Number or FieldType.YesNo)
        {
            json.WriteRawValue(canonical);
        }
        else
        {
            json.WriteStringValue(canonical);
        }
    }
}

public enum FieldType
{
    Text,
    Number,
    Date,
    Choice,
    YesNo,
}
