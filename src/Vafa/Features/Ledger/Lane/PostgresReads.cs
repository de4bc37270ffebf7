using Npgsql;
using NpgsqlTypes;
using Vafa.Core.Values;
using Vafa.Features.Purchases;
using Vafa.Features.Purchases.Holds;
using Vafa.Web;

namespace Vafa.Features.Ledger.Lane;

/// <summary>Everything a batch must know, in one round trip of prepared statements.</summary>
internal static partial class PostgresReads
{
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
            if (reads.LockCounters)
            {
                // A counter that does not stand yet could not be locked.
                const string Missing =
                    "insert into offer_counter (offer, uses, given) select o, 0, 0 from unnest($1) o order by o "
                    + "on conflict do nothing";
                parts.Add(new(Command(Missing, Texts(reads.Counters)), null));
            }

            parts.Add(
                new(
                    Command(
                        "select offer, uses, given from offer_counter where offer = any($1) order by offer"
                            + (reads.LockCounters ? " for no key update" : ""),
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
                    Command(
                        "select sku, group_code, price, brand, cost, removed_at from product where sku = any($1)",
                        Texts(reads.Skus)
                    ),
                    (s, r) =>
                        s.Products[r.GetString(0)] = new ProductFact(
                            r.IsDBNull(1) ? null : r.GetString(1),
                            r.IsDBNull(2) ? null : new Money(r.GetInt64(2)),
                            r.IsDBNull(3) ? null : r.GetString(3),
                            r.IsDBNull(4) ? null : new Money(r.GetInt64(4))
                        )
                        {
                            IsGone = !r.IsDBNull(5),
                        }
                )
            );
        }

        if (reads.Holds.Count > 0)
        {
            parts.Add(
                new(
                    Command(
                        "select h.id, h.member_id, h.is_guest, h.expires_at, h.state, u.offer, u.period, u.given, "
                            + "u.counted, m.merged_into from sale_hold h left join member m on m.id = h.member_id "
                            + "left join offer_use u on u.member_id = h.member_id "
                            + "and u.purchase_id = h.id and not u.freed where h.id = any($1)",
                        new NpgsqlParameter<Guid[]>
                        {
                            TypedValue = [.. reads.Holds],
                            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid,
                        }
                    ),
                    TakeHold
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

    private static void TakeHold(LaneState state, NpgsqlDataReader r)
    {
        var id = r.GetGuid(0);
        if (!state.Holds.TryGetValue(id, out var held))
        {
            state.Holds[id] = held = new HeldUses(
                id,
                r.GetGuid(1),
                r.GetBoolean(2),
                r.GetFieldValue<DateTimeOffset>(3),
                (HoldState)r.GetInt16(4)
            )
            {
                Owner = r.IsDBNull(9) ? r.GetGuid(1) : r.GetGuid(9),
            };
        }

        if (!r.IsDBNull(5))
        {
            held.Read(new HeldUse(r.GetString(5), r.GetString(6), r.GetInt64(7), r.GetBoolean(8)));
        }
    }

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
