using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Timeline;

namespace Vafa.Features.Members.Groups;

/// <summary>How rules moved a member into groups and out of them.</summary>
internal sealed class GroupMovesOnTimeline(AppDb db) : ITimelineSource
{
    public TimelinePart Part => TimelinePart.Profile;

    public async Task<IReadOnlyList<TimelineEvent>> Read(TimelineAsk ask, CancellationToken ct)
    {
        var (at, id) = (ask.Before.At, ask.Before.Id);
        var moves = await db
            .MemberGroupMoves.AsNoTracking()
            .Where(m => m.MemberId == ask.Member && m.At <= at && (m.At < at || m.Id.CompareTo(id) < 0))
            .OrderByDescending(m => m.At)
            .ThenByDescending(m => m.Id)
            .Take(ask.Take)
            .ToListAsync(ct);
        return moves.ConvertAll(m => new TimelineEvent(
            m.Joined ? "groupIn" : "groupOut",
            m.Id,
            m.At,
            Tell(m, ask.Words)
        ));
    }

    private static string Tell(MemberGroupMove move, Wording words)
    {
        var name = words.NameInside(NameKind.Group, move.Code);
        return move.Joined
            ? words.Say($"با قاعدهٔ گروه به {name} آمد", $"Came into {name} by the group’s rule")
            : words.Say($"با قاعدهٔ گروه از {name} بیرون رفت", $"Left {name} by the group’s rule");
    }
}
