using Vafa.Features.Ledger.Allowances;

namespace Vafa.Features.Ledger.Lane;

/// <summary>What is set apart for devices at tills.</summary>
internal static class LaneAllowanceTables
{
    public static readonly LaneTable<Allowance> New = LaneTable<Allowance>.Insert(
        "allowance",
        "",
        Columns<Allowance>.Id("member_id", a => a.MemberId),
        Columns<Allowance>.Id("id", a => a.Id),
        Columns<Allowance>.Text("unit", a => a.Unit),
        Columns<Allowance>.Text("till", a => a.Till),
        Columns<Allowance>.Id("device_id", a => a.DeviceId),
        Columns<Allowance>.Whole("amount", a => a.Amount),
        Columns<Allowance>.Whole("left_over", a => a.Left),
        Columns<Allowance>.Text("lots", a => a.Lots),
        Columns<Allowance>.At("made_at", a => a.MadeAt),
        Columns<Allowance>.At("expires_at", a => a.ExpiresAt),
        Columns<Allowance>.Small("state", a => (short)a.State),
        Columns<Allowance>.Whole("moves", a => a.Moves)
    );

    /// <summary>Only an open one moves, and only on from what was seen: it is spent once, whoever is first.</summary>
    public static readonly LaneTable<Allowance> Moved = LaneTable<Allowance>.Update(
        "allowance",
        "amount = {amount}, left_over = {left_over}, lots = {lots}, expires_at = {expires_at}, state = {state}, "
            + "moves = {moves}",
        "t.member_id = {member_id} and t.id = {id} and t.state = 0 and t.moves = {moves} - 1",
        Columns<Allowance>.Id("member_id", a => a.MemberId),
        Columns<Allowance>.Id("id", a => a.Id),
        Columns<Allowance>.Whole("amount", a => a.Amount),
        Columns<Allowance>.Whole("left_over", a => a.Left),
        Columns<Allowance>.Text("lots", a => a.Lots),
        Columns<Allowance>.At("expires_at", a => a.ExpiresAt),
        Columns<Allowance>.Small("state", a => (short)a.State),
        Columns<Allowance>.Whole("moves", a => a.Moves)
    );
}
