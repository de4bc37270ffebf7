using Microsoft.EntityFrameworkCore;
using Vafa.Core.Earning;
using Vafa.Core.Ledger;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Ledger;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Members;
using Vafa.Features.Programme;
using Vafa.Features.Purchases;
using Vafa.Features.Tiers;
using Vafa.Web;

namespace Vafa.Features.Engagements;

/// <summary>Something a member did that is no sale.</summary>
/// <param name="Event">Code of an engagement, or a name that lots wait for.</param>
/// <param name="Reference">The caller's own name for it: it comes once.</param>
/// <param name="Purchase">The sale it is about: only what that sale brought comes free.</param>
public sealed record EventCall(
    Guid Member,
    string Event,
    string? Reference,
    Guid? Purchase,
    DateTimeOffset? At,
    string? Branch
);

/// <summary>What an event brought.</summary>
/// <param name="Earned">New lots; none when the member's limit or a cap leaves nothing.</param>
/// <param name="Freed">What had waited for it and can be spent now.</param>
/// <param name="Limited">The member had it as often as it brings something.</param>
/// <param name="Capped">What caps of units cut off.</param>
public sealed record EventAnswer(
    Guid Id,
    DateTimeOffset At,
    string Event,
    IReadOnlyList<EventEarned> Earned,
    IReadOnlyList<UnitAmount> Freed,
    bool Limited,
    IReadOnlyList<UnitAmount> Capped
);

public sealed record EventEarned(string Unit, long Amount, DateTimeOffset? AvailableFrom, DateTimeOffset? ExpiresAt);

/// <summary>
/// An event on its way through the lane. Refused: event.unknown, event.unknown-purchase, event.duplicate (409) for a
/// reference that came before, event.unknown-branch, and what a sale's time refuses.
/// </summary>
internal sealed class EventWork(EventCall call, IdempotencyKey key, Actor by, ProgrammeStore programmes)
    : WalletWork(call.Member, key, by, programmes)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Late = TimeSpan.FromDays(7);

    public override IEnumerable<string> Keys =>
        call.Reference is null ? base.Keys : [.. base.Keys, $"event\n{call.Member}\n{call.Event}\n{call.Reference}"];

    public override async ValueTask Ask(LaneReads reads, long newestVersion, CancellationToken ct)
    {
        await base.Ask(reads, newestVersion, ct);
        var day = Club.Time.DayOf(call.At ?? reads.Now);
        foreach (var unit in Club.Programme.Units.Where(u => u.Caps.AskPast))
        {
            reads.Earned(EarnedSpan.Of(unit.Caps, Club.Time, day).From);
        }

        TierReads.Ask(reads, Club.Programme, Club.Time.DayOf(reads.Now));
    }

    protected override async ValueTask<Outcome<StoredAnswer>> Move(WalletScene at, CancellationToken ct)
    {
        var engagement = Club.Engagements.FirstOrDefault(e => e.Code == call.Event);
        if (Refused(at, engagement) is { } refusal)
        {
            return refusal;
        }

        await using var db = at.Scene.Transaction.Context();
        var ids = await MemberLookup.Under(db, at.Owner.Row.Id, ct);
        if (call.Reference is { } reference && await IsKnown(at, db, (ids, reference), ct))
        {
            return Refusal.Conflict("event.duplicate", "/reference", reference);
        }

        IReadOnlySet<long>? lots = null;
        if (call.Purchase is { } purchase)
        {
            lots = await LotsOf(db, at, purchase, ids, ct);
            if (lots is null)
            {
                return new Refusal("event.unknown-purchase", "/purchase");
            }
        }

        var when = Stored.Cut(call.At ?? at.Now);
        var day = Club.Time.DayOf(when);
        var limited =
            engagement?.PerMember is { } limit && await UsesIn(at, db, ids, (limit.Every, day), ct) >= limit.Uses;
        var id = Guid.CreateVersion7();
        var cause = new EntryCause(CauseKind.Event, id, call.Event, when, at.Now, Club.Time.DayOf(at.Now));
        var from = at.Owner.Ledger.LastNo + 1;
        var freed = at.Owner.Ledger.Arrive(call.Event, lots, at.Now);
        var (earned, capped) = engagement is null || limited ? ([], []) : Earn(at, engagement, (cause, day));
        at.Owner.Collect(at.Scene.Rows, cause);
        if (earned.Count > 0)
        {
            TierRise.ByEarning(at, Club);
        }

        at.Scene.Rows.Events.Add(Row(at.Owner, (cause, day), earned.Count > 0, from));
        return Keep(at, new EventAnswer(id, when, call.Event, earned, freed, limited, capped));
    }

    private Refusal? Refused(WalletScene at, Engagement? engagement) =>
        engagement is null && Club.Programme.Units.All(u => u.Wait.Event != call.Event)
            ? new Refusal("event.unknown", "/event", call.Event)
        : call.At > at.Now + Ahead ? new Refusal("purchase.in-future", "/at", call.At.Value)
        : call.At < at.Now - Late && !By.May(Scopes.History)
            ? new Refusal("purchase.too-old", "/at", call.At.Value) { Kind = RefusalKind.Forbidden }
        : call.Branch is { } branch && !Club.Branches.Contains(branch)
            ? new Refusal("purchase.unknown-branch", "/branch", branch)
        : null;

    private (List<EventEarned> Earned, List<UnitAmount> Capped) Earn(
        WalletScene at,
        Engagement engagement,
        (EntryCause Cause, DateOnly Day) of
    )
    {
        var (earned, capped) = (new List<EventEarned>(), new List<UnitAmount>());
        foreach (var (code, amount) in engagement.Earn)
        {
            if (Club.Programme.UnitOf(code) is not { } unit)
            {
                continue;
            }

            var before = at.Owner.Earned.Before(code, Club.Time, of.Day);
            var most = Math.Min(amount, before.Room(unit.Caps));
            if (most < amount)
            {
                capped.Add(new UnitAmount(code, amount - most));
            }

            if (most == 0)
            {
                continue;
            }

            var terms = Club.Programme.TermsOf(code, of.Cause.At, of.Day) with { Branch = call.Branch };
            at.Owner.Ledger.Earn(code, most, terms);
            earned.Add(new EventEarned(code, most, terms.Awaits is null ? terms.AvailableFrom : null, terms.ExpiresAt));
        }

        return (earned, capped);
    }

    /// <summary>The lots that a sale brought, by the numbers they have now; null: it is none of his.</summary>
    private static async Task<IReadOnlySet<long>?> LotsOf(
        AppDb db,
        WalletScene at,
        Guid purchase,
        IReadOnlyList<Guid> ids,
        CancellationToken ct
    )
    {
        foreach (var id in ids)
        {
            if (await SaleEntries.Of(db, id, purchase, ct) is { } range)
            {
                var owner = at.Owner.Row.Id;
                return id == owner
                    ? at.Owner.Ledger.Lots.Select(l => l.No).Where(range.Holds).ToHashSet()
                    : (await MergedMoves.Links(db, (id, owner), ids, DateTimeOffset.MinValue, ct))
                        .Where(l => range.Holds(l.From))
                        .Select(l => l.To)
                        .ToHashSet();
            }
        }

        return null;
    }

    private async Task<bool> IsKnown(
        WalletScene at,
        AppDb db,
        (List<Guid> Ids, string Reference) of,
        CancellationToken ct
    )
    {
        var (ids, reference) = of;
        return Pending(at, ids).Any(e => e.Reference == reference)
            || await db.MemberEvents.AnyAsync(
                e => ids.Contains(e.MemberId) && e.Event == call.Event && e.Reference == reference,
                ct
            );
    }

    /// <summary>The same event of the same member, in works before in this batch.</summary>
    private IEnumerable<MemberEvent> Pending(WalletScene at, List<Guid> ids) =>
        at.Scene.Rows.Events.Rows.Where(e => e.Event == call.Event && ids.Contains(e.MemberId));

    /// <summary>How often it brought something in the running period of that day.</summary>
    private async Task<int> UsesIn(
        WalletScene at,
        AppDb db,
        List<Guid> ids,
        (Period Every, DateOnly Day) of,
        CancellationToken ct
    )
    {
        var (every, day) = of;
        var (first, period) = (Club.Time.PeriodStart(day, every), Club.Time.PeriodKey(day, every));
        var days = await db
            .MemberEvents.Where(e => ids.Contains(e.MemberId) && e.Event == call.Event && e.Earned && e.Day >= first)
            .Select(e => e.Day)
            .ToListAsync(ct);
        days.AddRange(Pending(at, ids).Where(e => e.Earned).Select(e => e.Day));
        return days.Count(d => Club.Time.PeriodKey(d, every) == period);
    }

    private MemberEvent Row(MemberState owner, (EntryCause Cause, DateOnly Day) of, bool earned, long from) =>
        new()
        {
            MemberId = owner.Row.Id,
            Id = of.Cause.Id,
            Event = call.Event,
            Reference = call.Reference,
            PurchaseId = call.Purchase,
            Branch = call.Branch,
            At = of.Cause.At,
            RecordedAt = of.Cause.RecordedAt,
            Day = of.Day,
            Earned = earned,
            EntryFrom = from,
            EntryTo = owner.Ledger.LastNo + 1,
        };
}
