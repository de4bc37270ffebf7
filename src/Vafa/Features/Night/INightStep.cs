using Vafa.Features.Ledger;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;

namespace Vafa.Features.Night;

/// <summary>
/// One thing a night does to members. It finds them in the order of their ids and does some of them in a transaction;
/// how many, how fast, and what happens when that fails is none of its business.
/// </summary>
internal interface INightStep
{
    string Name { get; }

    /// <summary>Whether there may be anything to do; asked of roll-ups, so that a quiet night reads no lot.</summary>
    Task<bool> MayBeDue(StepRound round, CancellationToken ct);

    /// <summary>The next members after <paramref name="after"/> with something to do; none at the end.</summary>
    Task<IReadOnlyList<NightMember>> Next(StepRound round, Guid? after, int most, CancellationToken ct);

    /// <summary>
    /// Does these members: adds what is to be written, and counts it. What was found may have changed meanwhile, so
    /// what moves a wallet reads again under the members' locks.
    /// </summary>
    ValueTask Do(NightChunk chunk, CancellationToken ct);
}

/// <summary>A step as one node is at it.</summary>
/// <param name="Club">As it was when the round began.</param>
/// <param name="BegunAt">When the round began; what is told is judged by it.</param>
internal sealed record StepRound(JobRun Run, ClubVersion Club, DateTimeOffset BegunAt)
{
    public DueSpan Span => new(Run.SpanFrom, Run.SpanUntil);

    /// <summary>
    /// How many days before the end of a lot its member is told, the nearest first: as it was set when the business day
    /// ended, so that a new distance begins with the night it was set, also where nights are made up for later.
    /// </summary>
    public IReadOnlyList<int> Distances { get; init; } = Nearest(Club);

    public static IReadOnlyList<int> Nearest(ClubVersion club) => [.. club.Settings.WarnBeforeDays.Order()];
}

/// <summary>A member with something to do, and the lots it is about where they need not be read again.</summary>
internal readonly record struct NightMember(Guid Id, IReadOnlyList<DueLot> Lots)
{
    /// <summary>The lots of each member, in the order they came in.</summary>
    public static IReadOnlyList<NightMember> Of(IReadOnlyList<DueLot> lots) =>
        [.. lots.GroupBy(l => l.Member).Select(g => new NightMember(g.Key, [.. g]))];
}

/// <summary>Some members in one transaction.</summary>
/// <param name="Done">What the step has done, with what this chunk adds; it counts once it is committed.</param>
internal sealed record NightChunk(
    StepRound Round,
    IReadOnlyList<NightMember> Members,
    LaneTransaction Transaction,
    LaneRows Rows,
    StepTally Done,
    DateTimeOffset Now
);
