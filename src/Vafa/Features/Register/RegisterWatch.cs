using Vafa.Data;

namespace Vafa.Features.Register;

/// <summary>
/// Looks for receipts when the system tells of a change, and from time to time besides: network shares tell of none.
/// While the club has no folder of receipts, it only asks whether there is one now.
/// </summary>
internal sealed class RegisterWatch(
    LookForReceipts look,
    RegisterFolders folders,
    RegisterCall call,
    TimeProvider clock,
    ILogger<RegisterWatch> log
) : BackgroundService
{
    private FileSystemWatcher? watcher;

    public override void Dispose()
    {
        watcher?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var soon = true;
            while (true)
            {
                await call.Wait(soon, clock, stoppingToken);
                Listen();
                soon = await Try(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping is no fault.
        }
    }

    /// <summary>Whether to look again soon.</summary>
    private async Task<bool> Try(CancellationToken ct)
    {
        try
        {
            Looked looked;
            do
            {
                looked = await look.Run(ct);
            } while (looked is { HasMore: true, Files: > 0 });

            return looked.IsExpecting;
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            // Not the fault itself: its words may name a file, and a file somebody's mobile.
            log.LogWarning(
                "Receipts of the registers wait, because of {Fault}; the next look tries again",
                Database.IsFault(fault) ? "the database" : fault.GetType().Name
            );
            return false;
        }
    }

    /// <summary>Begins to hear of changes when there is a folder, and ends when it is gone.</summary>
    private void Listen()
    {
        if (folders.Exist == (watcher is not null))
        {
            return;
        }

        watcher?.Dispose();
        watcher = null;
        if (!folders.Exist)
        {
            return;
        }

        try
        {
            watcher = new FileSystemWatcher(folders.Root) { IncludeSubdirectories = true };
            watcher.Created += (_, _) => call.Now();
            watcher.Changed += (_, _) => call.Now();
            watcher.Renamed += (_, _) => call.Now();
            watcher.EnableRaisingEvents = true;
        }
        catch (Exception fault) when (fault is IOException or PlatformNotSupportedException)
        {
            log.LogWarning("The system does not tell of new receipts ({Fault}); they are looked for", fault.GetType());
        }
    }
}

/// <summary>
/// When this node looks for receipts: from time to time, soon when a file is new, or when it is called.
/// </summary>
/// <param name="every">How late a receipt may be read of which nobody told.</param>
internal sealed class RegisterCall(TimeSpan every) : IDisposable
{
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(15);

    /// <summary>Between two looks, however much is told of.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim calls = new(0);

    public void Now()
    {
        if (calls.CurrentCount == 0)
        {
            calls.Release();
        }
    }

    public async Task Wait(bool soon, TimeProvider clock, CancellationToken ct)
    {
        await Task.Delay(Breath, clock, ct);
        var pause = soon && every != Timeout.InfiniteTimeSpan ? Settling.Quiet : every;
        await calls.WaitAsync(pause, ct);
    }

    public void Dispose() => calls.Dispose();
}
