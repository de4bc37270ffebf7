using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Ledger.Approval;

/// <summary>A second person lets a correction happen, or does not.</summary>
/// <param name="Member">Whose wallet it is about.</param>
public sealed record DecideAdjustmentCall(Guid Member, Guid Proposal, bool Approve);

/// <summary>
/// The decision on its way through the lane: the wallet moves with it, in one transaction. Refused: adjustment.unknown,
/// adjustment.decided, adjustment.own and adjustment.by-person (only an approval), and what the ledger refuses now.
/// </summary>
internal sealed class DecideAdjustmentWork(
    DecideAdjustmentCall call,
    IdempotencyKey key,
    Actor by,
    ProgrammeStore programmes
) : WalletWork(call.Member, key, by, programmes)
{
    protected override async ValueTask<Outcome<StoredAnswer>> Move(WalletScene at, CancellationToken ct)
    {
        await using var db = at.Scene.Transaction.Context();
        var proposal = await db
            .AdjustmentProposals.AsNoTracking()
            .FirstOrDefaultAsync(p => p.MemberId == call.Member && p.Id == call.Proposal, ct);
        return proposal is null ? Refusal.NotFound("adjustment.unknown")
            : proposal.State != ProposalState.Waiting ? Refusal.Conflict("adjustment.decided")
            : call.Approve ? Approve(at, proposal)
            : Reject(at, proposal);
    }

    private Outcome<StoredAnswer> Approve(WalletScene at, AdjustmentProposal proposal)
    {
        if (By.Role is null || proposal.By == By.By)
        {
            var code = By.Role is null ? "adjustment.by-person" : "adjustment.own";
            return new Refusal(code) { Kind = RefusalKind.Forbidden };
        }

        var wanted = CallOf(proposal);
        if (Club.Programme.UnitOf(wanted.Unit) is null)
        {
            return new Refusal("ledger.unknown-unit", "", wanted.Unit);
        }

        if (wanted.ExpiresAt <= at.Now)
        {
            return Refusal.Conflict("ledger.expires-in-past");
        }

        var moved = Adjustment.Move(at.Owner, wanted, Club, at.Scene.Now);
        if (moved.IsRefused)
        {
            return Said(moved.Refusals);
        }

        var cause = Cause(at, CauseKind.Adjustment, proposal.Id, wanted.Reason);
        at.Owner.Collect(at.Scene.Rows, cause with { Code = wanted.Kind });
        var answer = Adjustment.Done(at, proposal.Id, wanted, moved.Value);
        Decide(at, ProposalState.Approved);
        Audit(at, "wallet.approved", answer);
        return Keep(at, answer, StatusCodes.Status200OK);
    }

    private StoredAnswer Reject(WalletScene at, AdjustmentProposal proposal)
    {
        var answer = Adjustment.Done(at, proposal.Id, CallOf(proposal), proposal.ExpiresAt) with { State = "rejected" };
        Decide(at, ProposalState.Rejected);
        Audit(at, "wallet.rejected", answer);
        return Keep(at, answer, StatusCodes.Status200OK);
    }

    private void Decide(WalletScene at, ProposalState state) =>
        at.Scene.Rows.DecidedProposals.Add(new DecidedProposal(call.Member, call.Proposal, state, By.By, at.Now));

    private static AdjustCall CallOf(AdjustmentProposal proposal) =>
        new(proposal.MemberId, proposal.Unit, proposal.Amount, proposal.Reason, proposal.ExpiresAt)
        {
            Kind = proposal.Kind,
        };
}
