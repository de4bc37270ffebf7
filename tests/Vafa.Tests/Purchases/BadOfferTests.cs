namespace Vafa.Tests.Purchases;

/// <summary>Offers, refunds and corrections that can't be.</summary>
public sealed class BadOfferTests
{
    private static readonly (string Give, string When, string Pointer)[] BadOffers =
    [
        ("""[{"creditPercent": {"percent": 300, "unit": "credit"}}]""", "null", "/give/0/creditPercent/percent"),
        (
            """[{"creditPercent": {"percent": 300, "unit": "credit", "confirm": true}}]""",
            "null",
            "/give/0/creditPercent/percent"
        ),
        ("""[{"creditPercent": {"percent": 150, "unit": "credit"}}]""", "null", "/give/0/creditPercent/percent"),
        ("""[{"discountPercent": {"percent": 300}}]""", "null", "/give/0/discountPercent/percent"),
        ("""[{"discountPercent": {"percent": 100.01}}]""", "null", "/give/0/discountPercent/percent"),
        ("""[{"discountPercent": {"percent": 1.005}}]""", "null", "/give/0/discountPercent/percent"),
        ("""[{"creditPercent": {"percent": 5, "unit": "stars"}}]""", "null", "/give/0/creditPercent/unit"),
        ("""[{"discountAmount": {"amount": -1}}]""", "null", "/give/0/discountAmount/amount"),
        ("[]", "null", "/give"),
        ("""[{"points": {"unit": "points", "amount": 1}}]""", """{"group": {"in": ["nobody"]}}""", "/when/group/in/0"),
        ("""[{"points": {"unit": "points", "amount": 1}}]""", """{"branch": {"in": ["moon"]}}""", "/when/branch/in/0"),
        ("""[{"points": {"unit": "points", "amount": 1}}]""", """{"visits": {}}""", "/when/visits"),
    ];

    private static readonly (string Body, int Status, string Code, string Pointer)[] BadCorrections =
    [
        ("""{"unit": "stars", "amount": 1, "reason": "x"}""", 422, "ledger.unknown-unit", "/unit"),
        ("""{"unit": "credit", "amount": 0, "reason": "x"}""", 422, "ledger.nothing", "/amount"),
        ("""{"unit": "credit", "amount": 0.5, "reason": "x"}""", 422, "json.whole", "/amount"),
        ("""{"unit": "credit", "amount": 1e18, "reason": "x"}""", 422, "json.range", "/amount"),
        ("""{"unit": "credit", "amount": 1}""", 422, "json.required", "/reason"),
        ("""{"unit": "credit", "amount": -1, "reason": "x"}""", 409, "ledger.below-zero", "/amount"),
        ("""{"unit": "credit", "amount": 1, "reason": "x", "why": 1}""", 400, "json.unknown-field", "/why"),
        (
            """{"unit": "credit", "amount": 1, "reason": "x", "expiresAt": "2026-03-25T08:59:59Z"}""",
            422,
            "ledger.expires-in-past",
            "/expiresAt"
        ),
    ];

    private static readonly (string Body, int Status, string Code, string Pointer)[] BadRefunds =
    [
        ("{}", 422, "json.required", "/reason"),
        ("""{"reason": ""}""", 422, "json.length", "/reason"),
        ("""{"reason": "x", "lines": 5}""", 422, "json.list", "/lines"),
        ("""{"reason": "x", "lines": [5]}""", 422, "json.object", "/lines/0"),
        ("""{"reason": "x", "lines": [{"line": 1}]}""", 422, "json.required", "/lines/0/quantity"),
        ("""{"reason": "x", "lines": [{"line": 1, "quantity": 0}]}""", 422, "json.range", "/lines/0/quantity"),
        ("""{"reason": "x", "lines": [{"line": 1, "quantity": 0.0005}]}""", 422, "json.range", "/lines/0/quantity"),
        ("""{"reason": "x", "lines": [{"line": 0, "quantity": 1}]}""", 422, "json.range", "/lines/0/line"),
        (
            """{"reason": "x", "lines": [{"line": 1, "quantity": 1, "why": 1}]}""",
            400,
            "json.unknown-field",
            "/lines/0/why"
        ),
    ];

    [Theory, BothDatabases]
    public async Task An_offer_that_can_not_be_is_refused_at_its_place(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var before = await club.RowCounts();
        foreach (var (give, when, pointer) in BadOffers)
        foreach (var language in new[] { "fa", "en" })
        {
            var refused = await club.Api.Send(
                HttpMethod.Put,
                "/offers/bad",
                $$"""{"title": {"en": "Bad"}, "give": {{give}}, "when": {{when}}}""",
                message => message.Headers.Add("Accept-Language", language)
            );
            refused.MustBe(422);
            refused["errors/0/pointer"].GetString().ShouldBe(pointer, refused.ToString());
            refused["errors/0/message"].GetString().ShouldNotBeNullOrWhiteSpace();
        }

        (await club.RowCounts()).ShouldBe(before);
        (await club.Sell(SaleBody.Guest(LineBody.One(1_000))))["notApplied"].GetArrayLength().ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task A_correction_that_can_not_be_is_refused(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await club.Join();
        var before = await club.RowCounts();
        foreach (var (body, status, code, pointer) in BadCorrections)
        {
            (await club.Api.Post($"/members/{member}/adjustments", body)).MustBeProblem(status, code, pointer);
        }

        (
            await club.Api.Post(
                $"/members/{Guid.CreateVersion7()}/adjustments",
                """{"unit": "credit", "amount": 1, "reason": "x"}"""
            )
        ).MustBeProblem(404, "member.unknown");
        (await club.RowCounts()).ShouldBe(before);
    }

    [Theory, BothDatabases]
    public async Task A_refund_that_can_not_be_is_refused(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var sale = await club.Sell(SaleBody.Guest(LineBody.One(1_000)));
        var before = await club.RowCounts();
        foreach (var (body, status, code, pointer) in BadRefunds)
        {
            (await club.Api.Post($"/purchases/{sale.Id()}/refunds", body)).MustBeProblem(status, code, pointer);
        }

        (await club.Api.Post($"/purchases/{Guid.CreateVersion7()}/refunds", """{"reason": "x"}""")).MustBeProblem(
            404,
            "purchase.unknown"
        );
        (await club.RowCounts()).ShouldBe(before);
    }
}
