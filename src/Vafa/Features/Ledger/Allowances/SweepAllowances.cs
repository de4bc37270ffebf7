using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;

namespace Vafa.Features.Ledger.Allowances;

/// <summary>Ends allowances whose time has come, on every node; each ends once, whichever node is first.</summary>
internal sealed class SweepAllowances(
    IServiceScopeFactory scopes,
    SaleLane lane,
    TimeProvider clock,
    ILogger<SweepAllowances> log
) : BackgroundService
{
    /// <summary>How late an allowance may go back.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    private const int AtOnce = 500;

    /// <summary>Ends what is over by now; says how many.</summary>
    public async Task<int> Run(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var programmes = scope.ServiceProvider.GetRequiredService<ProgrammeStore>();
        var now = clock.GetUtcNow();
        var due = await scope
            .ServiceProvider.GetRequiredService<AppDb>()
            .Allowances.AsNoTracking()
            .Where(a => a.State == AllowanceState.Open && a.ExpiresAt <= now)
            .OrderBy(a => a.ExpiresAt)
            .Select(a => new { a.MemberId, a.Id })
            .Take(AtOnce)
            .ToListAsync(ct);
        var ended = await Task.WhenAll(
            due.Select(a => lane.Run(new ExpireAllowanceWork(a.MemberId, a.Id, programmes)))
        );
        return ended.Count(e => e);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
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
            await Run(ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.LogWarning(fault, "Allowances whose time is over could not be ended; the next sweep tries again");
        }
    }
}
