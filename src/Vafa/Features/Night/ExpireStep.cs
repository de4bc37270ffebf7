using Vafa.Features.Home;
using Vafa.Features.Ledger;
using Vafa.Features.Ledger.Lane;

namespace Vafa.Features.Night;

/// <summary>
/// What is left of lots that ended by the end of the day leaves the wallets. The entries stand at that end and count on
/// the day that ended, however late the night comes to them; a spending could not take from those lots any more.
/// </summary>
internal sealed class ExpireStep(DueLots due, ReadRollUps rollUps) : INightStep
{
    public const string Word = "expire";

    public string Name => Word;

    public Task<bool> MayBeDue(StepRound round, CancellationToken ct) =>
        rollUps.AnyDue(DateOnly.MinValue, RollUps.DueDay(round.Run.SpanUntil), ct);

    public async Task<IReadOnlyList<NightMember>> Next(StepRound round, Guid? after, int most, CancellationToken ct) =>
        [.. (await due.Ended(after, round.Run.SpanUntil, most, ct)).Select(id => new NightMember(id, []))];

    public async ValueTask Do(NightChunk chunk, CancellationToken ct)
    {
        var reads = new LaneReads { Now = chunk.Now, EachLot = true };
        reads.MemberIds.UnionWith(chunk.Members.Select(m => m.Id));
        var state = await chunk.Transaction.Read(reads, ct);
        foreach (var member in state.Members.Values)
        {
            Expire(chunk, member);
        }

        state.AddTo(chunk.Rows);
    }

    private static void Expire(NightChunk chunk, MemberState member)
    {
        var run = chunk.Round.Run;
        var any = false;
        foreach (var lot in member.Ledger.Lots.OrderBy(l => l.Unit, StringComparer.Ordinal).ThenBy(l => l.No).ToList())
        {
            var amount = member.Ledger.Expire(lot.No, run.SpanUntil);
            if (amount > 0)
            {
                chunk.Done.Lot(lot.Unit, amount);
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
}
