using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Vafa.Features.Import;

/// <summary>
/// The rows of a text file: UTF-8 or UTF-16 by its mark, UTF-8 without one, or else the Arabic code page of Windows in
/// which old programs here write.
/// </summary>
internal static class TableText
{
    private const int Sniffed = 4 * 1024 * 1024;
    private const int LongestCell = 100_000;
    private const int ArabicWindows = 1256;

    public static Encoding EncodingOf(string path)
    {
        using var stream = Opened(path);
        var bytes = new byte[Math.Min(Sniffed, stream.Length)];
        stream.ReadExactly(bytes);

        // What was cut off may end within a letter.
        for (var cut = 0; cut < 4 && cut <= bytes.Length; cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(bytes.AsSpan(0, bytes.Length - cut)))
            {
                return Encoding.UTF8;
            }
        }

        return bytes.AsSpan() is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]
            ? Encoding.Unicode
            : CodePagesEncodingProvider.Instance.GetEncoding(ArabicWindows)!;
    }

    /// <summary>The most frequent of the three outside quotes; null: blanks separate.</summary>
    public static char? SeparatorOf(string header)
    {
        var counts = new Dictionary<char, int>();
        var quoted = false;
        foreach (var c in header)
        {
            quoted ^= c == '"';
            if (!quoted && c is ',' or ';' or '\t')
            {
                counts[c] = counts.GetValueOrDefault(c) + 1;
            }
        }

        return counts.Count > 0 ? counts.MaxBy(c => c.Value).Key
            : header.Trim().Any(char.IsWhiteSpace) && !header.Contains('"', StringComparison.Ordinal) ? null
            : ',';
    }

    public static IEnumerable<TableRow> Read(string path, Encoding encoding, char? separator, Action<long> progress)
    {
        using var stream = Opened(path);
        using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true);
        var rows = separator is { } given ? Separated(reader, given) : Blanked(reader);
        foreach (var row in rows)
        {
            progress(stream.Position);
            yield return row;
        }
    }

    public static StreamReader Reader(string path, Encoding encoding) =>
        new(path, encoding, detectEncodingFromByteOrderMarks: true);

    private static FileStream Opened(string path) =>
        new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16);

    public static IEnumerable<TableRow> Separated(TextReader reader, char separator)
    {
        var isBroken = false;
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            BadDataFound = _ => isBroken = true,
            IgnoreBlankLines = true,
            MaxFieldSize = LongestCell,
        };
        using var parser = new CsvParser(reader, settings);
        while (Next(parser))
        {
            if (parser.Record is { } record && !record.All(string.IsNullOrWhiteSpace))
            {
                yield return new TableRow(parser.RawRow, record, isBroken);
            }

            isBroken = false;
        }
    }

    private static bool Next(CsvParser parser)
    {
        try
        {
            return parser.Read();
        }
        catch (MaxFieldSizeException)
        {
            throw new BadTable("import.open-quote", parser.RawRow);
        }
    }

    private static IEnumerable<TableRow> Blanked(StreamReader reader)
    {
        for (var line = 1; reader.ReadLine() is { } text; line++)
        {
            var fields = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length > 0)
            {
                yield return new TableRow(line, fields, IsBroken: false);
            }
        }
    }
}
