using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Features.Members.Groups;
using Vafa.Features.Programme;

namespace Vafa.Features.Night;

/// <summary>
/// What is done when a group's rule was saved: once for each version of it, by the step that moves groups at night. A
/// row of job_run says how far it is, so that a run whose node was killed is taken up again, and a rule that came by
/// whatever way is found.
/// </summary>
internal sealed class RuleRuns(AppDb db, ProgrammeStore programmes)
{
    public const string Job = "groups";

    /// <summary>The first rule that was saved and not yet carried out; null: none, or none here and now.</summary>
    public async Task<DueStep?> Find(DateTimeOffset now, CancellationToken ct)
    {
        var club = await programmes.Newest(ct);
        var steps = RuleOrder.Of(club).Select(g => StepOf(g.Code, g.Rule.Version)).ToList();
        if (steps.Count == 0)
        {
            return null;
        }

        var runs = await Rows().Where(r => steps.Contains(r.Step)).ToListAsync(ct);
        var waiting = steps.Where(s => !runs.Exists(r => r.Step == s && !MayBegin(r, now))).ToList();
        if (waiting.Count == 0 || await AnyMoves(now, ct))
        {
            return null;
        }

        var row = runs.Find(r => r.Step == waiting[0]);
        var day = row?.BusinessDay ?? club.Time.DayOf(now);
        return new DueStep(day, waiting[0], row, row?.SpanFrom ?? now, row?.SpanUntil ?? now) { Job = Job };
    }

    /// <summary>How far a group's rule as it stands is carried out; null: not begun.</summary>
    public async Task<JobState?> StateOf(string code, GroupRule rule, CancellationToken ct)
    {
        var step = StepOf(code, rule.Version);
        return await Rows().Where(r => r.Step == step).Select(r => (JobState?)r.State).FirstOrDefaultAsync(ct);
    }

    /// <summary>The group of a run, while the run is of its rule as it stands; else null.</summary>
    public static string? GroupOf(JobRun run, ClubVersion club)
    {
        var code = run.Step[..run.Step.LastIndexOf(':')];
        return club.GroupRules.TryGetValue(code, out var rule) && StepOf(code, rule.Version) == run.Step ? code : null;
    }

    private static string StepOf(string code, long version) =>
        string.Create(CultureInfo.InvariantCulture, $"{code}:{version}");

    private static bool MayBegin(JobRun run, DateTimeOffset now) => run.State != JobState.Done && run.LeaseUntil <= now;

    /// <summary>
    /// Another node moves groups at this moment, perhaps by the rule as it was: what is saved waits until that is over,
    /// so that the newest rule has the last word.
    /// </summary>
    private Task<bool> AnyMoves(DateTimeOffset now, CancellationToken ct) =>
        db.JobRuns.AnyAsync(
            r => (r.Job == Job || r.Step == GroupStep.Word) && r.State == JobState.Open && r.LeaseUntil > now,
            ct
        );

    private IQueryable<JobRun> Rows() => db.JobRuns.AsNoTracking().Where(r => r.Job == Job);
}
