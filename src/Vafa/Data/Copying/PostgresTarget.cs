using Npgsql;
using Npgsql.Schema;
using NpgsqlTypes;

namespace Vafa.Data.Copying;

/// <summary>An empty PostgreSQL club; all tables arrive by binary COPY in one transaction, or none.</summary>
public sealed class PostgresTarget : IRowTarget
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;

    private PostgresTarget(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        this.connection = connection;
        this.transaction = transaction;
    }

    public static async Task<PostgresTarget> Open(Database database, CancellationToken ct)
    {
        var opened = new NpgsqlConnection(database.Postgres);
        await opened.OpenAsync(ct);
        return new PostgresTarget(opened, await opened.BeginTransactionAsync(ct));
    }

    public async Task<long> Write(TableShape table, IAsyncEnumerable<object?[]> rows, CancellationToken ct)
    {
        var types = await Types(table, ct);
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY \"{table.Name}\" ({table.ColumnList}) FROM STDIN (FORMAT BINARY)",
            ct
        );
        var count = 0L;
        await foreach (var row in rows.WithCancellation(ct))
        {
            await copy.StartRowAsync(ct);
            for (var i = 0; i < row.Length; i++)
            {
                await Write(copy, row[i], table.Columns[i].Kind, types[i], ct);
            }

            count++;
        }

        await copy.CompleteAsync(ct);
        return count;
    }

    public Task Finish(CancellationToken ct) => transaction.CommitAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    /// <summary>What the target stores a column as: a whole number may be of two, four or eight bytes there.</summary>
    private async Task<NpgsqlDbType[]> Types(TableShape table, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {table.ColumnList} FROM \"{table.Name}\" LIMIT 0";
        await using var reader = await command.ExecuteReaderAsync(ct);
        var schema = await reader.GetColumnSchemaAsync(ct);
        return
        [
            .. schema
                .Cast<NpgsqlDbColumn>()
                .Select(c => c.NpgsqlDbType ?? throw new NotSupportedException(c.DataTypeName)),
        ];
    }

    private static Task Write(
        NpgsqlBinaryImporter copy,
        object? value,
        ColumnKind kind,
        NpgsqlDbType type,
        CancellationToken ct
    ) =>
        value switch
        {
            null => copy.WriteNullAsync(ct),
            long micros when kind == ColumnKind.Instant => copy.WriteAsync(
                SqliteDb.Instant(micros).UtcDateTime,
                type,
                ct
            ),
            long whole when type == NpgsqlDbType.Smallint => copy.WriteAsync(checked((short)whole), type, ct),
            long whole when type == NpgsqlDbType.Integer => copy.WriteAsync(checked((int)whole), type, ct),
            long whole => copy.WriteAsync(whole, type, ct),
            bool yes => copy.WriteAsync(yes, type, ct),
            string text => copy.WriteAsync(text, type, ct),
            byte[] bytes => copy.WriteAsync(bytes, type, ct),
            Guid id => copy.WriteAsync(id, type, ct),
            DateOnly day => copy.WriteAsync(day, type, ct),
            _ => throw new NotSupportedException($"No portable form for {value.GetType()}."),
        };
}
