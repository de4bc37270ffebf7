using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Features.Ledger.Lane;

namespace Vafa.Features.Night;

/// <summary>
/// Who may go on with a step. A lease is taken by a conditional update, renewed with each chunk, and taken over when it
/// has run out: then its node was killed or is cut off, and can write nothing any more.
/// </summary>
internal sealed class StepLease(AppDb db, TimeProvider clock)
{
    /// <summary>Longer than any chunk with the search for its members, and short enough to wait for.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>The step as ours, or null while another node has it, or while it waits after a fault.</summary>
    public async Task<JobRun?> Take(DueStep due, CancellationToken ct)
    {
        var now = Stored.Cut(clock.GetUtcNow());
        if (due.Row is not { } row)
        {
            return await Begin(due, now, ct);
        }

        // A lease further away than any is given was taken by a clock that has been set back since.
        var isHeld = row.LeaseUntil > now && row.LeaseUntil <= now + LongestPause;
        if (isHeld)
        {
            return null;
        }

        var mine = Guid.CreateVersion7(now);
        var taken = await Change(
            row,
            set =>
                set.SetProperty(r => r.Lease, mine)
                    .SetProperty(r => r.LeaseUntil, now + Length)
                    .SetProperty(r => r.Node, Environment.MachineName)
                    .SetProperty(r => r.State, JobState.Open)
                    .SetProperty(r => r.Tries, row.Tries + 1),
            ct
        );
        return taken ? await Read(row, ct) : null;
    }

    /// <summary>
    /// The row as it stands now, after a chunk has failed: it may have been committed all the same.
    /// </summary>
    /// <exception cref="LostLease">Another node has taken the step over.</exception>
    public async Task<JobRun> Reread(JobRun run, CancellationToken ct)
    {
        var row = await Read(run, ct);
        return row is { } && row.Lease == run.Lease && row.State != JobState.Done ? row : throw new LostLease();
    }

    /// <summary>Lets another node, or this one after its next start, go on at once.</summary>
    public Task Release(JobRun run) =>
        Change(run, set => set.SetProperty(r => r.LeaseUntil, clock.GetUtcNow()), CancellationToken.None);

    /// <summary>The step stops here; it is tried again after a pause that grows from fault to fault.</summary>
    public Task Fail(JobRun run, Exception fault, CancellationToken ct)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(run.Tries - 1, 7));
        var next = clock.GetUtcNow() + (pause < LongestPause ? pause : LongestPause);
        var said = FaultOf(fault);
        return Change(
            run,
            set =>
                set.SetProperty(r => r.State, JobState.Failed)
                    .SetProperty(r => r.Fault, said)
                    .SetProperty(r => r.LeaseUntil, next),
            ct
        );
    }

    /// <summary>
    /// A fault for the record: of which kind it was and the database's own code for it. Its message stays in the log,
    /// for it may hold what stands in rows.
    /// </summary>
    public static string FaultOf(Exception fault) =>
        fault is DbException { SqlState: { Length: > 0 } state } ? $"{fault.GetType().Name} {state}"
        : fault is LaneConflict ? "The stored rows do not agree with each other"
        : fault.GetType().Name;

    private async Task<JobRun?> Begin(DueStep due, DateTimeOffset now, CancellationToken ct)
    {
        var run = new JobRun
        {
            Job = due.Job,
            BusinessDay = due.Day,
            Step = due.Step,
            Id = Guid.CreateVersion7(now),
            SpanFrom = due.From,
            SpanUntil = due.Until,
            Amounts = "{}",
            StartedAt = now,
            Node = Environment.MachineName,
            Lease = Guid.CreateVersion7(now),
            LeaseUntil = now + Length,
            Tries = 1,
            Rounds = 1,
        };
        try
        {
            await db.Write(
                _ =>
                {
                    db.JobRuns.Add(run);
                    return Task.FromResult(true);
                },
                ct
            );
            return run;
        }
        catch (Exception taken) when (db.IsTaken(taken))
        {
            return null;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private Task<bool> Change(
        JobRun run,
        Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<JobRun>> set,
        CancellationToken ct
    ) =>
        db.Write(
            async inside =>
                await Row(run)
                    .Where(r => r.Lease == run.Lease && r.State != JobState.Done)
                    .ExecuteUpdateAsync(set, inside) == 1,
            ct
        );

    private Task<JobRun?> Read(JobRun run, CancellationToken ct) => Row(run).AsNoTracking().FirstOrDefaultAsync(ct);

    private IQueryable<JobRun> Row(JobRun run) =>
        db.JobRuns.Where(r => r.Job == run.Job && r.BusinessDay == run.BusinessDay && r.Step == run.Step);
}

/// <summary>Another node has taken the step over; whoever meets this stops without a word.</summary>
internal sealed class LostLease() : Exception("Another node has taken the step over.");
