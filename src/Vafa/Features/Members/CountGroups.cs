using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Members.Filter;
using Vafa.Features.Members.Groups;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Members;

/// <summary>A group with how many are in it.</summary>
/// <param name="More">There are more than <paramref name="Members"/>.</param>
/// <param name="ByRule">It fills itself; else people fill it.</param>
/// <param name="MovedAt">When its rule last moved somebody; null: never.</param>
public sealed record GroupCount(
    string Code,
    LocalText? Title,
    int Members,
    bool More,
    bool ByRule,
    DateTimeOffset? MovedAt
);

/// <summary>
/// Counts the members of every group, each exact up to ten thousand: a range of the index of groups, bounded, needs no
/// roll-up that every change of a member would have to keep.
/// </summary>
public sealed class CountGroups(AppDb db, ReadGroupMoves moves, ProgrammeStore programmes)
{
    public async Task<Listed<GroupCount>> Run(CancellationToken ct)
    {
        var club = await programmes.Newest(ct);
        var counts = new List<GroupCount>();
        foreach (var code in club.MemberGroups.Order(StringComparer.Ordinal))
        {
            counts.Add(await Count(club, code, ct));
        }

        return new Listed<GroupCount>(counts, null);
    }

    /// <summary>One group; null when there is none of that code.</summary>
    public async Task<GroupCount?> One(string code, CancellationToken ct)
    {
        var club = await programmes.Newest(ct);
        return club.MemberGroups.Contains(code) ? await Count(club, code, ct) : null;
    }

    private async Task<GroupCount> Count(ClubVersion club, string code, CancellationToken ct)
    {
        var count = await db
            .MemberGroups.Where(g => g.Code == code)
            .Select(g => g.MemberId)
            .Take(MatchMembers.MostCounted + 1)
            .CountAsync(ct);
        return new GroupCount(
            code,
            club.Titles.GetValueOrDefault((NameKind.Group, code)),
            Math.Min(count, MatchMembers.MostCounted),
            count > MatchMembers.MostCounted,
            club.GroupRules.ContainsKey(code),
            await moves.Last(code, ct)
        );
    }
}
