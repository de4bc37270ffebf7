using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Data.Leaving;

namespace Vafa.Features.Ledger;

/// <summary>
/// Reasons of moves in which the member is named: of his entries and of the other side of gifts. The one change that
/// entries ever see: no number of theirs moves.
/// </summary>
internal sealed class ReasonsOfMoves : IPersonalData
{
    public async Task<Wiping> Find(AppDb db, Leaver who, CancellationToken ct)
    {
        var others = await OtherSides(db, who, ct);
        return async (inside, _, token) =>
        {
            var entries = inside.Entries.Where(e => who.Ids.Contains(e.MemberId) && e.Reason != null);
            var named = (await entries.AsNoTracking().ToListAsync(token)).Where(e => who.Marks.AreIn(e.Reason));
            foreach (var entry in named.Concat(others))
            {
                await inside
                    .Entries.Where(e => e.MemberId == entry.MemberId && e.No == entry.No)
                    .ExecuteUpdateAsync(set => set.SetProperty(e => e.Reason, (string?)null), token);
            }
        };
    }

    /// <summary>
    /// A note stands with both who gave and who got. Nothing leads from one to the other, so it is looked for only
    /// where a note of his names him.
    /// </summary>
    private static async Task<List<EntryRow>> OtherSides(AppDb db, Leaver who, CancellationToken ct)
    {
        var gifts = db.Entries.AsNoTracking().Where(e => e.CauseKind == CauseKind.Transfer && e.Reason != null);
        var causes = (await gifts.Where(e => who.Ids.Contains(e.MemberId)).ToListAsync(ct))
            .Where(e => who.Marks.AreIn(e.Reason))
            .Select(e => e.CauseId)
            .Distinct()
            .ToList();
        return causes.Count == 0 ? [] : await gifts.Where(e => causes.Contains(e.CauseId)).ToListAsync(ct);
    }
}
