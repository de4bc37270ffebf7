using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vafa.Travel;

/// <summary>
/// Who comes to the café on the journey, over HTTP and to both nodes by turns: sales, some paid with a wallet, refunds,
/// reviews, corrections; members of whom two turn out to be one, and not to be, and who leave; and the owner, who
/// changes his settings now and then in the last hour of a day.
/// </summary>
internal sealed class Crowd : IDisposable
{
    public const string Here = "here";
    public const string Regulars = "regulars";
    public const int DaysHere = 21;
    public const int VisitsOfRegulars = 12;

    private readonly List<HttpClient> nodes;
    private readonly Random random;
    private readonly List<string> members = [];
    private readonly Queue<string> sales = new();

    /// <summary>Every id that was merged, with the one it went into.</summary>
    private readonly Dictionary<string, string> merged = new(StringComparer.Ordinal);
    private (string Merge, string Other)? doubtful;
    private int calls;
    private int joined;

    public Crowd(IEnumerable<Uri> nodes, string key, int seed)
    {
        this.nodes = [.. nodes.Select(n => new HttpClient { BaseAddress = new Uri(n, "/api/v1/") })];
        this.nodes.ForEach(n => n.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key));
        random = new Random(seed);
    }

    /// <summary>Stamps that turn into credit by themselves, credit that waits two days, points that end.</summary>
    public async Task SetUp()
    {
        await Put("units/credit", Credit(days: 90));
        await Put(
            "units/points",
            """
            {"title": {"en": "Points"}, "worth": 500, "maySpend": true, "spendValue": 500,
             "expires": {"endOf": "quarter", "later": 1}}
            """
        );
        await Put(
            "units/stamps",
            """
            {"title": {"en": "Stamps"}, "worth": 20000, "maySpend": false, "expires": {"months": 3},
             "into": {"unit": "credit", "per": 5, "gives": 100000, "nightly": true}}
            """
        );
        await Put(
            "earning-rules/stamps",
            """{"title": {"en": "A stamp each visit"}, "unit": "stamps", "perVisit": 1}"""
        );
        await Put("earning-rules/back", """{"title": {"en": "3 % back"}, "unit": "credit", "percent": 3}""");
        await Put(
            "engagements/said",
            """
            {"title": {"en": "A review"}, "earn": [{"unit": "points", "amount": 5}],
             "perMember": {"uses": 1, "every": "month"}}
            """
        );
        await Put($"groups/{Here}", Group("Here of late", $"lastVisit=within:{DaysHere}"));
        await Put($"groups/{Regulars}", Group("Regulars", $"group={Here}&visits={VisitsOfRegulars}.."));
    }

    public async Task MeetMembers()
    {
        for (string? next = ""; next is not null; )
        {
            var page = await Get("members?limit=200" + (next == "" ? "" : "&cursor=" + Uri.EscapeDataString(next)));
            members.AddRange(page["items"]!.AsArray().Select(m => m!["id"]!.GetValue<string>()));
            next = page["next"]?.GetValue<string>();
        }
    }

    /// <summary>One hour at the counter.</summary>
    public async Task Come(MonthTally month)
    {
        // Some come often, most seldom, and each season others.
        var here = members.Count * (random.Next(4) == 0 ? 1 : 0.2);
        var member = members[random.Next((int)here)];
        var sale = new JsonObject
        {
            ["member"] = new JsonObject { ["id"] = member },
            ["lines"] = new JsonArray(
                new JsonObject { ["quantity"] = random.Next(1, 4), ["unitPrice"] = random.Next(40, 220) * 10_000 }
            ),
        };
        if (random.Next(3) == 0)
        {
            var quote = await Post("purchases/quote", sale);
            var may = quote["maySpend"]!.AsArray().FirstOrDefault(m => m!["amount"]!.GetValue<long>() > 0);
            if (may is not null)
            {
                var most = may["amount"]!.GetValue<long>();
                sale["spend"] = new JsonArray(
                    new JsonObject
                    {
                        ["unit"] = may["unit"]!.GetValue<string>(),
                        ["amount"] = random.NextInt64(1, most + 1),
                    }
                );
            }
        }

        var sold = await Post("purchases", sale);
        month.Sales++;
        sales.Enqueue(sold["id"]!.GetValue<string>());
        if (sales.Count > 40 && sales.Dequeue() is { } old && random.Next(12) == 0)
        {
            await Post($"purchases/{old}/refunds", new JsonObject { ["reason"] = "brought back" });
            month.Refunds++;
        }

        if (random.Next(10) == 0)
        {
            await Post($"members/{member}/events", new JsonObject { ["event"] = "said" }, mayBeRefused: true);
        }

        if (random.Next(40) == 0)
        {
            var gift = new JsonObject
            {
                ["unit"] = "credit",
                ["amount"] = 50_000,
                ["reason"] = "sorry for the wait",
            };
            await Post($"members/{member}/adjustments", gift);
        }

        await Become(month);
    }

    /// <summary>In the last hour of some days a setting changes.</summary>
    public async Task OwnerChanges(int day)
    {
        if (day % 97 == 0)
        {
            await Put("units/credit", Credit(days: day % 2 == 0 ? 90 : 45));
        }

        if (day % 211 == 0)
        {
            await Put(
                "earning-rules/back",
                $$"""{"title": {"en": "Back"}, "unit": "credit", "percent": {{day % 4 + 1}}}"""
            );
        }
    }

    /// <summary>
    /// Two members turn out to be one, which some hours later may turn out to be wrong; one leaves and another joins.
    /// Who was merged goes on buying under the old id.
    /// </summary>
    private async Task Become(MonthTally month)
    {
        if (doubtful is { } doubt && random.Next(4) == 0)
        {
            doubtful = null;
            // A day later it stays.
            if (await Post($"merges/{doubt.Merge}/undo", new JsonObject(), mayBeRefused: true) is JsonObject)
            {
                merged.Remove(doubt.Other);
                month.Parted++;
            }
        }
        else if (doubtful is null && random.Next(90) == 0)
        {
            var pair = members.Where(m => !merged.ContainsKey(m)).OrderBy(_ => random.Next()).Take(2).ToList();
            var merge = await Post($"members/{pair[0]}/merge", new JsonObject { ["other"] = pair[1] });
            merged[pair[1]] = pair[0];
            doubtful = random.Next(3) == 0 ? (merge["id"]!.GetValue<string>(), pair[1]) : null;
            month.Merged++;
        }

        if (doubtful is null && random.Next(150) == 0)
        {
            var leaver = Whole(members[random.Next(members.Count)]);
            await Post($"members/{leaver}/leave", new JsonObject { ["reason"] = "moved away" });
            members.RemoveAll(m => Whole(m) == leaver);
            month.Left++;
            var mobile = string.Create(CultureInfo.InvariantCulture, $"0919{++joined:0000000}");
            members.Add((await Post("members", new JsonObject { ["mobile"] = mobile }))["id"]!.GetValue<string>());
        }
    }

    private string Whole(string member) => merged.TryGetValue(member, out var into) ? Whole(into) : member;

    public void Dispose() => nodes.ForEach(n => n.Dispose());

    private static string Credit(int days) =>
        $$"""
            {"title": {"en": "Credit"}, "worth": 1, "maySpend": true, "availableAfterDays": 2,
             "expiresAfterDays": {{days}}}
            """;

    private static string Group(string title, string filter) =>
        $$$"""{"title": {"en": "{{{title}}}"}, "rule": {"filter": "{{{filter}}}"}}""";

    private HttpClient Next() => nodes[calls++ % nodes.Count];

    private async Task<JsonNode> Get(string path) =>
        JsonNode.Parse(await Next().GetStringAsync(new Uri(path, UriKind.Relative)))!;

    private async Task Put(string path, string body)
    {
        using var content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        using var answer = await Next().PutAsync(new Uri(path, UriKind.Relative), content);
        await Must(answer, path);
    }

    private async Task<JsonNode> Post(string path, JsonNode body, bool mayBeRefused = false)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        message.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString("N", CultureInfo.InvariantCulture));
        using var answer = await Next().SendAsync(message);
        return mayBeRefused && (int)answer.StatusCode is 409 or 422
            ? JsonValue.Create(false)
            : JsonNode.Parse(await Must(answer, path))!;
    }

    private static async Task<string> Must(HttpResponseMessage answer, string path)
    {
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? text
            : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {text}");
    }
}
