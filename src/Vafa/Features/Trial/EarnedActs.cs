using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Earning;
using Vafa.Data;
using Vafa.Features.Ledger;
using Vafa.Features.Members;
using Vafa.Features.Purchases;

namespace Vafa.Features.Trial;

/// <summary>What one member earned of a unit, in the order of the moments it counts at.</summary>
/// <param name="Before">What he had earned before, where that was asked for.</param>
internal sealed record EarnedByMember(List<EarnedOnce> Acts, long Before);

/// <summary>
/// Reads what sales and events brought of a unit since a moment, of one member after the other: two statements over
/// that time, and one over all time where what came before is asked for.
/// </summary>
internal sealed class EarnedActs(AppDb db)
{
    public async IAsyncEnumerable<EarnedByMember> Run(
        string unit,
        DateTimeOffset since,
        bool withBefore,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var merged = await MemberLookup.Merged(db, ct);
        var survivors = merged.Values.ToHashSet();
        var (backOf, before) = await Backs(unit, since, ct);
        if (withBefore)
        {
            await AddBefore(before, unit, since, ct);
        }

        var beforeOf = before
            .GroupBy(b => merged.GetValueOrDefault(b.Key, b.Key))
            .ToDictionary(g => g.Key, g => g.Sum(b => b.Value));
        var joined = new Dictionary<Guid, List<EarnedOnce>>();
        (Guid Member, List<EarnedOnce> Acts) of = (Guid.Empty, []);
        await foreach (var row in Rows(unit, since).AsAsyncEnumerable().WithCancellation(ct))
        {
            var member = merged.GetValueOrDefault(row.Member, row.Member);
            var act = new EarnedOnce(row.At, row.Capped, row.All - row.Capped).Less(
                backOf.GetValueOrDefault(row.Cause)
            );
            if (survivors.Contains(member))
            {
                // What stands under ids that became one member is his together.
                (joined.TryGetValue(member, out var his) ? his : joined[member] = []).Add(act);
                continue;
            }

            if (of.Member != member && of.Acts.Count > 0)
            {
                yield return new EarnedByMember(of.Acts, beforeOf.GetValueOrDefault(of.Member));
                of.Acts.Clear();
            }

            of.Member = member;
            of.Acts.Add(act);
        }

        if (of.Acts.Count > 0)
        {
            yield return new EarnedByMember(of.Acts, beforeOf.GetValueOrDefault(of.Member));
        }

        foreach (var (member, acts) in joined)
        {
            yield return new EarnedByMember([.. acts.OrderBy(a => a.At)], beforeOf.GetValueOrDefault(member));
        }
    }

    private IQueryable<Row> Rows(string unit, DateTimeOffset since) =>
        EntriesOfSales
            .Earned(db, since)
            .Where(e => e.Unit == unit)
            .GroupBy(e => new
            {
                e.MemberId,
                e.At,
                e.CauseId,
            })
            .Select(g => new Row
            {
                Member = g.Key.MemberId,
                At = g.Key.At,
                Cause = g.Key.CauseId,
                All = g.Sum(e => e.Amount),
                Capped = g.Sum(e =>
                    e.CauseKind == CauseKind.Purchase || e.CauseKind == CauseKind.Tier || e.CauseKind == CauseKind.Event
                        ? e.Amount
                        : 0
                ),
            })
            .OrderBy(r => r.Member)
            .ThenBy(r => r.At)
            .ThenBy(r => r.Cause);

    /// <summary>What refunds took back: of sales since then, and of older ones by the id it stands under.</summary>
    private async Task<(Dictionary<Guid, long> OfSale, Dictionary<Guid, long> Before)> Backs(
        string unit,
        DateTimeOffset since,
        CancellationToken ct
    )
    {
        var backs = await (
            from e in EntriesOfSales.Reversed(db, since)
            where e.Unit == unit
            join r in DaysOfMembers.Refunds(db) on new { e.MemberId, Id = e.CauseId } equals new { r.MemberId, r.Id }
            select new
            {
                e.MemberId,
                r.PurchaseId,
                Older = r.SoldAt < since,
                e.Amount,
            }
        ).ToListAsync(ct);
        return (
            backs.Where(b => !b.Older).GroupBy(b => b.PurchaseId).ToDictionary(g => g.Key, g => -g.Sum(b => b.Amount)),
            backs.Where(b => b.Older).GroupBy(b => b.MemberId).ToDictionary(g => g.Key, g => g.Sum(b => b.Amount))
        );
    }

    private async Task AddBefore(Dictionary<Guid, long> before, string unit, DateTimeOffset end, CancellationToken ct)
    {
        var sums = EntriesOfSales
            .Before(db, end)
            .Where(e => e.Unit == unit)
            .GroupBy(e => e.MemberId)
            .Select(g => new { Member = g.Key, Amount = g.Sum(e => e.Amount) })
            .AsAsyncEnumerable();
        await foreach (var sum in sums.WithCancellation(ct))
        {
            before[sum.Member] = before.GetValueOrDefault(sum.Member) + sum.Amount;
        }
    }

    private sealed class Row
    {
        public Guid Member { get; init; }

        public DateTimeOffset At { get; init; }

        public Guid Cause { get; init; }

        public long All { get; init; }

        public long Capped { get; init; }
    }
}
