using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Vafa.Data;
using Vafa.Features.Ledger.Lane;

namespace Vafa.Load;

/// <summary>
/// The rows that one recorded sale inserted, by the product's own statements. Selling them again gives them another
/// member, another sale and new numbers, and moves the wallets, the member and his day as the lane does.
/// </summary>
internal sealed class SoldRows
{
    private readonly List<SoldRow> rows = [];
    private readonly List<(string Unit, long Amount)> earned = [];
    private long firstNo;
    private long entries;
    private long payable;

    private SoldRows() { }

    /// <summary>The newest sales of the club.</summary>
    public static List<SoldRows> Read(SqliteConnection connection, int count)
    {
        var samples = new List<SoldRows>(count);
        using var newest = connection.CreateCommand();
        newest.CommandText =
            "select member_id, id, entry_from, entry_to, payable from purchase where source = 0 order by at desc limit "
            + count;
        using var reader = newest.ExecuteReader();
        while (reader.Read())
        {
            var sample = new SoldRows
            {
                firstNo = reader.GetInt64(2),
                entries = reader.GetInt64(3) - reader.GetInt64(2),
                payable = reader.GetInt64(4),
            };
            sample.ReadRows(connection, (byte[])reader[0], (byte[])reader[1]);
            samples.Add(sample);
        }

        return samples;
    }

    public void Sell(SqliteStatements statements, Buyer buyer)
    {
        var sale = Guid.CreateVersion7().ToByteArray(bigEndian: true);
        foreach (var row in rows)
        {
            row.Insert(statements, buyer, sale, buyer.LastNo + 1 - firstNo);
        }

        foreach (var (unit, amount) in earned)
        {
            var before = buyer.Balances.GetValueOrDefault(unit);
            Run(
                statements,
                LaneTables.WalletChanges.Sqlite,
                ("member_id", buyer.Id),
                ("unit", unit),
                ("before", before),
                ("delta", amount)
            );
            buyer.Balances[unit] = before + amount;
        }

        var (now, day) = (
            SqliteDb.Micros(TimeProvider.System.GetUtcNow()),
            Stored.Day(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime))
        );
        var no = buyer.LastNo + entries;
        Run(
            statements,
            LaneTables.Members.Sqlite,
            ("id", buyer.Id),
            ("visits", 1L),
            ("spent", payable),
            ("last_visit", now),
            ("last_visit_day", day),
            ("no_before", buyer.LastNo),
            ("no", no)
        );
        Run(
            statements,
            LaneTables.Days.Sqlite,
            ("member_id", buyer.Id),
            ("day", day),
            ("visits", 1L),
            ("spent", payable)
        );
        foreach (var line in rows.Where(r => r.Table == "purchase_line"))
        {
            Run(
                statements,
                LaneMemberTables.Bought.Sqlite,
                ("member_id", buyer.Id),
                ("sku", line.Value("sku")),
                ("product_group", line.Value("product_group")),
                ("quantity", line.Value("quantity")),
                ("last_day", day)
            );
        }

        buyer.LastNo = no;
    }

    private void ReadRows(SqliteConnection connection, byte[] member, byte[] sale)
    {
        Add(LaneTables.Idempotency, "idempotency", "purchase_id = @sale limit 1");
        Add(LaneTables.Keys, "purchase_key", "key = x'69' || @sale");
        Add(LaneTables.Purchases, "purchase", "member_id = @member and id = @sale");
        Add(LaneTables.Lines, "purchase_line", "member_id = @member and purchase_id = @sale");
        Add(LaneTables.Entries, "entry", "member_id = @member and cause_id = @sale");
        var last = firstNo + entries;
        Add(LaneTables.NewLots, "lot", $"member_id = @member and no >= {firstNo} and no < {last}");
        Add(LaneLimitTables.OfferUses, "offer_use", "member_id = @member and purchase_id = @sale");
        Add(LaneTables.Messages, "message", "member_id = @member and purchase_id = @sale");
        foreach (var entry in rows.Where(r => r.Table == "entry"))
        {
            var (unit, amount) = ((string)entry.Value("unit"), (long)entry.Value("amount"));
            var place = earned.FindIndex(e => e.Unit == unit);
            if (place < 0)
            {
                earned.Add((unit, amount));
            }
            else
            {
                earned[place] = (unit, earned[place].Amount + amount);
            }
        }

        void Add<T>(LaneTable<T> table, string name, string where)
        {
            string[] columns = [.. table.Columns.Select(c => c.Name)];
            using var command = connection.CreateCommand();
            command.CommandText =
                $"select {string.Join(", ", columns.Select(c => $"\"{c}\""))} from {name} where {where}";
            command.Parameters.AddWithValue("@member", member);
            command.Parameters.AddWithValue("@sale", sale);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                var values = new object[columns.Length];
                reader.GetValues(values);
                rows.Add(new SoldRow(name, table.Sqlite, columns, values));
            }
        }
    }

    private static void Run(SqliteStatements statements, string text, params (string Name, object Value)[] values)
    {
        var command = statements.Of(text);
        foreach (var (name, value) in values)
        {
            SoldRow.Set(command, "@" + name, value);
        }

        if (command.ExecuteNonQuery() != 1)
        {
            throw new InvalidOperationException("The loop is out of step with the file: " + text);
        }
    }
}

/// <summary>One inserted row with what must change when it is sold again.</summary>
internal sealed class SoldRow(string table, string statement, string[] columns, object[] values)
{
    public string Table => table;

    public object Value(string column) => values[Array.IndexOf(columns, column)];

    public void Insert(SqliteStatements statements, Buyer buyer, byte[] sale, long shift)
    {
        var command = statements.Of(statement);
        for (var i = 0; i < columns.Length; i++)
        {
            Set(command, "@" + columns[i], Anew(i, buyer, sale, shift));
        }

        command.ExecuteNonQuery();
    }

    public static void Set(SqliteCommand command, string name, object value)
    {
        var place = command.Parameters.IndexOf(name);
        if (place < 0)
        {
            command.Parameters.AddWithValue(name, value);
        }
        else
        {
            command.Parameters[place].Value = value;
        }
    }

    private object Anew(int column, Buyer buyer, byte[] sale, long shift) =>
        (table, columns[column]) switch
        {
            (_, "member_id") => buyer.Id,
            (_, "purchase_id" or "cause_id") or ("purchase", "id") => sale,
            ("message", "id") => Guid.CreateVersion7().ToByteArray(bigEndian: true),
            ("idempotency", "key") => Convert.ToHexString(RandomNumberGenerator.GetBytes(18)),
            ("purchase_key", "key") => (byte[])[(byte)'i', .. sale],
            ("entry", "no" or "posting" or "lot") or ("lot", "no") => (long)values[column] + shift,
            ("purchase", "entry_from" or "entry_to") => (long)values[column] + shift,
            _ => values[column],
        };
}
