using Npgsql;
using Vafa.Data;
using Vafa.Data.Copying;

namespace Vafa.Tests.Cli;

/// <summary>backup, restore and copydb, by the built program.</summary>
public sealed class CopyTests
{
    [Theory]
    [BothDatabases(Engine.Sqlite)]
    [BothDatabases(Engine.Postgres)]
    public async Task A_backup_restores_into_either_engine(Engine from, Engine to)
    {
        await using var club = await Cafe.Open(from);
        var file = Path.Combine(club.Database.Directory, "club.vafa");
        (await Run(club.Database, "backup", file)).ShouldBe(0);
        var target = await Empty(to);
        (await Run(target, "restore", file)).ShouldBe(0);
        (await Counts(target)).ShouldBe(await Counts(club.Database));
        (await Cafe.Differences(target)).ShouldBeEmpty();

        // What was restored is no empty club any more.
        (await Run(target, "restore", file)).ShouldBe(2);
        await EmptyClubs.Return(target);
    }

    [Fact]
    public async Task A_damaged_backup_leaves_the_club_empty()
    {
        await using var club = await Cafe.Open(Engine.Sqlite);
        var file = Path.Combine(club.Database.Directory, "club.vafa");
        (await Run(club.Database, "backup", file)).ShouldBe(0);
        var bytes = await File.ReadAllBytesAsync(file);
        // A scratch longer than the head of a table within the archive, where some bytes say nothing.
        foreach (ref var scratched in bytes.AsSpan(bytes.Length / 2, 200))
        {
            scratched ^= 0x55;
        }

        await File.WriteAllBytesAsync(file, bytes);
        var target = await Empty(Engine.Sqlite);
        (await Run(target, "restore", file)).ShouldNotBe(0);
        (await CopyDatabase.FirstFilledTable(target, CancellationToken.None)).ShouldBeNull();
        await EmptyClubs.Return(target);
    }

    [Fact]
    public async Task A_file_that_is_no_backup_is_neither_restored_nor_replaced()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        var file = Path.Combine(club.Database.Directory, "letter.txt");
        await File.WriteAllTextAsync(file, "Dear owner");
        (await Run(club.Database, "backup", file)).ShouldBe(2);
        (await Run(club.Database, "restore", file)).ShouldBe(2);
        (await File.ReadAllTextAsync(file)).ShouldBe("Dear owner");
    }

    [Fact]
    public async Task A_club_moves_from_a_file_to_PostgreSQL()
    {
        await using var club = await Cafe.Open(Engine.Sqlite);
        var target = await Empty(Engine.Postgres);
        (await Run(club.Database, "copydb", "--to", target.Postgres!)).ShouldBe(0);
        (await Counts(target)).ShouldBe(await Counts(club.Database));
        (await Run(club.Database, "copydb", "--to", target.Postgres!)).ShouldBe(2);
        await EmptyClubs.Return(target);
    }

    [Theory, BothDatabases]
    public async Task A_backup_taken_while_sales_go_on_is_consistent(Engine engine)
    {
        await using var club = await Cafe.Open(engine);
        var file = Path.Combine(club.Database.Directory, "club.vafa");
        using var stop = new CancellationTokenSource();
        var tills = Enumerable.Range(0, 4).Select(_ => Sell(club, stop.Token)).ToList();
        (await Run(club.Database, "backup", file)).ShouldBe(0);
        await stop.CancelAsync();
        (await Task.WhenAll(tills)).Sum().ShouldBeGreaterThan(10);
        var target = await Empty(engine);
        (await Run(target, "restore", file)).ShouldBe(0);
        (await Cafe.Differences(target)).ShouldBeEmpty();
        (await Cafe.Differences(club.Database)).ShouldBeEmpty();
        await EmptyClubs.Return(target);
    }

    [Fact]
    public void Both_engines_have_the_same_tables_and_columns()
    {
        using var sqlite = new SqliteDesign().CreateDbContext([]);
        var model = Microsoft.EntityFrameworkCore.RelationalModelExtensions.GetRelationalModel(sqlite.Model);
        model
            .Tables.SelectMany(t => t.Columns.Select(c => $"{t.Name}.{c.Name}"))
            .ShouldBe(TableShape.All.SelectMany(t => t.Columns.Select(c => $"{t.Name}.{c.Name}")), ignoreOrder: true);
    }

    private static async Task<int> Sell(TestClub club, CancellationToken stop)
    {
        var members = await club.Api.Get("/members?limit=20");
        var sold = 0;
        while (!stop.IsCancellationRequested)
        {
            var body = new
            {
                member = new { id = members.Id($"items/{sold % 20}/id") },
                lines = new[]
                {
                    new
                    {
                        sku = "brownie",
                        quantity = 1 + (sold % 3),
                        unitPrice = 980_000,
                    },
                },
            };
            (await club.Api.Post("/purchases", body)).MustBe(201);
            sold++;
        }

        return sold;
    }

    private static async Task<int> Run(Database database, params string[] verb)
    {
        await using var vafa = await VafaProcess.Run(database, verb);
        return vafa.ExitCode;
    }

    /// <summary>A place for a club, without any table.</summary>
    private static async Task<Database> Empty(Engine engine)
    {
        var taken = await EmptyClubs.Take(engine);
        if (taken.Postgres is not { } connection)
        {
            File.Delete(taken.File);
            return taken;
        }

        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        await command.ExecuteNonQueryAsync();
        return taken;
    }

    private static async Task<Dictionary<string, int>> Counts(Database database)
    {
        var counts = new Dictionary<string, int>();
        await using var snapshot = await Snapshot.Open(database, CancellationToken.None);
        foreach (var table in TableShape.All)
        {
            counts[table.Name] = await snapshot.Rows(table, CancellationToken.None).CountAsync();
        }

        return counts;
    }
}
