using Microsoft.EntityFrameworkCore;
using Vafa.Core.Ledger;
using Vafa.Data;

namespace Vafa.Features.Ledger;

/// <summary>What the lots of one unit, branch, age and end hold together.</summary>
/// <param name="Branch">The branch that gave them; empty: none did.</param>
/// <param name="Lots">How many they are.</param>
internal sealed record LotSum(string Unit, string Branch, LotAge Age, LotEnd End, long Remaining, long Lots);

/// <summary>
/// Adds up all lots that hold something by unit, branch, age and end, in one pass over the table: what it costs grows
/// with the lots. The groups are those of <see cref="LotBounds"/>.
/// </summary>
internal sealed class SumLots(AppDb db)
{
    /// <summary>The largest club's pass takes longer than a page may.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public async Task<List<LotSum>> Run(LotBounds at, CancellationToken ct)
    {
        db.Database.SetCommandTimeout(Patience);
        try
        {
            return await Groups(at).ToListAsync(ct);
        }
        finally
        {
            db.Database.SetCommandTimeout(null);
        }
    }

    private IQueryable<LotSum> Groups(LotBounds at) =>
        db
            .Lots.AsNoTracking()
            .Where(l => l.Remaining != 0)
            .GroupBy(l => new
            {
                l.Unit,
                Branch = l.Branch ?? "",
                Age = l.Remaining < 0 || l.Day == null ? (int)LotAge.Unknown
                : l.Day >= at.Days30 ? (int)LotAge.Days30
                : l.Day >= at.Days90 ? (int)LotAge.Days90
                : l.Day >= at.Days180 ? (int)LotAge.Days180
                : l.Day >= at.Days365 ? (int)LotAge.Days365
                : (int)LotAge.Older,
                End = l.Remaining < 0 ? (int)LotEnd.Debt
                : l.ExpiresAt <= at.Now ? (int)LotEnd.Ended
                : l.AvailableFrom > at.Now ? (int)LotEnd.Waiting
                : l.ExpiresAt == null ? (int)LotEnd.Never
                : l.ExpiresAt <= at.Week ? (int)LotEnd.Week
                : l.ExpiresAt <= at.Month ? (int)LotEnd.Month
                : l.ExpiresAt <= at.Quarter ? (int)LotEnd.Quarter
                : l.ExpiresAt <= at.Year ? (int)LotEnd.Year
                : (int)LotEnd.Later,
            })
            .Select(g => new LotSum(
                g.Key.Unit,
                g.Key.Branch,
                (LotAge)g.Key.Age,
                (LotEnd)g.Key.End,
                g.Sum(l => l.Remaining),
                g.LongCount()
            ));
}
