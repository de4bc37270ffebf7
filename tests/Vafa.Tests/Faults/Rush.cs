using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Faults;

/// <summary>
/// The busiest hour of the shop: many connections sell at once, each sale under a key that is noted before it is sent,
/// and its answer after it has come.
/// </summary>
internal sealed class Rush(Guid[] members)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>How many sales of a rush get the offer: the least of its limits, which is its branch's.</summary>
    public const int UsesOfTen = 300;

    private readonly ConcurrentDictionary<string, string> sent = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> refusals = new();
    private int count;

    public int Sent => sent.Count;

    public int Answered => answers.Count;

    public Guid[] AnsweredSales =>
        [.. answers.Values.Select(a => JsonSerializer.Deserialize<JsonElement>(a).GetProperty("id").GetGuid())];

    /// <summary>Members with credit, and a programme with everything that a sale moves.</summary>
    public static async Task<Rush> Prepare(ApiClient api)
    {
        (await api.Put("/earning-rules/back", """{"title": {"en": "Back"}, "unit": "credit", "percent": 5}""")).MustBe(
            200
        );
        (
            await api.Put(
                "/offers/ten",
                """
                {"title": {"en": "Ten"}, "give": [{"discountPercent": {"percent": 10}}],
                 "limits": {"uses": 700, "perMember": {"uses": 50, "every": "ever"},
                            "perPeriod": {"every": "year", "uses": 350}, "perBranch": {"uses": 300}}}
                """
            )
        ).MustBe(200);
        var members = new Guid[24];
        for (var i = 0; i < members.Length; i++)
        {
            members[i] = (await api.Post("/members", new { mobile = $"091200000{i:00}" })).MustBe(201).Id();
            var gift = new
            {
                unit = "credit",
                amount = 1_000_000,
                reason = "opening",
            };
            (await api.Post($"/members/{members[i]}/adjustments", gift)).MustBe(201);
        }

        return new Rush(members);
    }

    /// <summary>Sells over so many connections until told to stop or the node dies.</summary>
    public Task Run(ApiClient node, int connections, CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => Sell(node, stop), stop)));

    /// <summary>Waits until so many sales more have been answered.</summary>
    public async Task Passes(int more)
    {
        var (goal, waited) = (Answered + more, Stopwatch.StartNew());
        while (Answered < goal)
        {
            waited.Elapsed.ShouldBeLessThan(
                Node.Patience,
                $"{Answered} of {goal} sales; {string.Join('\n', refusals)}"
            );
            await Task.Delay(20);
        }
    }

    /// <summary>
    /// Sends every key again: who had an answer gets the very same, who had none gets one now. Gives the sales' ids.
    /// </summary>
    public async Task<HashSet<Guid>> Retry(ApiClient node)
    {
        refusals.ShouldBeEmpty();
        var sales = new ConcurrentBag<Guid>();
        await Parallel.ForEachAsync(
            sent,
            new ParallelOptions { MaxDegreeOfParallelism = 24 },
            async (sale, _) =>
            {
                var again = (await node.Post("/purchases", sale.Value, sale.Key)).MustBe(201);
                if (answers.TryGetValue(sale.Key, out var first))
                {
                    again.Replayed.ShouldBeTrue(sale.Key);
                    again.Text.ShouldBe(first);
                }

                sales.Add(again.Id());
            }
        );
        var ids = sales.ToHashSet();
        ids.Count.ShouldBe(sent.Count, "each key is a sale of its own");
        return ids;
    }

    private async Task Sell(ApiClient node, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var (key, body) = (Guid.CreateVersion7().ToString(), NextBody());
            sent[key] = body;
            try
            {
                var answer = await node.Post("/purchases", body, key);
                if (answer.Status != 201)
                {
                    refusals.Enqueue(answer.ToString());
                    return;
                }

                answers[key] = answer.Text;
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException)
            {
                // The node died: whether this sale was recorded nobody knows yet.
                return;
            }
        }
    }

    private string NextBody()
    {
        var n = Interlocked.Increment(ref count);
        LineBody[] lines = [LineBody.One(10_000 + n, "coffee"), LineBody.Some(2, 3_500) with { Sku = $"sku-{n % 50}" }];
        var sale = n % 7 == 0 ? SaleBody.Guest(lines) : SaleBody.Of(members[n % members.Length], lines);
        return JsonSerializer.Serialize(n % 3 == 0 && n % 7 != 0 ? sale.Spending("credit", 100) : sale, Json);
    }
}
