using Microsoft.Data.Sqlite;
using Vafa.Data;
using Vafa.Features.Tiers;

namespace Vafa.Features.Ledger.Lane;

/// <summary>Where a member stands on the ladders, and what he earned on which day.</summary>
internal static class SqliteTierReads
{
    private const string Standings =
        "select ladder, tier, since, grace_until, placed_tier, placed_until, placed_by, warned_of, review_on, "
        + "ladder_version, moves from member_tier where member_id = @a";

    // What a refund took back counts on the day of its sale.
    private const string Earned =
        "select e.unit, coalesce(p.at, e.at), sum(e.amount) from entry e "
        + "left join refund r on e.kind = 4 and r.member_id = e.member_id and r.id = e.cause_id "
        + "left join purchase p on p.member_id = r.member_id and p.id = r.purchase_id "
        + "where e.member_id = @a and e.kind in (1, 4) and e.at >= @b and coalesce(p.at, e.at) >= @b group by 1, 2";

    public static void ReadStandings(SqliteStatements statements, LaneReads reads, MemberState member, object key)
    {
        if (reads.Tiers)
        {
            SqliteReads.Each(statements, Standings, [key], r => member.Tiers.Read(RowOf(member.Row.Id, r)));
        }
    }

    public static void ReadEarned(SqliteStatements statements, LaneReads reads, MemberState member, object key)
    {
        if (reads.EarnedFrom is { } from)
        {
            SqliteReads.Each(
                statements,
                Earned,
                [key, SqliteDb.Micros(from)],
                r => member.ReadEarned((r.GetString(0), SqliteDb.Instant(r.GetInt64(1)), r.GetInt64(2)), reads.DayOf)
            );
        }
    }

    private static MemberTier RowOf(Guid member, SqliteDataReader r) =>
        new()
        {
            MemberId = member,
            Ladder = r.GetString(0),
            Tier = Text(r, 1),
            Since = Day(r, 2),
            GraceUntil = Day(r, 3),
            PlacedTier = Text(r, 4),
            PlacedUntil = Day(r, 5),
            PlacedBy = Text(r, 6),
            WarnedOf = Day(r, 7),
            ReviewOn = Day(r, 8),
            LadderVersion = r.GetInt64(9),
            Moves = r.GetInt64(10),
        };

    private static string? Text(SqliteDataReader r, int column) => r.IsDBNull(column) ? null : r.GetString(column);

    private static DateOnly? Day(SqliteDataReader r, int column) =>
        r.IsDBNull(column) ? null : Stored.Day(r.GetString(column));
}
