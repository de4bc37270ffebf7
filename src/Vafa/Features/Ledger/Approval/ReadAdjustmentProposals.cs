using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Ledger.Approval;

/// <summary>A correction that waits for a second person.</summary>
public sealed record WaitingAdjustment(
    Guid Id,
    Guid Member,
    string Kind,
    string Unit,
    long Amount,
    string Reason,
    DateTimeOffset? ExpiresAt,
    string By,
    DateTimeOffset At
);

/// <summary>What waits, the oldest first.</summary>
public sealed class ReadAdjustmentProposals(AppDb db)
{
    public const int Most = 200;

    /// <param name="member">Only of this member; null: of all.</param>
    public async Task<IReadOnlyList<WaitingAdjustment>> Run(Guid? member, CancellationToken ct) =>
        await db
            .AdjustmentProposals.AsNoTracking()
            .Where(p => p.State == ProposalState.Waiting && (member == null || p.MemberId == member))
            .OrderBy(p => p.At)
            .ThenBy(p => p.Id)
            .Take(Most)
            .Select(p => new WaitingAdjustment(
                p.Id,
                p.MemberId,
                p.Kind,
                p.Unit,
                p.Amount,
                p.Reason,
                p.ExpiresAt,
                p.By,
                p.At
            ))
            .ToListAsync(ct);

    /// <summary>Whose wallet a proposal is about; null: there is no such one.</summary>
    public Task<Guid?> MemberOf(Guid proposal, CancellationToken ct) =>
        db.AdjustmentProposals.Where(p => p.Id == proposal).Select(p => (Guid?)p.MemberId).FirstOrDefaultAsync(ct);
}
