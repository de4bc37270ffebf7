using Vafa.Core.Ledger;
using Vafa.Features.Ledger;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;

namespace Vafa.Features.Night;

/// <summary>
/// Full steps of units that turn into another by themselves do so: first of what was there until the day ended, so that
/// nothing ends unturned, then with what opens as the next one begins. What it becomes counts from then on; in a night
/// that is made up for late, or runs again, from today: else it would end before anybody could spend it.
/// </summary>
internal sealed class ConvertStep(DueConversions due) : INightStep
{
    public const string Word = "convert";

    public string Name => Word;

    public Task<bool> MayBeDue(StepRound round, CancellationToken ct) => Task.FromResult(UnitsOf(round.Club).Count > 0);

    public async Task<IReadOnlyList<NightMember>> Next(StepRound round, Guid? after, int most, CancellationToken ct)
    {
        var units = UnitsOf(round.Club).ConvertAll(u => new DueUnit(u.Code, u.Into!.Per));
        return [.. (await due.Of(after, units, most, ct)).Select(id => new NightMember(id, []))];
    }

    public async ValueTask Do(NightChunk chunk, CancellationToken ct)
    {
        var reads = new LaneReads { Now = chunk.Now, EachLot = true };
        reads.MemberIds.UnionWith(chunk.Members.Select(m => m.Id));
        var state = await chunk.Transaction.Read(reads, ct);
        foreach (var member in state.Members.Values)
        {
            Convert(chunk, member);
        }

        state.AddTo(chunk.Rows);
    }

    private static void Convert(NightChunk chunk, MemberState member)
    {
        var run = chunk.Round.Run;
        var any = false;
        foreach (var unit in UnitsOf(chunk.Round.Club))
        {
            var turned =
                Turn(chunk, member, unit, run.SpanUntil.AddTicks(-TimeSpan.TicksPerMicrosecond))
                + Turn(chunk, member, unit, run.SpanUntil);
            if (turned > 0)
            {
                chunk.Done.Lot(unit.Code, turned);
                any = true;
            }
        }

        if (any)
        {
            chunk.Done.Member();
            member.Collect(
                chunk.Rows,
                new EntryCause(CauseKind.Night, run.Id, null, run.SpanUntil, chunk.Now, run.BusinessDay)
            );
        }
    }

    private static long Turn(NightChunk chunk, MemberState member, Unit unit, DateTimeOffset at)
    {
        var amount = unit.Into!.Takes(member.Ledger.Available(unit.Code, at));
        if (amount == 0)
        {
            return 0;
        }

        var (club, begins) = (chunk.Round.Club, chunk.Round.Run.SpanUntil);
        var today = club.Time.DayOf(chunk.Now);
        var from = club.Time.DayOf(begins) < today ? club.Time.StartOf(today) : begins;
        var terms = club.Programme.TermsOf(unit.Into.To, from, club.Time.DayOf(from));
        return member.Ledger.Convert(unit, amount, terms, at).IsRefused ? 0 : amount;
    }

    private static List<Unit> UnitsOf(ClubVersion club) =>
        [
            .. club.Programme.Units.Where(u =>
                u.Into is { Nightly: true } into && club.Programme.UnitOf(into.To) is not null
            ),
        ];
}
