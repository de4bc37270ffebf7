using System.Text.Json.Nodes;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Offline;

/// <summary>Tells one offer to a till without network.</summary>
internal sealed class OfflineOffer(Programme programme, SaleContext here, OfflineWords words, Wording said)
{
    /// <summary>Null where something of it can only be checked by Vafa itself.</summary>
    /// <param name="rules">Places of the earning rules that are told.</param>
    public JsonObject? Tell(
        OfferSketch sketch,
        IReadOnlyList<OfferCount> counts,
        IReadOnlyDictionary<string, int> rules
    )
    {
        var offer = sketch.Offer;
        // A till does not know what goods cost the club, so it cannot keep the margin.
        if (sketch.TakesOff && programme.Club.MinMargin is not null)
        {
            return null;
        }

        var give = new JsonArray();
        foreach (var effect in sketch.Effects)
        {
            if (TellEffect(effect, rules) is not { } told)
            {
                return null;
            }

            give.Add(told);
        }

        var when = offer.When?.Offline(words);
        if (offer.When is not null && when is null)
        {
            return null;
        }

        return new JsonObject
        {
            ["code"] = offer.Code,
            ["title"] = said.Title(offer.Title),
            ["index"] = sketch.Index,
            ["open"] = Openings(offer.Schedule),
            ["when"] = when,
            ["needs"] = offer.When?.Sentence(said),
            ["give"] = give,
            ["membersOnly"] = sketch.OnlyForMembers,
            ["maxValue"] = offer.Limits.MaxValue?.Minor,
            ["perMember"] = offer.Limits.PerMember?.Uses,
            ["uses"] = LeftOf(sketch, l => l.Uses, c => c.Uses, counts),
            ["budget"] = LeftOf(sketch, l => l.Budget?.Minor, c => c.Given.Minor, counts),
        };
    }

    private JsonObject? TellEffect(in EffectSketch effect, IReadOnlyDictionary<string, int> rules)
    {
        var only = effect.Multiplier?.OfRule;
        if ((only is not null && !rules.ContainsKey(only)) || effect.Effect.Offline(words) is not { } told)
        {
            return null;
        }

        told["word"] = effect.Effect.Word;
        told["sentence"] = effect.Effect.Sentence(said);
        if (effect.Effect.Unit is not null)
        {
            told["unit"] = effect.Unit;
        }

        if (only is not null)
        {
            told["rule"] = rules[only];
        }

        return told;
    }

    /// <summary>The least that its counters leave; null: without end.</summary>
    private static long? LeftOf(
        OfferSketch sketch,
        Func<SpanLimit, long?> most,
        Func<OfferCount, long> gone,
        IReadOnlyList<OfferCount> counts
    ) =>
        sketch
            .Counters.Select(counter =>
                most(counter.Limit)
                - gone(counts.FirstOrDefault(c => c.Offer == sketch.Offer.Code && c.Scope == counter.Scope))
            )
            .Min();

    /// <summary>From when to when it is on, within what the plan reaches; null: all the time.</summary>
    private JsonArray? Openings(Schedule schedule)
    {
        var (start, end) = (here.At, here.At + OfflinePlan.Reach);
        if (schedule == Schedule.Always)
        {
            return null;
        }

        var openings = new JsonArray();
        DateTimeOffset? since = null;
        for (var at = start; at < end; at = NextMinute(at))
        {
            var isOn = Opening.IsOn(schedule, Moment.Of(at, programme.Club.Time.DayOf(at), programme.Club.Time, true));
            if (isOn == since is not null)
            {
                continue;
            }

            if (since is { } from)
            {
                openings.Add(Span(from, schedule.To < at ? schedule.To.Value : at));
            }

            since =
                !isOn ? null
                : schedule.From < at && schedule.From > at.AddMinutes(-1) ? schedule.From
                : at;
        }

        if (since is { } last)
        {
            openings.Add(Span(last, schedule.To < end ? schedule.To.Value : end));
        }

        return openings;
    }

    private static JsonArray Span(DateTimeOffset from, DateTimeOffset to) =>
        new(from.ToUnixTimeMilliseconds(), to.ToUnixTimeMilliseconds());

    private static DateTimeOffset NextMinute(DateTimeOffset at) =>
        new(at.Ticks - (at.Ticks % TimeSpan.TicksPerMinute) + TimeSpan.TicksPerMinute, at.Offset);
}
