using System.Diagnostics;
using Vafa.Data;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;

namespace Vafa.Features.Import;

/// <summary>What one chunk did; counts only once it is committed.</summary>
internal sealed class ChunkResult
{
    public long Added { get; set; }

    public long Changed { get; set; }

    public long Known { get; set; }

    public long Members { get; set; }

    /// <summary>Opening balances that were posted, by unit.</summary>
    public Dictionary<string, long> Openings { get; } = new(StringComparer.Ordinal);

    public List<(TableRow Row, RowReason Reason)> Rejected { get; } = [];
}

/// <summary>How the rows of one kind are looked up and written.</summary>
internal interface IChunkWork<T>
{
    /// <summary>Says what must be known of these items.</summary>
    Task Ask(ClubVersion club, LaneReads reads, IReadOnlyList<T> items, CancellationToken ct);

    void Decide(ChunkScene scene, T item, ChunkResult result);
}

internal sealed record ChunkScene(ClubVersion Club, LaneState State, LaneRows Rows, DateTimeOffset Now);

/// <summary>
/// Writes a long file in short transactions beside a serving process: on SQLite, which has one writer, each holds the
/// database for some 35 milliseconds and is followed by a pause in which the till gets its turn.
/// </summary>
internal sealed class ImportChunks(LaneStore store, Database database, ProgrammeStore programmes, TimeProvider clock)
{
    private const int Tries = 5;
    private const int PostgresChunk = 500;
    private static readonly TimeSpan Held = TimeSpan.FromMilliseconds(35);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(8);

    private int size = 64;

    public async Task Run<T>(
        IEnumerable<T> items,
        IChunkWork<T> work,
        bool isDry,
        Action<ChunkResult> committed,
        CancellationToken ct
    )
    {
        var chunk = new List<T>();
        foreach (var item in items)
        {
            chunk.Add(item);
            if (chunk.Count >= (database.IsPostgres ? PostgresChunk : size))
            {
                committed(await Write(chunk, work, isDry, ct));
                chunk.Clear();
            }
        }

        if (chunk.Count > 0)
        {
            committed(await Write(chunk, work, isDry, ct));
        }
    }

    private async Task<ChunkResult> Write<T>(List<T> chunk, IChunkWork<T> work, bool isDry, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return isDry ? await Try(chunk, work, ct) : await Attempt(chunk, work, ct);
            }
            catch (Exception fault) when (attempt < Tries && (fault is LaneConflict || Database.IsFault(fault)))
            {
                // A live sale was at the same row: a fresh transaction finds what it left.
                await Task.Delay(TimeSpan.FromMilliseconds(20 * attempt), clock, ct);
            }
        }
    }

    private async Task<ChunkResult> Try<T>(List<T> chunk, IChunkWork<T> work, CancellationToken ct)
    {
        var (club, reads) = await Ask(chunk, work, ct);
        return Decide(chunk, work, new ChunkScene(club, await store.Look(reads, ct), new LaneRows(), reads.Now));
    }

    private async Task<ChunkResult> Attempt<T>(List<T> chunk, IChunkWork<T> work, CancellationToken ct)
    {
        var (club, reads) = await Ask(chunk, work, ct);
        ChunkResult result;
        long begun;
        await using (var transaction = await store.Begin(ct))
        {
            begun = Stopwatch.GetTimestamp();
            var scene = new ChunkScene(club, await transaction.Read(reads, ct), new LaneRows(), reads.Now);
            result = Decide(chunk, work, scene);
            scene.State.AddTo(scene.Rows);
            await transaction.Commit(scene.Rows, ct);
        }

        if (!database.IsPostgres)
        {
            await Pace(chunk.Count, Stopwatch.GetElapsedTime(begun), ct);
        }

        return result;
    }

    private async Task<(ClubVersion Club, LaneReads Reads)> Ask<T>(
        List<T> chunk,
        IChunkWork<T> work,
        CancellationToken ct
    )
    {
        var club = await programmes.Newest(ct);
        var reads = new LaneReads { Now = Stored.Cut(clock.GetUtcNow()) };
        await work.Ask(club, reads, chunk, ct);
        return (club, reads);
    }

    private static ChunkResult Decide<T>(List<T> chunk, IChunkWork<T> work, ChunkScene scene)
    {
        var result = new ChunkResult();
        foreach (var item in chunk)
        {
            work.Decide(scene, item, result);
        }

        return result;
    }

    private Task Pace(int items, TimeSpan took, CancellationToken ct)
    {
        var fitting = items * Held.TotalMilliseconds / Math.Max(1, took.TotalMilliseconds);
        size = (int)Math.Clamp(fitting, Math.Max(8, size / 2), size * 2);
        return Task.Delay(Pause, clock, ct);
    }
}
