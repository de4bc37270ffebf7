using Vafa.Core.Values;
using Vafa.Features.Export;
using Vafa.Features.Programme;
using Vafa.Ui;
using Vafa.Web;

namespace Vafa.Features.Import.Jobs;

/// <summary>A workbook with the usual columns and made-up rows, for whoever fills his own from the start.</summary>
internal static class ImportExample
{
    private static readonly object?[][] People =
    [
        ["09120000001", "مریم", "احمدی", "1369/02/22", 120L, new Money(500_000)],
        ["09120000002", "رضا", "کریمی", null, 40L, null],
        ["09120000003", "سارا", "نوری", "1375/11/03", null, new Money(1_200_000)],
    ];

    private static readonly object?[][] Goods =
    [
        ["C-101", "قهوهٔ لاته", new Money(1_200_000), new Money(450_000)],
        ["K-201", "کیک شکلاتی", new Money(950_000), null],
    ];

    public static async Task<IResult> Give(HttpContext context, string kind, ProgrammeStore programmes)
    {
        var club = await programmes.Newest(context.RequestAborted);
        var words = club.Wording(context.Wording().Persian);
        var isProducts = kind == ImportFields.Products;
        string[] wanted = isProducts
            ? ["sku", "name", "price", "cost"]
            : ["mobile", "firstName", "lastName", "birthDate", "wallet:points", "wallet:credit"];
        var known = ImportFields.Of(kind, club);
        var places = Enumerable.Range(0, wanted.Length).Where(i => known.Contains(wanted[i])).ToList();
        var columns = places
            .Select(i => new XlsxColumn(
                ImportFields.Title(kind, wanted[i], words),
                IsMoney: ImportFields.IsMoney(kind, wanted[i], club)
            ))
            .ToList();
        var rows = (isProducts ? Goods : People).Select(row => (IReadOnlyList<object?>)[.. places.Select(i => row[i])]);
        var response = context.Response;
        response.ContentType = XlsxSheet.ContentType;
        response.Headers.ContentDisposition = $"attachment; filename=\"vafa-{kind}.xlsx\"";
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var look = new XlsxLook(words, new Dates(words, club.Time, now));
        var title = words.Say("نمونه", "Example");
        await XlsxSheet.Write(response.Body, look, title, columns, rows.ToAsyncEnumerable(), context.RequestAborted);
        return Results.Empty;
    }
}
