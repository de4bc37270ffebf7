using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Vafa.Data.Copying;

/// <summary>
/// Copies a club table by table: into an archive (backup), out of one (restore), or from SQLite to PostgreSQL (copydb).
/// Which tables and columns there are is read from the model, so none can be forgotten.
/// </summary>
public static class CopyDatabase
{
    /// <summary>
    /// Copies the tables and answers how many rows went over. <paramref name="done"/> hears of each table.
    /// </summary>
    public static async Task<long> Run(
        IRowSource source,
        IRowTarget target,
        ImmutableArray<TableShape> tables,
        Action<TableShape, long> done,
        CancellationToken ct
    )
    {
        var total = 0L;
        foreach (var table in tables)
        {
            var rows = await target.Write(table, source.Rows(table, ct), ct);
            done(table, rows);
            total += rows;
        }

        await target.Finish(ct);
        return total;
    }

    /// <summary>
    /// Lays the tables of <paramref name="migration"/> (a name without its time; null: the newest). False when this
    /// version of Vafa does not know it.
    /// </summary>
    public static async Task<bool> LayTables(Database database, string? migration, CancellationToken ct)
    {
        await using var db = Context(database);
        if (migration is not null && !db.Database.GetMigrations().Any(m => NameOf(m) == migration))
        {
            return false;
        }

        await db.GetService<IMigrator>().MigrateAsync(migration, ct);
        return true;
    }

    /// <summary>Name of the newest migration, the same for both engines.</summary>
    public static string NewestMigration(Database database)
    {
        using var db = Context(database);
        return NameOf(db.Database.GetMigrations().Last());
    }

    /// <summary>Whether the database has exactly the tables of this version.</summary>
    public static async Task<bool> IsOfThisVersion(Database database, CancellationToken ct)
    {
        await using var db = Context(database);
        var applied = await db.Database.GetAppliedMigrationsAsync(ct);
        return applied.SequenceEqual(db.Database.GetMigrations());
    }

    /// <summary>Whether one of the tables holds a row; not when the club has no tables yet.</summary>
    public static async Task<bool> HasAny(Database database, IReadOnlyList<string> tables, CancellationToken ct) =>
        await FirstFilled(database, tables, ct) is not null;

    /// <summary>The first table that holds a row; null when the club is empty or has no tables yet.</summary>
    public static Task<string?> FirstFilledTable(Database database, CancellationToken ct) =>
        FirstFilled(database, [.. TableShape.All.Select(t => t.Name)], ct);

    private static async Task<string?> FirstFilled(
        Database database,
        IReadOnlyList<string> tables,
        CancellationToken ct
    )
    {
        await using var db = Context(database);
        if (!await db.GetService<IHistoryRepository>().ExistsAsync(ct))
        {
            return null;
        }

        await using var snapshot = await Snapshot.Open(database, ct);
        var there = await Existing(snapshot, ct);
        foreach (var table in tables.Where(there.Contains))
        {
            await foreach (var _ in snapshot.Stream($"SELECT 1 FROM \"{table}\" LIMIT 1", _ => 1, ct))
            {
                return table;
            }
        }

        return null;
    }

    private static async Task<HashSet<string>> Existing(Snapshot snapshot, CancellationToken ct)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var sql = snapshot.IsPostgres
            ? "SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema()"
            : "SELECT name FROM sqlite_master WHERE type = 'table'";
        await foreach (var name in snapshot.Stream(sql, row => row.Text(0), ct))
        {
            names.Add(name);
        }

        return names;
    }

    private static AppDb Context(Database database)
    {
        var gate = new WriteGate(oneWriter: !database.IsPostgres);
        if (database.IsPostgres)
        {
            return new PostgresDb(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql(database.Postgres).Options, gate);
        }

        var options = new DbContextOptionsBuilder<SqliteDb>();
        Database.Configure(options, database.SqliteConnectionString);
        return new SqliteDb(options.Options, gate);
    }

    private static string NameOf(string migrationId) =>
        migrationId[(migrationId.IndexOf('_', StringComparison.Ordinal) + 1)..];
}
