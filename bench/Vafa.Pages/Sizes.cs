using System.Text.Json;
using Microsoft.Playwright;

namespace Vafa.Pages;

/// <summary>What a first view transfers with an empty cache, as Chromium counts it: headers included.</summary>
internal static class Sizes
{
    private const int Width = 1366;

    public static async Task<int> Measure(Visitor visitor, IReadOnlyList<string> list)
    {
        Console.WriteLine(
            "| page | requests | page kB | scripts kB | style kB | font kB | rest kB | first view kB | with charts kB |"
        );
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var line in list)
        {
            if (await visitor.Fill(line) is not { } path)
            {
                continue;
            }

            var page = await visitor.Window(Width);
            var seen = await Seen.By(page);
            await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
            var first = seen.Sum(_ => true) - seen.Sum(Seen.IsOfCharts);
            var count = seen.Count;
            await page.EvaluateAsync("() => document.querySelectorAll('vafa-chart').forEach(c => c.scrollIntoView())");
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await page.WaitForTimeoutAsync(300);
            var rest = first - seen.Sum(f => f.Type is "Document" or "Stylesheet" or "Font" || Script(f));
            var charts = seen.Sum(Seen.IsOfCharts);
            Console.WriteLine(
                $"| {line} | {count} | {seen.Of("Document"):0.0} | {seen.Sum(Script):0.0} "
                    + $"| {seen.Of("Stylesheet"):0.0} | {seen.Of("Font"):0.0} | {rest:0.0} | {first:0.0} "
                    + $"| {(charts > 0 ? $"{first + charts:0.0}" : "–")} |"
            );
            await page.Context.CloseAsync();
        }

        return 0;
    }

    private static bool Script(Fetched file) => file.Type is "Script" && !Seen.IsOfCharts(file);
}

/// <summary>One answer; its size as it went over the line.</summary>
internal sealed record Fetched(string Url, string Type)
{
    public double Bytes { get; set; }
}

/// <summary>What a window has fetched so far.</summary>
internal sealed class Seen
{
    private readonly Dictionary<string, Fetched> files = [];

    public int Count => files.Count;

    public static async Task<Seen> By(IPage page)
    {
        var seen = new Seen();
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("Network.enable");
        devtools.Event("Network.responseReceived").OnEvent += (_, told) =>
        {
            var (id, url) = (
                Text(told, "requestId"),
                told!.Value.GetProperty("response").GetProperty("url").ToString()
            );
            seen.files[id] = new Fetched(url, Text(told, "type"));
        };
        devtools.Event("Network.loadingFinished").OnEvent += (_, told) =>
        {
            if (seen.files.TryGetValue(Text(told, "requestId"), out var file))
            {
                file.Bytes = told!.Value.GetProperty("encodedDataLength").GetDouble();
            }
        };
        return seen;
    }

    /// <summary>The chunk with the drawing of charts is named after the element that it draws.</summary>
    public static bool IsOfCharts(Fetched file) => file.Url.Contains("/assets/element-", StringComparison.Ordinal);

    /// <summary>In kB.</summary>
    public double Sum(Func<Fetched, bool> counts) => files.Values.Where(counts).Sum(f => f.Bytes) / 1000;

    public double Of(string type) => Sum(f => f.Type == type);

    private static string Text(JsonElement? told, string name) => told!.Value.GetProperty(name).ToString();
}
