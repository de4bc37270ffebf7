using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Vafa.Data.Copying;

/// <summary>An empty club in a file; all tables arrive in one transaction, or none.</summary>
public sealed class SqliteTarget : IRowTarget
{
    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;

    private SqliteTarget(SqliteConnection connection)
    {
        this.connection = connection;
        transaction = connection.BeginTransaction(deferred: false);
    }

    public static async Task<SqliteTarget> Open(Database database, CancellationToken ct)
    {
        var opened = new SqliteConnection(database.SqliteConnectionString);
        await opened.OpenAsync(ct);
        await using var pragmas = opened.CreateCommand();
        pragmas.CommandText = SqliteDb.Pragmas;
        await pragmas.ExecuteNonQueryAsync(ct);
        return new SqliteTarget(opened);
    }

    public async Task<long> Write(TableShape table, IAsyncEnumerable<object?[]> rows, CancellationToken ct)
    {
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        var marks = string.Join(", ", table.Columns.Select((_, i) => Mark(i)));
        insert.CommandText = $"INSERT INTO \"{table.Name}\" ({table.ColumnList}) VALUES ({marks})";
        var parameters = table.Columns.Select((_, i) => insert.Parameters.Add(Mark(i), SqliteType.Text)).ToArray();
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i].SqliteType = TypeOf(table.Columns[i].Kind);
        }

        var count = 0L;
        await foreach (var row in rows.WithCancellation(ct))
        {
            for (var i = 0; i < row.Length; i++)
            {
                parameters[i].Value = row[i] switch
                {
                    null => DBNull.Value,
                    Guid id => id.ToByteArray(bigEndian: true),
                    DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    bool yes => yes ? 1L : 0L,
                    var value => value,
                };
            }

            insert.ExecuteNonQuery();
            count++;
        }

        return count;
    }

    public Task Finish(CancellationToken ct) => transaction.CommitAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private static string Mark(int column) => string.Create(CultureInfo.InvariantCulture, $"$v{column}");

    private static SqliteType TypeOf(ColumnKind kind) =>
        kind switch
        {
            ColumnKind.Text or ColumnKind.Day => SqliteType.Text,
            ColumnKind.Bytes or ColumnKind.Id => SqliteType.Blob,
            ColumnKind.Whole or ColumnKind.YesNo or ColumnKind.Instant => SqliteType.Integer,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}
