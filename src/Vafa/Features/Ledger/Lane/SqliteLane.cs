using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Ledger.Lane;

/// <summary>
/// The lane on SQLite: one writer behind the write gate, prepared statements on a connection that stays open, one
/// commit (and one fsync) a batch. The transaction begins as a writer, so that another process is waited for here, not
/// at commit.
/// </summary>
internal sealed class SqliteLane(Database database, WriteGate gate) : LaneStore
{
    private readonly Lock peekLock = new();
    private readonly Stack<SqliteStatements> readers = [];
    private SqliteStatements? writer;

    public override int Lanes => 1;

    public override async ValueTask<LaneTransaction> Begin(CancellationToken ct)
    {
        var turn = await gate.Enter(ct);
        try
        {
            writer ??= Open();
            writer.Transaction = writer.Connection.BeginTransaction(deferred: false);
            return new Transaction(writer, writer.Transaction, gate, turn);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    public override ValueTask<LaneState> Peek(LaneReads reads, CancellationToken ct)
    {
        var statements = TakeReader();
        try
        {
            using var snapshot = statements.Connection.BeginTransaction(deferred: true);
            statements.Transaction = snapshot;
            return ValueTask.FromResult(SqliteReads.Run(statements, reads));
        }
        finally
        {
            statements.Transaction = null;
            lock (peekLock)
            {
                readers.Push(statements);
            }
        }
    }

    public override ValueTask DisposeAsync()
    {
        Close(writer);
        foreach (var statements in readers)
        {
            Close(statements);
        }

        return ValueTask.CompletedTask;
    }

    private static void Close(SqliteStatements? statements)
    {
        statements?.Dispose();
        statements?.Connection.Dispose();
    }

    private SqliteStatements TakeReader()
    {
        lock (peekLock)
        {
            if (readers.TryPop(out var statements))
            {
                return statements;
            }
        }

        return Open();
    }

    private SqliteStatements Open()
    {
        var connection = new SqliteConnection(database.SqliteConnectionString);
        connection.Open();
        using var pragmas = connection.CreateCommand();
        pragmas.CommandText = database.SqlitePragmas;
        pragmas.ExecuteNonQuery();
        return new SqliteStatements(connection);
    }

    private sealed class Transaction(
        SqliteStatements statements,
        SqliteTransaction transaction,
        WriteGate gate,
        WriteGate.Turn turn
    ) : LaneTransaction
    {
        public override ValueTask<LaneState> Read(LaneReads reads, CancellationToken ct) =>
            ValueTask.FromResult(SqliteReads.Run(statements, reads));

        public override async ValueTask Commit(LaneRows rows, CancellationToken ct)
        {
            await Write(rows, ct);
            transaction.Commit();
        }

        public override ValueTask Write(LaneRows rows, CancellationToken ct)
        {
            // The one writer has read the counters himself: nobody overtakes him.
            foreach (var set in rows.All)
            {
                var touched = set.ToSqlite(statements);
                if (set.Exact && touched != set.Count)
                {
                    throw new LaneConflict(set.ToString()!);
                }
            }

            return ValueTask.CompletedTask;
        }

        public override AppDb Context()
        {
            var context = new SqliteDb(
                new DbContextOptionsBuilder<SqliteDb>().UseSqlite(statements.Connection).Options,
                gate
            );
            context.Database.UseTransaction(transaction);
            return context;
        }

        public override ValueTask LockPurchase(Guid member, Guid purchase, CancellationToken ct) =>
            ValueTask.CompletedTask;

        public override ValueTask DisposeAsync()
        {
            transaction.Dispose();
            statements.Transaction = null;
            turn.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
