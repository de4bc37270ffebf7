using System.Collections.Immutable;

namespace Vafa.Core.Ledger;

/// <summary>A wallet as its owner sees it at one moment (semantics 11).</summary>
/// <param name="Balance">Open lots less debt; below 0 where the debt is larger.</param>
/// <param name="Pending">What has come but can't be spent yet.</param>
/// <param name="Expiring">What of the open lots ends when, the soonest first.</param>
public sealed record WalletView(string Unit, long Balance, long Pending, ImmutableArray<Expiring> Expiring)
{
    /// <summary>What may be spent.</summary>
    public long Available => Math.Max(0, Balance);

    public static WalletView Of(string unit, IEnumerable<Lot> lots, DateTimeOffset now)
    {
        var (balance, pending) = (0L, 0L);
        List<Expiring>? ends = null;
        foreach (var lot in lots)
        {
            if (lot.Remaining == 0 || !string.Equals(lot.Unit, unit, StringComparison.Ordinal))
            {
                continue;
            }

            if (lot.IsDebt || lot.IsOpenAt(now))
            {
                balance = checked(balance + lot.Remaining);
                if (!lot.IsDebt && lot.ExpiresAt is { } at)
                {
                    (ends ??= []).Add(new Expiring(lot.Remaining, at));
                }
            }
            else if (lot.IsPendingAt(now))
            {
                pending = checked(pending + lot.Remaining);
            }
        }

        return new WalletView(unit, balance, pending, Gather(ends));
    }

    /// <summary>The wallets of all units that have lots, in the order of <paramref name="units"/>.</summary>
    public static IReadOnlyList<WalletView> All(
        IEnumerable<string> units,
        IReadOnlyCollection<Lot> lots,
        DateTimeOffset now
    ) => [.. units.Select(unit => Of(unit, lots, now))];

    private static ImmutableArray<Expiring> Gather(List<Expiring>? ends) =>
        ends is null
            ? []
            : [.. ends.GroupBy(e => e.At).OrderBy(g => g.Key).Select(g => new Expiring(g.Sum(e => e.Amount), g.Key))];
}

/// <summary>So much ends at that instant unless it is spent before.</summary>
public readonly record struct Expiring(long Amount, DateTimeOffset At);
