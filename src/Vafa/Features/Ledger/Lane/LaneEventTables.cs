using Vafa.Features.Engagements;

namespace Vafa.Features.Ledger.Lane;

/// <summary>What members did that is no sale.</summary>
internal static class LaneEventTables
{
    public static readonly LaneTable<MemberEvent> Events = LaneTable<MemberEvent>.Insert(
        "member_event",
        "",
        Columns<MemberEvent>.Id("member_id", e => e.MemberId),
        Columns<MemberEvent>.Id("id", e => e.Id),
        Columns<MemberEvent>.Text("event", e => e.Event),
        Columns<MemberEvent>.Text("reference", e => e.Reference),
        Columns<MemberEvent>.IdOrNull("purchase_id", e => e.PurchaseId),
        Columns<MemberEvent>.Text("branch", e => e.Branch),
        Columns<MemberEvent>.At("at", e => e.At),
        Columns<MemberEvent>.At("recorded_at", e => e.RecordedAt),
        Columns<MemberEvent>.Day("day", e => e.Day),
        Columns<MemberEvent>.YesNo("earned", e => e.Earned),
        Columns<MemberEvent>.Whole("entry_from", e => e.EntryFrom),
        Columns<MemberEvent>.Whole("entry_to", e => e.EntryTo)
    );
}
