using Vafa.Features.Ledger.Approval;

namespace Vafa.Features.Ledger.Lane;

/// <summary>Corrections that wait for a second person.</summary>
internal static class LaneProposalTables
{
    public static readonly LaneTable<AdjustmentProposal> Proposals = LaneTable<AdjustmentProposal>.Insert(
        "adjustment_proposal",
        "",
        Columns<AdjustmentProposal>.Id("member_id", p => p.MemberId),
        Columns<AdjustmentProposal>.Id("id", p => p.Id),
        Columns<AdjustmentProposal>.Text("kind", p => p.Kind),
        Columns<AdjustmentProposal>.Text("unit", p => p.Unit),
        Columns<AdjustmentProposal>.Whole("amount", p => p.Amount),
        Columns<AdjustmentProposal>.Text("reason", p => p.Reason),
        Columns<AdjustmentProposal>.AtOrNull("expires_at", p => p.ExpiresAt),
        Columns<AdjustmentProposal>.Text("by", p => p.By),
        Columns<AdjustmentProposal>.At("at", p => p.At),
        Columns<AdjustmentProposal>.Small("state", p => (short)p.State)
    );

    /// <summary>Only what waits is decided, so it is decided once, whoever is first.</summary>
    public static readonly LaneTable<DecidedProposal> Decided = LaneTable<DecidedProposal>.Update(
        "adjustment_proposal",
        "state = {state}, decided_by = {decided_by}, decided_at = {decided_at}",
        "t.member_id = {member_id} and t.id = {id} and t.state = 0",
        Columns<DecidedProposal>.Id("member_id", p => p.MemberId),
        Columns<DecidedProposal>.Id("id", p => p.Id),
        Columns<DecidedProposal>.Small("state", p => (short)p.State),
        Columns<DecidedProposal>.Text("decided_by", p => p.By),
        Columns<DecidedProposal>.At("decided_at", p => p.At)
    );
}
