using Vafa.Core.Ledger;
using Vafa.Core.Values;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Ledger;

/// <summary>A correction of a wallet by a person: ± an amount of a unit, with its reason.</summary>
public sealed record AdjustCall(Guid Member, string Unit, long Amount, string Reason, DateTimeOffset? ExpiresAt);

/// <summary>The entry a correction made.</summary>
public sealed record AdjustAnswer(
    Guid Id,
    DateTimeOffset At,
    string Unit,
    long Amount,
    long Balance,
    string Reason,
    DateTimeOffset? ExpiresAt
);

/// <summary>A correction on its way through the lane.</summary>
internal sealed class AdjustWork(AdjustCall call, IdempotencyKey key, Actor by, ProgrammeStore programmes)
    : WalletWork(call.Member, key, by, programmes)
{
    protected override ValueTask<Outcome<StoredAnswer>> Move(WalletScene at, CancellationToken ct) => new(Adjust(at));

    private Outcome<StoredAnswer> Adjust(WalletScene at)
    {
        if (Club.Programme.UnitOf(call.Unit) is null)
        {
            return new Refusal("ledger.unknown-unit", "/unit", call.Unit);
        }

        if (call.ExpiresAt <= at.Now)
        {
            return new Refusal("ledger.expires-in-past", "/expiresAt");
        }

        var terms = TermsAt(at);
        var adjusted = at.Owner.Ledger.Adjust(call.Unit, call.Amount, terms, at.Scene.Now);
        if (adjusted.IsRefused)
        {
            return Said(adjusted.Refusals);
        }

        var id = Guid.CreateVersion7();
        at.Owner.Collect(at.Scene.Rows, Cause(at, CauseKind.Adjustment, id, call.Reason));
        var answer = new AdjustAnswer(
            id,
            at.Now,
            call.Unit,
            call.Amount,
            at.Owner.Ledger.StoredBalance(call.Unit),
            call.Reason,
            terms.ExpiresAt
        );
        Audit(at, "wallet.adjusted", answer);
        return Keep(at, answer);
    }

    /// <summary>What a person gives can be spent at once; it ends as he says, else as the unit does.</summary>
    private LotTerms TermsAt(WalletScene at)
    {
        var usual = Club.Programme.TermsOf(call.Unit, at.Now, Club.Time.DayOf(at.Now));
        return usual with
        {
            AvailableFrom = at.Now,
            Awaits = null,
            ExpiresAt = call.Amount < 0 ? null : call.ExpiresAt ?? usual.ExpiresAt,
            Slides = usual.Slides && call.ExpiresAt is null,
        };
    }
}
