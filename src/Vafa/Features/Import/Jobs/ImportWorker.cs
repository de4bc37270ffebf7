using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Web;

namespace Vafa.Features.Import.Jobs;

/// <summary>
/// Runs the imports that were started, one after the other. Where the process goes away in between, the job stays as
/// running and is seen to be interrupted by whoever asks next.
/// </summary>
internal sealed class ImportWorker(
    IServiceScopeFactory scopes,
    ImportTurn turn,
    ImportFiles files,
    TimeProvider clock,
    ILogger<ImportWorker> log
) : BackgroundService
{
    private static readonly TimeSpan Sign = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RunAll(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping is no fault, also where the program never came to start.
        }
    }

    private async Task RunAll(CancellationToken stoppingToken)
    {
        await foreach (var id in turn.Waiting.ReadAllAsync(stoppingToken))
        {
            try
            {
                await Run(id, stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "The import {Id} failed", id);
                await Fail(id, stoppingToken);
            }
            finally
            {
                turn.GiveBack();
            }
        }
    }

    private async Task Run(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var job = await db.ImportJobs.AsNoTracking().FirstAsync(j => j.Id == id, ct);
        var pass = scope.ServiceProvider.GetRequiredService<ImportPass>();
        var work = Task.Run(() => pass.Run(job, isDry: false, share => turn.Done = (int)(share * 1_000), ct), ct);
        using var signs = new PeriodicTimer(Sign);
        while (await Task.WhenAny(work, signs.WaitForNextTickAsync(ct).AsTask()) != work)
        {
            await Update(
                id,
                set => set.SetProperty(j => j.SeenAt, clock.GetUtcNow()).SetProperty(j => j.Done, turn.Done),
                ct
            );
        }

        var done = await work;
        if (done.IsRefused)
        {
            await Fail(id, ct);
            return;
        }

        await End(id, done.Value, ct);
        File.Delete(files.Upload(id));
    }

    private async Task End(Guid id, ImportReport report, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var job = await db.ImportJobs.FirstAsync(j => j.Id == id, ct);
        job.State = ImportState.Done;
        job.Done = 1_000;
        job.Counts = JsonSerializer.Serialize(report.Counts, Answers.Json);
        job.EndedAt = clock.GetUtcNow();
        var change = new Change(job.StartedBy ?? job.By, job.EndedAt.Value, "import.run", $"import/{job.Id}")
        {
            After = new
            {
                job.Kind,
                job.FileName,
                report.Counts,
            },
        };
        AuditLog.Add(db, change);
        await db.Write(_ => Task.FromResult(true), ct);
    }

    private Task Fail(Guid id, CancellationToken ct) =>
        Update(
            id,
            set => set.SetProperty(j => j.State, ImportState.Failed).SetProperty(j => j.EndedAt, clock.GetUtcNow()),
            ct
        );

    private async Task Update(
        Guid id,
        Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<ImportJob>> set,
        CancellationToken ct
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        await db.Write(
            async inside => await db.ImportJobs.Where(j => j.Id == id).ExecuteUpdateAsync(set, inside) == 1,
            ct
        );
    }
}
