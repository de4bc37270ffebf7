using Npgsql;
using NpgsqlTypes;
using Vafa.Core.Ledger;

namespace Vafa.Features.Ledger.Lane;

/// <summary>What hangs on the members of a batch: every statement finds them by id or by mobile and card.</summary>
internal static partial class PostgresReads
{
    private const string Ids =
        "with ids as (select unnest($1::uuid[]) as id union "
        + "select k.member_id from unnest($2::text[], $3::text[]) u(kind, value) "
        + "join member_key k on k.kind = u.kind and k.value = u.value) ";

    private const string MemberColumns =
        "select m.id, m.birth_date, m.since_day, m.visits, m.spent, m.last_visit, m.last_visit_day, m.last_no "
        + "from ids join member m on m.id = ids.id";

    private static void AddMembers(List<Part> parts, LaneReads reads)
    {
        if (reads.MemberKeys.Count > 0)
        {
            parts.Add(
                new(
                    Command(
                        "select k.kind, k.value, k.member_id from unnest($1::text[], $2::text[]) u(kind, value) "
                            + "join member_key k on k.kind = u.kind and k.value = u.value",
                        Texts(reads.MemberKeys.Select(k => k.Kind)),
                        Texts(reads.MemberKeys.Select(k => k.Value))
                    ),
                    (s, r) => s.MemberKeys[new MemberRef(r.GetString(0), r.GetString(1))] = r.GetGuid(2)
                )
            );
        }

        parts.Add(
            new(
                OfMembers(MemberColumns + (reads.Lock ? " order by m.id for no key update of m" : ""), reads),
                (s, r) => s.Members[r.GetGuid(0)] = new MemberState(Row(r))
            )
        );
        parts.Add(
            new(
                OfMembers(
                    "select w.member_id, w.unit, w.balance from ids join wallet w on w.member_id = ids.id",
                    reads
                ),
                (s, r) => s.Members[r.GetGuid(0)].Read(new WalletBalance(r.GetString(1), r.GetInt64(2)))
            )
        );
        AddLots(parts, reads);
        if (reads.Groups)
        {
            parts.Add(
                new(
                    OfMembers("select g.member_id, g.code from ids join member_group g on g.member_id = ids.id", reads),
                    (s, r) => s.Members[r.GetGuid(0)].ReadGroup(r.GetString(1))
                )
            );
        }

        if (reads.Fields)
        {
            parts.Add(
                new(
                    OfMembers(
                        "select f.member_id, f.code, f.value from ids join member_field f on f.member_id = ids.id",
                        reads
                    ),
                    (s, r) => s.Members[r.GetGuid(0)].Fields[r.GetString(1)] = r.GetString(2)
                )
            );
        }

        if (reads.DaysFrom is { } from && reads.DaysTo is { } to)
        {
            parts.Add(
                new(
                    OfMembers(
                        "select d.member_id, d.day, d.visits, d.spent from ids "
                            + "join member_day d on d.member_id = ids.id and d.day between $4 and $5",
                        reads,
                        new NpgsqlParameter<DateOnly> { TypedValue = from },
                        new NpgsqlParameter<DateOnly> { TypedValue = to }
                    ),
                    (s, r) => s.Members[r.GetGuid(0)].Read(r.GetFieldValue<DateOnly>(1), r.GetInt64(2), r.GetInt64(3))
                )
            );
        }

        if (reads.Uses)
        {
            parts.Add(
                new(
                    OfMembers(
                        "select o.member_id, o.offer, o.period, count(*) from ids "
                            + "join offer_use o on o.member_id = ids.id "
                            + "where not o.freed and o.period <> '' group by 1, 2, 3",
                        reads
                    ),
                    (s, r) => s.Members[r.GetGuid(0)].Read(r.GetString(1), r.GetString(2), r.GetInt64(3))
                )
            );
        }
    }

    private static void AddLots(List<Part> parts, LaneReads reads)
    {
        var which = reads.EachLot ? "l.remaining <> 0" : "l.remaining < 0";
        parts.Add(
            new(
                OfMembers(
                    "select l.member_id, l.no, l.unit, l.amount, l.remaining, l.available_from, l.expires_at "
                        + $"from ids join lot l on l.member_id = ids.id where {which}",
                    reads
                ),
                (s, r) => s.Members[r.GetGuid(0)].Read(LotOf(r))
            )
        );
        if (!reads.EachLot)
        {
            parts.Add(
                new(
                    OfMembers(
                        "select l.member_id, 0::bigint, l.unit, 0::bigint, sum(l.remaining)::bigint, "
                            + "case when l.available_from > $4 then l.available_from else '-infinity' end, "
                            + "l.expires_at "
                            + "from ids join lot l on l.member_id = ids.id "
                            + "where l.remaining > 0 and (l.expires_at is null or l.expires_at > $4) "
                            + "group by 1, 3, 6, 7",
                        reads,
                        new NpgsqlParameter<DateTimeOffset> { TypedValue = Stored.Cut(reads.Now) }
                    ),
                    (s, r) => s.Members[r.GetGuid(0)].ReadSum(LotOf(r))
                )
            );
        }
    }

    private static MemberRow Row(NpgsqlDataReader r) =>
        new(
            r.GetGuid(0),
            r.IsDBNull(1) ? null : r.GetFieldValue<DateOnly>(1),
            r.GetFieldValue<DateOnly>(2),
            r.GetInt64(3),
            r.GetInt64(4),
            r.IsDBNull(5) ? null : r.GetFieldValue<DateTimeOffset>(5),
            r.IsDBNull(6) ? null : r.GetFieldValue<DateOnly>(6),
            r.GetInt64(7)
        );

    private static Lot LotOf(NpgsqlDataReader r) =>
        new()
        {
            No = r.GetInt64(1),
            Unit = r.GetString(2),
            Amount = r.GetInt64(3),
            Remaining = r.GetInt64(4),
            AvailableFrom = r.GetFieldValue<DateTimeOffset>(5),
            ExpiresAt = r.IsDBNull(6) ? null : r.GetFieldValue<DateTimeOffset>(6),
        };

    private static NpgsqlBatchCommand OfMembers(string text, LaneReads reads, params NpgsqlParameter[] more)
    {
        var command = Command(
            Ids + text,
            new NpgsqlParameter<Guid[]>
            {
                TypedValue = [.. reads.MemberIds],
                NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid,
            },
            Texts(reads.MemberKeys.Select(k => k.Kind)),
            Texts(reads.MemberKeys.Select(k => k.Value))
        );
        command.Parameters.AddRange(more);
        return command;
    }
}
