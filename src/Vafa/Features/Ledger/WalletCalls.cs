using Vafa.Core.Values;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Ledger;

/// <summary>Reads the body of a call that moves wallets, sends its work through the lane and answers.</summary>
internal sealed class WalletCalls(SaleLane lane, ProgrammeStore programmes)
{
    /// <param name="read">The call, of a body whose refusals the reader gathers.</param>
    /// <param name="work">What the lane runs.</param>
    public async Task<IResult> Run<TCall>(
        HttpContext context,
        Func<DocumentReader, TCall> read,
        Func<TCall, IdempotencyKey, Actor, ProgrammeStore, LaneWork<Outcome<StoredAnswer>>> work,
        CancellationToken ct
    )
    {
        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var fields = body.Reader();
        var call = read(fields);
        fields.Done();
        return fields.IsClean ? await Run(context, call, work) : Answers.Refused(fields.Refusals);
    }

    /// <summary>The same for a call whose body says nothing.</summary>
    public async Task<IResult> Run<TCall>(
        HttpContext context,
        TCall call,
        Func<TCall, IdempotencyKey, Actor, ProgrammeStore, LaneWork<Outcome<StoredAnswer>>> work
    )
    {
        var key = IdempotencyKey.Read(context);
        if (key.IsRefused)
        {
            return Answers.Refused(key.Refusals);
        }

        var done = await lane.Run(work(call, key.Value, context.Actor(), programmes));
        return Answers.Of(done, answer => answer.ToResult(context));
    }
}
