using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Purchases;

namespace Vafa.Features.Members.Merging;

/// <summary>The counters of ids that were merged: each keeps what its own sales add up to.</summary>
internal sealed record MergedCounters(long Visits, long Spent)
{
    public static async Task<MergedCounters> Of(AppDb db, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var rows = await db
            .Members.IgnoreQueryFilters()
            .Where(m => ids.Contains(m.Id))
            .Select(m => new MergedCounters(m.Visits, m.Spent))
            .ToListAsync(ct);
        return new MergedCounters(rows.Sum(r => r.Visits), rows.Sum(r => r.Spent));
    }

    /// <summary>The last visit of himself and of these ids that are with him.</summary>
    public static async Task<LastVisit?> LastOf(AppDb db, Guid member, IReadOnlyList<Guid> with, CancellationToken ct)
    {
        var theirs = await db
            .Members.IgnoreQueryFilters()
            .Where(m => with.Contains(m.Id) && m.LastVisit != null)
            .Select(m => new LastVisit(m.LastVisit!.Value, m.LastVisitDay!.Value))
            .ToListAsync(ct);
        var own = await LastVisit.Of(db, member, ct);
        return theirs.Append(own).OfType<LastVisit>().MaxBy(v => v.At);
    }

    /// <summary>Also an earlier one than before, which the lane's own counting never writes.</summary>
    public static async Task SetLastVisit(AppDb db, MemberState member, LastVisit? last, CancellationToken ct)
    {
        member.LastVisitIs(last?.At, last?.Day);
        var (id, at, day) = (member.Row.Id, last?.At, last?.Day);
        await db
            .Members.IgnoreQueryFilters()
            .Where(m => m.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.LastVisit, at).SetProperty(m => m.LastVisitDay, day), ct);
    }
}
