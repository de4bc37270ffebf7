using Vafa.Core.Values;
using Vafa.Features.Purchases;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Tills;

/// <summary>Sales of a till: priced, recorded, read again and taken back. Another till's sale is not there.</summary>
internal static class TillSalesApi
{
    public static void Map(RouteGroupBuilder till)
    {
        till.MapPost("/quote", Price)
            .NeedsTill()
            .Describe("quoteAtTill", "What a sale would come to now; writes nothing.")
            .Takes<PurchaseBody>()
            .Gives<Receipt>();
        till.MapPost("/sales", Record)
            .NeedsTill(cashier: false)
            .Describe("sellAtTill", "Records a sale of this till; one that was concluded offline comes in as a fact.")
            .Takes<PurchaseBody>()
            .Once()
            .Gives<Receipt>(StatusCodes.Status201Created);
        till.MapGet("/sales", Last)
            .NeedsTill()
            .Describe("listSalesOfTill", "What this till sold, newest first.")
            .Asks("reference", "The number on the receipt.")
            .GivesList<PurchaseItem>();
        till.MapGet("/sales/{id:guid}", One)
            .NeedsTill()
            .Describe("getSaleOfTill", "A sale of this till with its receipt.")
            .Gives<Receipt>();
        till.MapPost("/sales/{id:guid}/refunds", GiveBack)
            .NeedsTill()
            .Describe("refundAtTill", "Takes goods back; a cashier needs a manager's approval.")
            .Takes<TillRefundBody>()
            .Once()
            .Gives<RefundAnswer>(StatusCodes.Status201Created);
    }

    private static Task<IResult> Price(HttpContext context, Quote quote) =>
        Sent.Read(
            context,
            PurchaseReader.Read,
            async (sale, ct) =>
            {
                var here = Here(sale, TillStand.Of(context));
                var word = HandWord.Of(context.Actor());
                return PurchasesApi.Show(await quote.Run(here, mayWriteHistory: false, word, ct), context);
            }
        );

    private static Task<IResult> Record(HttpContext context, RecordPurchase record, HandWords words) =>
        Sent.Once(
            context,
            PurchaseReader.Read,
            async (sale, key, ct) =>
            {
                var stand = TillStand.Of(context);
                if (sale.Taken is null && stand.Cashier is null)
                {
                    return new Problem(StatusCodes.Status401Unauthorized, "till.nobody");
                }

                var (here, by) = (Here(sale, stand), sale.Taken is null ? context.Actor() : Late(context.Actor()));
                var word = await words.Run(new HandAsked(stand, here, key, by), ct);
                var done = await record.Run(new RecordCall(here, key, by) { Word = word }, ct);
                return Answers.Of(done, answer => PurchasesApi.Show(answer, context));
            }
        );

    /// <summary>
    /// The till is where it is, whatever a body says; who sells is known here unless it was concluded before.
    /// </summary>
    private static PurchaseRequest Here(PurchaseRequest sale, TillStand stand) =>
        sale with
        {
            Branch = stand.Branch,
            Till = stand.Till,
            Cashier = sale.Taken is null ? stand.Cashier?.User : sale.Cashier ?? stand.Cashier?.User,
        };

    /// <summary>
    /// A sale that was concluded without connection may be older than a week, and is a fact all the same.
    /// </summary>
    private static Actor Late(Actor actor) => actor with { Scopes = [.. actor.Scopes, Scopes.History] };

    private static async Task<IResult> Last(HttpContext context, FindPurchases find)
    {
        var paging = Paging.Read(context, cursorParts: 2);
        if (paging.IsRefused)
        {
            return Answers.Refused(paging.Refusals);
        }

        var stand = TillStand.Of(context);
        var reference = context.Request.Query["reference"].ToString();
        var filter = new PurchaseFilter(reference.Length is 0 or > 100 ? null : reference, null, null, null)
        {
            Till = stand.Till,
        };
        return Answers.Value(await find.Run(filter, paging.Value, context.RequestAborted));
    }

    private static async Task<IResult> One(Guid id, HttpContext context, ReadPurchase read, CancellationToken ct)
    {
        var found = await read.Run(id, ct);
        if (found.IsRefused || !TillStand.Of(context).Sold(found.Value.Sale.Purchase.Till))
        {
            return Answers.Refused(Refusal.NotFound("purchase.unknown"));
        }

        return Answers.Value(ReceiptPage.OfReading(found.Value, context.Wording()));
    }

    private static Task<IResult> GiveBack(Guid id, HttpContext context, RefundAtTill refund) =>
        Sent.Once(
            context,
            fields =>
            {
                var approval = fields.Id("approval");
                var call = RefundReader.Read(id, fields);
                return call.IsRefused
                    ? Outcome<(RefundCall Call, Guid? Approval)>.Refused(call.Refusals)
                    : (call.Value, approval);
            },
            async (back, key, ct) =>
            {
                var stand = TillStand.Of(context);
                var asked = new RefundAsked(stand, back.Call, back.Approval, key, context.Actor());
                return Answers.Of(await refund.Run(asked, ct), answer => answer.ToResult(context));
            }
        );

    /// <summary>The body, for the API's description.</summary>
    internal sealed record TillRefundBody(string Reason, IReadOnlyList<RefundBodyLine>? Lines, Guid? Approval);
}
