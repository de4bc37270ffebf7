using System.Globalization;
using System.Text;
using CsvHelper;

namespace Vafa.Features.Import;

/// <summary>
/// What was not taken: line, reason and the row as it stood, so that it can be put right and imported again. Written
/// only when there is something to say.
/// </summary>
public sealed class RejectedFile(string path, IReadOnlyList<string> columns) : IDisposable
{
    private CsvWriter? writer;

    public string Path => path;

    public long Rows { get; private set; }

    /// <summary>Beside the file; where that folder can't be written in, the working directory.</summary>
    public static string PlaceFor(string file, string? asked)
    {
        if (asked is not null)
        {
            return asked;
        }

        var beside = file + ".rejected.csv";
        try
        {
            var isThere = File.Exists(beside);
            using var probe = new FileStream(beside, FileMode.OpenOrCreate, FileAccess.Write);
            if (!isThere)
            {
                probe.Close();
                File.Delete(beside);
            }

            return beside;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return System.IO.Path.GetFileName(beside);
        }
    }

    public void Add(TableRow row, string reason)
    {
        writer ??= Begin();
        writer.WriteField(row.Line);
        writer.WriteField(reason);
        foreach (var field in row.Fields)
        {
            writer.WriteField(field);
        }

        writer.NextRecord();
        Rows++;
    }

    public void Dispose() => writer?.Dispose();

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
