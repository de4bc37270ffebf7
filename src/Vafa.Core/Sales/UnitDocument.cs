using System.Text.Json;
using Vafa.Core.Ledger;
using Vafa.Core.Offers;
using Vafa.Core.Offers.Effects;
using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>
/// The JSON of a unit: {title, worth, expiresAfterDays?, availableAfterDays?, maySpend, spendValue?}.
/// </summary>
public static class UnitDocument
{
    private const long MostWorth = 1_000_000_000L * Worth.Scale;

    /// <summary>
    /// Reads a document. Worth and spend value have at most four decimals and lie from 0 to 10^9; a unit that may be
    /// spent pays its worth unless <c>spendValue</c> says otherwise, and must pay something. A lot must not end before
    /// it can be spent (unit.never-available).
    /// </summary>
    public static Outcome<Unit> Read(JsonElement json, string code)
    {
        var fields = DocumentReader.Of(json);
        var title = fields.Title();
        var worth = fields.Scaled("worth", 4, 0, MostWorth, required: true) ?? 0;
        var expires = fields.Whole("expiresAfterDays", 0, 36_600);
        var available = fields.Whole("availableAfterDays", 0, 3_660);
        var maySpend = fields.YesNo("maySpend", required: true) ?? false;
        var pays = fields.Scaled("spendValue", 4, 1, MostWorth) ?? (maySpend ? worth : 0);
        fields.Done();
        if (available > expires)
        {
            fields.Refuse("unit.never-available", "availableAfterDays");
        }

        if (fields.IsClean && maySpend && pays == 0)
        {
            fields.Refuse("unit.pays-nothing", "spendValue");
        }

        return fields.IsClean
            ? new Unit(
                code,
                title!,
                new Worth(worth),
                maySpend,
                new Worth(pays),
                (int?)expires,
                available is > 0 ? (int)available : null
            )
            : fields.Refusals;
    }

    /// <summary>Writes the document with all defaults shown.</summary>
    public static void Write(Unit unit, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        OfferDocument.WriteTitle(json, unit.Title);
        Amounts.Write(json, "worth", unit.Worth.TenThousandths, Worth.Scale);
        Amounts.Write(json, "expiresAfterDays", unit.ExpiresAfterDays);
        Amounts.Write(json, "availableAfterDays", unit.AvailableAfterDays);
        json.WriteBoolean("maySpend", unit.MaySpend);
        if (unit.SpendValue.TenThousandths > 0)
        {
            Amounts.Write(json, "spendValue", unit.SpendValue.TenThousandths, Worth.Scale);
        }
        else
        {
            json.WriteNull("spendValue");
        }

        json.WriteEndObject();
    }
}
