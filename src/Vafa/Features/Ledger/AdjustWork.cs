using Vafa.Core.Ledger;
using Vafa.Core.Values;
using Vafa.Features.Ledger.Approval;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Ledger;

/// <summary>A bonus, penalty or correction of a wallet by a person: ± an amount of a unit, with its reason.</summary>
/// <param name="Kind">A word of <see cref="AdjustKinds"/>.</param>
public sealed record AdjustCall(Guid Member, string Unit, long Amount, string Reason, DateTimeOffset? ExpiresAt)
{
    public string Kind { get; init; } = AdjustKinds.Correction;
}

/// <summary>What a person changes a wallet for.</summary>
internal static class AdjustKinds
{
    public const string Bonus = "bonus";
    public const string Penalty = "penalty";
    public const string Correction = "correction";

    public static readonly (string Word, int Sign)[] All = [(Bonus, 1), (Penalty, -1), (Correction, 0)];
}

/// <summary>The entry a correction made, or what waits for a second person.</summary>
/// <param name="State">done, or waiting: then nothing has moved yet.</param>
public sealed record AdjustAnswer(
    Guid Id,
    DateTimeOffset At,
    string Unit,
    long Amount,
    long Balance,
    string Reason,
    DateTimeOffset? ExpiresAt,
    string Kind,
    string State
);

/// <summary>
/// A correction on its way through the lane. One that is worth more than the club lets one person move waits for a
/// second.
/// </summary>
internal sealed class AdjustWork(AdjustCall call, IdempotencyKey key, Actor by, ProgrammeStore programmes)
    : WalletWork(call.Member, key, by, programmes)
{
    protected override ValueTask<Outcome<StoredAnswer>> Move(WalletScene at, CancellationToken ct) => new(Adjust(at));

    private Outcome<StoredAnswer> Adjust(WalletScene at)
    {
        if (Club.Programme.UnitOf(call.Unit) is not { } unit)
        {
            return new Refusal("ledger.unknown-unit", "/unit", call.Unit);
        }

        if (call.ExpiresAt <= at.Now)
        {
            return new Refusal("ledger.expires-in-past", "/expiresAt");
        }

        var id = Guid.CreateVersion7();
        if (Club.Settings.ApproveAdjustmentsOver is { } most && unit.Worth.Of(Math.Abs(call.Amount)) > most)
        {
            return Propose(at, id);
        }

        var moved = Adjustment.Move(at.Owner, call, Club, at.Scene.Now);
        if (moved.IsRefused)
        {
            return Said(moved.Refusals);
        }

        at.Owner.Collect(at.Scene.Rows, Cause(at, CauseKind.Adjustment, id, call.Reason) with { Code = call.Kind });
        var answer = Adjustment.Done(at, id, call, moved.Value);
        Audit(at, "wallet.adjusted", answer);
        return Keep(at, answer);
    }

    private StoredAnswer Propose(WalletScene at, Guid id)
    {
        at.Scene.Rows.Proposals.Add(
            new AdjustmentProposal
            {
                MemberId = at.Owner.Row.Id,
                Id = id,
                Kind = call.Kind,
                Unit = call.Unit,
                Amount = call.Amount,
                Reason = call.Reason,
                ExpiresAt = call.ExpiresAt,
                By = By.By,
                At = at.Now,
            }
        );
        var answer = Adjustment.Done(at, id, call, call.ExpiresAt) with { State = Adjustment.Waits };
        Audit(at, "wallet.proposed", answer);
        return Keep(at, answer, StatusCodes.Status202Accepted);
    }
}

/// <summary>How a correction moves a wallet, whoever lets it.</summary>
internal static class Adjustment
{
    public const string Waits = "waiting";

    /// <summary>The end of what it brought, or why it cannot be.</summary>
    public static Outcome<DateTimeOffset?> Move(
        MemberState owner,
        AdjustCall call,
        ClubVersion club,
        DateTimeOffset now
    )
    {
        var at = Stored.Cut(now);
        var usual = club.Programme.TermsOf(call.Unit, at, club.Time.DayOf(at));
        // What a person gives can be spent at once; it ends as he says, else as the unit does.
        var terms = usual with
        {
            AvailableFrom = at,
            Awaits = null,
            ExpiresAt = call.Amount < 0 ? null : call.ExpiresAt ?? usual.ExpiresAt,
            Slides = usual.Slides && call.ExpiresAt is null,
        };
        var adjusted = owner.Ledger.Adjust(call.Unit, call.Amount, terms, now);
        return adjusted.IsRefused ? Outcome<DateTimeOffset?>.Refused(adjusted.Refusals) : terms.ExpiresAt;
    }

    public static AdjustAnswer Done(WalletScene at, Guid id, AdjustCall call, DateTimeOffset? ends) =>
        new(
            id,
            at.Now,
            call.Unit,
            call.Amount,
            at.Owner.Ledger.StoredBalance(call.Unit),
            call.Reason,
            ends,
            call.Kind,
            "done"
        );
}
