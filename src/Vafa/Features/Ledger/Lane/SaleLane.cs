using System.Data.Common;
using System.Diagnostics;

namespace Vafa.Features.Ledger.Lane;

/// <summary>
/// Group commit: works that waited during the last commit form the next batch (no timer, at most 64). One transaction
/// reads for all, decides in turn, writes all, and only then are they answered. A batch that fails is run again work by
/// work, so that one bad work leaves the others alone.
/// </summary>
internal sealed class SaleLane(LaneStore store, TimeProvider clock, ILogger<SaleLane> log) : IAsyncDisposable
{
    private const int MostOfABatch = 64;

    /// <summary>
    /// So many must wait before a second batch runs beside the first: a batch costs as much by itself as a dozen sales,
    /// so half-empty ones that run at once are slower than a full one after the other (measured at 32 connections).
    /// </summary>
    private const int EnoughForASecond = 16;
    private const int Tries = 4;

    private readonly Lock turn = new();
    private readonly MergedIds merged = new();
    private readonly LinkedList<LaneWork> waiting = [];
    private readonly HashSet<string> keysInFlight = new(StringComparer.Ordinal);
    private readonly HashSet<int> placesInFlight = [];
    private readonly TaskCompletionSource idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool[] laneRuns = new bool[store.Lanes];
    private bool isClosed;
    private long newestVersion = 1;
    private long busyTicks;

    /// <summary>How long batches have run, all lanes together; work beside the sales measures the load by it.</summary>
    public TimeSpan Busy => TimeSpan.FromTicks(Interlocked.Read(ref busyTicks));

    /// <summary>Lets a work wait for its batch; the answer comes when it is durable.</summary>
    public Task<T> Run<T>(LaneWork<T> work)
    {
        lock (turn)
        {
            ObjectDisposedException.ThrowIf(isClosed, this);
            waiting.AddLast(work);
        }

        if (Next() is { } batch)
        {
            _ = Task.Run(() => Drain(batch));
        }

        return work.Done;
    }

    /// <summary>Lets the waiting works finish and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (turn)
        {
            isClosed = true;
            if (!laneRuns.Contains(true))
            {
                return;
            }
        }

        await idle.Task;
    }

    private async Task Drain(Batch batch)
    {
        for (Batch? next = batch; next is not null; next = Next(next))
        {
            var begun = Stopwatch.GetTimestamp();
            await RunTogether(next);
            Interlocked.Add(ref busyTicks, Stopwatch.GetElapsedTime(begun).Ticks);
        }
    }

    /// <summary>
    /// The next batch, if a lane is free for it; <paramref name="done"/> is the one that freed it. What waits alone is
    /// never left behind: whoever ends last takes it.
    /// </summary>
    private Batch? Next(Batch? done = null)
    {
        lock (turn)
        {
            if (done is not null)
            {
                laneRuns[done.Lane] = false;
                keysInFlight.ExceptWith(done.Works.SelectMany(work => work.Keys));
                placesInFlight.ExceptWith(done.Works.Select(work => work.Place));
            }

            var (lane, isFirst) = (Array.IndexOf(laneRuns, false), !laneRuns.Contains(true));
            var works = lane >= 0 && (isFirst || waiting.Count >= EnoughForASecond) ? TakeBatch() : [];
            if (works.Count > 0)
            {
                laneRuns[lane] = true;
                return new Batch(lane, works);
            }

            if (isClosed && isFirst)
            {
                idle.TrySetResult();
            }

            return null;
        }
    }

    /// <summary>
    /// In turn, except that equal keys never meet in a batch nor in two that run at once, and that one member's works
    /// are not in two at once: the second batch would only wait for his row.
    /// </summary>
    private List<LaneWork> TakeBatch()
    {
        var batch = new List<LaneWork>(Math.Min(waiting.Count, MostOfABatch));
        var passed = new HashSet<string>(StringComparer.Ordinal);
        for (var node = waiting.First; node is not null && batch.Count < MostOfABatch; )
        {
            var (work, next) = (node.Value, node.Next);
            if (
                !placesInFlight.Contains(work.Place)
                && work.Keys.All(key => !keysInFlight.Contains(key) && !passed.Contains(key))
            )
            {
                if (work.IsAlone && batch.Count > 0)
                {
                    break;
                }

                batch.Add(work);
                waiting.Remove(node);
                if (work.IsAlone)
                {
                    break;
                }
            }

            passed.UnionWith(work.Keys);
            node = next;
        }

        keysInFlight.UnionWith(batch.SelectMany(work => work.Keys));
        placesInFlight.UnionWith(batch.Select(work => work.Place));
        return batch;
    }

    private async Task RunTogether(Batch batch)
    {
        try
        {
            await Attempt(batch, lockCounters: false);
        }
        catch (Exception fault)
        {
            if (batch.Works.Count > 1)
            {
                log.LogWarning(fault, "A batch of {Count} works was undone; they run one by one", batch.Works.Count);
            }

            foreach (var work in batch.Works)
            {
                await RunAlone(work, batch.Lane);
            }

            return;
        }

        foreach (var work in batch.Works)
        {
            work.Answer();
        }
    }

    /// <summary>Another node may hold the same key or row: a fresh transaction then finds what it left.</summary>
    private async Task RunAlone(LaneWork work, int lane)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await Attempt(new Batch(lane, [work]), lockCounters: true);
                work.Answer();
                return;
            }
            catch (Exception fault) when (attempt < Tries && fault is DbException or LaneConflict)
            {
                log.LogWarning(fault, "A work was undone and is tried again");
                await Task.Delay(TimeSpan.FromMilliseconds(20 * attempt), clock);
            }
            catch (Exception fault)
            {
                work.Fail(fault);
                return;
            }
        }
    }

    private static async Task<LaneReads> Ask(List<LaneWork> batch, DateTimeOffset now, long newest, bool lockCounters)
    {
        var reads = new LaneReads { Now = now, LockCounters = lockCounters };
        foreach (var work in batch)
        {
            await work.Ask(reads, newest, CancellationToken.None);
        }

        return reads;
    }

    /// <summary>
    /// Who was merged meanwhile, or is still called by an old id, is read anew together with the member he became: rows
    /// are locked in the order of ids.
    /// </summary>
    private async Task Attempt(Batch batch, bool lockCounters)
    {
        var also = new HashSet<Guid>();
        while (!await TryOnce(batch, lockCounters, also)) { }
    }

    private async Task<bool> TryOnce(Batch batch, bool lockCounters, HashSet<Guid> also)
    {
        var now = clock.GetUtcNow();
        var asked = Interlocked.Read(ref newestVersion);
        var reads = await Ask(batch.Works, now, asked, lockCounters);
        merged.AddTo(reads, also);
        await using var transaction = await store.Begin(CancellationToken.None);
        var state = await transaction.Read(reads, CancellationToken.None);
        while (state.Version != asked)
        {
            // The programme has changed since this batch asked: its offers may need other facts. What the other lane
            // knows by now is no measure, this batch was asked by what it knew.
            asked = state.Version;
            Interlocked.Exchange(ref newestVersion, asked);
            reads = await Ask(batch.Works, now, asked, lockCounters);
            merged.AddTo(reads, also);
            state = await transaction.Read(reads, CancellationToken.None);
        }

        if (merged.Learn(state, also))
        {
            return false;
        }

        state.Follow();
        var rows = new LaneRows(batch.Lane);
        var scene = new LaneScene(state, rows, transaction, now);
        foreach (var work in batch.Works)
        {
            await work.Decide(scene, CancellationToken.None);
        }

        state.AddTo(rows);
        await transaction.Commit(rows, CancellationToken.None);
        return true;
    }

    /// <param name="Lane">Which of the lanes runs it: a number of its own among those that run at once.</param>
    private sealed record Batch(int Lane, List<LaneWork> Works);
}
