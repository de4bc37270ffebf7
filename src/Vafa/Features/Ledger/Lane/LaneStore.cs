using Vafa.Data;

namespace Vafa.Features.Ledger.Lane;

/// <summary>One engine's side of the lane.</summary>
internal abstract class LaneStore : IAsyncDisposable
{
    private readonly MergedIds merged = new();

    /// <summary>How many batches may run at once in this process.</summary>
    public abstract int Lanes { get; }

    /// <summary>Opens the transaction of a batch; on SQLite after waiting for the write gate.</summary>
    public abstract ValueTask<LaneTransaction> Begin(CancellationToken ct);

    /// <summary>Reads without lock or transaction, for a quote; who was merged is the member he became.</summary>
    public async ValueTask<LaneState> Look(LaneReads reads, CancellationToken ct)
    {
        var also = new HashSet<Guid>();
        while (true)
        {
            merged.AddTo(reads, also);
            var state = await Peek(reads, ct);
            if (!merged.Learn(state, also))
            {
                state.Follow();
                return state;
            }
        }
    }

    /// <summary>Reads once, what stands there.</summary>
    public abstract ValueTask<LaneState> Peek(LaneReads reads, CancellationToken ct);

    public abstract ValueTask DisposeAsync();
}

/// <summary>The transaction of one batch: read, write, commit; disposing it before the commit undoes it.</summary>
internal abstract class LaneTransaction : IAsyncDisposable
{
    public abstract ValueTask<LaneState> Read(LaneReads reads, CancellationToken ct);

    /// <summary>
    /// Writes all rows and commits, at once: on PostgreSQL one round trip. A row that is not as it was read, or a
    /// counter that another lane has overtaken, undoes it all (<see cref="LaneConflict"/>).
    /// </summary>
    public abstract ValueTask Commit(LaneRows rows, CancellationToken ct);

    /// <summary>Writes rows before the last ones, where they are too many to hold at once.</summary>
    public abstract ValueTask Write(LaneRows rows, CancellationToken ct);

    /// <summary>A context over this transaction, for the reads of rare works such as a refund.</summary>
    public abstract AppDb Context();

    /// <summary>Makes sure that no other transaction refunds this purchase meanwhile.</summary>
    public abstract ValueTask LockPurchase(Guid member, Guid purchase, CancellationToken ct);

    public abstract ValueTask DisposeAsync();
}

/// <summary>A row was not as it was read: the transaction is undone and tried again.</summary>
internal sealed class LaneConflict(string statement)
    : Exception($"The lane's statement touched another number of rows than it should: {statement}");
