using Vafa.Core.Values;
using Vafa.Features.Home;
using Vafa.Features.Ledger;
using Vafa.Features.Ledger.Lane;

namespace Vafa.Features.Night;

/// <summary>
/// Tells members what they will lose unless they spend it: as many days before as the club has set, no more than
/// <see cref="DueLots.Spans"/> times, one message for each member and distance. The spans of one distance follow each
/// other from night to night without gap or overlap.
/// </summary>
internal sealed class WarnStep(DueLots due, ReadRollUps rollUps, NightMessages messages) : INightStep
{
    public const string Word = "warn";

    public string Name => Word;

    public async Task<bool> MayBeDue(StepRound round, CancellationToken ct)
    {
        foreach (var span in SpansOf(round).Where(s => !s.IsEmpty))
        {
            if (await rollUps.AnyDue(RollUps.DueDay(span.From), RollUps.DueDay(span.Until), ct))
            {
                return true;
            }
        }

        return false;
    }

    public async Task<IReadOnlyList<NightMember>> Next(StepRound round, Guid? after, int most, CancellationToken ct) =>
        NightMember.Of(await due.Ending(after, SpansOf(round), most, ct));

    public ValueTask Do(NightChunk chunk, CancellationToken ct)
    {
        var spans = SpansOf(chunk.Round);
        return messages.Tell(
            chunk,
            member =>
                chunk
                    .Round.Distances.Zip(
                        spans,
                        (days, span) => (days, Lots: member.Lots.Where(l => span.Holds(l.At)).ToList())
                    )
                    .Where(told => told.Lots.Count > 0)
                    .Select(told => NightMessages.Ending(chunk, new NightMember(member.Id, told.Lots), told.days)),
            ct
        );
    }

    /// <summary>
    /// When lots end of which this night tells, for each distance. A warning must still be true: where the night is
    /// late, what has ended meanwhile or is nearer than the next distance is left out.
    /// </summary>
    internal static IReadOnlyList<DueSpan> SpansOf(StepRound round)
    {
        var time = round.Club.Time;
        var today = time.DayOf(round.BegunAt);
        var spans = new List<DueSpan>(round.Distances.Count);
        var nearer = round.BegunAt;
        foreach (var days in round.Distances)
        {
            var from = Later(time, round.Run.SpanFrom, days);
            spans.Add(new DueSpan(from > nearer ? from : nearer, Later(time, round.Run.SpanUntil, days)));
            nearer = time.StartOf(today.AddDays(days));
        }

        return spans;
    }

    /// <summary>The same moment of a business day so many days later.</summary>
    private static DateTimeOffset Later(ClubTime time, DateTimeOffset at, int days)
    {
        var day = time.DayOf(at);
        return time.StartOf(day.AddDays(days)) + (at - time.StartOf(day));
    }
}
