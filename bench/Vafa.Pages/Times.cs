using System.Diagnostics;
using System.Net;

namespace Vafa.Pages;

/// <summary>How long a page takes from the question to its last byte, over a few connections that stay open.</summary>
internal static class Times
{
    private const int WarmUp = 5;

    public static async Task<int> Measure(Visitor visitor, IReadOnlyList<string> list, int requests, int connections)
    {
        Console.WriteLine($"| page | p50 ms | p95 ms | kB |\n|---|---|---|---|");
        var missed = 0;
        using var client = visitor.Client();
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        foreach (var line in list)
        {
            if (await visitor.Fill(line) is not { } path || await Ask(client, path) is not { } bytes)
            {
                Console.WriteLine($"| {line} | is not there | | |");
                missed++;
                continue;
            }

            for (var i = 0; i < WarmUp; i++)
            {
                await Ask(client, path);
            }

            var times = (
                await Task.WhenAll(
                    Enumerable.Range(0, connections).Select(_ => Some(client, path, requests / connections))
                )
            )
                .SelectMany(t => t)
                .Order()
                .ToList();
            Console.WriteLine(
                $"| {line} | {times[times.Count / 2]:0.0} | {times[times.Count * 95 / 100]:0.0} "
                    + $"| {bytes / 1000.0:0.0} |"
            );
        }

        return missed == 0 ? 0 : 1;
    }

    private static async Task<List<double>> Some(HttpClient client, string path, int requests)
    {
        var times = new List<double>(requests);
        for (var i = 0; i < requests; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await Ask(client, path);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return times;
    }

    /// <summary>Bytes of the answer; null when it is no page.</summary>
    private static async Task<int?> Ask(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        return answer.StatusCode == HttpStatusCode.OK ? bytes.Length : null;
    }
}
