namespace Vafa.Web;

/// <summary>
/// A work that every node looks for again and again, as long as it runs. A look that fails is told, and the next one
/// tries again.
/// </summary>
/// <param name="every">The time between two looks.</param>
internal abstract class LookEachWhile(TimeSpan every, TimeProvider clock) : BackgroundService
{
    protected TimeProvider Clock { get; } = clock;

    protected abstract Task Look(CancellationToken ct);

    /// <summary>Writes to the log why a look failed.</summary>
    protected abstract void Tell(Exception fault);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await Try(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping is no fault.
        }
    }

    private async Task Try(CancellationToken ct)
    {
        try
        {
            await Look(ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Tell(fault);
        }
    }
}
