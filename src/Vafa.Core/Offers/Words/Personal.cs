using System.Globalization;
using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>
/// Each member's own percentage: it stands in a field of numbers that the club defined, where the club, its own
/// programs or an import put it. The word's percentage is then the most of it. Who has no number there, or none above
/// 0, gets nothing.
/// </summary>
/// <param name="Field">Code of the field; null: the same for everybody.</param>
internal readonly record struct Personal(string? Field)
{
    public static readonly Arg Own = new(
        "field",
        ArgKind.Code,
        new("درصد هر عضو از این مشخصه‌اش، تا سقف بالا", "Each member’s own, from this field, up to the above")
    )
    {
        Of = NameKind.NumberField,
        Optional = true,
    };

    public bool IsOwn => Field is not null;

    /// <summary>What counts for this member; nothing for a guest where each has his own.</summary>
    public Percent Of(Percent most, MemberFacts? member)
    {
        if (Field is not { } field)
        {
            return most;
        }

        if (
            member?.Fields is not { } fields
            || !fields.TryGetValue(field, out var text)
            || !decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var own)
            || own <= 0
        )
        {
            return default;
        }

        return own >= most.BasisPoints / 100m ? most : new Percent((int)(own * 100));
    }

    public void Ask(FactsAsked facts)
    {
        if (Field is { } field)
        {
            facts.Field(field);
        }
    }

    public void Write(Utf8JsonWriter json)
    {
        if (Field is { } field)
        {
            json.WriteString(Own.Name, field);
        }
    }

    /// <summary>«تا ۲۰٪»; the percentage as it stands where it is the same for everybody.</summary>
    public string Share(Percent most, Wording wording)
    {
        var share = wording.Percent(most);
        return IsOwn ? wording.Say($"تا {share}", $"up to {share}") : share;
    }

    /// <summary>« (برای هر عضو به اندازهٔ «تخفیف ویژه»)»; nothing where it is the same for everybody.</summary>
    public string Tell(Wording wording) =>
        Field is { } field
            ? wording.Say(
                $" (برای هر عضو به اندازهٔ {wording.NameInside(NameKind.Field, field)})",
                $" (each member’s own: {wording.NameInside(NameKind.Field, field)})"
            )
            : "";

    internal static Personal Read(ArgumentReader at)
    {
        var field = at.Code(Own);
        if (field.Length > 0 && !at.Known.Fields.Contains(field))
        {
            at.Refuse("offer.unknown-field", Own.Name, field);
        }

        return new Personal(field.Length > 0 ? field : null);
    }
}
