using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Vafa.Features.Import;

/// <summary>
/// A text file with a header line, read row by row. What separates the columns is found out from the header: comma,
/// semicolon, tab, or else runs of blanks (fixed-width files). Read again from the start as often as asked.
/// </summary>
public sealed class TableFile
{
    private readonly char? separator;

    private TableFile(string path, char? separator, IReadOnlyList<string> columns)
    {
        (Path, this.separator, Columns) = (path, separator, columns);
    }

    public string Path { get; }

    public IReadOnlyList<string> Columns { get; }

    public long Length => new FileInfo(Path).Length;

    /// <summary>Null when the file has no header line.</summary>
    public static TableFile? Open(string path)
    {
        using var reader = new StreamReader(path, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        if (reader.ReadLine() is not { } header || string.IsNullOrWhiteSpace(header))
        {
            return null;
        }

        var separator = SeparatorOf(header);
        var file = new TableFile(path, separator, []);
        return file.Read(_ => { }).FirstOrDefault() is { } first
            ? new TableFile(path, separator, [.. first.Fields.Select(f => f.Trim())])
            : null;
    }

    /// <summary>The rows below the header; empty lines are passed over. Hears how many bytes are read.</summary>
    public IEnumerable<TableRow> Rows(Action<long> progress) => Read(progress).Skip(1);

    /// <summary>The most frequent of the three outside quotes; null: blanks separate.</summary>
    private static char? SeparatorOf(string header)
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

    private IEnumerable<TableRow> Read(Action<long> progress)
    {
        using var stream = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16);
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        var rows = separator is { } given ? Separated(reader, given) : Blanked(reader);
        foreach (var row in rows)
        {
            progress(stream.Position);
            yield return row;
        }
    }

    private static IEnumerable<TableRow> Separated(TextReader reader, char separator)
    {
        var isBroken = false;
        var settings = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            BadDataFound = _ => isBroken = true,
            IgnoreBlankLines = true,
            MaxFieldSize = 100_000,
        };
        using var parser = new CsvParser(reader, settings);
        while (parser.Read())
        {
            if (parser.Record is { } record && !record.All(string.IsNullOrWhiteSpace))
            {
                yield return new TableRow(parser.RawRow, record, isBroken);
            }

            isBroken = false;
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

/// <summary>One row of the file.</summary>
/// <param name="Line">Its line in the file, from 1; the last one where a quoted field spans several.</param>
/// <param name="IsBroken">A quote stands where none may, so the fields can't be told apart for sure.</param>
public sealed record TableRow(int Line, string[] Fields, bool IsBroken);
