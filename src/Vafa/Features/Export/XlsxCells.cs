using System.Globalization;
using System.Text;
using System.Xml;
using Vafa.Core.Values;

namespace Vafa.Features.Export;

/// <summary>
/// The cells of a sheet. A text is a text and never a formula, whatever it begins with: it is stored as such, and one
/// that looks like a formula keeps the mark that also holds when somebody edits the cell.
/// </summary>
internal static class XlsxCells
{
    private const int LongestText = 32_767;

    /// <summary>Excel keeps 15 digits of a number; a longer one is written as text, so that none is lost.</summary>
    private const long MostExact = 999_999_999_999_999;

    public static void Header(StringBuilder xml, IEnumerable<string> titles)
    {
        xml.Append("<row>");
        foreach (var title in titles)
        {
            Text(xml, title, XlsxParts.HeaderStyle);
        }

        xml.Append("</row>");
    }

    public static void Row(StringBuilder xml, XlsxLook look, IReadOnlyList<object?> cells)
    {
        xml.Append("<row>");
        foreach (var cell in cells)
        {
            Cell(xml, look, cell);
        }

        xml.Append("</row>");
    }

    private static void Cell(StringBuilder xml, XlsxLook look, object? cell)
    {
        switch (cell)
        {
            case null or "":
                xml.Append("<c/>");
                break;
            case string text:
                Text(xml, text, LooksLikeFormula(text) ? XlsxParts.QuotedStyle : XlsxParts.TextStyle);
                break;
            case int number:
                Number(xml, number);
                break;
            case long number:
                Number(xml, number);
                break;
            case decimal number:
                Number(xml, number);
                break;
            case Money money:
                Number(xml, Shown(money, look.Words));
                break;
            case DateOnly day:
                Text(xml, look.Dates.Short(day), XlsxParts.TextStyle);
                break;
            case DateTimeOffset at:
                Text(xml, $"{look.Dates.Short(at)} {look.Dates.Clock(at)}", XlsxParts.TextStyle);
                break;
            case bool yes:
                Text(xml, yes ? look.Words.Say("بله", "yes") : look.Words.Say("نه", "no"), XlsxParts.TextStyle);
                break;
            default:
                throw new ArgumentException($"A sheet has no cell for {cell.GetType().Name}.", nameof(cell));
        }
    }

    private static decimal Shown(Money money, Wording words) =>
        words.Currency != "IRR" ? money.Minor / 100m
        : words.Toman ? money.Minor / 10m
        : money.Minor;

    private static void Number(StringBuilder xml, decimal number)
    {
        var written = number.ToString("0.####", CultureInfo.InvariantCulture);
        if (Math.Abs(number) > MostExact)
        {
            Text(xml, written, XlsxParts.TextStyle);
            return;
        }

        var style = number == decimal.Truncate(number) ? XlsxParts.WholeStyle : XlsxParts.DecimalStyle;
        xml.Append(CultureInfo.InvariantCulture, $"<c s=\"{style}\"><v>{written}</v></c>");
    }

    private static void Text(StringBuilder xml, string text, int style)
    {
        xml.Append(CultureInfo.InvariantCulture, $"<c s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        Escape(xml, text.AsSpan(0, Math.Min(text.Length, LongestText)));
        xml.Append("</t></is></c>");
    }

    private static bool LooksLikeFormula(string text) => text[0] is '=' or '+' or '-' or '@' or '\t' or '\r';

    /// <summary>What XML can't hold (control characters, half a surrogate pair) is left out.</summary>
    internal static void Escape(StringBuilder xml, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (i + 1 < text.Length && char.IsSurrogatePair(c, text[i + 1]))
            {
                xml.Append(c).Append(text[++i]);
            }
            else if (XmlConvert.IsXmlChar(c))
            {
                _ = c switch
                {
                    '&' => xml.Append("&amp;"),
                    '<' => xml.Append("&lt;"),
                    '>' => xml.Append("&gt;"),
                    '"' => xml.Append("&quot;"),
                    _ => xml.Append(c),
                };
            }
        }
    }
}
