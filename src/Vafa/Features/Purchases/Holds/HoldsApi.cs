using Vafa.Core.Values;
using Vafa.Features.Ledger.Lane;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Purchases.Holds;

/// <summary>/purchases/holds: a sale that stays open keeps its limited offers.</summary>
internal static class HoldsApi
{
    private const int MostMinutes = 1_440;
    private const int UsualMinutes = 15;

    public static void Map(RouteGroupBuilder purchases)
    {
        purchases
            .MapPost("/holds", Make)
            .Needs(Scopes.Purchases)
            .Describe(
                "holdPurchase",
                "Keeps the limited offers of a sale that stays open, for 1 to 1440 minutes; nothing else is written."
            )
            .Takes<HoldBody>()
            .Once()
            .Gives<HoldAnswer>(StatusCodes.Status201Created);
        purchases
            .MapGet("/holds/{id:guid}", One)
            .Needs(Scopes.Purchases)
            .Describe("getHold", "A hold as it stands: open, used, released or expired.")
            .Gives<HoldAnswer>();
        purchases
            .MapDelete("/holds/{id:guid}", Release)
            .Needs(Scopes.Purchases)
            .Describe("releaseHold", "Frees what a hold keeps; again is the same. Refused once a sale has used it.")
            .Gives<HoldAnswer>();
    }

    private static async Task<IResult> Make(HttpContext context, SaleHolds holds, CancellationToken ct)
    {
        var body = await Body.Read(context, ct);
        if (body.Problem is { } problem)
        {
            return problem;
        }

        var key = IdempotencyKey.Read(context);
        if (key.IsRefused)
        {
            return Answers.Refused(key.Refusals);
        }

        var reader = body.Reader();
        var minutes = reader.Whole("minutes", 1, MostMinutes) ?? UsualMinutes;
        var sale = PurchaseReader.Read(reader);
        if (sale.IsRefused)
        {
            return Answers.Refused(sale.Refusals);
        }

        var call = new HoldCall(sale.Value, TimeSpan.FromMinutes(minutes), key.Value, context.Actor());
        return Answers.Of(await holds.Make(call), answer => answer.ToResult(context));
    }

    private static async Task<IResult> One(Guid id, SaleHolds holds, CancellationToken ct) =>
        Answers.Of(await holds.Read(id, ct), hold => Answers.Value(hold));

    private static async Task<IResult> Release(Guid id, SaleHolds holds, CancellationToken ct) =>
        Answers.Of(await holds.Release(id, ct), hold => Answers.Value(hold));
}
