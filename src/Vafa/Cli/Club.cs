using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Cli;

/// <summary>
/// The club a verb works on: the parts of the product without the web, beside a serving process or alone.
/// </summary>
internal sealed class Club : IAsyncDisposable
{
    private readonly ServiceProvider provider;

    private Club(ServiceProvider provider)
    {
        this.provider = provider;
    }

    public IServiceProvider Services => provider;

    public Database Database => provider.GetRequiredService<Database>();

    public TimeProvider Clock => provider.GetRequiredService<TimeProvider>();

    /// <summary>Where the club in <paramref name="directory"/> is, by the same settings as a serving process.</summary>
    public static Database Locate(string directory) => Database.From(Settings(), directory);

    /// <summary>Opens the club, and lays it out first where there is none yet.</summary>
    public static Task<Club> Open(string directory, TimeProvider? clock = null, CancellationToken ct = default) =>
        Open(Locate(directory), clock, ct);

    public static async Task<Club> Open(Database database, TimeProvider? clock, CancellationToken ct)
    {
        Database.MakeFolder(database.Directory);
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(Settings());
        Host.Register(services, database);
        if (clock is not null)
        {
            services.AddSingleton(clock);
        }

        var club = new Club(services.BuildServiceProvider());
        if (await club.IsBehind(ct))
        {
            await Host.Migrate(club.Services);
        }

        return club;
    }

    public ValueTask DisposeAsync() => provider.DisposeAsync();

    /// <summary>Asked first, because laying out takes a lock that a serving process need not meet.</summary>
    private async Task<bool> IsBehind(CancellationToken ct)
    {
        await using var scope = provider.CreateAsyncScope();
        var pending = await scope.ServiceProvider.GetRequiredService<AppDb>().Database.GetPendingMigrationsAsync(ct);
        return pending.Any();
    }

    private static IConfiguration Settings() => new ConfigurationBuilder().AddEnvironmentVariables().Build();
}
