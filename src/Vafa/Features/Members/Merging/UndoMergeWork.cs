using Microsoft.EntityFrameworkCore;
using Vafa.Core.Ledger;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Ledger;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;
using Vafa.Features.Tiers;
using Vafa.Web;

namespace Vafa.Features.Members.Merging;

/// <summary>One who was merged is a member of his own again.</summary>
/// <param name="Member">Who stayed.</param>
/// <param name="Merged">Who was merged.</param>
public sealed record UndoMergeCall(Guid Merge, Guid Member, Guid Merged);

/// <summary>What went back.</summary>
/// <param name="Returned">Of each unit; what was spent, expired or filled meanwhile is not in it.</param>
public sealed record UndoMergeAnswer(
    Guid Id,
    DateTimeOffset At,
    Guid Member,
    Guid Other,
    IReadOnlyList<UnitAmount> Returned,
    long Visits,
    long Spent
);

/// <summary>
/// Undoing on its way through the lane: what is left of what moved goes back; what was bought since stays with who
/// stayed. Refused: merge.undone, merge.too-late and merge.not-now (409).
/// </summary>
internal sealed class UndoMergeWork(UndoMergeCall call, IdempotencyKey key, Actor by, ProgrammeStore programmes)
    : WalletWork(call.Member, key, by, programmes)
{
    public override bool IsAlone => true;

    public override async ValueTask Ask(LaneReads reads, long newestVersion, CancellationToken ct)
    {
        await base.Ask(reads, newestVersion, ct);
        reads.MemberIds.Add(call.Merged);
        TierReads.AskAll(reads, Club.Programme, Club.Time.DayOf(reads.Now));
    }

    protected override async ValueTask<Outcome<StoredAnswer>> Move(WalletScene at, CancellationToken ct)
    {
        await using var db = at.Scene.Transaction.Context();
        var merge = await db.MemberMerges.SingleAsync(m => m.MemberId == call.Merged && m.Id == call.Merge, ct);
        var other = at.Scene.State.Gone.GetValueOrDefault(call.Merged);
        if (Refused(at, merge, other) is { } refusal)
        {
            return refusal;
        }

        return await Undo(at, db, merge, other!, ct);
    }

    private static Refusal? Refused(WalletScene at, MemberMerge merge, MemberState? other) =>
        merge.UndoneAt is not null ? Refusal.Conflict("merge.undone")
        : at.Now >= merge.UndoUntil ? Refusal.Conflict("merge.too-late")
        : at.Owner.Row.Id != merge.Into || other?.Row.MergedInto != merge.Into ? Refusal.Conflict("merge.not-now")
        : null;

    private async Task<Outcome<StoredAnswer>> Undo(
        WalletScene at,
        AppDb db,
        MemberMerge merge,
        MemberState other,
        CancellationToken ct
    )
    {
        var (owner, before) = (at.Owner, merge.WhatWas);
        var told = MergedInAudit.Of(owner, Club.Programme);
        var counted = await MergedCounters.Of(db, [merge.MemberId, .. before.Along], ct);
        var returned = await GiveBack(at, db, merge, other, ct);
        await new JoinProfiles(db, owner.Row.Id, other.Row.Id).Part(before, ct);
        owner.Add(-counted.Visits, -counted.Spent);
        other.Add(counted.Visits - other.Row.Visits, counted.Spent - other.Row.Spent);
        await SetLastVisits(at, db, other, before.Along, ct);
        MergedStandings.Part(at, Club, other, (before.Standings, By.By));
        (merge.UndoneAt, merge.UndoneBy) = (at.Now, By.By);
        await db.SaveChangesAsync(ct);
        var answer = new UndoMergeAnswer(
            merge.Id,
            at.Now,
            owner.Row.Id,
            other.Row.Id,
            returned,
            counted.Visits,
            counted.Spent
        );
        var after = MergedInAudit.Of(owner, Club.Programme) with { Id = merge.Id, Other = other.Row.Id };
        Audit(at, "member.merge-undone", after, told);
        return Keep(at, answer, StatusCodes.Status200OK);
    }

    private async Task<IReadOnlyList<UnitAmount>> GiveBack(
        WalletScene at,
        AppDb db,
        MemberMerge merge,
        MemberState other,
        CancellationToken ct
    )
    {
        var owner = at.Owner;
        var links = await MergedMoves.Links(db, (merge.MemberId, merge.Into), [], merge.At, ct);
        owner.ReadVeryLots(await MergedMoves.Lots(db, merge.Into, [.. links.Select(l => l.To)], ct));
        other.ReadVeryLots(await MergedMoves.Lots(db, merge.MemberId, [.. links.Select(l => l.From)], ct));
        var returned = owner.Ledger.GiveBack(other.Ledger, links);
        // The cause is the undoing, not the merge: what moved by each is told apart.
        var cause = Cause(at, CauseKind.Merge, Guid.CreateVersion7(at.Now));
        owner.Collect(at.Scene.Rows, cause);
        other.Collect(at.Scene.Rows, cause);
        return returned;
    }

    private static async Task SetLastVisits(
        WalletScene at,
        AppDb db,
        MemberState other,
        IReadOnlyList<Guid> along,
        CancellationToken ct
    )
    {
        var owner = at.Owner.Row.Id;
        var with = await db
            .Members.IgnoreQueryFilters()
            .Where(m => m.MergedInto == owner)
            .Select(m => m.Id)
            .ToListAsync(ct);
        await MergedCounters.SetLastVisit(db, at.Owner, await MergedCounters.LastOf(db, owner, with, ct), ct);
        await MergedCounters.SetLastVisit(db, other, await MergedCounters.LastOf(db, other.Row.Id, along, ct), ct);
    }
}
