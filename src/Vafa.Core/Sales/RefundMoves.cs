using Vafa.Core.Ledger;
using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>
/// Moves the wallets for a refund (semantics 12 and 13): what was spent goes back to the lots it came from, then what
/// no longer stands of the earnings is taken back, each unit as a whole.
/// </summary>
public static class RefundMoves
{
    /// <summary>The lots a refund must have loaded even when they are empty: those the sale opened or moved.</summary>
    public static IReadOnlyCollection<long> LotsOf(IEnumerable<Entry> sale) => [.. sale.Select(e => e.Lot).Distinct()];

    /// <summary>Writes the moves into <paramref name="ledger"/>; nothing is refused.</summary>
    /// <param name="policyOf">What a reversal of a unit may do (<see cref="Programme.DebtOf"/>).</param>
    /// <param name="before">What comes before a reversal: a merged id fetches what it is to take.</param>
    public static RefundMoved Apply(
        MemberLedger ledger,
        RecordedMoves recorded,
        RefundPlan plan,
        Func<string, DebtPolicy> policyOf,
        DateTimeOffset now,
        Action<Reversal, DebtPolicy>? before = null
    )
    {
        // Returned first, so that a reversal finds it and makes no debt beside a full wallet.
        var returned = new List<UnitAmount>();
        foreach (var unit in UnitsOf(recorded.Sale, EntryKind.Spent))
        {
            var draws = DrawsOf(recorded.Sale, unit);
            var earlier = Sum(recorded.EarlierRefunds, unit, EntryKind.Returned);
            var after = plan.UnitsBack(draws.Sum(d => d.Amount));
            var back = ledger.Return(RefundMath.DrawsBack(draws, earlier, after), now);
            if (back > 0)
            {
                returned.Add(new UnitAmount(unit, back));
            }
        }

        var reversed = new List<UnitAmount>();
        foreach (var unit in UnitsOf(recorded.Sale, EntryKind.Earned))
        {
            var (reversal, policy) = (ReversalOf(recorded, plan, unit), policyOf(unit));
            before?.Invoke(reversal, policy);
            var taken = ledger.Reverse(reversal, policy, now);
            if (taken > 0)
            {
                reversed.Add(new UnitAmount(unit, taken));
            }
        }

        return new RefundMoved(reversed, returned);
    }

    /// <summary>
    /// What expired of the earnings of a sale in a unit, less what its refunds have counted as taken back: so much may
    /// stand again.
    /// </summary>
    public static long ExpiredUncounted(
        RecordedMoves recorded,
        IReadOnlyList<SoldLine> lines,
        IReadOnlyList<RefundedLine> refunded,
        string unit
    )
    {
        var earned = Sum(recorded.Sale, unit, EntryKind.Earned);
        var goods = new Money(lines.Where(l => l.Kind == LineKind.Goods).Sum(l => l.Amount.Minor));
        var stays = RefundMath.StaysEarned(earned, RefundMath.StateOf(lines, refunded), goods);
        var taken = -Sum(recorded.EarlierRefunds, unit, EntryKind.Reversed);
        return RefundMath.ExpiredUncounted(ExpiredOf(recorded, LotsOf(recorded, unit)), earned - stays, taken);
    }

    private static Reversal ReversalOf(RecordedMoves recorded, RefundPlan plan, string unit)
    {
        var earned = Sum(recorded.Sale, unit, EntryKind.Earned);
        var lots = LotsOf(recorded, unit);
        var expired = RefundMath.ExpiredUncounted(
            ExpiredOf(recorded, lots),
            plan.ReversedBefore(earned),
            -Sum(recorded.EarlierRefunds, unit, EntryKind.Reversed)
        );
        return new Reversal(unit, lots, plan.ReversedNow(earned), expired);
    }

    /// <summary>The lots that the sale opened of a unit.</summary>
    private static long[] LotsOf(RecordedMoves recorded, string unit) =>
        [.. recorded.Sale.Where(e => e.Kind == EntryKind.Earned && e.Unit == unit && e.Lot == e.No).Select(e => e.Lot)];

    private static long ExpiredOf(RecordedMoves recorded, long[] lots) =>
        lots.Sum(lot => recorded.ExpiredOfLots.GetValueOrDefault(lot));

    private static List<Draw> DrawsOf(IReadOnlyList<Entry> sale, string unit) =>
        [
            .. sale.Where(e => e.Kind == EntryKind.Spent && e.Unit == unit)
                .OrderBy(e => e.No)
                .Select(e => new Draw(e.Lot, -e.Amount)),
        ];

    private static List<string> UnitsOf(IReadOnlyList<Entry> entries, EntryKind kind) =>
        [.. entries.Where(e => e.Kind == kind).Select(e => e.Unit).Distinct(StringComparer.Ordinal)];

    private static long Sum(IReadOnlyList<Entry> entries, string unit, EntryKind kind) =>
        entries.Where(e => e.Kind == kind && e.Unit == unit).Sum(e => e.Amount);
}

/// <summary>What the ledger holds of a sale and its refunds so far.</summary>
/// <param name="Sale">The sale's own entries (from its entry_from up to entry_to).</param>
/// <param name="EarlierRefunds">The entries of its earlier refunds.</param>
/// <param name="ExpiredOfLots">What expired so far out of each lot the sale opened (Σ of its entries of kind expired,
/// as a positive number), by lot number; lots without are left out.</param>
public sealed record RecordedMoves(
    IReadOnlyList<Entry> Sale,
    IReadOnlyList<Entry> EarlierRefunds,
    IReadOnlyDictionary<long, long> ExpiredOfLots
);

/// <summary>
/// What a refund moved, by unit: taken back of earnings (debt included), and given back of what was spent.
/// </summary>
public sealed record RefundMoved(IReadOnlyList<UnitAmount> Reversed, IReadOnlyList<UnitAmount> Returned);
