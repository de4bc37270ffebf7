using System.Globalization;
using Vafa.Tests.Purchases;
using Vafa.Tests.Tiers;

namespace Vafa.Tests.Wallets;

/// <summary>A call that a random shop makes.</summary>
/// <param name="Goes">Who is no member any more when it is done.</param>
internal sealed record AnyCall(string What, Func<Task<Answer>> Call, Guid? Goes = null);

/// <summary>A shop in which anything may happen, some of it at once; what it knows it learned from answers.</summary>
internal sealed class AnyShop(TestClub club, Random random)
{
    private readonly List<Guid> members = [];
    private readonly List<Guid> sales = [];
    private readonly List<Guid> merges = [];
    private int joined;

    /// <summary>What was done, by its name.</summary>
    public SortedDictionary<string, int> Done { get; } = new(StringComparer.Ordinal);

    /// <summary>Units of every kind of life and wait, caps, a ladder, an engagement and six members.</summary>
    public async Task Open()
    {
        await club.Set(
            "/units/points",
            """
            {"title": {"en": "Points"}, "worth": 500, "maySpend": false, "mayTransfer": true, "expiresAfterDays": 2,
             "into": {"unit": "credit", "per": 10, "gives": 5000, "nightly": true}, "caps": {"day": 900}}
            """
        );
        await club.Set(
            "/units/credit",
            """{"title": {"en": "Credit"}, "worth": 1, "maySpend": true, "expires": {"idle": {"days": 3}}, "availableAfterDays": 1}"""
        );
        await club.SetCreditBack(10);
        await club.SetPointFor(10_000);
        await club.Set("/ladders/club", TierClub.Ladder());
        await club.Set(
            "/engagements/review",
            """{"title": {"en": "Review"}, "earn": [{"unit": "points", "amount": 15}], "perMember": {"uses": 2, "every": "day"}}"""
        );
        for (var i = 0; i < 6; i++)
        {
            members.Add((await Join()).MustBe(201).Id());
        }
    }

    /// <summary>One to five calls that are made at once.</summary>
    public List<AnyCall> Calls() => [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Any())];

    public void Learn(AnyCall call, Answer answer)
    {
        if (answer.Status is not (200 or 201))
        {
            return;
        }

        Done[call.What] = Done.GetValueOrDefault(call.What) + 1;
        var known = call.What switch
        {
            "join" => members,
            "sell" or "spend" => sales,
            "merge" => merges,
            _ => null,
        };
        known?.Add(answer.Id());
        if (call.Goes is { } gone)
        {
            members.Remove(gone);
        }
    }

    private AnyCall Any()
    {
        if (members.Count < 4)
        {
            return new("join", Join);
        }

        var (member, other) = (Of(members), Of(members));
        var amount = random.Next(1, 60);
        var url = $"/members/{member}";
        var goods = SaleBody.Of(member, LineBody.Some(random.Next(1, 4), 10_000 * random.Next(1, 90)));
        var (unit, sign) = (random.Next(2) == 0 ? "points" : "credit", random.Next(3) == 0 ? -1 : 1);
        return random.Next(21) switch
        {
            < 5 => new("sell", () => club.Api.Post("/purchases", goods)),
            < 8 => new("spend", () => club.Api.Post("/purchases", goods.Spending("credit", amount * 200L))),
            8 or 9 => Refund(),
            10 => Post(
                "adjust",
                $"{url}/adjustments",
                new
                {
                    unit,
                    amount = sign * amount,
                    reason = "by hand",
                }
            ),
            11 => Post(
                "give",
                $"{url}/transfers",
                new
                {
                    to = new { id = other },
                    unit = "points",
                    amount,
                }
            ),
            12 => Post("convert", $"{url}/conversions", new { unit = "points", amount = 10 * random.Next(1, 4) }),
            13 => Post("review", $"{url}/events", new { @event = "review", reference = $"r{random.Next(9)}" }),
            14 => OfLot("extend", member, new { expiresAt = Later(), reason = "more" }),
            15 => OfLot("reinstate", member, new { reason = "sorry" }),
            16 => OfLot(
                "reinstate",
                member,
                new
                {
                    amount,
                    expiresAt = Later(),
                    reason = "some of it",
                }
            ),
            17 => Post("merge", $"{url}/merge", new { other }) with { Goes = other },
            18 when merges.Count > 0 => Post("undo", $"/merges/{Of(merges)}/undo", null),
            19 when random.Next(3) == 0 => Post("leave", $"{url}/leave", new { reason = "asked" }) with
            {
                Goes = member,
            },
            20 => new("change", () => club.Api.Patch(url, new { lastName = "نام" + amount })),
            _ => new("join", Join),
        };
    }

    private AnyCall Refund()
    {
        if (sales.Count == 0)
        {
            return new("join", Join);
        }

        object body =
            random.Next(2) == 0
                ? new { reason = "all came back" }
                : new { lines = new[] { new { line = 1, quantity = 1 } }, reason = "one came back" };
        return Post("refund", $"/purchases/{Of(sales)}/refunds", body);
    }

    /// <summary>One of the lots he has or had.</summary>
    private AnyCall OfLot(string what, Guid member, object body)
    {
        var lot = random.Next();
        return new(
            what,
            async () =>
            {
                var all = await club.Api.Get($"/members/{member}/lots");
                var count = all.Status == 200 ? all["items"].GetArrayLength() : 0;
                var no = count == 0 ? 1 : all.Long($"items/{lot % count}/no");
                return await club.Api.Post($"/members/{member}/lots/{no}/{what}", body);
            }
        );
    }

    private AnyCall Post(string what, string url, object? body) =>
        new(what, () => body is null ? club.Api.Post(url) : club.Api.Post(url, body));

    private Task<Answer> Join() =>
        club.Api.Post(
            "/members",
            new
            {
                mobile = "0912"
                    + (1_000_000 + Interlocked.Increment(ref joined)).ToString(CultureInfo.InvariantCulture),
            }
        );

    private DateTimeOffset Later() => club.Clock.Now.AddDays(random.Next(1, 5));

    private T Of<T>(List<T> list) => list[random.Next(list.Count)];
}
