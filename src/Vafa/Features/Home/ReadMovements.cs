using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Ledger;
using Vafa.Data;

namespace Vafa.Features.Home;

/// <summary>What moved of one unit on one business day for one branch.</summary>
/// <param name="Branch">The branch of the sale that moved it; empty: no sale did.</param>
internal readonly record struct UnitMoved(DateOnly Day, string Unit, string Branch, UnitMovement Movement);

/// <summary>
/// The movements of units from their roll-up, the shards added: exact to one, because the roll-up is what the entries
/// add up to, and every movement since the club's first day is in it.
/// </summary>
internal sealed class ReadMovements(AppDb db)
{
    /// <summary>
    /// What all wallets hold of each unit: what waits, what expired and is not taken away, and debts included.
    /// </summary>
    public Task<Dictionary<string, long>> Held(CancellationToken ct) => Sum(db.UnitDays.AsNoTracking(), ct);

    /// <summary>What they held when a business day began.</summary>
    public Task<Dictionary<string, long>> HeldBefore(DateOnly day, CancellationToken ct) =>
        Sum(db.UnitDays.AsNoTracking().Where(d => d.Day < day), ct);

    /// <summary>In the order of days, units and branches; read while it is used, so memory stays small.</summary>
    /// <param name="branch">Only what counts for it; null: all.</param>
    public async IAsyncEnumerable<UnitMoved> Days(
        DateOnly first,
        DateOnly last,
        string? branch,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var days = db.UnitDays.AsNoTracking().Where(d => d.Day >= first && d.Day <= last);
        var rows = (branch is null ? days : days.Where(d => d.Branch == branch))
            .GroupBy(d => new
            {
                d.Day,
                d.Unit,
                d.Branch,
            })
            .OrderBy(g => g.Key.Day)
            .ThenBy(g => g.Key.Unit)
            .ThenBy(g => g.Key.Branch)
            .Select(g => new
            {
                g.Key,
                Issued = g.Sum(d => d.Earned - d.Reversed),
                Imported = g.Sum(d => d.Imported),
                Adjusted = g.Sum(d => d.Adjusted),
                Converted = g.Sum(d => d.Converted),
                Transferred = g.Sum(d => d.Transferred),
                Merged = g.Sum(d => d.Merged),
                Spent = g.Sum(d => d.Spent - d.Returned),
                Expired = g.Sum(d => d.Expired - d.Reinstated),
                SetApart = g.Sum(d => d.SetApart),
            })
            .AsAsyncEnumerable();
        await foreach (var r in rows.WithCancellation(ct))
        {
            yield return new UnitMoved(
                r.Key.Day,
                r.Key.Unit,
                r.Key.Branch,
                new UnitMovement(
                    r.Issued,
                    r.Imported,
                    r.Adjusted,
                    r.Converted,
                    r.Transferred,
                    r.Merged,
                    r.Spent,
                    r.Expired
                )
                {
                    SetApart = r.SetApart,
                }
            );
        }
    }

    private static async Task<Dictionary<string, long>> Sum(IQueryable<UnitDay> days, CancellationToken ct)
    {
        var sums = await days.GroupBy(d => d.Unit)
            .Select(g => new
            {
                Unit = g.Key,
                Net = g.Sum(d =>
                    d.Earned
                    - d.Reversed
                    - d.Spent
                    + d.Returned
                    - d.Expired
                    + d.Reinstated
                    + d.Adjusted
                    + d.Imported
                    + d.Converted
                    + d.Transferred
                    + d.Merged
                    + d.SetApart
                ),
            })
            .ToListAsync(ct);
        return sums.ToDictionary(s => s.Unit, s => s.Net, StringComparer.Ordinal);
    }
}
