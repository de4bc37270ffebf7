using Vafa.Core.Ledger;
using Vafa.Core.Values;
using Vafa.Features.Members.Groups;
using Vafa.Features.Programme;

namespace Vafa.Features.Night;

/// <summary>
/// Groups by rule take in who has come to meet their rule and let go who no longer does, as things stand on the day on
/// which it runs: a night that is made up for late moves nobody back to an earlier day. At night all groups are looked
/// at; when a rule was saved, its group and those that depend on it. It counts who came and who went in place of
/// amounts of units.
/// </summary>
internal sealed class GroupStep(GroupsDue due, MoveGroups move, ProgrammeStore programmes) : INightStep
{
    public const string Word = "groups";

    /// <summary>
    /// Most members of a range move nowhere, and a group that a rule names is gone through for each range: few and wide
    /// ones cost least.
    /// </summary>
    private const int Wider = 4;

    private const char Between = ':';
    private const string Came = "came";
    private const string Went = "went";

    public string Name => Word;

    public Task<bool> MayBeDue(StepRound round, CancellationToken ct) =>
        Task.FromResult(round.Club.GroupRules.Count > 0);

    public async Task<IReadOnlyList<NightMember>> Next(StepRound round, Guid? after, int most, CancellationToken ct)
    {
        var club = await programmes.Newest(ct);
        var only = Only(round, club);
        if (only is null && IsOfRule(round))
        {
            // The rule has changed since: its own run moves members by it.
            return [];
        }

        var groups = RuleOrder.Of(club, only);
        return groups.Count == 0
            ? []
            :
            [
                .. (await due.Run(club.Time, groups, after ?? Guid.Empty, most * Wider, ct)).Select(
                    id => new NightMember(id, [])
                ),
            ];
    }

    public async ValueTask Do(NightChunk chunk, CancellationToken ct)
    {
        var only = Only(chunk.Round, await programmes.Newest(ct));
        var members = chunk.Members.Select(m => m.Id).ToList();
        var moved = await move.Run(chunk.Transaction, members, only, chunk.Now, ct);
        for (var i = 0; i < moved.Members.Count; i++)
        {
            chunk.Done.Member();
        }

        foreach (var (code, came, went) in moved.Groups)
        {
            chunk.Done.Count(code + Between + Came, came);
            chunk.Done.Count(code + Between + Went, went);
        }
    }

    /// <summary>«خواب‌رفته‌ها: ۱۲ نفر آمدند، ۳ نفر رفتند».</summary>
    public static string Did(IReadOnlyList<UnitAmount> counts, Wording words) =>
        string.Join(
            words.Say("؛ ", "; "),
            counts
                .Select(c => (Group: c.Unit[..c.Unit.LastIndexOf(Between)], Moved: c))
                .GroupBy(c => c.Group, StringComparer.Ordinal)
                .Select(g =>
                    words.Name(NameKind.Group, g.Key)
                    + ": "
                    + string.Join(words.Say("، ", ", "), g.Select(c => Did(c.Moved, words)))
                )
        );

    private static string Did(UnitAmount moved, Wording words)
    {
        var (many, count) = (words.Number(moved.Amount), moved.Amount);
        return moved.Unit.EndsWith(Came, StringComparison.Ordinal)
            ? words.Say($"{many} نفر {(count == 1 ? "آمد" : "آمدند")}", $"{many} came")
            : words.Say($"{many} نفر {(count == 1 ? "رفت" : "رفتند")}", $"{many} went");
    }

    private static bool IsOfRule(StepRound round) => round.Run.Job == RuleRuns.Job;

    private static string? Only(StepRound round, ClubVersion club) =>
        IsOfRule(round) ? RuleRuns.GroupOf(round.Run, club) : null;
}
