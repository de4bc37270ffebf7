using Microsoft.EntityFrameworkCore;
using Vafa.Core.Ledger;
using Vafa.Core.Tiers;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Ledger;
using Vafa.Features.Ledger.Allowances;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;
using Vafa.Features.Purchases;
using Vafa.Features.Tiers;
using Vafa.Web;

namespace Vafa.Features.Members.Merging;

/// <summary>Another member is merged into this one.</summary>
/// <param name="Member">Who stays.</param>
/// <param name="Other">Who is merged: an id, or a mobile or card that leads to him.</param>
public sealed record MergeCall(Guid Member, OtherMember Other);

/// <summary>One of both.</summary>
public readonly record struct OtherMember(Guid? Id, string? Kind, string? Value)
{
    internal MemberRef Key => new(Kind!, Value!);

    /// <summary>An id, a mobile in any writing, or a card.</summary>
    public static OtherMember Read(string text)
    {
        if (Guid.TryParseExact(text, "D", out var id))
        {
            return new OtherMember(id, null, null);
        }

        var mobile = Mobile.Parse(text);
        return mobile.IsRefused
            ? new OtherMember(null, MemberKey.Card, CardNumber.Read(text))
            : new OtherMember(null, MemberKey.Mobile, mobile.Value.E164);
    }
}

/// <summary>What moved when two became one.</summary>
/// <param name="Member">Who stayed.</param>
/// <param name="Other">The id that was merged; it leads to who stayed from now on.</param>
/// <param name="Moved">What came of each unit, pending and debts counted; a debt is below 0.</param>
/// <param name="Visits">What was added to the counters.</param>
public sealed record MergeAnswer(
    Guid Id,
    DateTimeOffset At,
    Guid Member,
    Guid Other,
    IReadOnlyList<UnitAmount> Moved,
    long Visits,
    long Spent,
    DateTimeOffset UndoUntil
);

/// <summary>
/// A merge on its way through the lane: both members are locked in the order of their ids, and lots, counters, keys,
/// profile and standings move in one transaction. Refused: member.unknown, member.gone, merge.unknown, merge.merged
/// (409), merge.oneself.
/// </summary>
internal sealed class MergeWork(MergeCall call, IdempotencyKey key, Actor by, ProgrammeStore programmes)
    : WalletWork(call.Member, key, by, programmes)
{
    public override bool IsAlone => true;

    public override async ValueTask Ask(LaneReads reads, long newestVersion, CancellationToken ct)
    {
        await base.Ask(reads, newestVersion, ct);
        if (call.Other.Id is { } id)
        {
            reads.MemberIds.Add(id);
        }
        else
        {
            reads.MemberKeys.Add(call.Other.Key);
        }

        reads.Allowances = true;
        TierReads.AskAll(reads, Club.Programme, Club.Time.DayOf(reads.Now));
    }

    protected override async ValueTask<Outcome<StoredAnswer>> Move(WalletScene at, CancellationToken ct)
    {
        var found = Find(at);
        if (found.IsRefused)
        {
            return Outcome<StoredAnswer>.Refused(found.Refusals);
        }

        var (owner, other) = (at.Owner, found.Value);
        var id = Guid.CreateVersion7(at.Now);
        await using var db = at.Scene.Transaction.Context();
        var told = MergedInAudit.Of(owner, Club.Programme);
        var before = await new JoinProfiles(db, owner.Row.Id, other.Row.Id).Join(at.Now, ct);
        await EndAllowances.Of(at, other, Club, ct);
        var moved = owner.Ledger.TakeOver(other.Ledger);
        var cause = Cause(at, CauseKind.Merge, id);
        other.Collect(at.Scene.Rows, cause);
        owner.Collect(at.Scene.Rows, cause);
        owner.Add(other.Visits, other.Spent.Minor);
        if (other.LastVisit is { } last)
        {
            owner.Visited(last, other.LastVisitDay!.Value);
        }

        await LetGo(db, other, before.Along, ct);
        var standings = MergedStandings.Join(at, Club, other, By.By);
        var merge = new MemberMerge
        {
            MemberId = other.Row.Id,
            Id = id,
            Into = owner.Row.Id,
            At = at.Now,
            By = By.By,
            Before = (before with { Standings = standings }).ToJson(),
        };
        db.MemberMerges.Add(merge);
        await db.SaveChangesAsync(ct);
        var answer = new MergeAnswer(
            id,
            at.Now,
            owner.Row.Id,
            other.Row.Id,
            moved,
            other.Row.Visits,
            other.Row.Spent,
            merge.UndoUntil
        );
        var after = MergedInAudit.Of(owner, Club.Programme) with { Id = id, Other = other.Row.Id };
        Audit(at, "member.merged", after, told);
        return Keep(at, answer);
    }

    private Outcome<MemberState> Find(WalletScene at)
    {
        var state = at.Scene.State;
        if (call.Other.Id is { } id && state.Gone.TryGetValue(id, out var gone))
        {
            return gone.Row.MergedInto == at.Owner.Row.Id ? Refusal.Conflict("merge.merged-here", "/other")
                : gone.Row.MergedInto is null ? MemberLookup.Gone("/other")
                : Refusal.Conflict("merge.merged", "/other");
        }

        var other = call.Other.Id is { } named
            ? state.Members.GetValueOrDefault(named)
            : state.MemberOf(call.Other.Key);
        return other is null ? new Refusal("merge.unknown", "/other")
            : other == at.Owner ? new Refusal("merge.oneself", "/other")
            : other;
    }

    /// <summary>
    /// Who had been merged into the one who is merged now counts with who stays: the id in between keeps its own sales
    /// alone.
    /// </summary>
    private static async Task LetGo(AppDb db, MemberState merged, IReadOnlyList<Guid> along, CancellationToken ct)
    {
        if (along.Count == 0)
        {
            return;
        }

        var sums = await MergedCounters.Of(db, along, ct);
        merged.Add(-sums.Visits, -sums.Spent);
        await MergedCounters.SetLastVisit(db, merged, await LastVisit.Of(db, merged.Row.Id, ct), ct);
    }
}
