using System.Globalization;
using System.Text;
using CsvHelper;

namespace Vafa.Features.Import;

/// <summary>
/// What was not taken: line, reason and the row as it stood, so that it can be put right and imported again. Written
/// only when there is something to say, and never by a dry run.
/// </summary>
public sealed class RejectedFile(string path, IReadOnlyList<string> columns, bool isDry) : IDisposable
{
    private const int MostTold = 5;

    private CsvWriter? writer;

    public string Path => path;

    public long Rows { get; private set; }

    /// <summary>The first few, to be told at once.</summary>
    public List<string> First { get; } = [];

    /// <summary>Beside the file; where the file or its folder is read-only, in the working directory.</summary>
    public static string PlaceFor(string file, string? asked)
    {
        var beside = file + ".rejected.csv";
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(file))!;
        return asked ?? (IsReadOnly(file) || IsReadOnly(folder) ? System.IO.Path.GetFileName(beside) : beside);
    }

    public void Add(TableRow row, RowReason reason)
    {
        Rows++;
        if (First.Count < MostTold)
        {
            First.Add(string.Create(CultureInfo.InvariantCulture, $"line {row.Line}: {reason}"));
        }

        if (isDry)
        {
            return;
        }

        writer ??= Begin();
        writer.WriteField(row.Line);
        writer.WriteField(reason.ToString());
        foreach (var field in row.Fields)
        {
            writer.WriteField(field);
        }

        writer.NextRecord();
    }

    public void Dispose() => writer?.Dispose();

    /// <summary>By its mark, which also holds where the system would let us write (as root).</summary>
    private static bool IsReadOnly(string path)
    {
        const UnixFileMode writable = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        return OperatingSystem.IsWindows()
            ? File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly)
            : (File.GetUnixFileMode(path) & writable) == 0;
    }

    private CsvWriter Begin()
    {
        var made = new CsvWriter(new StreamWriter(path, append: false, Encoding.UTF8), CultureInfo.InvariantCulture);
        made.WriteField("line");
        made.WriteField("reason");
        foreach (var column in columns)
        {
            made.WriteField(column);
        }

        made.NextRecord();
        return made;
    }
}
