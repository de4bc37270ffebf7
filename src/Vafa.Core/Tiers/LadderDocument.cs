using System.Collections.Immutable;
using System.Text.Json;
using Vafa.Core.Offers;
using Vafa.Core.Values;

namespace Vafa.Core.Tiers;

/// <summary>
/// The JSON of a ladder: {title, measure, tiers, fall?, graceDays?, warnDays?}; measure is {"days": N}, "year" or
/// "anniversary".
/// </summary>
public static class LadderDocument
{
    /// <summary>A ladder has at most so many tiers.</summary>
    public const int MostTiers = 12;

    private const int UsualWarnDays = 14;

    private static readonly (string Word, FallRule Value)[] Falls =
    [
        ("recalculated", FallRule.Recalculated),
        ("oneStep", FallRule.OneStep),
        ("never", FallRule.Never),
    ];

    private static readonly (string Word, SpanKind Value)[] Years =
    [
        ("year", SpanKind.Year),
        ("anniversary", SpanKind.Anniversary),
    ];

    /// <summary>
    /// Reads a document. Refused at their pointers: ladder.no-tiers, ladder.too-many-tiers (over 12), ladder.not-harder
    /// for a tier that does not ask for more than the one below, what <see cref="TierDocument"/> refuses of a tier, and
    /// what the document reader refuses.
    /// </summary>
    /// <param name="known">The club's units, and its other ladders, whose tiers have other codes.</param>
    public static Outcome<Ladder> Read(JsonElement json, string code, KnownThings known)
    {
        var fields = DocumentReader.Of(json);
        var title = fields.Title();
        var span = ReadSpan(fields);
        var tiers = ReadTiers(fields, code, known);
        var fall = fields.Choice<FallRule>("fall", required: false, Falls) ?? FallRule.Recalculated;
        var grace = fields.Whole("graceDays", 0, 366) ?? 0;
        var warn = fields.Whole("warnDays", 0, 92) ?? UsualWarnDays;
        fields.Done();
        if (fields.IsClean)
        {
            RefuseEasier(fields, tiers);
        }

        return fields.IsClean ? new Ladder(code, title!, span, tiers, fall, (int)grace, (int)warn) : fields.Refusals;
    }

    /// <summary>Writes the document with all defaults shown.</summary>
    public static void Write(Ladder ladder, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        OfferDocument.WriteTitle(json, ladder.Title);
        if (ladder.Span.Kind == SpanKind.Days)
        {
            json.WriteStartObject("measure");
            json.WriteNumber("days", ladder.Span.Days);
            json.WriteEndObject();
        }
        else
        {
            json.WriteString("measure", WordOf(ladder.Span.Kind));
        }

        json.WriteStartArray("tiers");
        foreach (var tier in ladder.Tiers)
        {
            TierDocument.Write(tier, json);
        }

        json.WriteEndArray();
        json.WriteString("fall", WordOf(ladder.Fall));
        json.WriteNumber("graceDays", ladder.GraceDays);
        json.WriteNumber("warnDays", ladder.WarnDays);
        json.WriteEndObject();
    }

    public static string WordOf(FallRule fall) => Falls[(int)fall].Word;

    private static string WordOf(SpanKind kind) => Years[(int)kind - 1].Word;

    private static LadderSpan ReadSpan(DocumentReader fields)
    {
        if (fields.Any("measure", required: true) is not { } measure)
        {
            return default;
        }

        if (measure.ValueKind == JsonValueKind.Object)
        {
            var below = fields.Below("measure")!;
            var days = below.Whole("days", 1, 3_660, required: true);
            below.Done();
            return LadderSpan.LastDays((int)(days ?? 1));
        }

        return fields.Choice<SpanKind>("measure", required: true, Years) is { } kind
            ? new LadderSpan(kind, 0)
            : default;
    }

    private static ImmutableArray<Tier> ReadTiers(DocumentReader fields, string code, KnownThings known)
    {
        if (
            fields.Any("tiers", required: true) is { ValueKind: JsonValueKind.Array } list
            && list.GetArrayLength() == 0
        )
        {
            fields.Refuse("ladder.no-tiers", "tiers");
        }

        var taken = known.Ladders.Where(l => l.Key != code).SelectMany(l => l.Value).ToHashSet(StringComparer.Ordinal);
        var tiers = ImmutableArray.CreateBuilder<Tier>();
        foreach (var below in fields.Each("tiers", MostTiers, tooMany: "ladder.too-many-tiers"))
        {
            tiers.Add(TierDocument.Read(below, taken, known));
        }

        return tiers.ToImmutable();
    }

    /// <summary>Tiers by invitation ask for nothing and stand anywhere.</summary>
    private static void RefuseEasier(DocumentReader fields, ImmutableArray<Tier> tiers)
    {
        Tier? below = null;
        for (var i = 0; i < tiers.Length; i++)
        {
            if (tiers[i].ByInvitation)
            {
                continue;
            }

            if (below is not null && !tiers[i].IsHarderThan(below))
            {
                fields.RefuseBelow("ladder.not-harder", $"tiers/{i}/from", below.Title);
            }

            below = tiers[i];
        }
    }
}
