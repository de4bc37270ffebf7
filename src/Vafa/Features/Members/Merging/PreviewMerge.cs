using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Ledger;
using Vafa.Features.Programme;
using Vafa.Features.Tiers;
using Vafa.Web;

namespace Vafa.Features.Members.Merging;

/// <summary>What merging would come to.</summary>
/// <param name="Member">Who stays, as he is now.</param>
/// <param name="Other">Who is merged, as he is now.</param>
/// <param name="After">Who stays, as he would be.</param>
/// <param name="Mobiles">The mobiles that would lead to him.</param>
/// <param name="Cards">The cards that would lead to him.</param>
/// <param name="Taken">Parts of the profile that he lacks and would take.</param>
/// <param name="Warnings">What should be looked at before.</param>
public sealed record MergePreview(
    MemberView Member,
    MemberView Other,
    MemberView After,
    IReadOnlyList<string> Mobiles,
    IReadOnlyList<string> Cards,
    IReadOnlyList<string> Taken,
    IReadOnlyList<MergeWarning> Warnings
);

/// <param name="Code">merge.names-differ or merge.birthdays-differ.</param>
public sealed record MergeWarning(string Code, string Message);

/// <summary>
/// Says what merging would come to. Refused: member.unknown, merge.unknown, merge.oneself.
/// </summary>
internal sealed class PreviewMerge(AppDb db, ReadMembers readMembers, ProgrammeStore programmes, Texts texts)
{
    public async Task<Outcome<MergePreview>> Run(MergeCall call, Wording words, CancellationToken ct)
    {
        var other = call.Other.Id ?? await Called(call.Other, ct);
        if (other is { } merged && await MemberLookup.Follow(db, merged, ct) is { } into)
        {
            return Refusal.Conflict(into == call.Member ? "merge.merged-here" : "merge.merged", "/other");
        }

        var club = await programmes.Newest(ct);
        var both = await readMembers.Run([call.Member, other ?? Guid.Empty], club, ct);
        if (both.FirstOrDefault(m => m.Id == call.Member) is not { } stays)
        {
            return Refusal.NotFound("member.unknown");
        }

        if (both.FirstOrDefault(m => m.Id == other) is not { } goes)
        {
            return new Refusal("merge.unknown", "/other");
        }

        return stays.Id == goes.Id ? new Refusal("merge.oneself", "/other")
            : stays.Gone is not null ? MemberLookup.Gone()
            : goes.Gone is not null ? MemberLookup.Gone("/other")
            : await Show(stays, goes, club, words, ct);
    }

    private async Task<MergePreview> Show(
        MemberView stays,
        MemberView goes,
        ClubVersion club,
        Wording words,
        CancellationToken ct
    )
    {
        var ids = stays.MergedFrom.Concat(goes.MergedFrom).ToList();
        var older = await readMembers.Run(ids, club, ct);
        var all = older.Prepend(goes).Prepend(stays).ToList();
        return new MergePreview(
            stays,
            goes,
            MergedView.Of(stays, goes, club),
            [.. all.Select(m => m.Mobile).OfType<string>().Distinct()],
            [.. all.Select(m => m.Card).Distinct()],
            MergedView.Taken(stays, goes),
            [.. Warnings(stays, goes).Select(code => new MergeWarning(code, texts.Say(code, words)))]
        );
    }

    private Task<Guid?> Called(OtherMember other, CancellationToken ct) =>
        other.Kind == MemberKey.Mobile
            ? MemberLookup.Find(db, other.Value!, ct)
            : MemberLookup.ByCard(db, other.Value!, ct);

    private static IEnumerable<string> Warnings(MemberView one, MemberView other)
    {
        if (one.Name is { } name && other.Name is { } another && !SameWords(name, another))
        {
            yield return "merge.names-differ";
        }

        if (one.BirthDate is { } born && other.BirthDate is { } day && born != day)
        {
            yield return "merge.birthdays-differ";
        }
    }

    /// <summary>«علی رضایی» and «رضايي علي» are one name.</summary>
    private static bool SameWords(string one, string other) =>
        MemberKeys.Words(one).ToHashSet().SetEquals(MemberKeys.Words(other));
}
