using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Home;

/// <summary>
/// Reads the roll-ups, their shards added: what it costs grows with days and branches, not with sales.
/// </summary>
internal sealed class ReadRollUps(AppDb db)
{
    public Task<List<DayRow>> Days(DateOnly first, DateOnly last, string? branch, CancellationToken ct) =>
        Hours(first, last, branch)
            .GroupBy(h => new { h.Day, h.Branch })
            .Select(g => new DayRow(
                g.Key.Day,
                g.Key.Branch,
                g.Sum(h => h.Sales),
                g.Sum(h => h.MemberSales),
                g.Sum(h => h.Payable),
                g.Sum(h => h.Discount),
                g.Sum(h => h.FirstVisits),
                g.Sum(h => h.BackVisits),
                g.Sum(h => h.Apart),
                g.Sum(h => h.Refunds),
                g.Sum(h => h.Refunded)
            ))
            .ToListAsync(ct);

    /// <summary>Some days of one branch or all, added up.</summary>
    public async Task<DaysSum> Sum(DateOnly first, DateOnly last, string? branch, CancellationToken ct) =>
        await Hours(first, last, branch)
            .GroupBy(_ => 1)
            .Select(g => new DaysSum(
                g.Sum(h => h.Sales),
                g.Sum(h => h.MemberSales),
                g.Sum(h => h.Payable),
                g.Sum(h => h.Discount),
                g.Sum(h => h.Refunds),
                g.Sum(h => h.Refunded)
            ))
            .SingleOrDefaultAsync(ct)
        ?? new DaysSum(0, 0, 0, 0, 0, 0);

    /// <summary>One day's hours.</summary>
    public async Task<IReadOnlyList<(int Hour, SalesSum Sum)>> Hours(DateOnly day, string? branch, CancellationToken ct)
    {
        var rows = await Hours(day, day, branch)
            .GroupBy(h => h.Hour)
            .Select(g => new
            {
                g.Key,
                Sales = g.Sum(h => h.Sales),
                MemberSales = g.Sum(h => h.MemberSales),
                Payable = g.Sum(h => h.Payable),
            })
            .ToListAsync(ct);
        return rows.ConvertAll(r => ((int)r.Key, new SalesSum(r.Sales, r.MemberSales, r.Payable)));
    }

    public async Task<ILookup<string, UnitDay>> Units(DateOnly first, DateOnly last, CancellationToken ct) =>
        (await db.UnitDays.AsNoTracking().Where(d => d.Day >= first && d.Day <= last).ToListAsync(ct)).ToLookup(
            d => d.Unit,
            StringComparer.Ordinal
        );

    public async Task<ILookup<string, UnitDue>> Dues(DateOnly first, DateOnly last, CancellationToken ct) =>
        (await db.UnitDues.AsNoTracking().Where(d => d.Day >= first && d.Day <= last).ToListAsync(ct)).ToLookup(
            d => d.Unit,
            StringComparer.Ordinal
        );

    /// <summary>Whether anything is left that is due on one of these days of UTC.</summary>
    public async Task<bool> AnyDue(DateOnly first, DateOnly last, CancellationToken ct) =>
        await db.UnitDues.AsNoTracking().Where(d => d.Day >= first && d.Day <= last).SumAsync(d => d.Remaining, ct) > 0;

    private IQueryable<BranchHour> Hours(DateOnly first, DateOnly last, string? branch)
    {
        var hours = db.BranchHours.AsNoTracking().Where(h => h.Day >= first && h.Day <= last);
        return branch is null ? hours : hours.Where(h => h.Branch == branch);
    }
}
