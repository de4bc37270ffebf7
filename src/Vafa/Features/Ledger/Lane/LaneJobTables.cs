using Vafa.Features.Messages;
using Vafa.Features.Night;

namespace Vafa.Features.Ledger.Lane;

/// <summary>What work by the clock writes beside wallets: its own place, and what it tells members.</summary>
internal static class LaneJobTables
{
    /// <summary>A step moves on only from where it was read and under its own lease.</summary>
    public static readonly LaneTable<JobMove> Moves = LaneTable<JobMove>.Update(
        "job_run",
        "cursor = {cursor}, state = {state}, members = {members}, lots = {lots}, messages = {messages}, "
            + "amounts = {amounts}, skipped = {skipped}, skips = {skips}, ended_at = {ended_at}, fault = null, "
            + "lease_until = {lease_until}, tries = case when {state} = 1 then 0 else t.tries end",
        "t.job = {job} and t.business_day = {business_day} and t.step = {step} and t.lease = {lease} "
            + "and t.state <> 1 and t.cursor is not distinct from {cursor_before}",
        Columns<JobMove>.Text("job", m => m.Job),
        Columns<JobMove>.Day("business_day", m => m.BusinessDay),
        Columns<JobMove>.Text("step", m => m.Step),
        Columns<JobMove>.Id("lease", m => m.Lease),
        Columns<JobMove>.At("lease_until", m => m.LeaseUntil),
        Columns<JobMove>.IdOrNull("cursor_before", m => m.CursorBefore),
        Columns<JobMove>.IdOrNull("cursor", m => m.Cursor),
        Columns<JobMove>.Small("state", m => (short)m.State),
        Columns<JobMove>.AtOrNull("ended_at", m => m.EndedAt),
        Columns<JobMove>.Whole("members", m => m.Done.Members),
        Columns<JobMove>.Whole("lots", m => m.Done.Lots),
        Columns<JobMove>.Whole("messages", m => m.Done.Messages),
        Columns<JobMove>.Text("amounts", m => m.Done.AmountsAsJson),
        Columns<JobMove>.Whole("skipped", m => m.Done.Skipped),
        Columns<JobMove>.Text("skips", m => m.Done.SkipsAsJson)
    );

    public static readonly LaneTable<Message> Tellings = LaneTable<Message>.Insert(
        "message",
        "on conflict do nothing",
        LaneTables.Messages.Columns
    );
}
