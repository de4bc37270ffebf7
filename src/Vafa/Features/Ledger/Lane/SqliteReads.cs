using Microsoft.Data.Sqlite;
using Vafa.Core.Ledger;
using Vafa.Core.Values;
using Vafa.Data;

namespace Vafa.Features.Ledger.Lane;

/// <summary>Everything a batch must know, by prepared probes of the primary keys.</summary>
internal static class SqliteReads
{
    public static LaneState Run(SqliteStatements statements, LaneReads reads)
    {
        var state = new LaneState();
        Each(statements, "select max(version) from programme_version", [], r => state.Version = r.GetInt64(0));
        var ids = new HashSet<Guid>(reads.MemberIds);
        foreach (var key in reads.MemberKeys)
        {
            Each(
                statements,
                "select member_id from member_key where kind = @a and value = @b",
                [key.Kind, key.Value],
                r => ids.Add(state.MemberKeys[key] = Id(r, 0))
            );
        }

        foreach (var id in ids)
        {
            ReadMember(statements, reads, state, id);
        }

        foreach (var offer in reads.Counters)
        {
            Each(
                statements,
                "select uses, given from offer_counter where offer = @a",
                [offer],
                r => state.Counters[offer] = new CounterState(r.GetInt64(0), r.GetInt64(1))
            );
        }

        foreach (var sku in reads.Skus)
        {
            Each(
                statements,
                "select group_code, price, brand, cost, removed_at from product where sku = @a",
                [sku],
                r =>
                    state.Products[sku] = new ProductFact(
                        r.IsDBNull(0) ? null : r.GetString(0),
                        r.IsDBNull(1) ? null : new Money(r.GetInt64(1)),
                        r.IsDBNull(2) ? null : r.GetString(2),
                        r.IsDBNull(3) ? null : new Money(r.GetInt64(3))
                    )
                    {
                        IsGone = !r.IsDBNull(4),
                    }
            );
        }

        SqliteKeyReads.ReadHolds(statements, reads, state);
        SqliteKeyReads.ReadKeys(statements, reads, state);
        return state;
    }

    private static void ReadMember(SqliteStatements statements, LaneReads reads, LaneState state, Guid id)
    {
        var key = Stored.Id(id);
        MemberState? member = null;
        Each(
            statements,
            "select birth_date, since_day, visits, spent, last_visit, last_visit_day, last_no, gone_at, "
                + "merged_into from member where id = @a",
            [key],
            r =>
                member = new MemberState(
                    new MemberRow(
                        id,
                        r.IsDBNull(0) ? null : Stored.Day(r.GetString(0)),
                        Stored.Day(r.GetString(1)),
                        r.GetInt64(2),
                        r.GetInt64(3),
                        r.IsDBNull(4) ? null : SqliteDb.Instant(r.GetInt64(4)),
                        r.IsDBNull(5) ? null : Stored.Day(r.GetString(5)),
                        r.GetInt64(6)
                    )
                    {
                        GoneAt = r.IsDBNull(7) ? null : SqliteDb.Instant(r.GetInt64(7)),
                        MergedInto = r.IsDBNull(8) ? null : Id(r, 8),
                    }
                )
        );
        if (member is null)
        {
            return;
        }

        state.Read(member);
        Each(
            statements,
            "select unit, balance from wallet where member_id = @a",
            [key],
            r => member.Read(new WalletBalance(r.GetString(0), r.GetInt64(1)))
        );
        ReadLots(statements, reads, member, key);
        if (reads.Groups)
        {
            Each(
                statements,
                "select code from member_group where member_id = @a",
                [key],
                r => member.ReadGroup(r.GetString(0))
            );
        }

        if (reads.Fields)
        {
            Each(
                statements,
                "select code, value from member_field where member_id = @a",
                [key],
                r => member.Fields[r.GetString(0)] = r.GetString(1)
            );
        }

        foreach (var under in IdsOf(statements, reads, key))
        {
            ReadPast(statements, reads, member, under);
        }

        SqliteTierReads.ReadStandings(statements, reads, member, key);
        if (reads.Allowances)
        {
            SqliteKeyReads.ReadAllowances(statements, id, state);
        }
    }

    /// <summary>What was bought is kept under the id that bought it: whose ids were merged is read with them.</summary>
    private static List<object> IdsOf(SqliteStatements statements, LaneReads reads, object key)
    {
        var ids = new List<object> { key };
        if (reads.AsksPast)
        {
            Each(statements, "select id from member where merged_into = @a", [key], r => ids.Add(r[0]));
        }

        return ids;
    }

    private static void ReadPast(SqliteStatements statements, LaneReads reads, MemberState member, object key)
    {
        if (reads.DaysFrom is { } from && reads.DaysTo is { } to)
        {
            Each(
                statements,
                "select day, visits, spent from member_day where member_id = @a and day between @b and @c",
                [key, Stored.Day(from), Stored.Day(to)],
                r => member.Read(Stored.Day(r.GetString(0)), r.GetInt64(1), r.GetInt64(2))
            );
        }

        if (reads.Bought.Count > 0)
        {
            Each(
                statements,
                "select sku, product_group, quantity, last_day from member_product where member_id = @a",
                [key],
                r => member.Bought.Read(r.GetString(0), r.GetString(1), r.GetInt64(2), Stored.Day(r.GetString(3)))
            );
        }

        SqliteTierReads.ReadEarned(statements, reads, member, key);
        if (reads.Uses)
        {
            Each(
                statements,
                "select offer, period, count(*) from offer_use where member_id = @a and freed = 0 and period <> '' "
                    + "group by offer, period",
                [key],
                r => member.Read(r.GetString(0), r.GetString(1), r.GetInt64(2))
            );
        }
    }

    private static void ReadLots(SqliteStatements statements, LaneReads reads, MemberState member, object key)
    {
        const string Columns =
            "select no, unit, amount, remaining, available_from, expires_at, awaits, slides, day, branch from lot ";
        var which = reads.EachLot ? "remaining <> 0" : "remaining < 0";
        Each(statements, $"{Columns} where member_id = @a and {which}", [key], r => member.Read(LotOf(r)));
        if (!reads.EachLot)
        {
            Each(
                statements,
                "select 0, unit, 0, sum(remaining), case when available_from > @b then available_from else 0 end, "
                    + "expires_at, null, 0, null, null from lot where member_id = @a and remaining > 0 "
                    + "and (expires_at is null or expires_at > @b) group by 2, 5, 6",
                [key, SqliteDb.Micros(reads.Now)],
                r => member.ReadSum(LotOf(r))
            );
        }
    }

    private static Lot LotOf(SqliteDataReader r) =>
        new()
        {
            No = r.GetInt64(0),
            Unit = r.GetString(1),
            Amount = r.GetInt64(2),
            Remaining = r.GetInt64(3),
            AvailableFrom = SqliteDb.Instant(r.GetInt64(4)),
            ExpiresAt = r.IsDBNull(5) ? null : SqliteDb.Instant(r.GetInt64(5)),
            Awaits = r.IsDBNull(6) ? null : r.GetString(6),
            Slides = r.GetBoolean(7),
            Day = r.IsDBNull(8) ? null : Stored.Day(r.GetString(8)),
            Branch = r.IsDBNull(9) ? null : r.GetString(9),
        };

    internal static Guid Id(SqliteDataReader r, int column) => Stored.Id(r[column]);

    /// <summary>Runs a prepared statement with the parameters @a, @b, @c.</summary>
    internal static void Each(
        SqliteStatements statements,
        string text,
        ReadOnlySpan<object> parameters,
        Action<SqliteDataReader> take
    )
    {
        var command = statements.Of(text);
        for (var i = 0; i < parameters.Length; i++)
        {
            if (command.Parameters.Count <= i)
            {
                command.Parameters.AddWithValue("@" + (char)('a' + i), parameters[i]);
            }
            else
            {
                command.Parameters[i].Value = parameters[i];
            }
        }

        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            take(reader);
        }
    }
}
