using System.Globalization;
using System.Text.Json;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>
/// A value of a custom field: its canonical text, and what it was in JSON so that it can be written back.
/// </summary>
public readonly record struct FieldValue(string Text, JsonValueKind Kind)
{
    /// <summary>Text of 1 to 200 characters, a number, or yes and no; nothing for anything else.</summary>
    public static FieldValue? Read(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                var text = JsonText.Of(value)?.Trim();
                return text is { Length: > 0 and <= 200 } && !text.Any(char.IsControl)
                    ? new FieldValue(text, JsonValueKind.String)
                    : null;
            case JsonValueKind.Number:
                return value.TryGetDecimal(out var number)
                    ? new FieldValue(
                        number.ToString("0.############################", CultureInfo.InvariantCulture),
                        value.ValueKind
                    )
                    : null;
            case JsonValueKind.True:
                return new FieldValue("true", JsonValueKind.True);
            case JsonValueKind.False:
                return new FieldValue("false", JsonValueKind.False);
            default:
                return null;
        }
    }

    public string InWords(Wording wording) =>
        Kind switch
        {
            JsonValueKind.True => wording.Say("بله", "yes"),
            JsonValueKind.False => wording.Say("خیر", "no"),
            JsonValueKind.Number => wording.Digits(Text),
            _ => wording.Inside(Text),
        };

    public void Write(Utf8JsonWriter json)
    {
        if (Kind == JsonValueKind.String)
        {
            json.WriteStringValue(Text);
        }
        else
        {
            json.WriteRawValue(Text);
        }
    }
}
