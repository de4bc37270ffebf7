using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Data.Leaving;

namespace Vafa.Features.Tiers;

/// <summary>Reasons of given tiers in which the member is named.</summary>
internal sealed class ReasonsOfPlacements : IPersonalData
{
    public Task<Wiping> Find(AppDb db, Leaver who, CancellationToken ct) =>
        Task.FromResult<Wiping>(
            async (inside, _, token) =>
            {
                var moves = inside.MemberTierMoves.Where(m => who.Ids.Contains(m.MemberId) && m.Reason != null);
                foreach (var move in await moves.AsNoTracking().ToListAsync(token))
                {
                    if (who.Marks.AreIn(move.Reason))
                    {
                        await moves
                            .Where(m => m.Id == move.Id)
                            .ExecuteUpdateAsync(set => set.SetProperty(m => m.Reason, (string?)null), token);
                    }
                }
            }
        );
}
