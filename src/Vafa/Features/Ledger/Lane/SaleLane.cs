using System.Data.Common;
using System.Threading.Channels;

namespace Vafa.Features.Ledger.Lane;

/// <summary>
/// Group commit: works that waited during the last commit form the next batch (no timer, at most 64). One transaction
/// reads for all, decides in turn, writes all, and only then are they answered. A batch that fails is run again work by
/// work, so that one bad work leaves the others alone.
/// </summary>
internal sealed class SaleLane : IAsyncDisposable
{
    private const int MostOfABatch = 64;
    private const int Tries = 4;

    private readonly LaneStore store;
    private readonly TimeProvider clock;
    private readonly ILogger<SaleLane> log;
    private readonly Channel<LaneWork>[] queues;
    private readonly Task[] workers;
    private long newestVersion = 1;

    public SaleLane(LaneStore store, TimeProvider clock, ILogger<SaleLane> log)
    {
        this.store = store;
        this.clock = clock;
        this.log = log;
        queues = new Channel<LaneWork>[store.Lanes];
        workers = new Task[store.Lanes];
        for (var i = 0; i < queues.Length; i++)
        {
            var queue = Channel.CreateUnbounded<LaneWork>(new UnboundedChannelOptions { SingleReader = true });
            queues[i] = queue;
            workers[i] = Task.Run(() => Drain(queue.Reader));
        }
    }

    /// <summary>Puts a work in its lane; the answer comes when it is durable.</summary>
    public Task<T> Run<T>(LaneWork<T> work)
    {
        var queue = queues[LaneOf(work)];
        if (!queue.Writer.TryWrite(work))
        {
            throw new InvalidOperationException("The lane is closed.");
        }

        return work.Done;
    }

    /// <summary>Lets the waiting works finish and closes.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var queue in queues)
        {
            queue.Writer.TryComplete();
        }

        await Task.WhenAll(workers);
    }

    private int LaneOf(LaneWork work) => (work.Place & int.MaxValue) % queues.Length;

    private async Task Drain(ChannelReader<LaneWork> queue)
    {
        var waiting = new Queue<LaneWork>();
        while (waiting.Count > 0 || await queue.WaitToReadAsync())
        {
            while (waiting.Count < MostOfABatch && queue.TryRead(out var work))
            {
                waiting.Enqueue(work);
            }

            await RunTogether(TakeBatch(waiting));
        }
    }

    /// <summary>Equal keys never share a batch; who must wait keeps his turn.</summary>
    private static List<LaneWork> TakeBatch(Queue<LaneWork> waiting)
    {
        var batch = new List<LaneWork>(waiting.Count);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        for (var left = waiting.Count; left > 0; left--)
        {
            var work = waiting.Dequeue();
            if (batch.Count < MostOfABatch && work.Keys.All(key => !keys.Contains(key)))
            {
                batch.Add(work);
            }
            else
            {
                waiting.Enqueue(work);
            }

            keys.UnionWith(work.Keys);
        }

        return batch;
    }

    private async Task RunTogether(List<LaneWork> batch)
    {
        try
        {
            await Attempt(batch, lockCounters: false);
        }
        catch (Exception fault) when (batch.Count > 1)
        {
            log.LogWarning(fault, "A batch of {Count} works was undone; they run one by one", batch.Count);
            foreach (var work in batch)
            {
                await RunAlone(work);
            }

            return;
        }
        catch (Exception)
        {
            await RunAlone(batch[0]);
            return;
        }

        foreach (var work in batch)
        {
            work.Answer();
        }
    }

    /// <summary>Another node may hold the same key or row: a fresh transaction then finds what it left.</summary>
    private async Task RunAlone(LaneWork work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await Attempt([work], lockCounters: true);
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

    private async Task Attempt(List<LaneWork> batch, bool lockCounters)
    {
        var now = clock.GetUtcNow();
        var asked = Interlocked.Read(ref newestVersion);
        var reads = await Ask(batch, now, asked, lockCounters);
        await using var transaction = await store.Begin(CancellationToken.None);
        var state = await transaction.Read(reads, CancellationToken.None);
        while (state.Version != asked)
        {
            // The programme has changed since this batch asked: its offers may need other facts. What the other lane
            // knows by now is no measure, this batch was asked by what it knew.
            asked = state.Version;
            Interlocked.Exchange(ref newestVersion, asked);
            state = await transaction.Read(await Ask(batch, now, asked, lockCounters), CancellationToken.None);
        }

        var rows = new LaneRows(LaneOf(batch[0]));
        var scene = new LaneScene(state, rows, transaction, now);
        foreach (var work in batch)
        {
            await work.Decide(scene, CancellationToken.None);
        }

        state.AddTo(rows);
        await transaction.Write(rows, state, CancellationToken.None);
        await transaction.Commit(CancellationToken.None);
    }
}
