using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Features.Members.Groups;

/// <summary>A rule moved a member into the group or out of it.</summary>
/// <param name="Joined">Into the group; else out of it.</param>
/// <param name="RuleVersion">The version of the programme that brought the rule as it then was.</param>
public sealed record GroupMove(Guid Member, bool Joined, DateTimeOffset At, long RuleVersion)
{
    internal Guid Id { get; init; }
}

/// <summary>How many a rule moved since a day.</summary>
public sealed record GroupMoves(int Came, int Went);

/// <summary>What the rule of a group did: its last moves, and how many there were of late.</summary>
public sealed class ReadGroupMoves(AppDb db, ProgrammeStore programmes, TimeProvider clock)
{
    internal const int CursorParts = 2;

    /// <summary>The newest first. Refused: group.unknown (404), list.cursor.</summary>
    public async Task<Outcome<Listed<GroupMove>>> List(string code, Paging paging, CancellationToken ct)
    {
        if (!(await programmes.Newest(ct)).MemberGroups.Contains(code))
        {
            return Refusal.NotFound("group.unknown", code);
        }

        var moves = Of(code);
        if (paging.After is { } after)
        {
            if (PlaceIn(after) is not var (at, id))
            {
                return new Refusal("list.cursor", "/cursor");
            }

            moves = moves.Where(m => m.At <= at && (m.At < at || m.Id.CompareTo(id) < 0));
        }

        var rows = await moves
            .OrderByDescending(m => m.At)
            .ThenByDescending(m => m.Id)
            .Take(paging.Limit + 1)
            .Select(m => new GroupMove(m.MemberId, m.Joined, m.At, m.RuleVersion) { Id = m.Id })
            .ToListAsync(ct);
        return Listed<GroupMove>.Of(
            rows,
            paging,
            m => m,
            m => [m.At.UtcTicks.ToString(CultureInfo.InvariantCulture), m.Id.ToString()]
        );
    }

    /// <summary>Those of the running week or month of the club's calendar.</summary>
    public async Task<GroupMoves> Since(string code, Period period, CancellationToken ct)
    {
        var time = (await programmes.Newest(ct)).Time;
        var start = time.StartOf(time.PeriodStart(time.DayOf(clock.GetUtcNow()), period));
        var counts = await Of(code)
            .Where(m => m.At >= start)
            .GroupBy(m => m.Joined)
            .Select(g => new { Joined = g.Key, Count = g.Count() })
            .ToListAsync(ct);
        return new GroupMoves(
            counts.Where(c => c.Joined).Sum(c => c.Count),
            counts.Where(c => !c.Joined).Sum(c => c.Count)
        );
    }

    /// <summary>When the rule last moved somebody; null: never.</summary>
    public Task<DateTimeOffset?> Last(string code, CancellationToken ct) =>
        Of(code).MaxAsync(m => (DateTimeOffset?)m.At, ct);

    private IQueryable<MemberGroupMove> Of(string code) =>
        db.MemberGroupMoves.AsNoTracking().Where(m => m.Code == code);

    private static (DateTimeOffset At, Guid Id)? PlaceIn(string[] cursor) =>
        cursor is [var at, var id]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
        && ticks <= DateTimeOffset.MaxValue.Ticks
        && Guid.TryParseExact(id, "D", out var last)
            ? (new DateTimeOffset(ticks, TimeSpan.Zero), last)
            : null;
}
