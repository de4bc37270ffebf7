using Microsoft.EntityFrameworkCore;
using Vafa.Core.Ledger;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;
using Vafa.Features.Purchases;
using Vafa.Web;

namespace Vafa.Features.Ledger;

/// <summary>A lot gets another end: of what it holds, or of what had expired out of it and stands again.</summary>
/// <param name="Amount">So much of what expired stands again; null: of an extension; 0: all of it.</param>
/// <param name="Until">The new end; none, which only what stands again may have: never.</param>
public sealed record LotCall(Guid Member, long Lot, long? Amount, LotUntil Until, string Reason);

/// <summary>An end as a call says it: an instant, or the last business day that is lived through.</summary>
public readonly record struct LotUntil(DateTimeOffset? At, DateOnly? LastDay)
{
    public bool IsSaid => At is not null || LastDay is not null;

    public DateTimeOffset? In(ClubTime time) => LastDay is { } last ? time.StartOf(last.AddDays(1)) : At;
}

/// <summary>The lot as it is now.</summary>
/// <param name="Amount">What stands again; 0 for an extension.</param>
public sealed record LotAnswer(
    Guid Id,
    DateTimeOffset At,
    long Lot,
    string Unit,
    long Amount,
    long Remaining,
    DateTimeOffset? ExpiresAt,
    string Reason
);

/// <summary>More time for a lot, or a second life, on its way through the lane.</summary>
internal sealed class LotWork(LotCall call, IdempotencyKey key, Actor by, ProgrammeStore programmes)
    : WalletWork(call.Member, key, by, programmes)
{
    protected override async ValueTask<Outcome<StoredAnswer>> Move(WalletScene at, CancellationToken ct)
    {
        await using var db = at.Scene.Transaction.Context();
        var owner = at.Owner.Row.Id;
        var row = await db.Lots.AsNoTracking().FirstOrDefaultAsync(l => l.MemberId == owner && l.No == call.Lot, ct);
        if (row is null)
        {
            return Refusal.NotFound("ledger.lot-unknown");
        }

        at.Owner.ReadVeryLots([row.ToLot()]);
        var lot = at.Owner.Ledger.Lots.First(l => l.No == call.Lot);
        return Move(at, lot, call.Amount is { } amount ? await Expired(at, db, lot, amount, ct) : default);
    }

    /// <summary>What expired of it; 0 asks for all that may stand again.</summary>
    private static async ValueTask<Expired> Expired(
        WalletScene at,
        AppDb db,
        Lot lot,
        long amount,
        CancellationToken ct
    )
    {
        var owner = at.Owner.Row.Id;
        var gone = (await ExpiredOfLots.Of(db, at.Scene.Rows, owner, [lot.No], ct)).GetValueOrDefault(lot.No);
        var brought = await db.Entries.FirstAsync(e => e.MemberId == owner && e.No == lot.No, ct);
        var free = brought.CauseKind is CauseKind.Purchase or CauseKind.Offer or CauseKind.Tier
            ? Math.Min(gone, await ExpiredOfSale.Of(at.Scene, owner, (brought.CauseId, lot.Unit), ct))
            : gone;
        var all = new Expired(amount, gone, gone - free);
        return amount == 0 ? all with { Wanted = Math.Max(1, all.Free) } : all;
    }

    private Outcome<StoredAnswer> Move(WalletScene at, Lot lot, Expired expired)
    {
        var again = expired.Wanted;
        var until = call.Until.In(Club.Time) is { } end ? Stored.Cut(end) : (DateTimeOffset?)null;
        var moved = call.Amount is null
            ? at.Owner.Ledger.Extend(lot.No, until ?? DateTimeOffset.MinValue, at.Scene.Now)
            : at.Owner.Ledger.Reinstate(lot.No, expired, until, at.Scene.Now);
        if (moved.IsRefused)
        {
            return Said(moved.Refusals);
        }

        var id = Guid.CreateVersion7();
        at.Owner.Collect(at.Scene.Rows, Cause(at, CauseKind.Adjustment, id, call.Reason));
        var answer = new LotAnswer(id, at.Now, lot.No, lot.Unit, again, lot.Remaining, lot.ExpiresAt, call.Reason);
        Audit(at, call.Amount is null ? "wallet.extended" : "wallet.reinstated", answer);
        return Keep(at, answer);
    }
}
