using Microsoft.EntityFrameworkCore;
using Vafa.Core.Ledger;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Ledger;
using Vafa.Features.Programme;

namespace Vafa.Features.Liability;

/// <summary>What lies in the lots, and as of when.</summary>
internal sealed record LotsThen(DateTimeOffset At, bool Live, IReadOnlyList<LotSum> Sums);

/// <summary>
/// Reads what lies in the lots: the lots themselves while they are few enough for a page, else the last picture of
/// them; and what lay there at the ends of months, where a picture is kept.
/// </summary>
internal sealed class ReadLots(AppDb db, SumLots lots, TimeProvider clock)
{
    /// <summary>So many lots are added up within the time of a page.</summary>
    public const int MostLive = 100_000;

    public async Task<LotsThen> Run(ClubTime time, CancellationToken ct)
    {
        var newest = await db.LiabilityDays.MaxAsync(d => (DateOnly?)d.Day, ct);
        var rows = newest is { } day
            ? await db.LiabilityDays.AsNoTracking().Where(d => d.Day == day).ToListAsync(ct)
            : [];
        if (rows.Sum(r => r.Lots) <= MostLive)
        {
            var now = clock.GetUtcNow();
            return new LotsThen(now, true, await lots.Run(LotBounds.At(time, now), ct));
        }

        return new LotsThen(
            rows[0].At,
            false,
            rows.ConvertAll(r => new LotSum(r.Unit, r.Branch, r.Age, r.Ends, r.Remaining, r.Lots))
        );
    }

    /// <summary>What a branch's lots held, less debts, at the ends of months whose picture is kept.</summary>
    public async Task<ILookup<DateOnly, (string Unit, long Amount)>> Months(
        ClubTime time,
        DateOnly first,
        string branch,
        CancellationToken ct
    )
    {
        var kept = await db.LiabilityDays.Where(d => d.Day >= first).Select(d => d.Day).Distinct().ToListAsync(ct);
        var ends = kept.Where(d => time.LastDayOf(d, LongPeriod.Month) == d).ToList();
        var rows = await db
            .LiabilityDays.AsNoTracking()
            .Where(d => ends.Contains(d.Day) && d.Branch == branch)
            .GroupBy(d => new { d.Day, d.Unit })
            .Select(g => new { g.Key, Amount = g.Sum(d => d.Remaining) })
            .ToListAsync(ct);
        var months = ends.ToDictionary(d => d, d => time.PeriodStart(d, Period.Month));
        return rows.ToLookup(r => months[r.Key.Day], r => (r.Key.Unit, r.Amount));
    }
}
