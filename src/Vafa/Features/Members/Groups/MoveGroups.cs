using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Members.Filter;
using Vafa.Features.Programme;

namespace Vafa.Features.Members.Groups;

/// <param name="Came">Members the rule moved in.</param>
/// <param name="Went">Members the rule moved out.</param>
internal sealed record MovedGroup(string Code, int Came, int Went);

/// <summary>Who moved, and how many in which group.</summary>
internal sealed record MovedMembers(IReadOnlySet<Guid> Members, IReadOnlyList<MovedGroup> Groups);

/// <summary>
/// Moves some members into the groups by rule and out of them, inside of a transaction of the lane, with a line of
/// history for each move. Members are held first and the rules read then: whoever changes a rule meanwhile has them
/// looked at again after us. Doing it twice moves nobody the second time.
/// </summary>
internal sealed class MoveGroups(MatchMembers match, ProgrammeStore programmes)
{
    /// <param name="only">This group and those that depend on it; null: all.</param>
    public async Task<MovedMembers> Run(
        LaneTransaction transaction,
        IReadOnlyCollection<Guid> members,
        string? only,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var reads = new LaneReads { Now = now };
        reads.MemberIds.UnionWith(members);
        await transaction.Read(reads, ct);
        var club = await programmes.Newest(ct);
        var groups = RuleOrder.Of(club, only);
        await using var db = transaction.Context();
        var inside = await Inside(db, members, groups, ct);
        var (moved, counts) = (new HashSet<Guid>(), new List<MovedGroup>());
        foreach (var (code, rule) in groups)
        {
            var meant = await match
                .All(rule.Filter, club.Time, db)
                .Where(m => members.Contains(m.Id))
                .Select(m => m.Id)
                .ToListAsync(ct);
            var (came, went) = (meant.Except(inside[code]).ToList(), inside[code].Except(meant).ToList());
            if (came.Count + went.Count > 0)
            {
                // At once: a rule that names this group asks the table.
                await transaction.Write(Rows(code, rule, came, went, now), ct);
                counts.Add(new MovedGroup(code, came.Count, went.Count));
                moved.UnionWith(came);
                moved.UnionWith(went);
            }
        }

        return new MovedMembers(moved, counts);
    }

    private static async Task<ILookup<string, Guid>> Inside(
        AppDb db,
        IReadOnlyCollection<Guid> members,
        IReadOnlyList<RuledGroup> groups,
        CancellationToken ct
    )
    {
        var codes = groups.Select(g => g.Code).ToList();
        var rows = await db
            .MemberGroups.AsNoTracking()
            .Where(g => members.Contains(g.MemberId) && codes.Contains(g.Code))
            .ToListAsync(ct);
        return rows.ToLookup(g => g.Code, g => g.MemberId, StringComparer.Ordinal);
    }

    private static LaneRows Rows(string code, GroupRule rule, List<Guid> came, List<Guid> went, DateTimeOffset now)
    {
        var rows = new LaneRows();
        foreach (var (member, joined) in came.Select(m => (m, true)).Concat(went.Select(m => (m, false))))
        {
            (joined ? rows.MemberGroups : rows.LeftGroups).Add(new MemberGroup { MemberId = member, Code = code });
            rows.GroupMoves.Add(
                new MemberGroupMove
                {
                    MemberId = member,
                    Id = Guid.CreateVersion7(now),
                    Code = code,
                    Joined = joined,
                    At = now,
                    RuleVersion = rule.Version,
                }
            );
        }

        return rows;
    }
}
