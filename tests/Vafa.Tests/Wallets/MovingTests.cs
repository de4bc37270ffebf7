using Vafa.Tests.Purchases;

namespace Vafa.Tests.Wallets;

/// <summary>Conversion, gifts between members, more time and a second life, over HTTP.</summary>
public sealed class MovingTests
{
    private const string Turning = """
        {"title": {"en": "Points"}, "worth": 500, "maySpend": false, "mayTransfer": true,
         "into": {"unit": "credit", "per": 100, "gives": 50000}}
        """;

    [Theory, BothDatabases]
    public async Task Points_become_credit_once_for_a_key(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/units/points", Turning);
        var member = await club.Join();
        await club.Give(member, "points", 250);
        var call = new { unit = "points", amount = 200 };
        var done = (await club.Api.Post($"/members/{member}/conversions", call)).MustBe(201);
        (done.String("into"), done.Long("becomes")).ShouldBe(("credit", 100_000));
        (await club.Wallet(member, "points")).Balance.ShouldBe(50);
        (await club.Wallet(member, "credit")).Balance.ShouldBe(100_000);
        var statement = (await club.Api.Get($"/members/{member}/statement")).MustBe(200);
        statement["items/0/cause/kind"].GetString().ShouldBe("conversion");

        var url = $"/members/{member}/conversions";
        (await club.Api.Post(url, new { unit = "points", amount = 30 })).MustBeProblem(
            422,
            "ledger.convert-step",
            "/amount"
        );
        (await club.Api.Post(url, call)).MustBeProblem(409, "ledger.not-enough", "/amount");
        (await club.Api.Post(url, new { unit = "credit", amount = 1 })).MustBeProblem(
            422,
            "ledger.turns-into-nothing",
            "/unit"
        );
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task What_one_gives_another_gets_with_its_dates(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/units/points", Turning);
        var (from, to) = (await club.Join(), await club.Join("09121234568"));
        var end = club.Clock.Now.AddDays(9);
        await club.Give(from, "points", 100, end);
        var given = (
            await club.Api.Post(
                $"/members/{from}/transfers",
                """{"to": {"mobile": "09121234568"}, "unit": "points", "amount": 60, "note": "تولدت مبارک"}"""
            )
        ).MustBe(201);
        (given.Id("to"), given.Long("balance")).ShouldBe((to, 40));
        (await club.Wallet(from, "points")).Balance.ShouldBe(40);
        var lots = (await club.Api.Get($"/members/{to}/lots")).MustBe(200);
        lots["items/0/expiresAt"].GetDateTimeOffset().ShouldBe(end);
        (lots.Long("items/0/remaining"), lots.String("items/0/cause/kind")).ShouldBe((60, "transfer"));
        await club.MustBeConsistent();

        await Refused(
            club,
            from,
            """{"to": {"mobile": "09121234567"}, "unit": "points", "amount": 1}""",
            422,
            "transfer.to-oneself",
            "/to"
        );
        await Refused(
            club,
            from,
            """{"to": {"card": "999"}, "unit": "points", "amount": 1}""",
            422,
            "transfer.unknown",
            "/to"
        );
        await Refused(
            club,
            from,
            $$"""{"to": {"id": "{{to}}"}, "unit": "points", "amount": 41}""",
            409,
            "ledger.not-enough",
            "/amount"
        );
        await Refused(
            club,
            from,
            $$"""{"to": {"id": "{{to}}"}, "unit": "credit", "amount": 1}""",
            422,
            "transfer.not-given",
            "/unit"
        );
        await Refused(
            club,
            from,
            """{"to": {}, "unit": "points", "amount": 1}""",
            422,
            "purchase.member-one-of",
            "/to"
        );
    }

    [Theory, BothDatabases]
    public async Task Two_who_give_each_other_all_they_have_at_once_lose_nothing(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/units/points", Turning);
        var (a, b) = (await club.Join(), await club.Join("09121234568"));
        await club.Give(a, "points", 500);
        await club.Give(b, "points", 500);
        var gifts = Enumerable
            .Range(0, 40)
            .Select(i =>
                club.Api.Post(
                    $"/members/{(i % 2 == 0 ? a : b)}/transfers",
                    new
                    {
                        to = new { id = i % 2 == 0 ? b : a },
                        unit = "points",
                        amount = 37 + i,
                    }
                )
            );
        var answers = await Task.WhenAll(gifts);
        answers.ShouldAllBe(answer => answer.Status == 201 || answer.Status == 409);
        ((await club.Wallet(a, "points")).Balance + (await club.Wallet(b, "points")).Balance).ShouldBe(1_000);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_lot_gets_more_time_and_what_expired_stands_again(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await club.Join();
        await club.Give(member, "credit", 100, club.Clock.Now.AddDays(2));
        var until = club.Clock.Now.AddDays(5);
        var url = $"/members/{member}/lots/1";
        var call = new { expiresAt = until, reason = "به درخواست عضو" };
        var more = (await club.Api.Post($"{url}/extend", call)).MustBe(201);
        more["expiresAt"].GetDateTimeOffset().ShouldBe(until);
        (await club.Api.Post($"{url}/extend", call)).MustBeProblem(409, "ledger.not-later", "/expiresAt");
        (await club.Api.Post($"{url}/extend", """{"reason": "x"}""")).MustBeProblem(422, "json.required", "/expiresAt");
        (await club.Api.Post($"/members/{member}/lots/9/extend", call)).MustBeProblem(404, "ledger.lot-unknown");
        var statement = (await club.Api.Get($"/members/{member}/statement")).MustBe(200);
        (statement.Long("items/0/amount"), statement.String("items/0/cause/title")).ShouldBe((0, "به درخواست عضو"));
        club.Clock.Advance(TimeSpan.FromDays(4));
        (await club.Wallet(member, "credit")).Balance.ShouldBe(100);
        await club.MustBeConsistent();

        (await club.Api.Post($"{url}/reinstate", """{"reason": "x"}""")).MustBeProblem(
            409,
            "ledger.nothing-expired",
            "/lot"
        );
    }

    private static async Task Refused(TestClub club, Guid from, string body, int status, string code, string pointer) =>
        (await club.Api.Post($"/members/{from}/transfers", body)).MustBeProblem(status, code, pointer);
}
