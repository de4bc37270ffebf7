using System.Globalization;
using System.Text;

namespace Vafa.Features.Import;

/// <summary>What spreadsheets and old programs leave in a cell beside what somebody wrote.</summary>
internal static class CellText
{
    /// <summary>
    /// Without marks that nobody sees (byte order, direction, zero-width space; the half-space of Persian stays) and
    /// without the apostrophe that keeps a text from being a formula.
    /// </summary>
    public static string Clean(string cell)
    {
        var text = cell.AsSpan().IndexOfAny(Unseen) < 0 ? cell.Trim() : Seen(cell);
        return text is ['\'', '=' or '+' or '-' or '@', ..] ? text[1..] : text;
    }

    /// <summary>
    /// Digits that a spreadsheet wrote as 9.123456789E+9, whole again. <paramref name="lost"/> when some are gone for
    /// good: 9.12E+09.
    /// </summary>
    public static string Digits(string text, out bool lost)
    {
        lost = false;
        var at = text.IndexOfAny(['E', 'e']);
        if (at < 1 || !text.AsSpan(0, at).ContainsAnyInRange('0', '9') || text.AsSpan(0, at).ContainsAny(Letters))
        {
            return text;
        }

        const NumberStyles forms = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (
            !int.TryParse(
                text.AsSpan(at + 1),
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var power
            ) || !decimal.TryParse(text, forms, CultureInfo.InvariantCulture, out var number)
        )
        {
            return text;
        }

        var point = text.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 || point > at ? 0 : at - point - 1;
        lost = decimals < power;
        return number.ToString("0.################", CultureInfo.InvariantCulture);
    }

    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create(
        "abcdfghijklmnopqrstuvwxyzABCDFGHIJKLMNOPQRSTUVWXYZ"
    );

    private static readonly System.Buffers.SearchValues<char> Unseen = System.Buffers.SearchValues.Create(
        "\u00AD\u061C\u200B\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF"
    );

    private static string Seen(string cell)
    {
        var kept = new StringBuilder(cell.Length);
        foreach (var c in cell)
        {
            if (!Unseen.Contains(c))
            {
                kept.Append(c);
            }
        }

        return kept.ToString().Trim();
    }
}
