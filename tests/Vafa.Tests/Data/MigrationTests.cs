using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Tests.Data;

public sealed class MigrationTests
{
    [Theory, BothDatabases]
    public async Task No_change_of_the_model_is_without_its_migration(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (await club.Ask(db => Task.FromResult(db.Database.HasPendingModelChanges()))).ShouldBeFalse();
        (await club.Ask(db => db.Database.GetPendingMigrationsAsync())).ShouldBeEmpty();
    }

    /// <summary>A backup is marked with its last migration's name and may be restored into the other engine.</summary>
    [Fact]
    public void Both_engines_have_migrations_of_the_same_names()
    {
        using var sqlite = new SqliteDb(
            new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options,
            new WriteGate(oneWriter: true)
        );
        using var postgres = new PostgresDb(
            new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=none").Options,
            new WriteGate(oneWriter: false)
        );
        Names(sqlite).ShouldBe(Names(postgres));
    }

    private static IEnumerable<string> Names(AppDb db) =>
        db
            .Database.GetMigrations()
            .Select(migration => migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..]);
}
