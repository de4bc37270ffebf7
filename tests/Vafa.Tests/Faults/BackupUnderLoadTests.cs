using Microsoft.Data.Sqlite;
using Vafa.Data;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Faults;

/// <summary>
/// A backup of the open shop is one moment of it, and restores into a club that `check` finds consistent.
/// </summary>
public sealed class BackupUnderLoadTests
{
    [Theory, BothDatabases]
    public async Task A_backup_while_the_shop_sells_restores_into_a_consistent_club(Engine engine)
    {
        var club = await EmptyClubs.Take(engine);
        var file = Path.Combine(club.Directory, "club.backup");
        var restored = new Database(Path.Combine(club.Directory, "restored"), null);
        Guid[] before;
        int sent;
        await using (var node = await Node.Start(club))
        {
            var rush = await Rush.Prepare(node.Api);
            using var stop = new CancellationTokenSource();
            var selling = rush.Run(node.Api, 16, stop.Token);
            await rush.Passes(200);
            before = rush.AnsweredSales;
            await using (var backup = await VafaProcess.Run(club, "backup", file))
            {
                backup.ExitCode.ShouldBe(0, backup.Error);
            }

            await rush.Passes(50);
            await stop.CancelAsync();
            await selling;
            sent = rush.Sent;
        }

        await using (var restore = await VafaProcess.Run(restored, "restore", file))
        {
            restore.ExitCode.ShouldBe(0, restore.Error);
            restore.Output.ShouldContain(": consistent");
        }

        var sales = await SalesIn(restored);
        before.Except(sales).ShouldBeEmpty("what was answered before the backup began is in it");
        sales.Count.ShouldBeLessThan(sent, "the shop went on selling");
        (await Shop.MustBeConsistent(restored)).Purchases.ShouldBe(sales.Count);
        await EmptyClubs.Return(club);
    }

    private static async Task<HashSet<Guid>> SalesIn(Database club)
    {
        await using var connection = new SqliteConnection(club.SqliteConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "select id from purchase";
        var sales = new HashSet<Guid>();
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                sales.Add(new Guid((byte[])reader[0], bigEndian: true));
            }
        }

        SqliteConnection.ClearPool(connection);
        return sales;
    }
}
