using System.Text.Json;
using Vafa.Web;

namespace Vafa.Features.Import.Jobs;

/// <summary>What became of the rows, or would.</summary>
/// <param name="Added">New members or products.</param>
/// <param name="Changed">Those who were there and got a group or a balance they lacked; products that changed.</param>
/// <param name="Known">Those who were there already and got nothing.</param>
/// <param name="Duplicates">Rows left aside because another row tells of the same member.</param>
/// <param name="Rounded">Numbers with more decimals than are kept.</param>
/// <param name="Balances">Opening balances by unit, in the unit's smallest amounts.</param>
public sealed record ImportCounts(
    long Rows,
    long Added,
    long Changed,
    long Known,
    long Duplicates,
    long Rejected,
    long Rounded,
    IReadOnlyDictionary<string, long> Balances
)
{
    internal static ImportCounts Of(ImportTally tally, long rejected) =>
        new(tally.Rows, tally.Added, tally.Changed, tally.Known, tally.Twins, rejected, tally.Rounded, tally.Openings);
}

/// <summary>A dry run or a run, as it is kept beside the file; sentences are made when it is read.</summary>
internal sealed record ImportReport(
    bool IsDry,
    ImportCounts Counts,
    IReadOnlyList<ReasonCount> Reasons,
    IReadOnlyList<TwinLines> Twins,
    IReadOnlyList<RejectedRow> First
)
{
    public static async Task<ImportReport?> Read(string path, CancellationToken ct)
    {
        try
        {
            await using var stream = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync<ImportReport>(stream, Answers.Json, ct);
        }
        catch (IOException gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Whole or not at all: somebody may be asking for it right now.</summary>
    public async Task Keep(string path, CancellationToken ct)
    {
        var part = path + ImportFiles.Part;
        await File.WriteAllBytesAsync(part, JsonSerializer.SerializeToUtf8Bytes(this, Answers.Json), ct);
        File.Move(part, path, overwrite: true);
    }
}

internal sealed record ReasonCount(string Code, string Field, long Rows);

internal sealed record TwinLines(string Who, IReadOnlyList<int> Lines);

/// <summary>A row that is not taken, with what stood in it.</summary>
internal sealed record RejectedRow(int Line, RowReason Reason, IReadOnlyList<string> Cells);

/// <summary>
/// Gathers the rejected rows: all of them in a file; in memory the counts, the first hundred, and some of every reason,
/// so that each can be shown.
/// </summary>
internal sealed class RejectedRows(string path) : IDisposable
{
    public const int MostShown = 100;
    public const int OfEachReason = 3;

    private readonly StreamWriter writer = new(path + ImportFiles.Part, append: false);
    private readonly Dictionary<(string Code, string Field), long> reasons = [];

    public long Count { get; private set; }

    public List<RejectedRow> First { get; } = [];

    public IReadOnlyList<ReasonCount> Reasons =>
        [.. reasons.OrderByDescending(r => r.Value).Select(r => new ReasonCount(r.Key.Code, r.Key.Field, r.Value))];

    public void Add(TableRow row, RowReason reason)
    {
        var rejected = new RejectedRow(row.Line, reason, row.Fields);
        Count++;
        var before = reasons.GetValueOrDefault((reason.Code, reason.Field));
        reasons[(reason.Code, reason.Field)] = before + 1;
        writer.WriteLine(JsonSerializer.Serialize(rejected, Answers.Json));
        if (First.Count < MostShown || before < OfEachReason)
        {
            First.Add(rejected);
        }
    }

    /// <summary>Lets the file be asked for; until then the one of the pass before is.</summary>
    public void Close()
    {
        writer.Dispose();
        File.Move(path + ImportFiles.Part, path, overwrite: true);
    }

    public void Dispose() => writer.Dispose();
}
