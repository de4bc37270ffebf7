using Microsoft.Data.Sqlite;
using Npgsql;

namespace Vafa.Features.Ledger.Lane;

/// <summary>
/// A statement of the lane for many rows: one text an engine, the columns told once. On PostgreSQL it guards itself: if
/// rows are not as they were read, it divides by zero and so undoes the transaction.
/// </summary>
/// <param name="Postgres">Runs over all rows at once, from `unnest(…) u(columns)`.</param>
/// <param name="Sqlite">Runs once a row, with a parameter @name a column.</param>
/// <param name="Exact">Whether each row touches exactly one row of the table, or the transaction is undone.</param>
internal sealed record LaneTable<T>(string Postgres, string Sqlite, Column<T>[] Columns, bool Exact)
{
    /// <summary>
    /// An insert; <paramref name="tail"/> says what a conflict does, in words both engines know. Without a tail a row
    /// that is there already is the engine's own error.
    /// </summary>
    public static LaneTable<T> Insert(string table, string tail, params Column<T>[] columns) =>
        new(
            $"insert into {table} ({Names(columns)}) select * from {Unnest(columns)} {tail}",
            $"insert into {table} ({Names(columns)}) values ({Names(columns, "@")}) {tail}",
            columns,
            Exact: !tail.EndsWith("do nothing", StringComparison.Ordinal)
        );

    /// <summary>
    /// An update of rows by their key under a condition. In <paramref name="set"/> and <paramref name="where"/> a value
    /// of the row is written {name} and the table's own column plainly with t. before it.
    /// </summary>
    public static LaneTable<T> Update(string table, string set, string where, params Column<T>[] columns)
    {
        var any = UpdateAny(table, set, where, columns);
        return any with
        {
            Postgres = $"with t as ({any.Postgres} returning 1) select 1 / (count(*) = cardinality($1))::int from t",
            Exact = true,
        };
    }

    /// <summary>Like <see cref="Update"/>, for as many rows as there are.</summary>
    public static LaneTable<T> UpdateAny(string table, string set, string where, params Column<T>[] columns) =>
        new(
            $"update {table} t set {Fill(set, columns, "u.")} from {Unnest(columns)} u({Names(columns)}) "
                + $"where {Fill(where, columns, "u.")}",
            $"update {table} as t set {Fill(set, columns, "@")} where {Fill(where, columns, "@")}",
            columns,
            Exact: false
        );

    /// <summary>Deletes rows by their key, as many as there are; written as in <see cref="Update"/>.</summary>
    public static LaneTable<T> DeleteAny(string table, string where, params Column<T>[] columns) =>
        new(
            $"delete from {table} t using {Unnest(columns)} u({Names(columns)}) where {Fill(where, columns, "u.")}",
            $"delete from {table} as t where {Fill(where, columns, "@")}",
            columns,
            Exact: false
        );

    private static string Names(Column<T>[] columns, string prefix = "") =>
        string.Join(", ", columns.Select(c => prefix + c.Name));

    private static string Unnest(Column<T>[] columns) =>
        $"unnest({string.Join(", ", columns.Select((c, i) => $"${i + 1}::{c.Type}[]"))})";

    private static string Fill(string text, Column<T>[] columns, string prefix)
    {
        foreach (var column in columns)
        {
            text = text.Replace("{" + column.Name + "}", prefix + column.Name, StringComparison.Ordinal);
        }

        return text;
    }
}

/// <summary>Rows that wait to be written by one statement.</summary>
internal abstract class RowSet
{
    public abstract int Count { get; }

    /// <summary>Whether each row must touch exactly one row of the table.</summary>
    public abstract bool Exact { get; }

    public abstract NpgsqlBatchCommand ToPostgres();

    public abstract int ToSqlite(SqliteStatements statements);
}

internal sealed class RowSet<T>(LaneTable<T> table) : RowSet
{
    private readonly List<T> rows = [];

    public override int Count => rows.Count;

    public override bool Exact => table.Exact;

    public IReadOnlyList<T> Rows => rows;

    public void Add(T row) => rows.Add(row);

    /// <summary>
    /// Leaves these rows out: a demo's sales of long ago have no key to repeat and no message to send.
    /// </summary>
    public void Clear() => rows.Clear();

    public override NpgsqlBatchCommand ToPostgres()
    {
        var command = new NpgsqlBatchCommand(table.Postgres);
        foreach (var column in table.Columns)
        {
            command.Parameters.Add(column.Array(rows));
        }

        return command;
    }

    public override int ToSqlite(SqliteStatements statements)
    {
        var touched = 0;
        var command = statements.Of(table.Sqlite);
        foreach (var row in rows)
        {
            for (var i = 0; i < table.Columns.Length; i++)
            {
                var name = "@" + table.Columns[i].Name;
                var value = table.Columns[i].Value(row);
                if (command.Parameters.Count <= i)
                {
                    command.Parameters.AddWithValue(name, value);
                }
                else
                {
                    command.Parameters[i].Value = value;
                }
            }

            touched += command.ExecuteNonQuery();
        }

        return touched;
    }
}

/// <summary>Prepared statements of one SQLite connection, by their text.</summary>
internal sealed class SqliteStatements(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> commands = new(StringComparer.Ordinal);

    public SqliteConnection Connection => connection;

    /// <summary>Set on every command while a transaction runs.</summary>
    public SqliteTransaction? Transaction { get; set; }

    public SqliteCommand Of(string text)
    {
        if (!commands.TryGetValue(text, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = text;
            commands.Add(text, command);
        }

        command.Transaction = Transaction;
        return command;
    }

    public void Dispose()
    {
        foreach (var command in commands.Values)
        {
            command.Dispose();
        }
    }
}
