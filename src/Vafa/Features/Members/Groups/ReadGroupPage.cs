using Vafa.Core.Values;
using Vafa.Features.Members.Listing;
using Vafa.Features.Night;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Members.Groups;

/// <summary>A group's rule while it is looked at or changed.</summary>
/// <param name="Saved">Null: it has none yet.</param>
/// <param name="Refused">Why what the address says can be no rule of this group.</param>
/// <param name="Preview">What a rule that is not saved would do.</param>
/// <param name="State">How far the saved one is carried out; null: not begun.</param>
public sealed record RuleShown(
    GroupRule? Saved,
    EditedFilter Edited,
    IReadOnlyList<Refusal> Refused,
    GroupPreview? Preview,
    JobState? State
)
{
    public bool IsChanged => Saved is { } saved && saved.Filter.Query != Edited.Filter.Query;
}

/// <summary>Whom the rule of a group moved of late, and how many.</summary>
/// <param name="Last">The newest first; without a member who is no longer there.</param>
public sealed record MovesShown(
    IReadOnlyList<(GroupMove Move, MemberView? Member)> Last,
    GroupMoves Week,
    GroupMoves Month
);

/// <summary>What stands on a group's page beside its name and number, one read after the other.</summary>
internal sealed class ReadGroupPage(PreviewGroup preview, RuleRuns runs, ReadGroupMoves moves, ReadMembers members)
{
    private const int Shown = 20;

    /// <param name="code">Empty for a new group.</param>
    public async Task<RuleShown> Rule(
        IQueryCollection query,
        string code,
        ClubVersion club,
        Wording words,
        CancellationToken ct
    )
    {
        var saved = club.GroupRules.GetValueOrDefault(code);
        var edited = EditedFilter.Read(query, saved?.Filter, club);
        var isAsked = edited.Filter.Terms.Count > 0;
        var faults = isAsked ? GroupDocument.Faults(new GroupRule(edited.Filter), code, club) : [];
        var shown = new RuleShown(saved, edited, [.. edited.Refused, .. faults], null, null);
        return shown with
        {
            Preview =
                isAsked && shown.Refused.Count == 0 && (saved is null || shown.IsChanged)
                    ? await preview.Run(edited.Filter, code, club.Time, words, ct)
                    : null,
            State = saved is null ? null : await runs.StateOf(code, saved, ct),
        };
    }

    public async Task<MovesShown> Moves(string code, ClubVersion club, CancellationToken ct)
    {
        var read = await moves.List(code, new Paging(Shown, null), ct);
        var last = read.IsRefused ? [] : read.Value.Items;
        var seen = await members.Run([.. last.Select(m => m.Member).Distinct()], club, ct);
        return new MovesShown(
            [.. last.Select(m => (m, seen.FirstOrDefault(s => s.Id == m.Member)))],
            await moves.Since(code, Period.Week, ct),
            await moves.Since(code, Period.Month, ct)
        );
    }
}
