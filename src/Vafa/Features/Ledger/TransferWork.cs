using Vafa.Core.Values;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Members;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Ledger;

/// <summary>One member gives an amount of a unit to another.</summary>
/// <param name="To">The other, by id or else by a key such as his mobile.</param>
public sealed record TransferCall(Guid Member, TransferTo To, string Unit, long Amount, string? Note);

/// <summary>Who gets it: one of both.</summary>
public readonly record struct TransferTo(Guid? Id, string? Kind, string? Value);

/// <summary>What was given to whom.</summary>
/// <param name="Balance">What the giver's wallet holds now.</param>
public sealed record TransferAnswer(
    Guid Id,
    DateTimeOffset At,
    Guid From,
    Guid To,
    string Unit,
    long Amount,
    long Balance,
    string? Note
);

/// <summary>A gift between two members in the lane: both are locked, and it moves whole or not.</summary>
internal sealed class TransferWork(TransferCall call, IdempotencyKey key, Actor by, ProgrammeStore programmes)
    : WalletWork(call.Member, key, by, programmes)
{
    public override async ValueTask Ask(LaneReads reads, long newestVersion, CancellationToken ct)
    {
        await base.Ask(reads, newestVersion, ct);
        if (call.To.Id is { } id)
        {
            reads.MemberIds.Add(id);
        }
        else
        {
            reads.MemberKeys.Add(KeyOfOther);
        }
    }

    protected override ValueTask<Outcome<StoredAnswer>> Move(WalletScene at, CancellationToken ct) => new(Give(at));

    private MemberRef KeyOfOther => new(call.To.Kind!, call.To.Value!);

    private Outcome<StoredAnswer> Give(WalletScene at)
    {
        if (Club.Programme.UnitOf(call.Unit) is not { } unit)
        {
            return new Refusal("ledger.unknown-unit", "/unit", call.Unit);
        }

        if (!unit.MayTransfer)
        {
            return new Refusal("transfer.not-given", "/unit", unit.Title);
        }

        var other = call.To.Id is { } id
            ? at.Scene.State.Members.GetValueOrDefault(id)
            : at.Scene.State.MemberOf(KeyOfOther);
        if (other is null && call.To.Id is { } gone && at.Scene.State.Gone.ContainsKey(gone))
        {
            return MemberLookup.Gone("/to");
        }

        if (other is null)
        {
            return new Refusal("transfer.unknown", "/to");
        }

        if (other == at.Owner)
        {
            return new Refusal("transfer.to-oneself", "/to");
        }

        var given = at.Owner.Ledger.GiveTo(other.Ledger, unit.Code, call.Amount, at.Scene.Now);
        if (given.IsRefused)
        {
            return Said(given.Refusals);
        }

        var transfer = Guid.CreateVersion7();
        var cause = Cause(at, CauseKind.Transfer, transfer, call.Note);
        at.Owner.Collect(at.Scene.Rows, cause);
        other.Collect(at.Scene.Rows, cause);
        var answer = new TransferAnswer(
            transfer,
            at.Now,
            at.Owner.Row.Id,
            other.Row.Id,
            unit.Code,
            call.Amount,
            at.Owner.Ledger.StoredBalance(unit.Code),
            call.Note
        );
        Audit(at, "wallet.transferred", answer);
        return Keep(at, answer);
    }
}
