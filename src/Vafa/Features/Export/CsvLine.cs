namespace Vafa.Features.Export;

/// <summary>
/// A line of a file that spreadsheets read (RFC 4180). A cell that one would take for a formula gets an apostrophe,
/// which reading takes off again.
/// </summary>
internal static class CsvLine
{
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create(
        ",\"\r\n;\t"
    );

    public static string Of(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string text)
    {
        var safe = text.TrimStart() is ['=' or '+' or '-' or '@', ..] || text is ['\t' or '\r', ..] ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(Special) < 0
            ? safe
            : '"' + safe.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
    }
}
