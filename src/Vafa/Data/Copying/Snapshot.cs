using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Vafa.Data.Copying;

/// <summary>
/// One consistent view of a running club: everything read through it is of the same moment, while sales go on. Several
/// streams may be read in turns; none is held in memory.
/// </summary>
public sealed class Snapshot : IRowSource, IAsyncDisposable
{
    private const int PageRows = 2_000;
    private readonly DbConnection connection;
    private readonly DbTransaction transaction;
    private int cursors;

    private Snapshot(DbConnection connection, DbTransaction transaction)
    {
        this.connection = connection;
        this.transaction = transaction;
    }

    public bool IsPostgres => connection is NpgsqlConnection;

    public static async Task<Snapshot> Open(Database database, CancellationToken ct)
    {
        DbConnection opened = database.IsPostgres
            ? new NpgsqlConnection(database.Postgres)
            : new SqliteConnection(database.SqliteConnectionString);
        try
        {
            await opened.OpenAsync(ct);
            if (opened is SqliteConnection sqlite)
            {
                // A deferred transaction in WAL sees the moment of its first read for as long as it is open.
                await Execute(sqlite, SqliteDb.Pragmas, null, ct);
                var begun = sqlite.BeginTransaction(deferred: true);
                await Execute(sqlite, "SELECT count(*) FROM sqlite_master", begun, ct);
                return new Snapshot(sqlite, begun);
            }

            var repeatable = await opened.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
            await Execute(opened, "SET TRANSACTION READ ONLY", repeatable, ct);
            return new Snapshot(opened, repeatable);
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// The rows of a query, one after another; other streams of this snapshot may be read between two rows.
    /// </summary>
    public IAsyncEnumerable<T> Stream<T>(string sql, Func<StoredRow, T> read, CancellationToken ct) =>
        IsPostgres ? Paged(sql, read, ct) : Direct(sql, read, ct);

    public IAsyncEnumerable<object?[]> Rows(TableShape table, CancellationToken ct) =>
        Stream(
            $"SELECT {table.ColumnList} FROM \"{table.Name}\"",
            row =>
            {
                var values = new object?[table.Columns.Length];
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = row.Value(i, table.Columns[i].Kind);
                }

                return values;
            },
            ct
        );

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async IAsyncEnumerable<T> Direct<T>(
        string sql,
        Func<StoredRow, T> read,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        await using var command = Command(sql);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            yield return read(new StoredRow(reader, postgres: false));
        }
    }

    /// <summary>
    /// A PostgreSQL connection has one reader at a time, so each stream is a cursor that fetches a page.
    /// </summary>
    private async IAsyncEnumerable<T> Paged<T>(
        string sql,
        Func<StoredRow, T> read,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var cursor = string.Create(CultureInfo.InvariantCulture, $"stream_{cursors++}");
        await Execute(connection, $"DECLARE {cursor} NO SCROLL CURSOR FOR {sql}", transaction, ct);
        var page = new List<T>(PageRows);
        do
        {
            page.Clear();
            await using (var fetch = Command(string.Create(CultureInfo.InvariantCulture, $"FETCH {PageRows} {cursor}")))
            await using (var reader = await fetch.ExecuteReaderAsync(ct))
            {
                while (await reader.ReadAsync(ct))
                {
                    page.Add(read(new StoredRow(reader, postgres: true)));
                }
            }

            foreach (var row in page)
            {
                yield return row;
            }
        } while (page.Count == PageRows);

        await Execute(connection, "CLOSE " + cursor, transaction, ct);
    }

    private DbCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        return command;
    }

    private static async Task Execute(DbConnection on, string sql, DbTransaction? within, CancellationToken ct)
    {
        await using var command = on.CreateCommand();
        command.Transaction = within;
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
    }
}
