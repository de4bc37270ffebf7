using System.Globalization;
using System.Text;

namespace Vafa.Features.Export;

/// <summary>The fixed parts of a workbook as ECMA-376 has them.</summary>
internal static class XlsxParts
{
    public const int TextStyle = 0;
    public const int HeaderStyle = 1;
    public const int WholeStyle = 2;
    public const int DecimalStyle = 3;

    /// <summary>A text that stays one when somebody edits the cell.</summary>
    public const int QuotedStyle = 4;

    public const string SheetFoot = "</sheetData></worksheet>";

    public const string Relations =
        Head
        + $"<Relationships xmlns=\"{PackageRelations}\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" "
        + "Target=\"xl/workbook.xml\"/></Relationships>";

    /// <summary>The order of cellXfs is that of the constants above.</summary>
    public const string Styles =
        Head
        + $"<styleSheet xmlns=\"{Main}\">"
        + "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"#,##0.0###\"/></numFmts>"
        + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Tahoma\"/></font>"
        + "<font><b/><sz val=\"11\"/><name val=\"Tahoma\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
        + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"5\">"
        + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
        + "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
        + "<xf numFmtId=\"3\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
        + "<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>"
        + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\"/>"
        + "</cellXfs></styleSheet>";

    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const int LongestTitle = 25;

    public static string SheetName(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{number}.xml");

    public static string SheetHead(bool rightToLeft, IReadOnlyList<XlsxColumn> columns)
    {
        var xml = new StringBuilder(Head).Append(CultureInfo.InvariantCulture, $"<worksheet xmlns=\"{Main}\">");
        xml.Append("<sheetViews><sheetView workbookViewId=\"0\"").Append(rightToLeft ? " rightToLeft=\"1\"" : "");
        xml.Append("><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>");
        xml.Append("</sheetView></sheetViews><cols>");
        for (var i = 1; i <= columns.Count; i++)
        {
            var width = columns[i - 1].Width;
            xml.Append(
                CultureInfo.InvariantCulture,
                $"<col min=\"{i}\" max=\"{i}\" width=\"{width}\" customWidth=\"1\"/>"
            );
        }

        return xml.Append("</cols><sheetData>").ToString();
    }

    public static string Workbook(string title, int sheets)
    {
        var xml = new StringBuilder(Head);
        xml.Append(CultureInfo.InvariantCulture, $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>");
        for (var i = 1; i <= sheets; i++)
        {
            xml.Append("<sheet name=\"");
            XlsxCells.Escape(
                xml,
                TitleOf(title) + (i == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" {i}"))
            );
            xml.Append(CultureInfo.InvariantCulture, $"\" sheetId=\"{i}\" r:id=\"s{i}\"/>");
        }

        return xml.Append("</sheets></workbook>").ToString();
    }

    public static string WorkbookRelations(int sheets)
    {
        var xml = new StringBuilder(Head);
        xml.Append(CultureInfo.InvariantCulture, $"<Relationships xmlns=\"{PackageRelations}\">");
        xml.Append(
            CultureInfo.InvariantCulture,
            $"<Relationship Id=\"styles\" Type=\"{Office}/styles\" Target=\"styles.xml\"/>"
        );
        for (var i = 1; i <= sheets; i++)
        {
            xml.Append(
                CultureInfo.InvariantCulture,
                $"<Relationship Id=\"s{i}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>"
            );
        }

        return xml.Append("</Relationships>").ToString();
    }

    public static string ContentTypes(int sheets)
    {
        var xml = new StringBuilder(Head);
        xml.Append("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">");
        xml.Append("<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ");
        xml.Append("ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
        Override(xml, "xl/workbook.xml", "sheet.main");
        Override(xml, "xl/styles.xml", "styles");
        for (var i = 1; i <= sheets; i++)
        {
            Override(xml, SheetName(i), "worksheet");
        }

        return xml.Append("</Types>").ToString();
    }

    private static void Override(StringBuilder xml, string part, string type) =>
        xml.Append(
            CultureInfo.InvariantCulture,
            $"<Override PartName=\"/{part}\" ContentType=\"{Types}.{type}+xml\"/>"
        );

    /// <summary>Excel refuses a file whose sheet has one of these letters in its name, or more than 31.</summary>
    private static string TitleOf(string title)
    {
        var kept = new string([.. title.Where(c => !"[]:*?/\\'".Contains(c, StringComparison.Ordinal))]).Trim();
        return kept.Length == 0 ? "Vafa" : kept[..Math.Min(kept.Length, LongestTitle)];
    }
}
