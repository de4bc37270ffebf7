using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Audit;
using Vafa.Web;

namespace Vafa.Features.Night;

/// <summary>Has a step run again from its first member. What it did before stays and is not done twice.</summary>
internal sealed class RunStepAgain(AppDb db, ReadNights read, TimeProvider clock)
{
    /// <summary>Refused: night.unknown, night.step-unknown, night.running.</summary>
    public async Task<Outcome<NightView>> Run(DateOnly day, string step, Actor by, CancellationToken ct)
    {
        var found = await read.One(day, ct);
        if (found.IsRefused)
        {
            return found;
        }

        if (!found.Value.Steps.Any(s => s.Step == step))
        {
            return Refusal.NotFound("night.step-unknown", step);
        }

        var now = clock.GetUtcNow();
        var change = new Change(by.By, now, "night.again", $"night/{ReadNights.Written(day)}") { After = new { step } };
        var isReset = await db.Write(
            async inside =>
            {
                AuditLog.Add(db, change);
                return await Reset(day, step, now, inside);
            },
            ct
        );
        return isReset ? await read.One(day, ct) : Refusal.Conflict("night.running");
    }

    /// <summary>A step that is being done, or that another node may take any moment, is left alone.</summary>
    private async Task<bool> Reset(DateOnly day, string step, DateTimeOffset now, CancellationToken ct) =>
        await db
            .JobRuns.Where(r => r.Job == NightSteps.Job && r.BusinessDay == day && r.Step == step)
            .Where(r => r.State != JobState.Open)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(r => r.State, JobState.Open)
                        .SetProperty(r => r.Cursor, (Guid?)null)
                        .SetProperty(r => r.Skipped, 0)
                        .SetProperty(r => r.Skips, (string?)null)
                        .SetProperty(r => r.Fault, (string?)null)
                        .SetProperty(r => r.StartedAt, now)
                        .SetProperty(r => r.EndedAt, (DateTimeOffset?)null)
                        .SetProperty(r => r.LeaseUntil, now)
                        .SetProperty(r => r.Tries, 0)
                        .SetProperty(r => r.Rounds, r => r.Rounds + 1),
                ct
            ) == 1;
}
