using System.Diagnostics;
using System.Text.RegularExpressions;
using Vafa.Data;

namespace Vafa.Tests.Faults;

/// <summary>The product as it runs in a shop: a process of its own that serves, and a client of it.</summary>
internal sealed partial class Node : IAsyncDisposable
{
    /// <summary>How long anything may take on a busy machine.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly VafaProcess process;

    private Node(VafaProcess process, ApiClient api) => (this.process, Api) = (process, api);

    public ApiClient Api { get; }

    /// <summary>Starts serving a club and waits until it says where.</summary>
    public static async Task<Node> Start(Database club)
    {
        var process = VafaProcess.Start(club, "serve", "--urls", "http://127.0.0.1:0");
        var waited = Stopwatch.StartNew();
        Match said;
        while (!(said = Address().Match(process.Output)).Success)
        {
            waited.Elapsed.ShouldBeLessThan(Patience, $"{process.Output}\n{process.Error}");
            await Task.Delay(30);
        }

        return new Node(process, new ApiClient(new Uri(said.Value), TestKeys.All));
    }

    /// <summary>A second node on the same PostgreSQL, with a data folder of its own.</summary>
    public static Task<Node> StartBeside(Database club)
    {
        var folder = Path.Combine(club.Directory, "second");
        Directory.CreateDirectory(folder);
        return Start(new Database(folder, club.Postgres));
    }

    /// <summary>As a power cut: kill -9.</summary>
    public Task Kill() => process.Kill();

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await process.DisposeAsync();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*")]
    private static partial Regex Address();
}
