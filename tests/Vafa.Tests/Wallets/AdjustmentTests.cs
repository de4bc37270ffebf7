using Microsoft.EntityFrameworkCore;
using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Wallets;

/// <summary>Bonus, penalty and correction, and the second person a large one needs.</summary>
public sealed class AdjustmentTests
{
    private const string Large = """{"unit": "credit", "amount": 2000000, "reason": "جبران"}""";

    [Theory, BothDatabases]
    public async Task A_bonus_adds_and_a_penalty_takes_off(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var url = $"/members/{await club.Join()}/adjustments";
        (await club.Api.Post(url, """{"unit": "credit", "amount": 9, "kind": "bonus", "reason": "r"}"""))
            .MustBe(201)
            .String("kind")
            .ShouldBe("bonus");
        (await club.Api.Post(url, """{"unit": "credit", "amount": -4, "kind": "penalty", "reason": "r"}""")).MustBe(
            201
        );
        await Refused(
            club,
            url,
            """{"unit": "credit", "amount": -4, "kind": "bonus", "reason": "r"}""",
            "adjustment.bonus-takes",
            "/amount"
        );
        await Refused(
            club,
            url,
            """{"unit": "credit", "amount": 4, "kind": "penalty", "reason": "r"}""",
            "adjustment.penalty-gives",
            "/amount"
        );
        await Refused(
            club,
            url,
            """{"unit": "credit", "amount": 4, "kind": "gift", "reason": "r"}""",
            "json.choice",
            "/kind"
        );
        var codes = await club.Ask(db => db.Entries.OrderBy(e => e.No).Select(e => e.CauseCode).ToListAsync());
        codes.ShouldBe(["bonus", "penalty"]);
    }

    [Theory, BothDatabases]
    public async Task A_large_one_moves_nothing_until_a_second_person_lets_it(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (await club.Api.Patch("/club", """{"approveAdjustmentsOver": 1000000}""")).MustBe(200);
        using var sara = await club.SignedIn("sara", "manager");
        using var omid = await club.SignedIn("omid", "manager");
        var member = await club.Join();
        var url = $"/members/{member}/adjustments";
        (
            await sara.Call(HttpMethod.Post, url, Parsed("""{"unit": "credit", "amount": 1000000, "reason": "r"}"""))
        ).MustBe(201);
        var asked = (await sara.Call(HttpMethod.Post, url, Parsed(Large))).MustBe(202);
        asked.String("state").ShouldBe("waiting");
        (await club.Wallet(member, "credit")).Balance.ShouldBe(1_000_000);
        var waiting = (await club.Api.Get("/adjustments")).MustBe(200);
        (waiting.Id("items/0/id"), waiting.String("items/0/by")).ShouldBe((asked.Id(), "staff:sara"));
        var approve = $"/adjustments/{asked.Id()}/approve";
        (await sara.Call(HttpMethod.Post, approve)).MustBeProblem(403, "adjustment.own");
        (await club.Api.Post(approve, "{}")).MustBeProblem(403, "adjustment.by-person");

        var both = await Task.WhenAll(omid.Call(HttpMethod.Post, approve), omid.Call(HttpMethod.Post, approve));
        both.Select(answer => answer.Status).Order().ShouldBe([200, 409]);
        (await club.Wallet(member, "credit")).Balance.ShouldBe(3_000_000);
        (await club.Api.Get("/adjustments")).MustBe(200)["items"].GetArrayLength().ShouldBe(0);
        var acts = await club.Ask(db =>
            db.Audit.Where(a => a.Action.StartsWith("wallet.")).OrderBy(a => a.At).Select(a => a.Action).ToListAsync()
        );
        acts.ShouldBe(["wallet.adjusted", "wallet.proposed", "wallet.approved"]);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task What_is_worth_much_waits_whatever_its_unit_and_sign(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (await club.Api.Patch("/club", """{"approveAdjustmentsOver": 50000}""")).MustBe(200);
        var member = await club.Join();
        var url = $"/members/{member}/adjustments";
        (await club.Api.Post(url, """{"unit": "points", "amount": 100, "reason": "r"}""")).MustBe(201);
        (await club.Api.Post(url, """{"unit": "points", "amount": 101, "reason": "r"}""")).MustBe(202);
        var minus = (await club.Api.Post(url, """{"unit": "points", "amount": -101, "reason": "r"}""")).MustBe(202);
        using var omid = await club.SignedIn("omid", "manager");
        (await omid.Call(HttpMethod.Post, $"/adjustments/{minus.Id()}/approve")).MustBeProblem(
            409,
            "ledger.below-zero",
            "/amount"
        );
        (await omid.Call(HttpMethod.Post, $"/adjustments/{minus.Id()}/reject"))
            .MustBe(200)
            .String("state")
            .ShouldBe("rejected");
        (await club.Wallet(member, "points")).Balance.ShouldBe(100);
        await club.MustBeConsistent();
    }

    private static object Parsed(string json) =>
        System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(json);

    private static async Task Refused(TestClub club, string url, string body, string code, string pointer) =>
        (await club.Api.Post(url, body)).MustBeProblem(422, code, pointer);
}
