namespace Vafa.Features.Ledger.Lane;

/// <summary>
/// Something that moves a wallet or records a sale: it says what it must know, decides on what was read, and is
/// answered after the commit. A feature hands the lane its works; the lane owns the transaction.
/// </summary>
internal abstract class LaneWork
{
    /// <summary>Keys that two works of one batch may not share: the later one waits for the next batch.</summary>
    public abstract IEnumerable<string> Keys { get; }

    /// <summary>Works with the same place (those of one member) never run in two batches at once.</summary>
    public abstract int Place { get; }

    /// <summary>It changes what other works go by, who a member is: its batch holds nothing else.</summary>
    public virtual bool IsAlone => false;

    /// <summary>Says what must be read, given the newest programme version that is known.</summary>
    public abstract ValueTask Ask(LaneReads reads, long newestVersion, CancellationToken ct);

    /// <summary>
    /// Decides and adds what is to be written. A refusal is a result, too, and leaves state and rows alone. May run
    /// again when the transaction had to be undone.
    /// </summary>
    public abstract ValueTask Decide(LaneScene scene, CancellationToken ct);

    /// <summary>After the commit: the one who waits gets the result.</summary>
    public abstract void Answer();

    public abstract void Fail(Exception fault);
}

/// <summary>A work whose result somebody waits for.</summary>
internal abstract class LaneWork<T> : LaneWork
{
    private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<T> Done => done.Task;

    /// <summary>Set by <see cref="LaneWork.Decide"/>.</summary>
    protected T? Result { get; set; }

    public override void Answer() => done.TrySetResult(Result!);

    public override void Fail(Exception fault) => done.TrySetException(fault);
}

/// <summary>
/// Where a work decides: what was read, what will be written, and the transaction for rare further reads.
/// </summary>
internal sealed record LaneScene(LaneState State, LaneRows Rows, LaneTransaction Transaction, DateTimeOffset Now);
