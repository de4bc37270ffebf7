using Vafa.Core.Values;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;
using Vafa.Features.Purchases.Holds;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Purchases;

/// <summary>/purchases: quote, record, read, list, refund.</summary>
internal static class PurchasesApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var purchases = app.MapGroup("/api/v1/purchases").WithTags("Purchases");
        purchases
            .MapPost("/quote", PriceOnly)
            .Needs(Scopes.Purchases)
            .Describe("quotePurchase", "What a sale would come to now; writes nothing.")
            .Takes<PurchaseBody>()
            .Gives<Receipt>();
        purchases
            .MapPost("", Record)
            .Needs(Scopes.Purchases)
            .Describe("recordPurchase", "Records a sale; the best offers are granted and explained.")
            .Takes<PurchaseBody>()
            .Once()
            .Gives<Receipt>(StatusCodes.Status201Created);
        purchases
            .MapGet("/{id:guid}", One)
            .Needs(Scopes.Purchases)
            .Describe("getPurchase", "A recorded sale with its receipt.")
            .Gives<Receipt>();
        purchases
            .MapGet("", Find)
            .Needs(Scopes.Purchases)
            .Describe("listPurchases", "Sales, newest first; a page may hold fewer than asked and still have a next.")
            .GivesList<PurchaseItem>()
            .Asks("reference", "The reference the sale was recorded with.")
            .Asks("member", "Id of a member.", typeof(Guid))
            .Asks("from", "Sales of this moment or later.", typeof(DateTimeOffset))
            .Asks("to", "Sales before this moment.", typeof(DateTimeOffset))
            .Asks("branch", "Code of a branch.")
            .Asks("cashier", "The cashier, as the sale names him.")
            .Asks("till", "The till, as the sale names it.")
            .Asks("buyer", "member or guest.")
            .Asks("atLeast", "Payable at least, in the smallest money unit.", typeof(long))
            .Asks("refunded", "true: only sales of which something went back.")
            .Asks("differs", "true: only sales concluded elsewhere that differ from our own decision.");
        purchases
            .MapPost("/{id:guid}/refunds", GiveBack)
            .Needs(Scopes.Purchases)
            .Describe("refundPurchase", "Refunds a sale, in whole or in part.")
            .Takes<RefundBody>()
            .Once()
            .Gives<RefundAnswer>(StatusCodes.Status201Created);
        HoldsApi.Map(purchases);
    }

    private static Task<IResult> PriceOnly(HttpContext context, Quote quote) =>
        Sent.Read(
            context,
            PurchaseReader.Read,
            async (sale, ct) =>
            {
                var actor = context.Actor();
                return Show(await quote.Run(sale, actor.May(Scopes.History), HandWord.Of(actor), ct), context);
            }
        );

    private static Task<IResult> Record(HttpContext context, RecordPurchase record) =>
        Sent.Once(
            context,
            PurchaseReader.Read,
            async (sale, key, ct) =>
            {
                var actor = context.Actor();
                if (sale.Taken is not null && !OfficeRights.MayConclude(actor))
                {
                    return new Problem(StatusCodes.Status403Forbidden, "purchase.taken-manager");
                }

                var done = await record.Run(new RecordCall(sale, key, actor), ct);
                return Answers.Of(done, answer => Show(answer, context));
            }
        );

    /// <summary>What a quote is answered with, at whichever place it was asked.</summary>
    internal static IResult Show(Outcome<RecordedSale> quoted, HttpContext context) =>
        Answers.Of(quoted, sale => Answers.Value(ReceiptPage.OfQuote(sale, context.Wording())));

    /// <summary>What a recorded sale is answered with, at whichever place it was made.</summary>
    internal static IResult Show(RecordedAnswer answer, HttpContext context)
    {
        var receipt = ReceiptPage.Of(answer.Sale, context.Wording());
        if (answer.Changed is { } changed)
        {
            return new Problem([changed]) { With = ("receipt", receipt) };
        }

        if (answer.IsReplay)
        {
            context.Response.Headers[Idempotency.ReplayedHeader] = "true";
        }

        return Answers.Value(receipt, StatusCodes.Status201Created);
    }

    private static async Task<IResult> One(Guid id, HttpContext context, ReadPurchase read, CancellationToken ct)
    {
        var found = await read.Run(id, ct);
        return Answers.Of(found, f => Answers.Value(ReceiptPage.OfReading(f, context.Wording())));
    }

    private static async Task<IResult> Find(HttpContext context, FindPurchases find, CancellationToken ct)
    {
        var paging = Paging.Read(context, cursorParts: 2);
        if (paging.IsRefused)
        {
            return Answers.Refused(paging.Refusals);
        }

        var asked = PurchaseFilter.Read(context.Request.Query);
        return asked.IsRefused
            ? Answers.Refused(asked.Refusals)
            : Answers.Value(await find.Run(asked.Value, paging.Value, ct));
    }

    private static async Task<IResult> GiveBack(Guid id, HttpContext context, RefundPurchase refund) =>
        OfficeRights.MayRefund(context.Actor())
            ? await Sent.Once(
                context,
                fields => RefundReader.Read(id, fields),
                async (call, key, ct) =>
                    Answers.Of(await refund.Run(call, key, context.Actor(), ct), answer => answer.ToResult(context))
            )
            : new Problem(StatusCodes.Status403Forbidden, "refund.manager");
}
