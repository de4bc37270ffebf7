using Vafa.Core.Ledger;

namespace Vafa.Features.Night;

/// <summary>The night of one business day.</summary>
/// <param name="Day">The business day that ended.</param>
/// <param name="State">open, done, or failed: a step stopped and is tried again.</param>
/// <param name="Steps">In the order they run; a step that has not begun is not among them.</param>
public sealed record NightView(
    DateOnly Day,
    string State,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    IReadOnlyList<StepView> Steps
)
{
    public const string Open = "open";
    public const string Done = "done";
    public const string Failed = "failed";

    /// <summary>The rows of one day, in any order.</summary>
    internal static NightView Of(IReadOnlyCollection<JobRun> runs)
    {
        var steps = runs.OrderBy(r => NightSteps.PlaceOf(r.Step)).Select(StepView.Of).ToList();
        var isWhole = NightSteps.Order.All(step => steps.Exists(s => s.Step == step && s.State == Done));
        return new NightView(
            runs.First().BusinessDay,
            steps.Exists(s => s.State == Failed) ? Failed
                : isWhole ? Done
                : Open,
            runs.Min(r => r.StartedAt),
            isWhole ? runs.Max(r => r.EndedAt) : null,
            steps
        );
    }
}

/// <summary>One step of a night: how far it is and what it did.</summary>
/// <param name="Step">activate, convert, expire, tiers, groups or warn.</param>
/// <param name="Members">Members for whom something was done.</param>
/// <param name="Lots">Lots it was about.</param>
/// <param name="Amounts">
/// How much of each unit opened, ended or is told of; of tiers and groups how many members moved how.
/// </param>
/// <param name="Messages">Messages put into the queue.</param>
/// <param name="Skipped">Members who could not be done; running the step again tries them again.</param>
/// <param name="Skips">The first of them.</param>
/// <param name="Fault">Why the step stopped; null when it did not.</param>
/// <param name="Node">The machine that did it or is at it.</param>
public sealed record StepView(
    string Step,
    string State,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    long Members,
    long Lots,
    IReadOnlyList<UnitAmount> Amounts,
    long Messages,
    long Skipped,
    IReadOnlyList<SkippedMember> Skips,
    string? Fault,
    string Node
)
{
    internal static StepView Of(JobRun run) =>
        new(
            run.Step,
            run.State switch
            {
                JobState.Done => NightView.Done,
                JobState.Failed => NightView.Failed,
                _ => NightView.Open,
            },
            run.StartedAt,
            run.EndedAt,
            run.Members,
            run.Lots,
            StepTally.AmountsOf(run),
            run.Messages,
            run.Skipped,
            StepTally.SkipsOf(run),
            run.Fault,
            run.Node
        );
}
