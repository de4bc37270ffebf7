using System.Globalization;
using System.IO.Compression;
using System.Text;
using Vafa.Core.Values;
using Vafa.Ui;

namespace Vafa.Features.Export;

/// <summary>How a list is written for one reader: his language and money, the club's calendar.</summary>
public sealed record XlsxLook(Wording Words, Dates Dates);

/// <param name="Width">In letters of the sheet's font.</param>
/// <param name="IsMoney">The shown money unit is added to the title: «پرداخته (تومان)».</param>
public sealed record XlsxColumn(string Title, int Width = 16, bool IsMoney = false);

/// <summary>
/// Writes a list as an .xlsx workbook while it is read, straight into an answer: nothing but one row is held. Excel
/// keeps at most 1,048,576 rows on a sheet, so what is longer goes on on the next sheet.
/// </summary>
/// <remarks>
/// The package's own writer keeps the whole archive in memory; the five small parts of a workbook are written here, and
/// a test lets the package's validator read them.
/// </remarks>
public static class XlsxSheet
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const int MostRows = 1_048_576;
    private const int Flush = 32_768;

    /// <param name="title">Of the sheet; letters that Excel forbids there are left out.</param>
    /// <param name="rows">
    /// A cell for each column: a text, a whole or decimal number, <see cref="Money"/>, a day, a moment, or null.
    /// </param>
    /// <param name="mostRows">Rows on one sheet, the header among them.</param>
    public static async Task Write(
        Stream output,
        XlsxLook look,
        string title,
        IReadOnlyList<XlsxColumn> columns,
        IAsyncEnumerable<IReadOnlyList<object?>> rows,
        CancellationToken ct,
        int mostRows = MostRows
    )
    {
        using var pending = new PendingBytes();
        await using var source = rows.GetAsyncEnumerator(ct);
        using (var zip = new ZipArchive(pending, ZipArchiveMode.Create, leaveOpen: true))
        {
            var sheets = 0;
            bool more;
            do
            {
                sheets++;
                using var part = Begin(zip, XlsxParts.SheetName(sheets));
                Write(part, XlsxParts.SheetHead(look.Words.Persian, columns));
                more = await Rows(part, look, columns, source, mostRows, () => pending.HandOn(output, ct));
            } while (more);

            Part(zip, "xl/workbook.xml", XlsxParts.Workbook(title, sheets));
            Part(zip, "xl/_rels/workbook.xml.rels", XlsxParts.WorkbookRelations(sheets));
            Part(zip, "xl/styles.xml", XlsxParts.Styles);
            Part(zip, "[Content_Types].xml", XlsxParts.ContentTypes(sheets));
            Part(zip, "_rels/.rels", XlsxParts.Relations);
        }

        await pending.HandOn(output, ct);
    }

    /// <summary>Answers whether rows may be left for another sheet.</summary>
    private static async Task<bool> Rows(
        Stream part,
        XlsxLook look,
        IReadOnlyList<XlsxColumn> columns,
        IAsyncEnumerator<IReadOnlyList<object?>> rows,
        int mostRows,
        Func<Task> handOn
    )
    {
        var text = new StringBuilder();
        XlsxCells.Header(text, columns.Select(c => c.IsMoney ? $"{c.Title} ({look.Words.MoneyUnit})" : c.Title));
        var written = 1;
        while (written < mostRows && await rows.MoveNextAsync())
        {
            written++;
            XlsxCells.Row(text, look, rows.Current);
            if (text.Length > Flush)
            {
                Write(part, text.ToString());
                text.Clear();
                await handOn();
            }
        }

        Write(part, text.Append(XlsxParts.SheetFoot).ToString());
        return written == mostRows;
    }

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var part = Begin(zip, name);
        Write(part, xml);
    }

    private static Stream Begin(ZipArchive zip, string name) => zip.CreateEntry(name, CompressionLevel.Fastest).Open();

    private static void Write(Stream part, string xml) => part.Write(Encoding.UTF8.GetBytes(xml));

    /// <summary>The name under which a browser keeps it: «members-1405-09-04.xlsx».</summary>
    public static string FileName(string what, DateOnly day, ClubCalendar calendar)
    {
        var date =
            calendar == ClubCalendar.Jalali
                ? JalaliDate.FromGregorian(day).ToString().Replace('/', '-')
                : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"{what}-{date}.xlsx";
    }
}
