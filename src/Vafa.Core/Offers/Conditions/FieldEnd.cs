using System.Globalization;
using System.Text.Json;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>An end of a range of a custom field: a number or a day. What is neither lies in no range.</summary>
public readonly record struct FieldEnd(decimal Number, DateOnly? Day)
{
    private const string Iso = "yyyy-MM-dd";

    /// <summary>Whether the field's value is this or more.</summary>
    public bool IsUpTo(string has) => Compare(has) >= 0;

    /// <summary>Whether the field's value is this or less.</summary>
    public bool IsFrom(string has) => Compare(has) is <= 0;

    /// <summary>Whether a range from this to that holds anything.</summary>
    public bool IsBefore(in FieldEnd other) =>
        Day is { } day ? other.Day is { } end && day <= end : other.Day is null && Number <= other.Number;

    public string InWords(Wording wording) =>
        Day is { } day
            ? wording.Day(day)
            : wording.Digits(Number.ToString("#,0.############", CultureInfo.InvariantCulture));

    public void Write(Utf8JsonWriter json, string name)
    {
        if (Day is { } day)
        {
            json.WriteString(name, day.ToString(Iso, CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNumber(name, Number);
        }
    }

    internal static FieldEnd? Read(ArgumentReader at, Arg arg)
    {
        if (at.Fields.Any(arg.Name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number))
        {
            return new FieldEnd(number, null);
        }

        if (value.ValueKind == JsonValueKind.String && JsonText.Of(value) is { } text)
        {
            var day = BirthDate.Parse(text);
            if (!day.IsRefused)
            {
                return new FieldEnd(0, day.Value);
            }
        }

        at.Refuse("offer.field-end", arg.Name);
        return null;
    }

    /// <summary>How the value stands to this end; nothing when the two cannot be compared.</summary>
    private int? Compare(string has) =>
        Day is { } day
            ? DateOnly.TryParseExact(has, Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out var held)
                ? held.CompareTo(day)
                : null
            : decimal.TryParse(has, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
                ? number.CompareTo(Number)
                : null;
}
