namespace Vafa.Tests.Purchases;

/// <summary>Who may sell, refund, correct and look.</summary>
public sealed class AccessTests
{
    private const string Sale = """{"lines": [{"quantity": 1, "unitPrice": 1000}]}""";

    [Theory, BothDatabases]
    public async Task Without_a_key_nobody_gets_in_and_nobody_learns_what_there_is(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var sale = await club.Sell(SaleBody.Guest(LineBody.One(1_000)));
        foreach (var client in new[] { club.Client(null), club.Client("vafa_wrong"), club.Client("") })
        {
            foreach (var (method, path, body) in Calls(sale.Id(), Guid.CreateVersion7(), Guid.CreateVersion7()))
            {
                var answer = await Call(client, method, path, body);
                answer.Status.ShouldBe(401, $"{method} {path}");
                answer.MediaType.ShouldBe("application/problem+json");
            }
        }

        (await club.RowCounts()).ShouldContain("purchase 1, ");
    }

    [Theory, BothDatabases]
    public async Task A_key_does_only_what_its_scopes_name(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await club.Join();
        var sale = await club.Sell(SaleBody.Guest(LineBody.One(1_000)));
        var hold = (await club.Api.Post("/purchases/holds", Sale)).MustBe(201).Id();
        var wrong = await club.ClientWith("members", "offers", "history", "club");
        var before = await club.RowCounts();
        foreach (var (method, path, body) in Calls(sale.Id(), member, hold))
        {
            (await Call(wrong, method, path, body)).MustBeProblem(403, "key.scope");
        }

        (await club.RowCounts()).ShouldBe(before);
        var right = await club.ClientWith("purchases", "ledger");
        foreach (var (method, path, body) in Calls(sale.Id(), member, hold))
        {
            (await Call(right, method, path, body)).Status.ShouldBeInRange(200, 204, $"{method} {path}");
        }
    }

    [Theory, BothDatabases]
    public async Task An_old_sale_needs_the_scope_for_history(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var till = await club.ClientWith("purchases");
        var historian = await club.ClientWith("purchases", "history");
        var sale = SaleBody.Guest(LineBody.One(1_000));
        (await till.Post("/purchases", sale with { At = TestClock.Start.AddDays(-7) })).MustBe(201);
        var old = sale with { At = TestClock.Start.AddDays(-7).AddSeconds(-1) };
        (await till.Post("/purchases", old)).MustBeProblem(403, "purchase.too-old", "/at");
        (await till.Post("/purchases/quote", old)).MustBeProblem(403, "purchase.too-old", "/at");
        (await historian.Post("/purchases", old)).MustBe(201);
        (await historian.Post("/purchases", sale with { At = TestClock.Start.AddYears(-20) })).MustBe(201);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_sale_may_lie_five_minutes_ahead_and_no_more(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var sale = SaleBody.Guest(LineBody.One(1_000));
        var ahead = TestClock.Start.AddMinutes(5);
        (await club.Api.Post("/purchases", sale with { At = ahead }))
            .MustBe(201)["at"]
            .GetDateTimeOffset()
            .ShouldBe(ahead);
        foreach (var later in new[] { ahead.AddSeconds(1), ahead.AddYears(50) })
        {
            (await club.Api.Post("/purchases", sale with { At = later })).MustBeProblem(
                422,
                "purchase.in-future",
                "/at"
            );
        }
    }

    private static (HttpMethod Method, string Path, string? Body)[] Calls(Guid sale, Guid member, Guid hold) =>
        [
            (HttpMethod.Post, "/purchases", Sale),
            (HttpMethod.Post, "/purchases/quote", Sale),
            (HttpMethod.Post, "/purchases/holds", Sale),
            (HttpMethod.Get, $"/purchases/holds/{hold}", null),
            (HttpMethod.Delete, $"/purchases/holds/{hold}", null),
            (HttpMethod.Get, "/purchases", null),
            (HttpMethod.Get, $"/purchases/{sale}", null),
            (HttpMethod.Post, $"/purchases/{sale}/refunds", """{"reason": "broken"}"""),
            (
                HttpMethod.Post,
                $"/members/{member}/adjustments",
                """{"unit": "credit", "amount": 1000, "reason": "sorry"}"""
            ),
        ];

    private static Task<Answer> Call(ApiClient client, HttpMethod method, string path, string? body) =>
        client.Send(
            method,
            path,
            body,
            message =>
            {
                if (body is not null)
                {
                    message.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
                }
            }
        );
}
