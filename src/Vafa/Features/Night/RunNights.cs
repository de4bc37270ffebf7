using Vafa.Features.Programme;

namespace Vafa.Features.Night;

/// <summary>
/// Does what is due, step after step and day after day, until nothing is or another node is at it. One caller at a time
/// in a process; between processes the leases decide.
/// </summary>
internal sealed class RunNights(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RunNights> log) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <param name="last">The last day to be done; null: every one that has ended.</param>
    /// <param name="done">Hears of each step that is done.</param>
    public async Task Run(DateOnly? last, Func<JobRun, Task> done, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            while (await Step(last, ct) is { } run)
            {
                await done(run);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    public Task Run(CancellationToken ct) => Run(null, _ => Task.CompletedTask, ct);

    public void Dispose() => turn.Dispose();

    /// <summary>The next step, done; null when there is none to do here and now.</summary>
    private async Task<JobRun?> Step(DateOnly? last, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var now = clock.GetUtcNow();
        var lease = services.GetRequiredService<StepLease>();
        // A rule that was just saved does not wait for a night; between two steps of one it goes first.
        var due =
            await services.GetRequiredService<RuleRuns>().Find(now, ct)
            ?? await services.GetRequiredService<NextStep>().Find(now, last, ct);
        if (due is null || await lease.Take(due, ct) is not { } run)
        {
            return null;
        }

        try
        {
            var programmes = services.GetRequiredService<ProgrammeStore>();
            var club = await programmes.Newest(ct);
            var then = await programmes.At(club.Version, run.SpanUntil, ct);
            var round = new StepRound(run, club, now) { Distances = StepRound.Nearest(then) };
            var step = services.GetRequiredService<NightSteps>().Of(run);
            return await services.GetRequiredService<WalkStep>().Run(step, round, ct);
        }
        catch (LostLease)
        {
            return null;
        }
        catch (Exception) when (ct.IsCancellationRequested)
        {
            await lease.Release(run);
            throw;
        }
        catch (Exception fault)
        {
            log.LogError(fault, "The step {Step} of {Job} of {Day} stopped", run.Step, run.Job, run.BusinessDay);
            await lease.Fail(run, fault, ct);
            return null;
        }
    }
}

/// <summary>Asks every half minute, on every node, whether a night or a saved rule is due.</summary>
internal sealed class NightWorker(RunNights nights, NightCall call, TimeProvider clock, ILogger<NightWorker> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await call.Wait(clock, stoppingToken);
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
            await nights.Run(ct);
        }
        catch (Exception fault) when (!ct.IsCancellationRequested)
        {
            log.LogWarning(fault, "The night could not be looked at; the next half minute tries again");
        }
    }
}

/// <summary>When this node's worker looks whether a night is due: from time to time, or when it is called.</summary>
/// <param name="every">How late a night may begin; a start, which should be quick, waits as long, too.</param>
internal sealed class NightCall(TimeSpan every) : IDisposable
{
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim calls = new(0);

    public void Now() => calls.Release();

    public async Task Wait(TimeProvider clock, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(calls.WaitAsync(over.Token), Task.Delay(every, clock, over.Token));
        await over.CancelAsync();
        ct.ThrowIfCancellationRequested();
    }

    public void Dispose() => calls.Dispose();
}
