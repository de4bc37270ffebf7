using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>
/// A decision told briefly: one line for the cashier, a few for the member. The owner reads all of it
/// (<see cref="Explain"/>).
/// </summary>
public static class Brief
{
    private const int MostNear = 3;
    private const long NearPieces = 3_000;
    private const long NearVisits = 2;

    /// <summary>What a cashier says at a glance: what applies and what it is worth, and what is nearest.</summary>
    public static string ForCashier(Explained said, Decision decision, Wording wording)
    {
        var nearest = Near(said, decision) is not [var near, ..]
            ? ""
            : wording.Say(
                $" نزدیک: {near.Distance} تا «{Title(near.Title, wording)}».",
                $" Near: {near.Distance} to “{Title(near.Title, wording)}”."
            );
        if (said.Applied.Count == 0)
        {
            return wording.Say("پیشنهادی در کار نیست.", "No offer applies.") + nearest;
        }

        var sentences = string.Join(wording.Say("؛ ", "; "), said.Applied.Select(a => a.Sentence));
        var worth = new Money(said.Applied.Sum(a => a.Value.Minor));
        var value = worth.Minor > 0 ? wording.Say($" ({wording.Money(worth)})", $" ({wording.Money(worth)})") : "";
        return $"{sentences}{value}.{nearest}";
    }

    /// <summary>What a member reads: what he got and by what, then what is within reach.</summary>
    public static IReadOnlyList<string> ForMember(Explained said, Decision decision, Wording wording)
    {
        var lines = new List<string>();
        foreach (var offer in said.Applied.GroupBy(a => a.Offer, StringComparer.Ordinal))
        {
            var sentences = string.Join(wording.Say(" و ", " and "), offer.Select(a => a.Sentence));
            lines.Add($"{Title(offer.First().Title, wording)}: {sentences}.");
        }

        lines.AddRange(
            Near(said, decision)
                .Select(near =>
                    wording.Say(
                        $"با {near.Distance} به «{Title(near.Title, wording)}» می‌رسید.",
                        $"{near.Distance}, and “{Title(near.Title, wording)}” is yours."
                    )
                )
        );
        return lines;
    }

    /// <summary>
    /// Offers the customer can still reach, the nearest kind first: money up to the worth of the basket again, a few
    /// pieces, a visit or two. Days and wallets are no talk of a till.
    /// </summary>
    public static IReadOnlyList<OfferNotApplied> Near(Explained said, Decision decision) =>
        [
            .. said
                .NotApplied.Where(o => IsNear(o, decision.Total))
                .OrderBy(o => o.Measure)
                .ThenBy(o => o.Missing)
                .Take(MostNear),
        ];

    private static bool IsNear(OfferNotApplied offer, Money total) =>
        offer.Missing is { } missing
        && offer.Measure switch
        {
            Measure.Money => missing <= total.Minor,
            Measure.Quantity => missing <= NearPieces,
            Measure.Visits => missing <= NearVisits,
            Measure.None or Measure.Days or Measure.Units or Measure.Tiers => false,
            _ => false,
        };

    private static string Title(LocalText title, Wording wording) => wording.Inside(wording.Title(title));
}
