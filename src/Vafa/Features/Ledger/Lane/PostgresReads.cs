using Npgsql;
using NpgsqlTypes;
using Vafa.Core.Ledger;
using Vafa.Core.Values;
using Vafa.Features.Purchases;
using Vafa.Web;

namespace Vafa.Features.Ledger.Lane;

/// <summary>Everything a batch must know, in one round trip of prepared statements.</summary>
internal static class PostgresReads
{
    private const string Ids =
        "with ids as (select unnest($1::uuid[]) as id union "
        + "select k.member_id from unnest($2::text[], $3::text[]) u(kind, value) "
        + "join member_key k on k.kind = u.kind and k.value = u.value) ";

    private const string MemberColumns =
        "select m.id, m.birth_date, m.since_day, m.visits, m.spent, m.last_visit, m.last_visit_day, m.last_no "
        + "from ids join member m on m.id = ids.id";

    public static async ValueTask<LaneState> Run(NpgsqlConnection connection, LaneReads reads, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        var parts = Parts(reads);
        foreach (var part in parts)
        {
            batch.BatchCommands.Add(part.Command);
        }

        var state = new LaneState();
        await using var reader = await batch.ExecuteReaderAsync(ct);
        foreach (var take in parts.Select(p => p.Take).OfType<Action<LaneState, NpgsqlDataReader>>())
        {
            while (await reader.ReadAsync(ct))
            {
                take(state, reader);
            }

            await reader.NextResultAsync(ct);
        }

        return state;
    }

    /// <summary>
    /// In the order of locking: members before counters. What hangs on members is read by later statements, whose
    /// snapshot is younger than the lock.
    /// </summary>
    private static List<Part> Parts(LaneReads reads)
    {
        var parts = new List<Part>(12);
        parts.Add(new(new("select max(version) from programme_version"), (s, r) => s.Version = r.GetInt64(0)));
        if (reads.MemberIds.Count + reads.MemberKeys.Count > 0)
        {
            AddMembers(parts, reads);
        }

        if (reads.Counters.Count > 0)
        {
            if (reads.Lock)
            {
                // A counter that does not stand yet could not be locked.
                var missing =
                    "insert into offer_counter (offer, uses, given) select o, 0, 0 from unnest($1) o order by o on conflict do nothing";
                parts.Add(new(Command(missing, Texts(reads.Counters)), null));
            }

            parts.Add(
                new(
                    Command(
                        "select offer, uses, given from offer_counter where offer = any($1) order by offer "
                            + (reads.Lock ? "for no key update" : ""),
                        Texts(reads.Counters)
                    ),
                    (s, r) => s.Counters[r.GetString(0)] = new CounterState(r.GetInt64(1), r.GetInt64(2))
                )
            );
        }

        if (reads.Skus.Count > 0)
        {
            parts.Add(
                new(
                    Command("select sku, group_code, price from product where sku = any($1)", Texts(reads.Skus)),
                    (s, r) =>
                        s.Products[r.GetString(0)] = new ProductFact(
                            r.IsDBNull(1) ? null : r.GetString(1),
                            r.IsDBNull(2) ? null : new Money(r.GetInt64(2))
                        )
                )
            );
        }

        if (reads.Answers.Count > 0)
        {
            parts.Add(
                new(
                    Command(
                        "select i.client, i.key, i.request, i.status, i.answer, i.purchase_id, i.at "
                            + "from unnest($1::text[], $2::text[]) u(client, key) "
                            + "join idempotency i on i.client = u.client and i.key = u.key",
                        Texts(reads.Answers.Select(a => a.Client)),
                        Texts(reads.Answers.Select(a => a.Key))
                    ),
                    TakeAnswer
                )
            );
        }

        if (reads.PurchaseKeys.Count > 0)
        {
            parts.Add(
                new(
                    Command(
                        "select key, member_id, purchase_id, content from purchase_key where key = any($1)",
                        new NpgsqlParameter<byte[][]>
                        {
                            TypedValue = [.. reads.PurchaseKeys.Select(Convert.FromHexString)],
                            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea,
                        }
                    ),
                    TakePurchaseKey
                )
            );
        }

        return parts;
    }

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
                            + "join offer_use o on o.member_id = ids.id where not o.freed and o.period <> '' group by 1, 2, 3",
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
                            + "case when l.available_from > $4 then l.available_from else '-infinity' end, l.expires_at "
                            + "from ids join lot l on l.member_id = ids.id "
                            + "where l.remaining > 0 and (l.expires_at is null or l.expires_at > $4) group by 1, 3, 6, 7",
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

    private static void TakeAnswer(LaneState state, NpgsqlDataReader r) =>
        state.Answers[new AnswerKey(r.GetString(0), r.GetString(1))] = new IdempotencyRow
        {
            Client = r.GetString(0),
            Key = r.GetString(1),
            Request = r.GetFieldValue<byte[]>(2),
            Status = r.GetInt16(3),
            Answer = r.IsDBNull(4) ? null : r.GetString(4),
            PurchaseId = r.IsDBNull(5) ? null : r.GetGuid(5),
            At = r.GetFieldValue<DateTimeOffset>(6),
        };

    private static void TakePurchaseKey(LaneState state, NpgsqlDataReader r)
    {
        var key = r.GetFieldValue<byte[]>(0);
        state.PurchaseKeys[Convert.ToHexString(key)] = new PurchaseKey
        {
            Key = key,
            MemberId = r.GetGuid(1),
            PurchaseId = r.GetGuid(2),
            Content = r.IsDBNull(3) ? null : r.GetFieldValue<byte[]>(3),
        };
    }

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

    private static NpgsqlBatchCommand Command(string text, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(text);
        command.Parameters.AddRange(parameters);
        return command;
    }

    private static NpgsqlParameter<string[]> Texts(IEnumerable<string> texts) =>
        new() { TypedValue = [.. texts], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };

    /// <summary>A statement and what takes its rows; a statement without rows has none.</summary>
    private sealed record Part(NpgsqlBatchCommand Command, Action<LaneState, NpgsqlDataReader>? Take);
}
