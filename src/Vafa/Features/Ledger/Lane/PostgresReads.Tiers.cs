using Npgsql;
using Vafa.Features.Tiers;

namespace Vafa.Features.Ledger.Lane;

/// <summary>Where members stand on the ladders, and what they earned on which day.</summary>
internal static partial class PostgresReads
{
    private const string Standings =
        "select t.member_id, t.ladder, t.tier, t.since, t.grace_until, t.placed_tier, t.placed_until, t.placed_by, "
        + "t.warned_of, t.review_on, t.ladder_version, t.moves from ids join member_tier t on t.member_id = ids.id";

    // What a refund took back counts on the day of its sale.
    private const string Earned =
        "select ids.owner, e.unit, coalesce(p.at, e.at), sum(e.amount)::bigint from every ids "
        + "join entry e on e.member_id = ids.id "
        + "left join refund r on e.kind = 4 and r.member_id = e.member_id and r.id = e.cause_id "
        + "left join purchase p on p.member_id = r.member_id and p.id = r.purchase_id "
        + "where e.kind in (1, 4) and e.at >= $4 and coalesce(p.at, e.at) >= $4 group by 1, 2, 3";

    private static void AddTiers(List<Part> parts, LaneReads reads)
    {
        if (reads.Tiers)
        {
            parts.Add(new(OfMembers(Ids + Standings, reads), TakeStanding));
        }

        if (reads.EarnedFrom is { } from)
        {
            parts.Add(
                new(
                    OfMembers(
                        Ids + Earned,
                        reads,
                        new NpgsqlParameter<DateTimeOffset> { TypedValue = Stored.Cut(from) }
                    ),
                    (s, r) =>
                        s.Anybody(r.GetGuid(0))
                            ?.ReadEarned(
                                (r.GetString(1), r.GetFieldValue<DateTimeOffset>(2), r.GetInt64(3)),
                                reads.DayOf
                            )
                )
            );
        }
    }

    private static void TakeStanding(LaneState state, NpgsqlDataReader r)
    {
        var member = r.GetGuid(0);
        state
            .Anybody(member)
            ?.Tiers.Read(
                new MemberTier
                {
                    MemberId = member,
                    Ladder = r.GetString(1),
                    Tier = Text(r, 2),
                    Since = Day(r, 3),
                    GraceUntil = Day(r, 4),
                    PlacedTier = Text(r, 5),
                    PlacedUntil = Day(r, 6),
                    PlacedBy = Text(r, 7),
                    WarnedOf = Day(r, 8),
                    ReviewOn = Day(r, 9),
                    LadderVersion = r.GetInt64(10),
                    Moves = r.GetInt64(11),
                }
            );
    }

    private static string? Text(NpgsqlDataReader r, int column) => r.IsDBNull(column) ? null : r.GetString(column);

    private static DateOnly? Day(NpgsqlDataReader r, int column) =>
        r.IsDBNull(column) ? null : r.GetFieldValue<DateOnly>(column);
}
