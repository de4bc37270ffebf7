using Microsoft.EntityFrameworkCore;
using Npgsql;
using Vafa.Data;

namespace Vafa.Features.Ledger.Lane;

/// <summary>
/// The lane on PostgreSQL: READ COMMITTED, member rows locked in id order, then counters in code order; one round trip
/// reads, one writes.
/// </summary>
internal sealed class PostgresLane(Database database, WriteGate gate) : LaneStore
{
    private readonly NpgsqlDataSource source = Source(database.Postgres!);

    /// <summary>Two batches keep two cores busy; more only wait for each other's locks (measured).</summary>
    public override int Lanes => 2;

    public override async ValueTask<LaneTransaction> Begin(CancellationToken ct)
    {
        var connection = await source.OpenConnectionAsync(ct);
        return new Transaction(connection, await connection.BeginTransactionAsync(ct), gate);
    }

    public override async ValueTask<LaneState> Peek(LaneReads reads, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return await PostgresReads.Run(connection, reads, ct);
    }

    public override ValueTask DisposeAsync() => source.DisposeAsync();

    private static NpgsqlDataSource Source(string connectionString)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxAutoPrepare = 200,
            AutoPrepareMinUsages = 2,
            // The lane leaves nothing behind in its session, and to clean up after each batch is eight more statements.
            NoResetOnClose = true,
            // Planning a batch by its very values costs more than the best plan could save: every plan is a few probes.
            Options = (given.Options + " -c plan_cache_mode=force_generic_plan").Trim(),
            ApplicationName = "vafa-lane",
        };
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }

    private sealed class Transaction(NpgsqlConnection connection, NpgsqlTransaction transaction, WriteGate gate)
        : LaneTransaction
    {
        public override ValueTask<LaneState> Read(LaneReads reads, CancellationToken ct) =>
            PostgresReads.Run(connection, reads, ct);

        /// <summary>
        /// The statements guard themselves, so the commit need not wait for their answers: it goes with them, and the
        /// first one that fails keeps the rest from running.
        /// </summary>
        public override ValueTask Commit(LaneRows rows, CancellationToken ct) =>
            Send([.. rows.All.Select(set => set.ToPostgres()), new NpgsqlBatchCommand("commit")], ct);

        public override ValueTask Write(LaneRows rows, CancellationToken ct) =>
            Send([.. rows.All.Select(set => set.ToPostgres())], ct);

        private async ValueTask Send(List<NpgsqlBatchCommand> commands, CancellationToken ct)
        {
            if (commands.Count == 0)
            {
                return;
            }

            await using var batch = new NpgsqlBatch(connection, transaction);
            foreach (var command in commands)
            {
                batch.BatchCommands.Add(command);
            }

            try
            {
                await batch.ExecuteNonQueryAsync(ct);
            }
            catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.DivisionByZero)
            {
                throw new LaneConflict(fault.BatchCommand?.CommandText ?? fault.MessageText);
            }
        }

        public override AppDb Context()
        {
            var context = new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(connection).Options, gate);
            context.Database.UseTransaction(transaction);
            return context;
        }

        public override async ValueTask LockPurchase(Guid member, Guid purchase, CancellationToken ct)
        {
            await using var command = new NpgsqlCommand(
                "select 1 from purchase where member_id = $1 and id = $2 for no key update",
                connection,
                transaction
            );
            command.Parameters.AddWithValue(member);
            command.Parameters.AddWithValue(purchase);
            await command.ExecuteNonQueryAsync(ct);
        }

        public override async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
