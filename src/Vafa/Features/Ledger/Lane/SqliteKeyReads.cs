using Vafa.Data;
using Vafa.Features.Ledger.Allowances;
using Vafa.Features.Purchases;
using Vafa.Features.Purchases.Holds;
using Vafa.Web;

namespace Vafa.Features.Ledger.Lane;

/// <summary>Holds, and what was answered or recorded before under keys.</summary>
internal static class SqliteKeyReads
{
    public static void ReadHolds(SqliteStatements statements, LaneReads reads, LaneState state)
    {
        foreach (var id in reads.Holds)
        {
            SqliteReads.Each(
                statements,
                "select h.member_id, h.is_guest, h.expires_at, h.state, coalesce(m.merged_into, h.member_id) "
                    + "from sale_hold h left join member m on m.id = h.member_id where h.id = @a",
                [Stored.Id(id)],
                r =>
                    state.Holds[id] = new HeldUses(
                        id,
                        SqliteReads.Id(r, 0),
                        r.GetBoolean(1),
                        SqliteDb.Instant(r.GetInt64(2)),
                        (HoldState)r.GetInt16(3)
                    )
                    {
                        Owner = SqliteReads.Id(r, 4),
                    }
            );
            if (state.Holds.TryGetValue(id, out var held))
            {
                SqliteReads.Each(
                    statements,
                    "select offer, period, given, counted from offer_use "
                        + "where member_id = @a and purchase_id = @b and freed = 0",
                    [Stored.Id(held.Member), Stored.Id(id)],
                    r => held.Read(new HeldUse(r.GetString(0), r.GetString(1), r.GetInt64(2), r.GetBoolean(3)))
                );
            }
        }
    }

    public static void ReadAllowances(SqliteStatements statements, Guid member, LaneState state) =>
        SqliteReads.Each(
            statements,
            "select id, unit, till, device_id, amount, left_over, lots, made_at, expires_at, moves from allowance "
                + "where member_id = @a and state = 0",
            [Stored.Id(member)],
            r =>
                state.Allowances[SqliteReads.Id(r, 0)] = OpenAllowance.Of(
                    new Allowance
                    {
                        MemberId = member,
                        Id = SqliteReads.Id(r, 0),
                        Unit = r.GetString(1),
                        Till = r.GetString(2),
                        DeviceId = SqliteReads.Id(r, 3),
                        Amount = r.GetInt64(4),
                        Left = r.GetInt64(5),
                        Lots = r.GetString(6),
                        MadeAt = SqliteDb.Instant(r.GetInt64(7)),
                        ExpiresAt = SqliteDb.Instant(r.GetInt64(8)),
                        Moves = r.GetInt64(9),
                    }
                )
        );

    public static void ReadKeys(SqliteStatements statements, LaneReads reads, LaneState state)
    {
        foreach (var key in reads.Answers)
        {
            SqliteReads.Each(
                statements,
                "select request, status, answer, purchase_id, at from idempotency where client = @a and key = @b",
                [key.Client, key.Key],
                r =>
                    state.Answers[key] = new IdempotencyRow
                    {
                        Client = key.Client,
                        Key = key.Key,
                        Request = (byte[])r[0],
                        Status = r.GetInt16(1),
                        Answer = r.IsDBNull(2) ? null : r.GetString(2),
                        PurchaseId = r.IsDBNull(3) ? null : SqliteReads.Id(r, 3),
                        At = SqliteDb.Instant(r.GetInt64(4)),
                    }
            );
        }

        foreach (var key in reads.PurchaseKeys)
        {
            SqliteReads.Each(
                statements,
                "select member_id, purchase_id, content from purchase_key where key = @a",
                [Convert.FromHexString(key)],
                r =>
                    state.PurchaseKeys[key] = new PurchaseKey
                    {
                        Key = Convert.FromHexString(key),
                        MemberId = SqliteReads.Id(r, 0),
                        PurchaseId = SqliteReads.Id(r, 1),
                        Content = r.IsDBNull(2) ? null : (byte[])r[2],
                    }
            );
        }
    }
}
