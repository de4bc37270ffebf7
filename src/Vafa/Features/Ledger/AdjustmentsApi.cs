using Vafa.Core.Values;
using Vafa.Features.Ledger.Approval;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Ledger;

/// <summary>Bonuses, penalties and corrections, and the second person they may need.</summary>
internal static class AdjustmentsApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapPost("/api/v1/members/{id:guid}/adjustments", Adjust)
            .Needs(Scopes.Ledger)
            .Describe("adjustWallet", "Changes a wallet by ± an amount, with a reason; a large one waits (202).")
            .Once()
            .Takes<AdjustBody>()
            .Gives<AdjustAnswer>(StatusCodes.Status201Created)
            .Gives<AdjustAnswer>(StatusCodes.Status202Accepted);
        var waiting = app.MapGroup("/api/v1/adjustments").Needs(Scopes.Ledger);
        waiting
            .MapGet("", List)
            .Describe("listWaitingAdjustments", "What waits for a second person, the oldest first.")
            .GivesList<WaitingAdjustment>();
        waiting
            .MapPost("/{id:guid}/approve", Approve)
            .Describe("approveAdjustment", "A second person, signed in, lets it happen.")
            .Once()
            .Gives<AdjustAnswer>();
        waiting
            .MapPost("/{id:guid}/reject", Reject)
            .Describe("rejectAdjustment", "Takes it away; nothing moves.")
            .Once()
            .Gives<AdjustAnswer>();
    }

    private static Task<IResult> Adjust(Guid id, HttpContext context, WalletCalls calls, CancellationToken ct) =>
        calls.Run(
            context,
            body => Read(id, body),
            (call, key, by, programmes) => new AdjustWork(call, key, by, programmes),
            ct
        );

    private static async Task<IResult> List(ReadAdjustmentProposals read, CancellationToken ct) =>
        Answers.Value(new Listed<WaitingAdjustment>(await read.Run(null, ct), null));

    private static Task<IResult> Approve(
        Guid id,
        HttpContext context,
        WalletCalls calls,
        ReadAdjustmentProposals read
    ) => Decide(id, approve: true, context, (calls, read));

    private static Task<IResult> Reject(
        Guid id,
        HttpContext context,
        WalletCalls calls,
        ReadAdjustmentProposals read
    ) => Decide(id, approve: false, context, (calls, read));

    private static async Task<IResult> Decide(
        Guid id,
        bool approve,
        HttpContext context,
        (WalletCalls Calls, ReadAdjustmentProposals Read) by
    )
    {
        var ct = context.RequestAborted;
        return await by.Read.MemberOf(id, ct) is { } member
            ? await by.Calls.Run(
                context,
                new DecideAdjustmentCall(member, id, approve),
                (call, key, actor, programmes) => new DecideAdjustmentWork(call, key, actor, programmes)
            )
            : Answers.Refused(Refusal.NotFound("adjustment.unknown"));
    }

    private static AdjustCall Read(Guid member, DocumentReader body)
    {
        var unit = body.Code("unit", required: true);
        var amount = body.Whole("amount", -Money.Max.Minor, Money.Max.Minor, required: true);
        var kind = body.Choice<(string Word, int Sign)>(
            "kind",
            required: false,
            [.. AdjustKinds.All.Select(k => (k.Word, k))]
        );
        var call = new AdjustCall(
            member,
            unit ?? "",
            amount ?? 0,
            body.Text("reason", 500, required: true) ?? "",
            body.Instant("expiresAt")
        )
        {
            Kind = kind?.Word ?? AdjustKinds.Correction,
        };
        if (amount == 0)
        {
            body.Refuse("ledger.nothing", "amount");
        }
        else if (amount < 0 && kind?.Sign > 0)
        {
            body.Refuse("adjustment.bonus-takes", "amount");
        }
        else if (amount > 0 && kind?.Sign < 0)
        {
            body.Refuse("adjustment.penalty-gives", "amount");
        }

        if (amount < 0 && call.ExpiresAt is not null)
        {
            body.Refuse("adjustment.taken-has-no-end", "expiresAt");
        }

        return call;
    }

    /// <summary>The body, for the API's description.</summary>
    /// <param name="Kind">bonus, penalty or correction (unless said).</param>
    internal sealed record AdjustBody(string Unit, long Amount, string Reason, DateTimeOffset? ExpiresAt, string? Kind);
}
