using Microsoft.EntityFrameworkCore;
using Vafa.Core.Ledger;
using Vafa.Data;

namespace Vafa.Features.Ledger;

/// <summary>Reads which lots of a merged id became which lots of the member it was merged into.</summary>
internal static class MergedMoves
{
    /// <param name="to">The member it is now.</param>
    /// <param name="every">All ids that were merged into him, the one asked for among them.</param>
    /// <param name="since">Only what moved from then on.</param>
    public static async Task<IReadOnlyList<LotLink>> Links(
        AppDb db,
        (Guid From, Guid To) ids,
        IReadOnlyCollection<Guid> every,
        DateTimeOffset since,
        CancellationToken ct
    )
    {
        var owners = every.Append(ids.To).Append(ids.From).Distinct().ToList();
        var moves = await db
            .Entries.AsNoTracking()
            .Where(e => owners.Contains(e.MemberId) && e.Kind == EntryKind.Merged && e.RecordedAt >= since)
            .OrderBy(e => e.MemberId)
            .ThenBy(e => e.No)
            .Select(e => new MergedMove(e.MemberId, e.CauseId, e.No, e.Lot))
            .ToListAsync(ct);
        return MovedLots.Between(ids.From, ids.To, moves);
    }

    /// <summary>Lots by their numbers, also when nothing is left of them.</summary>
    public static async Task<IReadOnlyList<Lot>> Lots(
        AppDb db,
        Guid member,
        IReadOnlyCollection<long> numbers,
        CancellationToken ct
    )
    {
        var rows = await db
            .Lots.AsNoTracking()
            .Where(l => l.MemberId == member && numbers.Contains(l.No))
            .ToListAsync(ct);
        return rows.ConvertAll(l => l.ToLot());
    }
}
