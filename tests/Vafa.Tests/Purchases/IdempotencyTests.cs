namespace Vafa.Tests.Purchases;

/// <summary>The key of a sale, a refund and an adjustment: sent again, nothing happens twice.</summary>
public sealed class IdempotencyTests
{
    private const string Key = "till-3/2026-03-25/17";

    [Theory, BothDatabases]
    public async Task A_sale_without_a_key_is_refused(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var before = await club.RowCounts();
        var sale = SaleBody.Guest(LineBody.One(5_000));
        (await club.Api.Post("/purchases", sale, "")).MustBeProblem(400, "idempotency.missing");
        (await Send(club, new string('k', 256), sale)).MustBeProblem(400, "idempotency.malformed");
        (await Send(club, "\"\"", sale)).MustBeProblem(400, "idempotency.malformed");
        (await club.RowCounts()).ShouldBe(before);
        (await Send(club, new string('k', 255), sale)).MustBe(201);
    }

    [Theory, BothDatabases]
    public async Task A_sale_sent_again_gives_the_first_answer_letter_by_letter(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await club.Join(more: """, "firstName": "🌸 سارا" """);
        await club.SetCreditBack(5);
        await club.SetDiscount("ten", 10);
        await club.SetDiscount("never", 20, """, "when": {"basketTotal": {"atLeast": 90000000}}""");
        var sale = SaleBody.Of(member, LineBody.Some(1.5m, 40_001) with { Name = "چای ☕" }, LineBody.Shipping(9));
        var first = await club.Api.Post("/purchases", sale, Key);
        first.MustBe(201).Replayed.ShouldBeFalse();
        await club.SetDiscount("ten", 20);
        await club.SetCreditBack(9);
        await club.Sell(sale);
        club.Clock.Advance(TimeSpan.FromDays(6.9));
        foreach (var key in new[] { Key, $"\"{Key}\"" })
        {
            var again = await club.Api.Post("/purchases", sale, key);
            again.MustBe(201).Replayed.ShouldBeTrue();
            again.Text.ShouldBe(first.Text);
        }

        await club.Restart();
        (await club.Api.Post("/purchases", sale, Key)).Text.ShouldBe(first.Text);
        (await club.Wallet(member, "credit")).Balance.ShouldBeGreaterThan(0);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task The_same_key_with_another_body_is_refused(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var sale = SaleBody.Guest(LineBody.One(5_000));
        (await club.Api.Post("/purchases", sale, Key)).MustBe(201);
        var before = await club.RowCounts();
        var other = SaleBody.Guest(LineBody.One(5_001));
        (await club.Api.Post("/purchases", other, Key)).MustBeProblem(422, "idempotency.other-body");
        (await club.RowCounts()).ShouldBe(before);
    }

    [Theory, BothDatabases]
    public async Task A_key_belongs_to_its_api_client(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var sale = SaleBody.Guest(LineBody.One(5_000));
        var first = (await club.Api.Post("/purchases", sale, Key)).MustBe(201);
        var other = await club.ClientWith("purchases");
        var second = (await other.Post("/purchases", sale, Key)).MustBe(201);
        second.Replayed.ShouldBeFalse();
        second.Id().ShouldNotBe(first.Id());
    }

    [Theory, BothDatabases]
    public async Task A_refusal_frees_its_key(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var sale = SaleBody.Guest(LineBody.One(5_000)) with { Branch = "north" };
        (await club.Api.Post("/purchases", sale, Key)).MustBe(422);
        (await club.Api.Post("/purchases", """{"lines": 5}""", Key)).MustBe(422);
        (await club.Api.Post("/purchases", "{", Key)).MustBe(400);
        await club.Set("/branches/north", """{"title": {"en": "North"}}""");
        (await club.Api.Post("/purchases", sale, Key)).MustBe(201).Replayed.ShouldBeFalse();
    }

    [Theory, BothDatabases]
    public async Task A_refund_and_an_adjustment_sent_again_move_nothing_twice(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await club.Join();
        await club.SetCreditBack(10);
        var sale = await club.Sell(SaleBody.Of(member, LineBody.Some(4, 10_000)));
        var refunds = $"/purchases/{sale.Id()}/refunds";
        await MustReplay(club, refunds, """{"lines": [{"line": 1, "quantity": 1}], "reason": "one"}""");
        (await club.Wallet(member, "credit")).Balance.ShouldBe(3_000);
        var adjustments = $"/members/{member}/adjustments";
        await MustReplay(club, adjustments, """{"unit": "credit", "amount": 70, "reason": "sorry"}""");
        (await club.Wallet(member, "credit")).Balance.ShouldBe(3_070);
        (await club.Api.Post(refunds, """{"reason": "x"}""", "")).MustBeProblem(400, "idempotency.missing");
        (await club.Api.Post(adjustments, """{"unit": "credit", "amount": 1, "reason": "x"}""", "")).MustBeProblem(
            400,
            "idempotency.missing"
        );
        await club.MustBeConsistent();
    }

    private static async Task MustReplay(TestClub club, string path, string body)
    {
        var key = Guid.CreateVersion7().ToString();
        var first = (await club.Api.Post(path, body, key)).MustBe(201);
        first.Replayed.ShouldBeFalse();
        var again = (await club.Api.Post(path, body, key)).MustBe(201);
        again.Replayed.ShouldBeTrue();
        again.Text.ShouldBe(first.Text);
        (await club.Api.Post(path, body.Replace("}", " }"), key)).MustBeProblem(422, "idempotency.other-body");
    }

    /// <summary>A key as it is, without the quotes that the header's own type would add.</summary>
    private static Task<Answer> Send(TestClub club, string key, SaleBody sale) =>
        club.Api.Send(
            HttpMethod.Post,
            "/purchases",
            sale,
            message => message.Headers.TryAddWithoutValidation("Idempotency-Key", key)
        );
}
