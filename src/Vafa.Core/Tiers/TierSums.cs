using System.Collections.Immutable;
using Vafa.Core.Ledger;
using Vafa.Core.Values;

namespace Vafa.Core.Tiers;

/// <summary>
/// What a member did in some days: money paid, sales, and amounts earned. Spending from wallets is no part of it, so
/// that spending never lowers a tier.
/// </summary>
public sealed record TierSums(Money Spent, long Visits, ImmutableArray<UnitAmount> Earned)
{
    public static readonly TierSums None = new(Money.Zero, 0, []);

    public long EarnedOf(string? unit)
    {
        foreach (var earned in Earned)
        {
            if (string.Equals(earned.Unit, unit, StringComparison.Ordinal))
            {
                return earned.Amount;
            }
        }

        return 0;
    }

    /// <summary>What counts for a requirement.</summary>
    public long Of(Requirement requirement) =>
        requirement.Kind switch
        {
            RequirementKind.Spent => Spent.Minor,
            RequirementKind.Visits => Visits,
            RequirementKind.Earned => EarnedOf(requirement.Unit),
            _ => throw new ArgumentOutOfRangeException(nameof(requirement)),
        };

    /// <summary>The sums of the days from one to another, both counted.</summary>
    public static TierSums Of(IEnumerable<TierDay> days, DateOnly from, DateOnly to) =>
        days.Where(d => d.Day >= from && d.Day <= to).Aggregate(None, (sums, day) => sums.Plus(day.Sums));

    public TierSums Plus(TierSums more) =>
        new(
            Spent + more.Spent,
            Visits + more.Visits,
            more.Earned.IsEmpty
                ? Earned
                :
                [
                    .. Earned
                        .Concat(more.Earned)
                        .GroupBy(e => e.Unit, StringComparer.Ordinal)
                        .Select(unit => new UnitAmount(unit.Key, unit.Sum(e => e.Amount))),
                ]
        );
}

/// <summary>What a member did on one business day; a refund counts on the day of its sale.</summary>
public readonly record struct TierDay(DateOnly Day, TierSums Sums);

/// <summary>
/// A member's sums on a day.
/// </summary>
/// <param name="Running">Of the window that holds the day.</param>
/// <param name="Ended">Of the year before it; null for a rolling window, which has none.</param>
public sealed record Measured(TierSums Running, TierSums? Ended)
{
    /// <summary>Adds the days up by a ladder's span.</summary>
    public static Measured On(IReadOnlyCollection<TierDay> days, MeasuredDays window) =>
        new(
            TierSums.Of(days, window.From, window.To),
            window.EndedFrom is { } ended ? TierSums.Of(days, ended, window.From.AddDays(-1)) : null
        );
}
