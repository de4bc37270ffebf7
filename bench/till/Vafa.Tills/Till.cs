using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Vafa.Tills;

/// <summary>How long one call took.</summary>
internal readonly record struct Taken(string Kind, TimeSpan Took);

/// <summary>A device at a till: finds a member, prices his sale as it grows, records it, and begins again.</summary>
internal sealed class Till(HttpClient http, int seed)
{
    private readonly Random random = new(seed);

    public List<Taken> Taken { get; } = [];

    public static async Task<Till> Open(Uri address, string code, int seed)
    {
        var http = new HttpClient { BaseAddress = new Uri(address, "/api/v1/till/") };
        http.DefaultRequestHeaders.Add("X-Vafa", "1");
        (await http.PostAsJsonAsync("pair", new { code })).EnsureSuccessStatusCode();
        (await http.PostAsJsonAsync("shift", new { user = "bench", pin = Office.Pin })).EnsureSuccessStatusCode();
        return new Till(http, seed);
    }

    public async Task Work(List<string> mobiles, TimeSpan pause, Func<bool> goesOn)
    {
        while (goesOn())
        {
            var mobile = mobiles[random.Next(mobiles.Count)];
            var found = await Timed(
                "find",
                () => http.GetAsync(new Uri("members?find=0" + mobile[3..], UriKind.Relative))
            );
            var member = found.GetProperty("items")[0].GetProperty("id").GetGuid();
            await Task.Delay(pause);
            var lines = Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Line()).ToArray();
            for (var typed = 1; typed <= lines.Length; typed++)
            {
                var basket = new { member = new { id = member }, lines = lines[..typed] };
                await Timed("quote", () => http.PostAsJsonAsync("quote", basket));
                await Task.Delay(pause);
            }

            await Timed(
                "sale",
                () =>
                    Sell(
                        new
                        {
                            id = Guid.CreateVersion7(),
                            member = new { id = member },
                            lines,
                        }
                    )
            );
            await Task.Delay(pause);
        }
    }

    private Task<HttpResponseMessage> Sell(object sale)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, "sales") { Content = JsonContent.Create(sale) };
        message.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        return http.SendAsync(message);
    }

    private object Line() => new { quantity = 1, unitPrice = 10_000 * (1 + random.Next(200)) };

    private async Task<JsonElement> Timed(string kind, Func<Task<HttpResponseMessage>> call)
    {
        var begun = Stopwatch.GetTimestamp();
        using var answer = await call();
        var text = await answer.Content.ReadAsStringAsync();
        Taken.Add(new Taken(kind, Stopwatch.GetElapsedTime(begun)));
        return answer.IsSuccessStatusCode
            ? JsonSerializer.Deserialize<JsonElement>(text)
            : throw new InvalidOperationException($"{kind}: {(int)answer.StatusCode} {text}");
    }
}
