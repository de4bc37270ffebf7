using System.Collections.Immutable;
using System.Text.Json;
using Vafa.Core.Offers.Conditions;
using Vafa.Core.Offers.Effects;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>The JSON of an offer, both ways. Everything but <c>title</c> and <c>give</c> may be left out.</summary>
public static class OfferDocument
{
    private static readonly (string Word, OfferState Value)[] States =
    [
        ("live", OfferState.Live),
        ("draft", OfferState.Draft),
        ("paused", OfferState.Paused),
        ("ended", OfferState.Ended),
    ];

    /// <summary>The group of an offer that names none.</summary>
    public const string DefaultGroup = "main";

    /// <summary>
    /// Reads a document. Refused, each with its JSON pointer: unknown fields and words (kind BadCall), missing ones,
    /// values out of range, units, groups, branches and fields the club does not have, conditions nested deeper than 20
    /// (offer.too-deep), an end before the start, more than 100 % off.
    /// </summary>
    /// <param name="code">The offer's code, from the address.</param>
    /// <param name="age">Order of first creation; the smaller, the older.</param>
    public static Outcome<Offer> Read(JsonElement json, string code, int age, KnownThings known)
    {
        var fields = DocumentReader.Of(json);
        var title = fields.Title();
        var give = ReadEffects(fields, known);
        var when = fields.Any("when") is { } tree
            ? ConditionDocument.Read(tree, "/when", fields.Refusals, known)
            : null;
        var offer = new Offer(
            code,
            age,
            title ?? new LocalText(null, null),
            give,
            when,
            ScheduleDocument.Read(fields.Below("schedule")),
            fields.Code("group") ?? DefaultGroup,
            fields.YesNo("combine") ?? false,
            fields.Texts("notWith"),
            (int)(fields.Whole("priority", -1_000_000, 1_000_000) ?? 0),
            fields.Choice<OfferState>("state", required: false, States) ?? OfferState.Live,
            ReadLimits(fields.Below("limits")),
            fields.Percent("holdout", 100) ?? default
        );
        fields.Done();
        return fields.IsClean ? offer : fields.Refusals;
    }

    /// <summary>Writes the document with all defaults shown.</summary>
    public static void Write(Offer offer, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteTitle(json, offer.Title);
        json.WriteStartArray("give");
        foreach (var effect in offer.Give)
        {
            EffectDocument.Write(effect, json);
        }

        json.WriteEndArray();
        WriteWhen(json, offer.When);
        ScheduleDocument.Write(offer.Schedule, json);
        json.WriteString("group", offer.Group);
        json.WriteBoolean("combine", offer.Combine);
        Joined.WriteCodes(json, offer.NotWith, "notWith");
        json.WriteNumber("priority", offer.Priority);
        json.WriteString("state", States[(int)offer.State].Word);
        WriteLimits(offer.Limits, json);
        Amounts.Write(json, "holdout", offer.Holdout);
        json.WriteEndObject();
    }

    /// <summary>The word of a state, as in the document.</summary>
    public static string WordOf(OfferState state) => States[(int)state].Word;

    internal static void WriteTitle(Utf8JsonWriter json, LocalText title, string name = "title")
    {
        json.WriteStartObject(name);
        if (title.Fa is { } fa)
        {
            json.WriteString("fa", fa);
        }

        if (title.En is { } en)
        {
            json.WriteString("en", en);
        }

        json.WriteEndObject();
    }

    internal static void WriteWhen(Utf8JsonWriter json, Condition? when)
    {
        if (when is null)
        {
            json.WriteNull("when");
            return;
        }

        json.WritePropertyName("when");
        ConditionDocument.Write(when, json);
    }

    private static ImmutableArray<Effect> ReadEffects(DocumentReader fields, KnownThings known)
    {
        if (fields.Any("give", required: true) is not { } give)
        {
            return [];
        }

        if (give.ValueKind != JsonValueKind.Array)
        {
            fields.Refuse("json.list", "give");
            return [];
        }

        if (give.GetArrayLength() is < 1 or > 10)
        {
            fields.Refuse("json.length", "give", 1, 10);
            return [];
        }

        var effects = ImmutableArray.CreateBuilder<Effect>(give.GetArrayLength());
        var i = 0;
        foreach (var item in give.EnumerateArray())
        {
            if (EffectDocument.Read(new ArgumentReader(item, $"/give/{i++}", fields.Refusals, known)) is { } effect)
            {
                effects.Add(effect);
            }
        }

        return effects.ToImmutable();
    }

    private static Limits ReadLimits(DocumentReader? fields)
    {
        if (fields is null)
        {
            return Limits.None;
        }

        var limits = new Limits(
            fields.Money("budget", min: 1),
            fields.Whole("uses", 1, 1_000_000_000_000),
            ReadMemberLimit(fields.Below("perMember")),
            fields.Money("maxValue", min: 1)
        )
        {
            PerPeriod = ReadSpan(fields.Below("perPeriod"), everySaid: true),
            PerBranch = ReadSpan(fields.Below("perBranch"), everySaid: false),
        };
        fields.Done();
        return limits;
    }

    internal static MemberLimit? ReadMemberLimit(DocumentReader? fields)
    {
        if (fields is null)
        {
            return null;
        }

        var uses = fields.Whole("uses", 1, 1_000_000, required: true) ?? 1;
        var every = fields.Choice<Period>("every", required: false, PeriodWords.All) ?? Period.Ever;
        fields.Done();
        return new MemberLimit((int)uses, every);
    }

    /// <summary>Uses, budget or both must be said (offer.uses-or-budget); "ever" is no period.</summary>
    private static SpanLimit? ReadSpan(DocumentReader? fields, bool everySaid)
    {
        if (fields is null)
        {
            return null;
        }

        var every = fields.Choice<Period>("every", everySaid, everySaid ? PeriodWords.All[1..] : PeriodWords.All);
        var (uses, budget) = (fields.Whole("uses", 1, 1_000_000_000_000), fields.Money("budget", min: 1));
        if (!fields.Has("uses") && !fields.Has("budget"))
        {
            fields.Refuse("offer.uses-or-budget", "");
        }

        fields.Done();
        return new SpanLimit(every ?? Period.Ever, uses, budget);
    }

    private static void WriteSpan(Utf8JsonWriter json, string name, SpanLimit? span)
    {
        if (span is null)
        {
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("every", PeriodWords.Of(span.Every));
        Amounts.Write(json, "uses", span.Uses);
        Amounts.Write(json, "budget", span.Budget);
        json.WriteEndObject();
    }

    private static void WriteLimits(Limits limits, Utf8JsonWriter json)
    {
        json.WriteStartObject("limits");
        Amounts.Write(json, "budget", limits.Budget);
        Amounts.Write(json, "uses", limits.Uses);
        WriteMemberLimit(json, limits.PerMember);
        Amounts.Write(json, "maxValue", limits.MaxValue);
        WriteSpan(json, "perPeriod", limits.PerPeriod);
        WriteSpan(json, "perBranch", limits.PerBranch);
        json.WriteEndObject();
    }

    internal static void WriteMemberLimit(Utf8JsonWriter json, MemberLimit? perMember)
    {
        if (perMember is not { } per)
        {
            json.WriteNull("perMember");
            return;
        }

        json.WriteStartObject("perMember");
        json.WriteNumber("uses", per.Uses);
        json.WriteString("every", PeriodWords.Of(per.Every));
        json.WriteEndObject();
    }
}
