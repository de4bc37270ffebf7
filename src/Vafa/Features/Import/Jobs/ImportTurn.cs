using System.Threading.Channels;

namespace Vafa.Features.Import.Jobs;

/// <summary>
/// One import at a time: this process's turn, what waits for it, and how far it is. A dry run takes the turn, too.
/// </summary>
internal sealed class ImportTurn(TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Channel<Guid> waiting = Channel.CreateUnbounded<Guid>();

    /// <summary>Names this process among those that serve the same club.</summary>
    public Guid Process { get; } = Guid.CreateVersion7(clock.GetUtcNow());

    /// <summary>How much of the running file is done, in thousandths.</summary>
    public int Done { get; set; }

    public ChannelReader<Guid> Waiting => waiting.Reader;

    public bool Take() => turn.Wait(0);

    public void GiveBack() => turn.Release();

    /// <summary>Hands the turn on to the worker, with what it shall do.</summary>
    public void HandOver(Guid job)
    {
        Done = 0;
        waiting.Writer.TryWrite(job);
    }

    public void Dispose() => turn.Dispose();
}
