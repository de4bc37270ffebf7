using System.Diagnostics;

namespace Vafa.Tests.Harness;

/// <summary>
/// The PostgreSQL that the tests use: the one `./test` started (VAFA_TEST_POSTGRES), else a private one of this run,
/// started by the same script. A machine without PostgreSQL fails the tests, it never skips them.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly string? folder;

    private PostgresServer(string connection, string? folder) => (Connection, this.folder) = (connection, folder);

    /// <summary>Reaches the server's own database as its superuser.</summary>
    public string Connection { get; }

    /// <summary>The shared server of the run, or a private one.</summary>
    public static async Task<PostgresServer> Open() =>
        Environment.GetEnvironmentVariable("VAFA_TEST_POSTGRES") is { Length: > 0 } given
            ? new PostgresServer(given, null)
            : await Start(durable: false);

    /// <summary>A server of its own; durable: it waits for the disk, as crash tests need.</summary>
    public static async Task<PostgresServer> Start(bool durable)
    {
        var own = Path.Combine(Path.GetTempPath(), "vafa-pg." + Path.GetRandomFileName());
        var connection = await Script(durable ? ["start", own, "--durable"] : ["start", own]);
        return new PostgresServer(connection.Trim(), own);
    }

    public async ValueTask DisposeAsync()
    {
        if (folder is not null)
        {
            await Script("stop", folder);
        }
    }

    private static async Task<string> Script(params string[] arguments)
    {
        var start = new ProcessStartInfo("bash", [Repository.File("scripts/postgres.sh"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("bash did not start.");
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await said
            : throw new InvalidOperationException("The tests need PostgreSQL: " + await complained);
    }
}
