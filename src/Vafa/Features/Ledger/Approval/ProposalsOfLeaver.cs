using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Data.Leaving;

namespace Vafa.Features.Ledger.Approval;

/// <summary>
/// Corrections that wait for a second person: nobody can let them happen any more, and their reasons may name him.
/// </summary>
internal sealed class ProposalsOfLeaver : IPersonalData
{
    public Task<Wiping> Find(AppDb db, Leaver who, CancellationToken ct) =>
        Task.FromResult<Wiping>((inside, at, token) => Wipe(inside, who, at, token));

    private static async Task Wipe(AppDb db, Leaver who, DateTimeOffset at, CancellationToken ct)
    {
        var proposals = db.AdjustmentProposals.Where(p => who.Ids.Contains(p.MemberId));
        await proposals
            .Where(p => p.State == ProposalState.Waiting)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(p => p.State, ProposalState.Rejected)
                        .SetProperty(p => p.DecidedBy, who.By)
                        .SetProperty(p => p.DecidedAt, at),
                ct
            );
        foreach (var proposal in await proposals.AsNoTracking().ToListAsync(ct))
        {
            if (who.Marks.AreIn(proposal.Reason))
            {
                await proposals
                    .Where(p => p.Id == proposal.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(p => p.Reason, PersonalMarks.Gone), ct);
            }
        }
    }
}
