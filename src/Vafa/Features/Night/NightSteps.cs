namespace Vafa.Features.Night;

/// <summary>The steps of a night and their order: the one place that says both.</summary>
internal sealed class NightSteps(
    ActivateStep activate,
    ConvertStep convert,
    ExpireStep expire,
    TierStep tiers,
    GroupStep groups,
    WarnStep warn
)
{
    public const string Job = "night";

    /// <summary>
    /// What opens is told before anything else; what turns into another unit does so before it could end; what ends is
    /// gone before members are warned of what ends next. Groups by rule come after whatever their rules may ask for.
    /// </summary>
    public static readonly IReadOnlyList<string> Order =
    [
        ActivateStep.Word,
        ConvertStep.Word,
        ExpireStep.Word,
        TierStep.Word,
        GroupStep.Word,
        WarnStep.Word,
    ];

    private readonly INightStep[] all = [activate, convert, expire, tiers, groups, warn];

    /// <summary>A rule that was saved moves members as the night does.</summary>
    public INightStep Of(JobRun run) => Of(run.Job == RuleRuns.Job ? GroupStep.Word : run.Step);

    public INightStep Of(string name) => all.Single(step => step.Name == name);

    public static int PlaceOf(string step) => Order.ToList().IndexOf(step);
}
