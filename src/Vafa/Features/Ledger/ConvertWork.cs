using Vafa.Core.Values;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Ledger;

/// <summary>So many of a unit are to become what the unit turns into.</summary>
public sealed record ConvertCall(Guid Member, string Unit, long Amount);

/// <summary>What became of them.</summary>
/// <param name="Into">The unit they became.</param>
/// <param name="Becomes">How many of it.</param>
public sealed record ConvertAnswer(
    Guid Id,
    DateTimeOffset At,
    string Unit,
    long Amount,
    string Into,
    long Becomes,
    DateTimeOffset? ExpiresAt
);

/// <summary>A conversion by hand on its way through the lane.</summary>
internal sealed class ConvertWork(ConvertCall call, IdempotencyKey key, Actor by, ProgrammeStore programmes)
    : WalletWork(call.Member, key, by, programmes)
{
    protected override ValueTask<Outcome<StoredAnswer>> Move(WalletScene at, CancellationToken ct) => new(Convert(at));

    private Outcome<StoredAnswer> Convert(WalletScene at)
    {
        if (Club.Programme.UnitOf(call.Unit) is not { } unit)
        {
            return new Refusal("ledger.unknown-unit", "/unit", call.Unit);
        }

        if (unit.Into is not { } into || Club.Programme.UnitOf(into.To) is null)
        {
            return new Refusal("ledger.turns-into-nothing", "/unit", unit.Title);
        }

        var terms = Club.Programme.TermsOf(into.To, at.Now, Club.Time.DayOf(at.Now));
        var converted = at.Owner.Ledger.Convert(unit, call.Amount, terms, at.Scene.Now);
        if (converted.IsRefused)
        {
            return Said(converted.Refusals);
        }

        var id = Guid.CreateVersion7();
        at.Owner.Collect(at.Scene.Rows, Cause(at, CauseKind.Conversion, id));
        var answer = new ConvertAnswer(id, at.Now, unit.Code, call.Amount, into.To, converted.Value, terms.ExpiresAt);
        Audit(at, "wallet.converted", answer);
        return Keep(at, answer);
    }
}
