using Microsoft.EntityFrameworkCore;
using Vafa.Core.Ledger;
using Vafa.Core.Sales;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Ledger;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Purchases;

/// <summary>What is brought back; no lines: all that is left.</summary>
public sealed record RefundCall(Guid Purchase, IReadOnlyList<RefundRequest>? Lines, string Reason);

/// <summary>What a refund gave back and took back.</summary>
public sealed record RefundAnswer(
    Guid Id,
    long Refunded,
    IReadOnlyList<UnitAmount> Reversed,
    IReadOnlyList<UnitAmount> Returned
);

/// <summary>
/// A refund on its way through the lane. It undoes the recorded sale by its record alone; nothing is decided again.
/// </summary>
internal sealed class RefundWork(
    RefundCall call,
    Guid member,
    bool isGuest,
    IdempotencyKey key,
    Actor by,
    ProgrammeStore programmes
) : LaneWork<Outcome<StoredAnswer>>
{
    private readonly AnswerKey answerKey = new(key.Client, key.Key);
    private Core.Sales.Programme? programme;

    public override IEnumerable<string> Keys => [$"{key.Client}\n{key.Key}", $"refund\n{call.Purchase}"];

    public override int Place => member.GetHashCode();

    public override async ValueTask Ask(LaneReads reads, long newestVersion, CancellationToken ct)
    {
        programme = (await programmes.At(newestVersion, reads.Now, ct)).Programme;
        reads.Answers.Add(answerKey);
        if (!isGuest)
        {
            reads.MemberIds.Add(member);
            reads.EachLot = true;
        }
    }

    public override async ValueTask Decide(LaneScene scene, CancellationToken ct)
    {
        if (scene.State.Answers.TryGetValue(answerKey, out var answered))
        {
            Result = StoredAnswer.Replay(answered, key);
            return;
        }

        await scene.Transaction.LockPurchase(member, call.Purchase, ct);
        var past = await RefundPast.Read(scene, member, call.Purchase, ct);
        var plan = RefundMath.Plan(past.SoldLines, past.RefundedLines, call.Lines);
        if (plan.IsRefused)
        {
            Result = Outcome<StoredAnswer>.Refused(plan.Refusals);
            return;
        }

        var merged = await MergedRefund.Find(scene, member, past, ct);
        past = merged is null ? past : past with { Moves = await merged.WithExpired(scene, past.Moves, ct) };
        Result = Write(scene, past, plan.Value, merged);
    }

    private StoredAnswer Write(LaneScene scene, RefundPast past, RefundPlan plan, MergedRefund? merged)
    {
        var id = Guid.CreateVersion7();
        var now = Stored.Cut(scene.Now);
        // What is recorded under an id stays under it; the member it became stands behind it.
        var owner = merged?.Id ?? scene.State.Anybody(member);
        var (from, to) = (0L, 0L);
        var time = programme!.Club.Time;
        var day = time.DayOf(now);
        var moved = new RefundMoved([], []);
        if (owner is not null)
        {
            owner.ReadVeryLots(past.Lots);
            from = owner.Ledger.LastNo + 1;
            var cause = new EntryCause(CauseKind.Refund, id, null, now, now, day, call.Reason)
            {
                Branch = past.Purchase.Branch,
                CountsAt = past.Purchase.At,
            };
            moved = Move(owner, past.Moves, plan, scene.Now, merged);
            merged?.End(scene.Rows, cause);
            owner.Collect(scene.Rows, cause);
            to = owner.Ledger.LastNo + 1;
            var visits = plan.BecomesWhole ? -1 : 0;
            owner.Count(past.Purchase.Day, visits, new Money(-plan.Money.Minor));
            (merged?.Owner ?? Behind(scene, owner))?.Add(visits, -plan.Money.Minor);
            foreach (var part in plan.Parts)
            {
                past.TakeBack(owner.Bought, part);
            }

            Review(merged?.Owner ?? owner, past.Purchase.Day, moved, day);
        }

        if (plan.BecomesWhole)
        {
            Free(scene, past);
        }

        scene.Rows.RollUps.Refunded(day, time.WallClock(now).Hour, past.Purchase.Branch, plan.Money.Minor);
        AddRows(
            scene,
            past,
            plan,
            new Refund
            {
                MemberId = member,
                Id = id,
                PurchaseId = call.Purchase,
                At = now,
                Money = plan.Money.Minor,
                Spent = plan.Spent.Minor,
                Reason = call.Reason,
                By = by.By,
                EntryFrom = from,
                EntryTo = to,
            }
        );
        var answer = new RefundAnswer(id, plan.Money.Minor, moved.Reversed, moved.Returned);
        return StoredAnswer.Keep(scene, key, StatusCodes.Status201Created, answer);
    }

    /// <summary>
    /// The member a merged id had become, where he has left meanwhile: his counters hold the sale, too.
    /// </summary>
    private static MemberState? Behind(LaneScene scene, MemberState owner) =>
        owner.Row.MergedInto is { } into ? scene.State.Anybody(into) : null;

    /// <summary>
    /// Who left the club owes nothing any more and owns nothing: what comes back to him expires at once.
    /// </summary>
    private RefundMoved Move(
        MemberState owner,
        RecordedMoves moves,
        RefundPlan plan,
        DateTimeOffset now,
        MergedRefund? merged
    )
    {
        var hasLeft = merged is null && owner.Row.GoneAt is not null;
        merged?.Begin();
        var moved = RefundMoves.Apply(
            owner.Ledger,
            moves,
            plan,
            hasLeft ? _ => DebtPolicy.ToZero : programme!.DebtOf,
            now,
            (reversal, policy) => merged?.Fetch(reversal, policy, now)
        );
        if (hasLeft)
        {
            owner.Ledger.Close();
        }

        return moved;
    }

    /// <summary>A tier is not lost at once: the next night looks at it.</summary>
    private void Review(MemberState owner, DateOnly sold, RefundMoved moved, DateOnly today)
    {
        if (programme!.Ladders.IsEmpty)
        {
            return;
        }

        foreach (var (unit, amount) in moved.Reversed)
        {
            owner.Tiers.Earn(sold, unit, -amount);
        }

        owner.Tiers.LookAt(today);
    }

    /// <summary>A wholly refunded sale is no visit, and its uses and budgets are free again (semantics 13).</summary>
    private static void Free(LaneScene scene, RefundPast past)
    {
        foreach (var use in past.Uses)
        {
            if (use.Counted)
            {
                scene.State.CounterOf(use.Offer).Free(use.Given);
            }
        }

        if (past.Uses.Count > 0)
        {
            scene.Rows.FreedUses.Add(new FreedUse(past.Purchase.MemberId, past.Purchase.Id));
        }
    }

    private void AddRows(LaneScene scene, RefundPast past, RefundPlan plan, Refund refund)
    {
        scene.Rows.Refunds.Add(refund);
        foreach (var part in plan.Parts)
        {
            scene.Rows.RefundLines.Add(
                new RefundLine
                {
                    MemberId = member,
                    RefundId = refund.Id,
                    No = part.Line,
                    PurchaseId = call.Purchase,
                    Quantity = part.Quantity.Thousandths,
                    Money = part.Money.Minor,
                    Spent = part.Spent.Minor,
                }
            );
        }

        scene.Rows.RefundedPurchases.Add(
            new RefundedPurchase(
                member,
                call.Purchase,
                past.Purchase.Refunded,
                plan.Money.Minor,
                past.Purchase.IsVoid || plan.BecomesWhole
            )
        );
    }
}
