using System.Collections.Immutable;
using System.Text.Json;
using Vafa.Core.Ledger;
using Vafa.Core.Offers;
using Vafa.Core.Values;

namespace Vafa.Core.Earning;

/// <summary>The JSON of an engagement: {title, earn: [{unit, amount}], perMember?: {uses, every}, profile?}.</summary>
public static class EngagementDocument
{
    private const int MostUnits = 10;
    private const int MostOfProfile = 20;

    /// <summary>What a profile has beside the club's own fields.</summary>
    public static readonly ImmutableArray<string> OfProfile =
    [
        "firstName",
        "lastName",
        "birthDate",
        "gender",
        "email",
        "sms",
    ];

    /// <summary>
    /// Refused at their pointers: ledger.unknown-unit, engagement.unit-twice, engagement.unknown-field, and what the
    /// document reader refuses.
    /// </summary>
    /// <param name="known">What it may name; null asks nothing: what is stored was asked once.</param>
    public static Outcome<Engagement> Read(JsonElement json, string code, KnownThings? known = null)
    {
        var fields = DocumentReader.Of(json);
        var title = fields.Title();
        var earn = EarnOf(fields, known);
        var perMember = OfferDocument.ReadMemberLimit(fields.Below("perMember"));
        var profile = fields.Texts("profile", MostOfProfile);
        fields.Done();
        for (var i = 0; i < profile.Length; i++)
        {
            if (!OfProfile.Contains(profile[i]) && known?.Fields.Contains(profile[i]) == false)
            {
                fields.RefuseBelow("engagement.unknown-field", $"profile/{i}", profile[i]);
            }
        }

        return fields.IsClean
            ? new Engagement(code, title!, earn, perMember, [.. profile.Distinct()])
            : fields.Refusals;
    }

    /// <summary>Writes the document with all defaults shown.</summary>
    public static void Write(Engagement engagement, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        OfferDocument.WriteTitle(json, engagement.Title);
        json.WriteStartArray("earn");
        foreach (var (unit, amount) in engagement.Earn)
        {
            json.WriteStartObject();
            json.WriteString("unit", unit);
            json.WriteNumber("amount", amount);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        OfferDocument.WriteMemberLimit(json, engagement.PerMember);
        json.WriteStartArray("profile");
        foreach (var field in engagement.Profile)
        {
            json.WriteStringValue(field);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static ImmutableArray<UnitAmount> EarnOf(DocumentReader fields, KnownThings? known)
    {
        var earn = ImmutableArray.CreateBuilder<UnitAmount>();
        foreach (var part in fields.Each("earn", MostUnits))
        {
            var unit = part.Code("unit", required: true);
            var amount = part.Whole("amount", 1, EarningBase.Most, required: true) ?? 0;
            part.Done();
            if (unit is not null && known?.Units.Contains(unit) == false)
            {
                part.Refuse("ledger.unknown-unit", "unit", unit);
            }
            else if (unit is not null && earn.Any(e => e.Unit == unit))
            {
                part.Refuse("engagement.unit-twice", "unit", unit);
            }

            earn.Add(new UnitAmount(unit ?? "", amount));
        }

        return earn.ToImmutable();
    }
}
