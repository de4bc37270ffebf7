using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vafa.Data;
using Vafa.Features.Joining;
using Vafa.Features.Network;
using Vafa.Features.Night;
using Vafa.Features.Register;

namespace Vafa.Tests.Harness;

/// <summary>
/// The whole product over an empty club of its own, behind a real Kestrel on a free port: what a till would meet, but
/// for the clock, which stands still until moved.
/// </summary>
public sealed class TestClub : IAsyncDisposable
{
    private readonly List<WebApplication> nodes = [];
    private readonly List<ApiClient> clients = [];

    private TestClub(Engine engine, Database database) => (Engine, Database) = (engine, database);

    /// <summary>Served as https at <see cref="TestAuthority.Host"/>, by the CA of the run.</summary>
    private bool OverHttps { get; init; }

    public Engine Engine { get; }

    public Database Database { get; }

    public TestClock Clock { get; } = new();

    /// <summary>What the host logged, all levels: a secret must never stand here.</summary>
    public TestLog Log { get; } = new();

    /// <summary>A client with a key that may do everything.</summary>
    public ApiClient Api => clients[0];

    public Uri Address => AddressOf(nodes[0]);

    public IServiceProvider Services => nodes[0].Services;

    public static async Task<TestClub> Start(Engine engine, Action<WebApplicationBuilder>? configure = null)
    {
        var club = new TestClub(engine, await EmptyClubs.Take(engine));
        await club.StartNode(configure);
        return club;
    }

    /// <summary>The same over https, at a name that is not the machine's own.</summary>
    public static async Task<TestClub> StartHttps(Engine engine, Action<WebApplicationBuilder>? configure = null)
    {
        var club = new TestClub(engine, await EmptyClubs.Take(engine)) { OverHttps = true };
        await TestAuthority.Give(club.Database.Directory);
        await club.StartNode(configure);
        return club;
    }

    /// <summary>One more node on the same database, with its own client.</summary>
    public async Task<ApiClient> StartNode(Action<WebApplicationBuilder>? configure = null)
    {
        var node = await Host.Create(
            Database,
            OverHttps ? "https://127.0.0.1:0" : "http://127.0.0.1:0",
            builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(Clock);
                // Nights are made when a test asks for them, not while it looks at something else.
                builder.Services.AddSingleton(_ => new NightCall(Timeout.InfiniteTimeSpan));
                builder.Services.AddSingleton(_ => new RegisterCall(Timeout.InfiniteTimeSpan));
                builder.Services.AddSingleton(_ => new JoinCall(Timeout.InfiniteTimeSpan));
                builder.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Trace);
                ServeHttps(builder);
                configure?.Invoke(builder);
            }
        );
        nodes.Add(node);
        await node.StartAsync();
        return Client(TestKeys.All, AddressOf(node));
    }

    /// <summary>A client of the first node with this key, or with none.</summary>
    public ApiClient Client(string? key) => Client(key, Address);

    /// <summary>Stops every node and starts one again, as after a restart of the machine.</summary>
    public async Task Restart()
    {
        await StopNodes();
        await StartNode();
    }

    /// <summary>A question to the database itself.</summary>
    public async Task<T> Ask<T>(Func<AppDb, Task<T>> question)
    {
        await using var scope = Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    public async ValueTask DisposeAsync()
    {
        await StopNodes();
        await EmptyClubs.Return(Database);
    }

    private void ServeHttps(WebApplicationBuilder builder)
    {
        if (OverHttps)
        {
            var files = CertificateFiles.Of(new TlsFolder(Database.Directory));
            NetworkParts.Serve(builder, files, ReadCertificate.From(files).Value, renews: true);
        }
    }

    private ApiClient Client(string? key, Uri address)
    {
        var client = new ApiClient(address, key);
        clients.Add(client);
        return client;
    }

    private async Task StopNodes()
    {
        foreach (var client in clients)
        {
            client.Dispose();
        }

        foreach (var node in nodes)
        {
            await node.StopAsync();
            await node.DisposeAsync();
        }

        clients.Clear();
        nodes.Clear();
    }

    private static Uri AddressOf(WebApplication node)
    {
        var address = new Uri(node.Urls.First());
        return address.Scheme == Uri.UriSchemeHttps
            ? new UriBuilder(address) { Host = TestAuthority.Host }.Uri
            : address;
    }
}
