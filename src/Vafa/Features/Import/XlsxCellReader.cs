using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Vafa.Features.Import;

/// <summary>
/// Turns the cells of a sheet into what their maker saw: a day, not its number; 9123456789, not 9.123456789E+09.
/// </summary>
internal sealed class XlsxCellReader
{
    private const int MostLetters = 20_000_000;
    private const double MostExact = 1e15;

    private readonly List<string> strings;
    private readonly HashSet<int> dateStyles = [];
    private readonly bool from1904;

    public XlsxCellReader(WorkbookPart workbook)
    {
        strings = workbook.SharedStringTablePart is { } table ? Strings(table) : [];
        from1904 = workbook.Workbook.WorkbookProperties?.Date1904?.Value == true;
        if (workbook.WorkbookStylesPart?.Stylesheet is { CellFormats: { } formats } sheet)
        {
            var own =
                sheet
                    .NumberingFormats?.Elements<NumberingFormat>()
                    .Where(f => IsDate(f.FormatCode?.Value ?? ""))
                    .Select(f => f.NumberFormatId?.Value ?? 0)
                    .ToHashSet()
                ?? [];
            var index = 0;
            foreach (var format in formats.Elements<CellFormat>())
            {
                var id = format.NumberFormatId?.Value ?? 0;
                if (IsBuiltInDate(id) || own.Contains(id))
                {
                    dateStyles.Add(index);
                }

                index++;
            }
        }
    }

    /// <summary>Reads the row the reader stands at.</summary>
    public List<string> Row(XmlReader xml)
    {
        var fields = new List<string>();
        if (xml.IsEmptyElement)
        {
            return fields;
        }

        var depth = xml.Depth;
        var column = -1;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
            {
                continue;
            }

            column = xml.GetAttribute("r") is { } address ? ColumnOf(address) : column + 1;
            var text = Cell(xml);
            if (text.Length == 0)
            {
                continue;
            }

            if (column >= XlsxRows.MostColumns)
            {
                throw new BadTable("import.too-many-columns", XlsxRows.MostColumns);
            }

            while (fields.Count <= column)
            {
                fields.Add("");
            }

            fields[column] = text;
        }

        return fields;
    }

    private string Cell(XmlReader xml)
    {
        var type = xml.GetAttribute("t");
        var style = int.TryParse(xml.GetAttribute("s"), CultureInfo.InvariantCulture, out var s) ? s : 0;
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var depth = xml.Depth;
        var text = new StringBuilder();
        var value = "";
        while (xml.Read() && xml.Depth > depth)
        {
            // The text under v is the value, the one under t a piece of text; a formula is neither.
            if (xml.NodeType == XmlNodeType.Element)
            {
                value = xml.LocalName;
            }
            else if (
                xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace
                && value is "v" or "t"
                && text.Length <= XlsxRows.LongestCell
            )
            {
                text.Append(xml.Value);
            }
        }

        return Cut(Read(text.ToString(), type, style));
    }

    private string Read(string value, string? type, int style) =>
        type switch
        {
            "s" => value.Length == 0 ? "" : strings[int.Parse(value, CultureInfo.InvariantCulture)],
            "inlineStr" or "str" or "e" or "d" => value,
            "b" => value == "1" ? "true" : "false",
            _ => Number(value, style),
        };

    private string Number(string value, int style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return value;
        }

        if (dateStyles.Contains(style) && CellDates.OfSerial(number, from1904) is { } date)
        {
            return date;
        }

        // A spreadsheet keeps 15 digits; of a longer number the rest is gone, and its reader must see that.
        return Math.Abs(number) >= MostExact
            ? number.ToString("0.##############E+00", CultureInfo.InvariantCulture)
            : ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture);
    }

    private static string Cut(string text) =>
        text.Length > XlsxRows.LongestCell ? text[..(XlsxRows.LongestCell + 1)] : text;

    private static List<string> Strings(SharedStringTablePart part)
    {
        var all = new List<string>();
        var letters = 0L;
        using var xml = XmlReader.Create(part.GetStream(FileMode.Open, FileAccess.Read), XlsxRows.Safe);
        StringBuilder? item = null;
        var within = "";
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    within = xml.LocalName;
                    if (within == "si")
                    {
                        item = new StringBuilder();
                        if (xml.IsEmptyElement)
                        {
                            all.Add("");
                        }
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when within == "t":
                    item?.Append(Cut(xml.Value));
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "si":
                    var text = Cut(item!.ToString());
                    letters += text.Length + 16;
                    all.Add(text);
                    break;
                default:
                    break;
            }

            if (letters > MostLetters)
            {
                throw new BadTable("import.too-much");
            }
        }

        return all;
    }

    /// <summary>"AB12" is column 27.</summary>
    private static int ColumnOf(string address)
    {
        var column = 0;
        foreach (var c in address)
        {
            if (!char.IsAsciiLetter(c))
            {
                break;
            }

            column = Math.Min(100_000, (column * 26) + (char.ToUpperInvariant(c) - 'A' + 1));
        }

        return Math.Max(0, column - 1);
    }

    private static bool IsBuiltInDate(uint id) => id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 58);

    /// <summary>yyyy, mm, dd or hh outside quotes and brackets: "[$-fa-IR]yyyy/mm/dd".</summary>
    private static bool IsDate(string format)
    {
        var (quoted, bracketed) = (false, false);
        foreach (var c in format)
        {
            quoted ^= c == '"';
            bracketed = c == '[' || (bracketed && c != ']');
            if (!quoted && !bracketed && c is 'y' or 'Y' or 'd' or 'D' or 'h' or 'H')
            {
                return true;
            }
        }

        return false;
    }
}
