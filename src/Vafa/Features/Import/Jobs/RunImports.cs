using Vafa.Core.Values;
using Vafa.Web;

namespace Vafa.Features.Import.Jobs;

/// <summary>The calls that go through the file, and what they reject.</summary>
internal static class RunImports
{
    /// <summary>
    /// The file is read before the transaction that keeps the answer: sales must not wait for it.
    /// </summary>
    public static async Task<IResult> DryRun(HttpContext context, Guid id, ImportJobs jobs, Idempotency idempotency)
    {
        var key = IdempotencyKey.Read(context);
        if (key.IsRefused)
        {
            return Answers.Refused(key.Refusals);
        }

        var found = await Ready(context, id, jobs);
        var tried = found.IsRefused ? Outcome<ImportView>.Refused(found.Refusals) : await Try(context, found.Value);
        return await idempotency.Once(
            context,
            StatusCodes.Status200OK,
            _ => Task.FromResult(tried),
            context.RequestAborted
        );
    }

    public static async Task<IResult> Start(
        HttpContext context,
        Guid id,
        ImportJobs jobs,
        Idempotency idempotency,
        ImportTurn turn,
        TimeProvider clock
    )
    {
        var ct = context.RequestAborted;
        var found = await Ready(context, id, jobs);
        var mine = false;
        var started = false;
        try
        {
            var outcome = found.IsRefused ? Outcome<ImportView>.Refused(found.Refusals) : default;
            if (!found.IsRefused)
            {
                mine = !await jobs.AnotherRuns(id, ct) && turn.Take();
                outcome = mine ? await Begin(found.Value) : Refusal.Conflict("import.busy");
            }

            var entered = false;
            var answer = await idempotency.Once(
                context,
                StatusCodes.Status202Accepted,
                _ =>
                {
                    entered = true;
                    return Task.FromResult(outcome);
                },
                ct
            );
            started = mine && entered;
            return answer;
        }
        finally
        {
            if (started)
            {
                turn.HandOver(id);
            }
            else if (mine)
            {
                turn.GiveBack();
            }
        }

        async Task<Outcome<ImportView>> Begin(ImportJob job)
        {
            (job.State, job.Runner, job.SeenAt) = (ImportState.Running, turn.Process, clock.GetUtcNow());
            (job.Done, job.StartedBy) = (0, context.Actor().By);
            turn.Done = 0;
            return await ImportsApi.View(context, job);
        }
    }

    public static async Task<IResult> Rejected(HttpContext context, Guid id, ImportJobs jobs, RejectedCsv csv)
    {
        var found = await jobs.Find(id, context.Actor(), context.RequestAborted);
        if (found.IsRefused)
        {
            return Answers.Refused(found.Refusals);
        }

        var name = Uri.EscapeDataString(Path.GetFileNameWithoutExtension(found.Value.FileName) + ".rejected.csv");
        context.Response.Headers.ContentDisposition = "attachment; filename*=UTF-8''" + name;
        context.Response.ContentType = "text/csv; charset=utf-8";
        await csv.Write(found.Value, context.Wording(), context.Response.Body, context.RequestAborted);
        return Results.Empty;
    }

    private static async Task<Outcome<ImportJob>> Ready(HttpContext context, Guid id, ImportJobs jobs)
    {
        var found = await jobs.Find(id, context.Actor(), context.RequestAborted);
        if (found.IsRefused)
        {
            return found;
        }

        var job = found.Value;
        return job.State == ImportState.Uploaded ? Refusal.Conflict("import.not-mapped")
            : ImportJobs.MayChange(job) is { } no ? no
            : ImportJobs.MayRun(job, context.Actor()) is { } lacking ? lacking
            : job;
    }

    private static async Task<Outcome<ImportView>> Try(HttpContext context, ImportJob job)
    {
        var turn = context.RequestServices.GetRequiredService<ImportTurn>();
        if (!turn.Take())
        {
            return Refusal.Conflict("import.busy");
        }

        try
        {
            var pass = context.RequestServices.GetRequiredService<ImportPass>();
            var report = await pass.Run(job, isDry: true, _ => { }, context.RequestAborted);
            if (report.IsRefused)
            {
                return Outcome<ImportView>.Refused(report.Refusals);
            }

            job.State = ImportState.Checked;
            return await ImportsApi.View(context, job);
        }
        finally
        {
            turn.GiveBack();
        }
    }
}
