using System.Collections.Immutable;
using System.Text.Json;
using Vafa.Core.Offers;
using Vafa.Core.Offers.Conditions;
using Vafa.Core.Offers.Effects;
using Vafa.Core.Values;

namespace Vafa.Core.Tiers;

/// <summary>
/// The JSON of a tier: {code, title, from?: {spent?, visits?, earned?: {unit, amount}}, match?, byInvitation?,
/// earning?: [{unit, times}], services?, about?, colour?}.
/// </summary>
internal static class TierDocument
{
    private const int MostServices = 20;
    private const int LongestService = 200;
    private const int LongestAbout = 4_000;

    private static readonly (string Word, bool NeedsAll)[] Matches = [("all", true), ("any", false)];

    /// <summary>
    /// Refused at their pointers: ladder.tier-taken, ladder.needs-from (neither asks for something nor is by
    /// invitation), ladder.invitation-asks (both), ladder.unknown-unit, ladder.unit-twice, ladder.colour.
    /// </summary>
    /// <param name="taken">Codes of tiers that are used; the one read here is added.</param>
    public static Tier Read(DocumentReader fields, HashSet<string> taken, KnownThings known)
    {
        var code = fields.Code("code", required: true);
        if (code is not null && !taken.Add(code))
        {
            fields.Refuse("ladder.tier-taken", "code", code);
        }

        var title = fields.Title();
        var from = ReadFrom(fields, known);
        var needsAll = fields.Choice<bool>("match", required: false, Matches) ?? true;
        var byInvitation = fields.YesNo("byInvitation") ?? false;
        if (byInvitation == !from.IsEmpty && fields.Element.ValueKind == JsonValueKind.Object)
        {
            fields.Refuse(byInvitation ? "ladder.invitation-asks" : "ladder.needs-from", "from");
        }

        var tier = new Tier(
            code ?? "",
            title ?? new LocalText("", null),
            from,
            needsAll,
            byInvitation,
            ReadEarning(fields, known),
            [.. fields.Each("services", MostServices).Select(s => ReadText(s, LongestService)).OfType<LocalText>()],
            fields.Below("about") is { } about ? ReadText(about, LongestAbout) : null,
            ReadColour(fields)
        );
        fields.Done();
        return tier;
    }

    public static void Write(Tier tier, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("code", tier.Code);
        OfferDocument.WriteTitle(json, tier.Title);
        WriteFrom(tier, json);
        json.WriteString("match", tier.NeedsAll ? Matches[0].Word : Matches[1].Word);
        json.WriteBoolean("byInvitation", tier.ByInvitation);
        json.WriteStartArray("earning");
        foreach (var (unit, hundredths) in tier.Earning)
        {
            json.WriteStartObject();
            json.WriteString("unit", unit);
            Amounts.Write(json, "times", hundredths, 100);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("services");
        foreach (var service in tier.Services)
        {
            json.WriteStartObject();
            WriteText(json, service);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (tier.About is { } about)
        {
            OfferDocument.WriteTitle(json, about, "about");
        }
        else
        {
            json.WriteNull("about");
        }

        json.WriteString("colour", tier.Colour?.ToString());
        json.WriteEndObject();
    }

    private static ImmutableArray<Requirement> ReadFrom(DocumentReader fields, KnownThings known)
    {
        if (fields.Below("from") is not { } from)
        {
            return [];
        }

        var asks = ImmutableArray.CreateBuilder<Requirement>(3);
        if (from.Money("spent", min: 1) is { } spent)
        {
            asks.Add(new Requirement(RequirementKind.Spent, spent.Minor));
        }

        if (from.Whole("visits", 1, 1_000_000) is { } visits)
        {
            asks.Add(new Requirement(RequirementKind.Visits, visits));
        }

        if (from.Below("earned") is { } earned)
        {
            var unit = Unit(earned, known);
            var amount = earned.Whole("amount", 1, EarningBase.Most, required: true);
            earned.Done();
            asks.Add(new Requirement(RequirementKind.Earned, amount ?? 1, unit));
        }

        from.Done();
        return asks.ToImmutable();
    }

    private static void WriteFrom(Tier tier, Utf8JsonWriter json)
    {
        if (tier.ByInvitation)
        {
            json.WriteNull("from");
            return;
        }

        json.WriteStartObject("from");
        Amounts.Write(json, "spent", AmountOf(tier, RequirementKind.Spent)?.Amount);
        Amounts.Write(json, "visits", AmountOf(tier, RequirementKind.Visits)?.Amount);
        if (AmountOf(tier, RequirementKind.Earned) is { } earned)
        {
            json.WriteStartObject("earned");
            json.WriteString("unit", earned.Unit);
            json.WriteNumber("amount", earned.Amount);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("earned");
        }

        json.WriteEndObject();
    }

    private static Requirement? AmountOf(Tier tier, RequirementKind kind) =>
        tier.From.Where(r => r.Kind == kind).Select(r => (Requirement?)r).FirstOrDefault();

    private static ImmutableArray<TierTimes> ReadEarning(DocumentReader fields, KnownThings known)
    {
        var earning = ImmutableArray.CreateBuilder<TierTimes>();
        var units = new HashSet<string>(StringComparer.Ordinal);
        foreach (var below in fields.Each("earning", 20))
        {
            var unit = Unit(below, known);
            var times = below.Scaled("times", 2, 101, 1_000, required: true);
            below.Done();
            if (unit.Length > 0 && !units.Add(unit))
            {
                below.Refuse("ladder.unit-twice", "unit", unit);
            }

            earning.Add(new TierTimes(unit, (int)(times ?? 100)));
        }

        return earning.ToImmutable();
    }

    private static string Unit(DocumentReader fields, KnownThings known)
    {
        var unit = fields.Code("unit", required: true);
        if (unit is not null && !known.Units.Contains(unit))
        {
            fields.Refuse("ladder.unknown-unit", "unit", unit);
        }

        return unit ?? "";
    }

    private static Colour? ReadColour(DocumentReader fields)
    {
        if (fields.Text("colour", 7) is not { } text)
        {
            return null;
        }

        var colour = Colour.Parse(text);
        if (colour is null)
        {
            fields.Refuse("ladder.colour", "colour");
        }

        return colour;
    }

    private static LocalText? ReadText(DocumentReader fields, int longest)
    {
        var lines = longest > LongestService;
        var text = new LocalText(fields.Text("fa", longest, lines: lines), fields.Text("en", longest, lines: lines));
        fields.Done();
        if (text.Fa is null && text.En is null && fields.Element.ValueKind == JsonValueKind.Object)
        {
            fields.Refuse("json.title", "");
            return null;
        }

        return text;
    }

    private static void WriteText(Utf8JsonWriter json, LocalText text)
    {
        if (text.Fa is { } fa)
        {
            json.WriteString("fa", fa);
        }

        if (text.En is { } en)
        {
            json.WriteString("en", en);
        }
    }
}
