using Vafa.Core.Ledger;
using Vafa.Core.Sales;
using Vafa.Data;
using Vafa.Features.Ledger;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Members;

namespace Vafa.Features.Purchases;

/// <summary>
/// A sale of an id that was merged comes back: it moves by its own record under that id, which fetches from the member
/// it became what is to be taken, and hands on what is given back or owed.
/// </summary>
/// <param name="Id">The merged id, under which sale and refund are recorded.</param>
/// <param name="Owner">The member it became.</param>
internal sealed record MergedRefund(MemberState Id, MemberState Owner, IReadOnlyList<LotLink> Links)
{
    /// <summary>Null where the sale's own member is one.</summary>
    public static async Task<MergedRefund?> Find(LaneScene scene, Guid member, RefundPast past, CancellationToken ct)
    {
        if (
            scene.State.Gone.GetValueOrDefault(member) is not { Row.MergedInto: not null } id
            || scene.State.Members.GetValueOrDefault(member) is not { } owner
        )
        {
            return null;
        }

        await using var db = scene.Transaction.Context();
        var ids = (From: member, To: owner.Row.Id);
        var every = await MemberLookup.MergedInto(db, ids.To, ct);
        var links = await MergedMoves.Links(db, ids, every, DateTimeOffset.MinValue, ct);
        var very = past.Lots.Select(l => l.No).ToHashSet();
        var mine = links.Where(l => very.Contains(l.From)).ToList();
        owner.ReadVeryLots(await MergedMoves.Lots(db, ids.To, [.. mine.Select(l => l.To)], ct));
        return new MergedRefund(id, owner, mine);
    }

    /// <summary>What expired out of the lots after they had moved counts as well.</summary>
    public async Task<RecordedMoves> WithExpired(LaneScene scene, RecordedMoves moves, CancellationToken ct)
    {
        await using var db = scene.Transaction.Context();
        var there = await ExpiredOfLots.Of(db, scene.Rows, Owner.Row.Id, [.. Links.Select(l => l.To)], ct);
        var expired = moves.ExpiredOfLots.ToDictionary();
        foreach (var (from, to) in Links)
        {
            expired[from] = expired.GetValueOrDefault(from) + there.GetValueOrDefault(to);
        }

        return moves with
        {
            ExpiredOfLots = expired,
        };
    }

    public void Begin() => Id.Ledger.CatchUp(Owner.Ledger, Links);

    public void Fetch(Reversal reversal, DebtPolicy policy, DateTimeOffset now) =>
        Id.Ledger.Fetch(Owner.Ledger, reversal, Links, policy, now);

    /// <summary>Hands on what is there now; the moves on both sides tell of the refund.</summary>
    public void End(LaneRows rows, in EntryCause refund)
    {
        Owner.Ledger.TakeOver(Id.Ledger);
        Id.Collect(rows, refund);
        Owner.Collect(rows, refund with { Kind = CauseKind.Merge, Branch = null, CountsAt = null });
    }
}
