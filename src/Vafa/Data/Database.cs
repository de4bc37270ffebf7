using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Vafa.Data;

/// <summary>
/// Which database the club is in: PostgreSQL when a connection string names one, else a file in the data folder.
/// </summary>
public sealed record Database(string Directory, string? Postgres)
{
    public bool IsPostgres => Postgres is not null;

    public string File => Path.Combine(Directory, "vafa.db");

    /// <summary>
    /// The club is made up from nothing, and is worth nothing before it is whole: its commits on SQLite do not wait for
    /// the disk. Who sets this calls <see cref="FlushFile"/> when nobody has the club open any more.
    /// </summary>
    public bool IsBeingMade { get; init; }

    internal string SqlitePragmas => IsBeingMade ? SqliteDb.PragmasWhileMade : SqliteDb.Pragmas;

    public string SqliteConnectionString => SqliteDb.ConnectionString(File);

    public static Database From(IConfiguration configuration, string directory)
    {
        var postgres = configuration.GetConnectionString("Postgres");
        return new Database(
            Path.GetFullPath(directory),
            string.IsNullOrWhiteSpace(postgres) ? null : Readable(postgres, "ConnectionStrings__Postgres")
        );
    }

    /// <summary>A connection string as it was given; one that is none is told by where it came from.</summary>
    public static string Readable(string connection, string from)
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(connection);
            return connection;
        }
        catch (ArgumentException fault)
        {
            throw new InvalidDataException($"{from} is no connection string for PostgreSQL: {fault.Message}", fault);
        }
    }

    /// <summary>
    /// Makes the folder of the club where there is none, open to its owner alone: the club's file holds mobiles and
    /// names.
    /// </summary>
    public static void MakeFolder(string directory)
    {
        if (System.IO.Directory.Exists(directory))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            System.IO.Directory.CreateDirectory(directory);
            return;
        }

        const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        System.IO.Directory.CreateDirectory(directory, OwnerAlone);
    }

    /// <summary>Registers the context, its pool and the write gate.</summary>
    public void Register(IServiceCollection services)
    {
        services.AddSingleton(this);
        services.AddSingleton(_ => new WriteGate(oneWriter: !IsPostgres));
        if (IsPostgres)
        {
            services.AddSingleton(_ => new NpgsqlDataSourceBuilder(Postgres).Build());
            services.AddDbContext<PostgresDb>(
                (provider, options) => options.UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>()),
                optionsLifetime: ServiceLifetime.Singleton
            );
            services.AddScoped<AppDb>(provider => provider.GetRequiredService<PostgresDb>());
        }
        else
        {
            services.AddDbContext<SqliteDb>(
                options => Configure(options, SqliteConnectionString, SqlitePragmas),
                optionsLifetime: ServiceLifetime.Singleton
            );
            services.AddScoped<AppDb>(provider => provider.GetRequiredService<SqliteDb>());
        }
    }

    /// <summary>The database said no: it is not there, is busy, full, damaged or not ours to use.</summary>
    public static bool IsFault(Exception e) => e is System.Data.Common.DbException;

    /// <summary>Waits until the disk has the club's file and its log, where it is in a file.</summary>
    internal void FlushFile()
    {
        if (IsPostgres)
        {
            return;
        }

        // The last one to close moves the log into the file, without waiting either.
        using (var connection = new SqliteConnection(SqliteConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        foreach (var path in new[] { File, File + "-wal" }.Where(System.IO.File.Exists))
        {
            using var handle = System.IO.File.OpenHandle(
                path,
                access: FileAccess.ReadWrite,
                share: FileShare.ReadWrite
            );
            RandomAccess.FlushToDisk(handle);
        }
    }

    internal static void Configure(
        DbContextOptionsBuilder options,
        string connectionString,
        string pragmas = SqliteDb.Pragmas
    ) => options.UseSqlite(connectionString).AddInterceptors(new SqliteDb.OpenedWith(pragmas));
}
