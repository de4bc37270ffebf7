using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Vafa.Data;

[assembly: AssemblyFixture(typeof(Vafa.Tests.Harness.EmptyClubs))]

namespace Vafa.Tests.Harness;

/// <summary>
/// New clubs by the dozen: each engine migrates one club a run, and every test gets a copy (a file on SQLite, CREATE
/// DATABASE … TEMPLATE on PostgreSQL).
/// </summary>
public sealed class EmptyClubs : IAsyncDisposable
{
    private static readonly SemaphoreSlim Turn = new(1, 1);

    /// <summary>Holds whatever a run makes; gone with it.</summary>
    internal static readonly string Folder = Path.Combine(Path.GetTempPath(), "vafa-tests." + Path.GetRandomFileName());
    private static PostgresServer? server;
    private static NpgsqlDataSource? administration;

    // Tried once a run: where it cannot start, every test says so at once instead of trying again.
    private static Task<PostgresServer>? opening;
    private static string? sqliteTemplate;
    private static string? postgresTemplate;

    /// <summary>An empty, migrated club of its own.</summary>
    public static async Task<Database> Take(Engine engine)
    {
        var name = "club_" + Guid.CreateVersion7().ToString("N");
        var folder = Path.Combine(Folder, name);
        Directory.CreateDirectory(folder);
        if (engine == Engine.Sqlite)
        {
            await Prepare(async () => sqliteTemplate ??= await MigrateFile());
            var club = new Database(folder, null);
            File.Copy(sqliteTemplate!, club.File);
            return club;
        }

        await Prepare(async () => postgresTemplate ??= await MigrateDatabase());
        await Execute($"CREATE DATABASE {name} TEMPLATE {postgresTemplate}");
        return new Database(folder, Named(name));
    }

    /// <summary>Removes what <see cref="Take"/> gave.</summary>
    public static async Task Return(Database club)
    {
        if (club.Postgres is { } connection)
        {
            await Execute(
                $"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)"
            );
        }
        else
        {
            await using var pooled = new SqliteConnection(club.SqliteConnectionString);
            SqliteConnection.ClearPool(pooled);
        }

        Directory.Delete(club.Directory, recursive: true);
    }

    public async ValueTask DisposeAsync()
    {
        if (postgresTemplate is not null)
        {
            await Execute($"DROP DATABASE IF EXISTS {postgresTemplate} WITH (FORCE)");
        }

        if (server is not null)
        {
            await administration!.DisposeAsync();
            await server.DisposeAsync();
        }

        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static async Task Prepare(Func<Task> template)
    {
        await Turn.WaitAsync();
        try
        {
            await template();
        }
        finally
        {
            Turn.Release();
        }
    }

    private static async Task<string> MigrateFile()
    {
        var folder = Path.Combine(Folder, "template");
        Directory.CreateDirectory(folder);
        var template = new Database(folder, null);
        await Migrate(template);
        await using var connection = new SqliteConnection(template.SqliteConnectionString);
        await connection.OpenAsync();
        await using var checkpoint = connection.CreateCommand();
        checkpoint.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await checkpoint.ExecuteNonQueryAsync();
        SqliteConnection.ClearPool(connection);
        return template.File;
    }

    private static async Task<string> MigrateDatabase()
    {
        server = await (opening ??= PostgresServer.Open());
        administration ??= NpgsqlDataSource.Create(server.Connection);
        var name = "template_" + Guid.CreateVersion7().ToString("N");
        await Execute($"CREATE DATABASE {name}");
        await Migrate(new Database(Folder, Named(name)));
        return name;
    }

    private static async Task Migrate(Database club)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        Host.Register(services, club);
        services.AddSingleton<TimeProvider>(new TestClock());
        await using var provider = services.BuildServiceProvider();
        await Host.Migrate(provider);
        await TestKeys.Add(provider);
    }

    private static string Named(string database) =>
        new NpgsqlConnectionStringBuilder(server!.Connection) { Database = database }.ConnectionString;

    private static async Task Execute(string sql)
    {
        await using var command = administration!.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
