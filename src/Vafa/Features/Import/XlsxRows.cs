using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Vafa.Features.Import;

/// <summary>
/// The rows of a workbook's first visible sheet, read as a stream. A hostile file is stopped by what it may unpack to,
/// by its rows and columns; nothing outside it is ever opened.
/// </summary>
internal static class XlsxRows
{
    public const int MostRows = 200_000;
    public const int MostColumns = 100;
    public const int LongestCell = 1_000;
    public const long MostUnpacked = 256L * 1024 * 1024;

    internal static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = MostUnpacked,
    };

    public static IEnumerable<TableRow> Read(string path, Action<long> progress)
    {
        Weigh(path);
        using var rows = Unguarded(path, progress).GetEnumerator();
        while (Next(rows))
        {
            yield return rows.Current;
        }
    }

    private static bool Next(IEnumerator<TableRow> rows)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            throw new BadTable("import.damaged");
        }
    }

    private static bool IsDamage(Exception fault) =>
        fault
            is XmlException
                or InvalidDataException
                or FileFormatException
                or OpenXmlPackageException
                or FormatException
                or OverflowException
                or ArgumentException
                or KeyNotFoundException
                or InvalidOperationException;

    /// <summary>What the archive says it unpacks to; a part that lies is cut there by the archive itself.</summary>
    private static void Weigh(string path)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            if (zip.Entries.Count > 2_000 || zip.Entries.Sum(e => Math.Min(e.Length, MostUnpacked)) > MostUnpacked)
            {
                throw new BadTable("import.too-much");
            }

            if (zip.GetEntry("[Content_Types].xml") is null)
            {
                throw new BadTable("import.not-a-table");
            }
        }
        catch (InvalidDataException)
        {
            throw new BadTable("import.damaged");
        }
    }

    private static IEnumerable<TableRow> Unguarded(string path, Action<long> progress)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var length = stream.Length;
        using var book = SpreadsheetDocument.Open(stream, false);
        if (book.WorkbookPart is not { } workbook || SheetOf(workbook) is not { } sheet)
        {
            throw new BadTable("import.not-a-table");
        }

        var cells = new XlsxCellReader(workbook);
        using var xml = XmlReader.Create(sheet.GetStream(FileMode.Open, FileAccess.Read), Safe);
        var last = 0;
        var number = 0;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "dimension")
            {
                last = LastRow(xml.GetAttribute("ref"));
            }
            else if (xml.LocalName == "row")
            {
                number = xml.GetAttribute("r") is { } r ? int.Parse(r, CultureInfo.InvariantCulture) : number + 1;
                var fields = cells.Row(xml);
                if (fields.Exists(f => !string.IsNullOrWhiteSpace(f)))
                {
                    progress(last > 0 ? (long)(length * Math.Min(1.0, (double)number / last)) : 0);
                    yield return new TableRow(number, [.. fields], IsBroken: false);
                }
            }
        }
    }

    private static WorksheetPart? SheetOf(WorkbookPart workbook)
    {
        var sheet = workbook
            .Workbook.Sheets?.Elements<Sheet>()
            .FirstOrDefault(s => s.State is null || s.State.Value == SheetStateValues.Visible);
        return sheet?.Id?.Value is { } id ? workbook.GetPartById(id) as WorksheetPart : null;
    }

    /// <summary>Of "A1:F5001".</summary>
    private static int LastRow(string? reference)
    {
        var digits = reference?.Split(':')[^1].Where(char.IsAsciiDigit).ToArray() ?? [];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0;
    }
}
