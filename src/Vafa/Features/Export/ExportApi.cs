using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Features.Members;
using Vafa.Features.Members.Filter;
using Vafa.Features.Products;
using Vafa.Features.Programme;
using Vafa.Features.Purchases;
using Vafa.Ui;
using Vafa.Web;
using Vafa.Web.Description;

namespace Vafa.Features.Export;

/// <summary>
/// GET of a filtered list as a workbook, written while it is read. That somebody took it is recorded before the first
/// row leaves.
/// </summary>
internal static class ExportApi
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<MemberSheet>();
        services.AddScoped<SaleSheet>();
        services.AddScoped<ProductSheet>();
        services.AddScoped<RecordExport>();
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/api/v1/members/export", Members)
            .WithTags("members")
            .Needs(Scopes.Members)
            .Describe("exportMembers", "The filtered list of members as an Excel workbook.")
            .AsksFilter()
            .Asks("sort", "As in the list.")
            .GivesWorkbook();
        app.MapGet("/api/v1/purchases/export", Sales)
            .WithTags("Purchases")
            .Needs(Scopes.Purchases)
            .Describe(
                "exportPurchases",
                "The filtered list of sales as an Excel workbook; its parameters are the list's."
            )
            .GivesWorkbook();
        app.MapGet("/api/v1/products/export", Products)
            .WithTags("products")
            .Needs(Scopes.Offers)
            .Describe(
                "exportProducts",
                "The products as an Excel workbook; costs are in it for those who may change them or read reports."
            )
            .Asks("group", "Only of this product group.")
            .GivesWorkbook();
    }

    private static RouteHandlerBuilder GivesWorkbook(this RouteHandlerBuilder endpoint) =>
        endpoint.Produces<byte[]>(StatusCodes.Status200OK, XlsxSheet.ContentType);

    private static async Task<IResult> Members(
        HttpContext context,
        MemberSheet sheet,
        RecordExport record,
        ProgrammeStore programmes
    )
    {
        var club = await programmes.Newest(context.RequestAborted);
        var filter = MemberFilter.Read(context.Request.Query, club);
        var order = MemberListApi.Order(context.Request.Query);
        if (filter.IsRefused || order.IsRefused)
        {
            return Answers.Refused([.. filter.Refusals, .. order.Refusals]);
        }

        var words = club.Wording(context.Wording().Persian);
        await record.Run(context.Actor(), "members.export", filter.Value.Query, context.RequestAborted);
        return Workbook(
            club,
            words,
            ("members", words.Say("اعضا", "Members")),
            MemberSheet.Columns(club, words),
            ct => sheet.Rows(filter.Value, order.Value, club, words, ct)
        );
    }

    private static async Task<IResult> Sales(
        HttpContext context,
        SaleSheet sheet,
        RecordExport record,
        ProgrammeStore programmes
    )
    {
        var filter = PurchaseFilter.Read(context.Request.Query);
        if (filter.IsRefused)
        {
            return Answers.Refused(filter.Refusals);
        }

        var club = await programmes.Newest(context.RequestAborted);
        var words = club.Wording(context.Wording().Persian);
        var names = context.Actor().MayRead(Scopes.Members);
        var asked = context.Request.QueryString.Value?.TrimStart('?') ?? "";
        await record.Run(context.Actor(), "purchases.export", asked, context.RequestAborted);
        return Workbook(
            club,
            words,
            ("purchases", words.Say("فروش‌ها", "Sales")),
            SaleSheet.Columns(words, names),
            ct => sheet.Rows(filter.Value, club, words, names, ct)
        );
    }

    private static async Task<IResult> Products(
        HttpContext context,
        ProductSheet sheet,
        RecordExport record,
        ProgrammeStore programmes
    )
    {
        var club = await programmes.Newest(context.RequestAborted);
        var words = club.Wording(context.Wording().Persian);
        var (actor, group) = (context.Actor(), context.Request.Query["group"].ToString());
        var costs = actor.May(Scopes.Offers) || actor.MayRead(Scopes.Reports);
        await record.Run(actor, "products.export", group.Length > 0 ? "group=" + group : "", context.RequestAborted);
        return Workbook(
            club,
            words,
            ("products", words.Say("کالاها", "Products")),
            ProductSheet.Columns(words, costs),
            ct => sheet.Rows(group.Length > 0 ? group : null, costs, ct)
        );
    }

    private static WorkbookAnswer Workbook(
        ClubVersion club,
        Wording words,
        (string File, string Sheet) names,
        IReadOnlyList<XlsxColumn> columns,
        Func<CancellationToken, IAsyncEnumerable<IReadOnlyList<object?>>> rows
    ) => new(club, words, names, columns, rows);

    /// <summary>Streams the rows into the answer under a name with the day.</summary>
    private sealed class WorkbookAnswer(
        ClubVersion club,
        Wording words,
        (string File, string Sheet) names,
        IReadOnlyList<XlsxColumn> columns,
        Func<CancellationToken, IAsyncEnumerable<IReadOnlyList<object?>>> rows
    ) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var now = httpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
            var file = XlsxSheet.FileName(names.File, club.Time.DayOf(now), club.Time.Calendar);
            var response = httpContext.Response;
            response.ContentType = XlsxSheet.ContentType;
            response.Headers.ContentDisposition = $"attachment; filename=\"{file}\"";
            response.Headers.CacheControl = "no-store";
            var look = new XlsxLook(words, new Dates(words, club.Time, now));
            var ct = httpContext.RequestAborted;
            await XlsxSheet.Write(response.Body, look, names.Sheet, columns, rows(ct), ct);
        }
    }
}

/// <summary>
/// Records who took which list. How many rows it had shows only when it is written, so that is not said.
/// </summary>
internal sealed class RecordExport(AppDb db, TimeProvider clock)
{
    public Task Run(Actor by, string action, string filter, CancellationToken ct) =>
        db.Write(
            _ =>
            {
                AuditLog.Add(
                    db,
                    new Change(by.By, clock.GetUtcNow(), action, action.Split('.')[0])
                    {
                        After = new { Filter = filter },
                    }
                );
                return Task.FromResult(true);
            },
            ct
        );
}
