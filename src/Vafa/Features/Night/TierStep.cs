using Vafa.Core.Values;
using Vafa.Features.Ledger;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Programme;
using Vafa.Features.Tiers;

namespace Vafa.Features.Night;

/// <summary>
/// Members whose day has come are looked at on every ladder: what they are from the day that begins. A night that is
/// made up for late, or runs again, looks at today: its own day knows nothing of what members did since. It counts what
/// became of them in place of amounts of units.
/// </summary>
internal sealed class TierStep(TiersDue due, ProgrammeStore programmes, TimeProvider clock) : INightStep
{
    public const string Word = "tiers";

    public const string Rose = "rose";
    public const string Fell = "fell";
    public const string Grace = "grace";
    public const string Warned = "warned";
    public const string Ended = "placementEnded";

    public string Name => Word;

    public Task<bool> MayBeDue(StepRound round, CancellationToken ct) =>
        Task.FromResult(!round.Club.Programme.Ladders.IsEmpty);

    public async Task<IReadOnlyList<NightMember>> Next(StepRound round, Guid? after, int most, CancellationToken ct) =>
        [.. (await due.Run(DayOf(round), after ?? Guid.Empty, most, ct)).Select(id => new NightMember(id, []))];

    public async ValueTask Do(NightChunk chunk, CancellationToken ct)
    {
        var review = new ReviewTiers([.. chunk.Members.Select(m => m.Id)], DayOf(chunk.Round), programmes);
        var reads = new LaneReads { Now = chunk.Now };
        await review.Ask(reads, chunk.Round.Club.Version, ct);
        var state = await chunk.Transaction.Read(reads, ct);
        await review.Decide(new LaneScene(state, chunk.Rows, chunk.Transaction, chunk.Now), ct);
        state.AddTo(chunk.Rows);
        var tally = review.Tally;
        for (var i = 0; i < tally.Moved; i++)
        {
            chunk.Done.Member();
        }

        chunk.Done.Count(Rose, tally.Rose);
        chunk.Done.Count(Fell, tally.Fell);
        chunk.Done.Count(Grace, tally.Graces);
        chunk.Done.Count(Warned, tally.Warned);
        chunk.Done.Count(Ended, tally.PlacementsEnded);
        for (var i = 0; i < chunk.Rows.Messages.Count; i++)
        {
            chunk.Done.Message();
        }
    }

    /// <summary>«۳ بالا رفت، ۱ پایین آمد».</summary>
    public static string Did(IReadOnlyList<Core.Ledger.UnitAmount> counts, Wording words) =>
        string.Join(words.Say("، ", ", "), counts.Where(c => c.Amount > 0).Select(c => Did(c.Unit, c.Amount, words)));

    private static string Did(string what, long count, Wording words)
    {
        var many = words.Number(count);
        return what switch
        {
            Rose => words.Say($"{many} عضو بالا رفت", $"{many} rose"),
            Fell => words.Say($"{many} عضو پایین آمد", $"{many} fell"),
            Grace => words.Say($"مهلت {many} عضو آغاز شد", $"{many} got time to stay"),
            Warned => words.Say($"به {many} عضو هشدار داده شد", $"{many} were warned"),
            Ended => words.Say($"جایگاه دستی {many} عضو تمام شد", $"{many} placements ended"),
            _ => $"{what} {many}",
        };
    }

    private DateOnly DayOf(StepRound round)
    {
        var (begins, today) = (round.Run.BusinessDay.AddDays(1), round.Club.Time.DayOf(clock.GetUtcNow()));
        return begins > today ? begins : today;
    }
}
