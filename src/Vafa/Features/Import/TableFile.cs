using Vafa.Core.Values;

namespace Vafa.Features.Import;

/// <summary>
/// A file with a header line, read row by row: an .xlsx workbook (its first sheet), or text in which comma, semicolon,
/// tab, or else runs of blanks (fixed-width files) separate the columns. Read again from the start as often as asked.
/// </summary>
public sealed class TableFile
{
    private const int MostAbove = 10;

    private readonly Func<Action<long>, IEnumerable<TableRow>> read;
    private readonly int passedOver;
    private readonly bool isSheet;

    private TableFile(string path, bool isSheet, Func<Action<long>, IEnumerable<TableRow>> read)
    {
        (Path, this.isSheet, this.read, Columns) = (path, isSheet, read, []);
    }

    private TableFile(TableFile file, IReadOnlyList<string> columns, int passedOver)
        : this(file.Path, file.isSheet, file.read)
    {
        (Columns, this.passedOver) = (columns, passedOver);
    }

    public string Path { get; }

    public IReadOnlyList<string> Columns { get; }

    public long Length => new FileInfo(Path).Length;

    /// <summary>
    /// Refused: import.no-header, import.old-excel, import.web-page, import.not-a-table and what
    /// <see cref="XlsxRows"/> refuses.
    /// </summary>
    /// <param name="isHeader">
    /// Tells a header from titles above it and from a file without one; by default the first line is the header.
    /// </param>
    public static Outcome<TableFile> Open(string path, Func<TableRow, HeaderLook>? isHeader = null)
    {
        try
        {
            return FirstBytes.WhatsWrong(path) is { } wrong ? wrong : Headed(Opened(path), isHeader);
        }
        catch (BadTable bad)
        {
            return bad.Refusal;
        }
    }

    /// <summary>The rows below the header; empty lines are passed over. Hears how many bytes are read.</summary>
    public IEnumerable<TableRow> Rows(Action<long> progress)
    {
        var rows = read(progress).Skip(passedOver);
        return isSheet ? rows.Select(Within) : rows;
    }

    private static TableFile Opened(string path)
    {
        if (FirstBytes.IsZip(path))
        {
            return new TableFile(path, true, progress => XlsxRows.Read(path, progress));
        }

        var encoding = TableText.EncodingOf(path);
        using var reader = TableText.Reader(path, encoding);
        string? header;
        do
        {
            header = reader.ReadLine();
        } while (header is not null && string.IsNullOrWhiteSpace(header));

        var separator = TableText.SeparatorOf(header ?? "");
        return new TableFile(path, false, progress => TableText.Read(path, encoding, separator, progress));
    }

    private static Outcome<TableFile> Headed(TableFile file, Func<TableRow, HeaderLook>? isHeader)
    {
        var first = file.read(_ => { }).Take(isHeader is null ? 1 : MostAbove).ToList();
        if (first.Count == 0)
        {
            return new Refusal("import.no-header", "", System.IO.Path.GetFileName(file.Path));
        }

        var looks = isHeader is null ? [HeaderLook.Header] : first.ConvertAll(row => isHeader(row));
        var at = Math.Max(0, looks.IndexOf(HeaderLook.Header));
        return looks[at] == HeaderLook.Data
            ? new TableFile(file, [.. first[at].Fields.Select(_ => "")], at)
            : new TableFile(file, [.. first[at].Fields.Select(CellText.Clean)], at + 1);
    }

    /// <summary>A cell of a sheet has its address, so what stands beside the table is no part of it.</summary>
    private TableRow Within(TableRow row) =>
        row.Fields.Length > Columns.Count ? row with { Fields = row.Fields[..Columns.Count] } : row;
}

/// <summary>What a row near the top may be.</summary>
public enum HeaderLook
{
    Unclear,
    Header,

    /// <summary>A row like any other: the file has no header.</summary>
    Data,
}

/// <summary>One row of the file.</summary>
/// <param name="Line">Its line in the file, from 1; the last one where a quoted field spans several.</param>
/// <param name="IsBroken">A quote stands where none may, so the fields can't be told apart for sure.</param>
public sealed record TableRow(int Line, string[] Fields, bool IsBroken);
