using System.Collections;
using System.Diagnostics;
using Microsoft.Playwright;
using Vafa.Tests.Harness;

[assembly: AssemblyFixture(typeof(Vafa.Browser.Chromium))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Vafa.Browser;

/// <summary>
/// The one browser of the run: the machine's own Chromium, without a window. It trusts the run's shop CA as a shop's
/// device does: to look away from faults of certificates instead would switch service workers off.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";

    /// <summary>Names that no name server knows: the shop's, and that of somebody it must not pass for.</summary>
    private const string Names = "MAP *.vafa.test 127.0.0.1, MAP *.vafa.example 127.0.0.1";

    private static readonly string[] Switches =
    [
        "--host-resolver-rules=" + Names,
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("vafa-home.");
    private IPlaywright? playwright;
    private IBrowser? browser;

    public IBrowser Browser => browser ?? throw new InvalidOperationException("Chromium has not started.");

    public async ValueTask InitializeAsync()
    {
        await TrustShop();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = Program,
                Env = Environment(),
                Args = Switches,
            }
        );
    }

    /// <summary>A window of a browser that keeps what it is given, as a person's own does; the others forget.</summary>
    public Task<IBrowserContext> Keeping(Uri address) =>
        playwright!.Chromium.LaunchPersistentContextAsync(
            Path.Combine(home.FullName, "profile"),
            new BrowserTypeLaunchPersistentContextOptions
            {
                ExecutablePath = Program,
                Env = Environment(),
                Args = Switches,
                BaseURL = address.ToString(),
            }
        );

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }

        playwright?.Dispose();
        home.Delete(recursive: true);
    }

    /// <summary>
    /// Chromium reads what its user trusts from a database in his home, whatever profile it is started with.
    /// </summary>
    private async Task TrustShop()
    {
        var authority = (await TestAuthority.Take()).AuthorityCertificate;
        var database = Path.Combine(home.FullName, ".pki", "nssdb");
        Directory.CreateDirectory(database);
        await CertUtil("-N", "--empty-password", "-d", "sql:" + database);
        await CertUtil("-A", "-t", "C,,", "-n", "shop", "-i", authority, "-d", "sql:" + database);
    }

    private static async Task CertUtil(params string[] arguments)
    {
        var start = new ProcessStartInfo("certutil", arguments) { RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("certutil did not start.");
        var complained = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException("certutil (Debian's libnss3-tools) failed: " + complained);
        }
    }

    /// <summary>The run's own but for the home: no database of the user who tests is read or changed.</summary>
    private Dictionary<string, string> Environment()
    {
        var own = System
            .Environment.GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string?)e.Value ?? "");
        own["HOME"] = home.FullName;
        own.Remove("XDG_DATA_HOME");
        return own;
    }
}
