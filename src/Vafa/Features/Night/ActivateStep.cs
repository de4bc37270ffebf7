using Vafa.Features.Ledger;

namespace Vafa.Features.Night;

/// <summary>
/// What was earned earlier and had to wait can be spent from today: nothing moves, the member is told. A night that is
/// made up for long after its day tells nothing: that is no news any more.
/// </summary>
internal sealed class ActivateStep(DueLots due, NightMessages messages) : INightStep
{
    public const string Word = "activate";

    /// <summary>Days after which the opening of a lot is no news.</summary>
    private const int NewsDays = 7;

    public string Name => Word;

    public Task<bool> MayBeDue(StepRound round, CancellationToken ct) =>
        Task.FromResult(round.Club.Time.DayOf(round.BegunAt) <= round.Run.BusinessDay.AddDays(NewsDays));

    public async Task<IReadOnlyList<NightMember>> Next(StepRound round, Guid? after, int most, CancellationToken ct) =>
        NightMember.Of(await due.Opened(after, round.Span, most, ct));

    public ValueTask Do(NightChunk chunk, CancellationToken ct) =>
        messages.Tell(chunk, member => [NightMessages.Opened(chunk, member)], ct);
}
