using Vafa.Core.Values;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Ledger;

/// <summary>POST /members/{id}/adjustments.</summary>
internal static class AdjustmentsApi
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/api/v1/members/{id:guid}/adjustments", Adjust)
            .Needs(Scopes.Ledger)
            .Describe("adjustWallet", "Corrects a wallet by ± an amount, with a reason.")
            .Once()
            .Takes<AdjustBody>()
            .Gives<AdjustAnswer>(StatusCodes.Status201Created);

    private static async Task<IResult> Adjust(
        Guid id,
        HttpContext context,
        SaleLane lane,
        ProgrammeStore programmes,
        CancellationToken ct
    )
    {
        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var call = Read(id, body.Reader());
        var key = IdempotencyKey.Read(context);
        if (key.IsRefused || call.IsRefused)
        {
            return Answers.Refused(key.IsRefused ? key.Refusals : call.Refusals);
        }

        var done = await lane.Run(new AdjustWork(call.Value, key.Value, context.Actor(), programmes));
        return Answers.Of(done, answer => answer.ToResult(context));
    }

    private static Outcome<AdjustCall> Read(Guid member, DocumentReader body)
    {
        var unit = body.Code("unit", required: true);
        var amount = body.Whole("amount", -Money.Max.Minor, Money.Max.Minor, required: true);
        var reason = body.Text("reason", 500, required: true);
        var expiresAt = body.Instant("expiresAt");
        body.Done();
        if (amount == 0)
        {
            body.Refuse("ledger.nothing", "amount");
        }

        return body.IsClean ? new AdjustCall(member, unit!, amount!.Value, reason!, expiresAt) : body.Refusals;
    }

    /// <summary>The body, for the API's description.</summary>
    internal sealed record AdjustBody(string Unit, long Amount, string Reason, DateTimeOffset? ExpiresAt);
}
