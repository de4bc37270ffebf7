using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Vafa.Core.Offers;
using Vafa.Core.Sales;

namespace Vafa.Bench.Peers;

/// <summary>
/// json-rules-engine in a node of its own (<c>json-rules-engine/run.mjs</c>), which times itself. Lines of JSON go back
/// and forth: the offers, the sales, then a line for each round.
/// </summary>
internal sealed class JsonRules : IDisposable
{
    private readonly Process node;

    private JsonRules(Process node) => this.node = node;

    /// <summary>Fetches the locked packages if they are not there, and starts the engine.</summary>
    public static JsonRules Start()
    {
        var folder = Folder();
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            using var npm = Run(folder, "npm", "ci", "--no-audit", "--no-fund");
            npm.StandardInput.Close();
            var said = npm.StandardOutput.ReadToEnd();
            npm.WaitForExit();
            if (npm.ExitCode != 0)
            {
                throw new InvalidOperationException($"npm ci in {folder} failed. {said}");
            }
        }

        return new JsonRules(Run(folder, "node", "run.mjs"));
    }

    /// <summary>Gives it offers and sales; it answers, of each sale, with the numbers of the eligible offers.</summary>
    public int[][] Ask(Programme programme, SaleContext[] sales)
    {
        Say(PeerJson.Offers(programme));
        foreach (var sale in sales)
        {
            Say(PeerJson.Sale(sale));
        }

        Say("");
        return [.. sales.Select(_ => JsonSerializer.Deserialize<int[]>(Hear())!)];
    }

    /// <summary>Nanoseconds that it takes for a sale, over the next few of them.</summary>
    public double Round()
    {
        Say("round");
        return double.Parse(Hear(), CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        node.StandardInput.Close();
        node.WaitForExit();
        node.Dispose();
    }

    private void Say(string line)
    {
        node.StandardInput.WriteLine(line);
        node.StandardInput.Flush();
    }

    private string Hear() =>
        node.StandardOutput.ReadLine() ?? throw new InvalidOperationException("node ended; its words stand above.");

    private static Process Run(string folder, string program, params string[] args) =>
        Process.Start(
            new ProcessStartInfo(program, args)
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;

    /// <summary>The scripts lie beside the sources, some folders above the program.</summary>
    private static string Folder()
    {
        for (var at = AppContext.BaseDirectory; at is not null; at = Path.GetDirectoryName(at))
        {
            var here = Path.Combine(at, "Peers", "json-rules-engine");
            if (File.Exists(Path.Combine(here, "package-lock.json")))
            {
                return here;
            }
        }

        throw new InvalidOperationException("The scripts of json-rules-engine are not there.");
    }
}
