using Vafa.Tests.Purchases;

namespace Vafa.Tests.Wallets;

/// <summary>What members earn for other things than sales: once for a reference, within caps.</summary>
public sealed class EventTests
{
    [Theory, BothDatabases]
    public async Task A_review_earns_once_for_its_reference_and_so_often_a_month(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set(
            "/engagements/review",
            """{"title": {"fa": "نظر"}, "earn": [{"unit": "points", "amount": 20}], "perMember": {"uses": 2, "every": "month"}}"""
        );
        var member = await club.Join();
        var first = await Tell(club, member, """{"event": "review", "reference": "r1"}""");
        Shop.Amounts(first["earned"]).ShouldBe("20 points");
        (await club.Api.Post($"/members/{member}/events", """{"event": "review", "reference": "r1"}""")).MustBeProblem(
            409,
            "event.duplicate",
            "/reference"
        );
        await Tell(club, member, """{"event": "review"}""");
        var third = await Tell(club, member, """{"event": "review", "reference": "r3"}""");
        (Shop.Amounts(third["earned"]), third["limited"].GetBoolean()).ShouldBe(("-", true));
        club.Clock.Advance(TimeSpan.FromDays(31));
        Shop.Amounts((await Tell(club, member, """{"event": "review"}"""))["earned"]).ShouldBe("20 points");
        (await club.Wallet(member, "points")).Balance.ShouldBe(60);
        var statement = (await club.Api.Get($"/members/{member}/statement")).MustBe(200);
        (statement.String("items/0/cause/kind"), statement.String("items/0/cause/title")).ShouldBe(("event", "نظر"));
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Ten_times_the_same_event_at_once_is_one(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/engagements/visit", """{"title": {"en": "v"}, "earn": [{"unit": "points", "amount": 5}]}""");
        var member = await club.Join();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(_ => club.Api.Post($"/members/{member}/events", """{"event": "visit", "reference": "e7"}"""))
        );
        answers.Count(a => a.Status == 201).ShouldBe(1);
        answers.Count(a => a.Status == 409).ShouldBe(9);
        (await club.Wallet(member, "points")).Balance.ShouldBe(5);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Caps_of_the_unit_cut_what_events_bring_and_say_so(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set(
            "/units/points",
            """{"title": {"en": "Points"}, "worth": 500, "maySpend": false, "caps": {"day": 30, "member": 50}}"""
        );
        await club.Set("/engagements/visit", """{"title": {"en": "v"}, "earn": [{"unit": "points", "amount": 20}]}""");
        var member = await club.Join();
        await Tell(club, member, """{"event": "visit"}""");
        var second = await Tell(club, member, """{"event": "visit"}""");
        (Shop.Amounts(second["earned"]), Shop.Amounts(second["capped"])).ShouldBe(("10 points", "10 points"));
        var none = await Tell(club, member, """{"event": "visit"}""");
        (Shop.Amounts(none["earned"]), Shop.Amounts(none["capped"])).ShouldBe(("-", "20 points"));
        club.Clock.Advance(TimeSpan.FromDays(1));
        Shop.Amounts((await Tell(club, member, """{"event": "visit"}"""))["earned"]).ShouldBe("20 points");
        Shop.Amounts((await Tell(club, member, """{"event": "visit"}"""))["earned"]).ShouldBe("-");
        (await club.Wallet(member, "points")).Balance.ShouldBe(50);
    }

    [Theory, BothDatabases]
    public async Task A_completed_profile_earns_once_by_itself(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/fields/drink", """{"title": {"en": "Drink"}, "type": "text"}""");
        await club.Set(
            "/engagements/complete",
            """{"title": {"en": "Complete"}, "earn": [{"unit": "points", "amount": 100}], "profile": ["firstName", "birthDate", "drink"]}"""
        );
        var member = await club.Join(more: """, "firstName": "سارا" """);
        var url = $"/members/{member}";
        (await club.Api.Patch(url, """{"birthDate": "1369/02/22"}""")).MustBe(200);
        (await club.Wallet(member, "points")).Balance.ShouldBe(0);
        var done = (await club.Api.Patch(url, """{"fields": {"drink": "tea"}}""")).MustBe(200);
        done["wallets"].EnumerateArray().Max(w => w.GetProperty("balance").GetInt64()).ShouldBe(100);
        (await club.Api.Patch(url, """{"firstName": null}""")).MustBe(200);
        (await club.Api.Patch(url, """{"firstName": "سارا"}""")).MustBe(200);
        (await club.Wallet(member, "points")).Balance.ShouldBe(100);

        var whole = await club.Join(
            "09121234568",
            """, "firstName": "رضا", "birthDate": "1990-05-12", "fields": {"drink": "tea"} """
        );
        (await club.Wallet(whole, "points")).Balance.ShouldBe(100);
        await club.MustBeConsistent();
    }

    /// <summary>
    /// Between keeping the member and giving what his profile brings, a node may be gone: the till then asks again.
    /// </summary>
    [Theory, BothDatabases]
    public async Task The_same_enrolment_again_gives_what_was_cut_off(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var body = """{"mobile": "09121234567", "firstName": "سارا"}""";
        var member = (await club.Api.Post("/members", body, "one")).MustBe(201).Id();
        await club.Set(
            "/engagements/complete",
            """{"title": {"en": "Complete"}, "earn": [{"unit": "points", "amount": 100}], "profile": ["firstName"]}"""
        );
        for (var again = 0; again < 2; again++)
        {
            var answer = await club.Api.Post("/members", body, "one");
            answer.MustBe(201).Id().ShouldBe(member);
            answer.Replayed.ShouldBeTrue();
            (await club.Wallet(member, "points")).Balance.ShouldBe(100);
        }

        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task What_nobody_knows_is_refused(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var url = $"/members/{await club.Join()}/events";
        (await club.Api.Post(url, """{"event": "moon"}""")).MustBeProblem(422, "event.unknown", "/event");
        (await club.Api.Post(url, """{"event": ""}""")).MustBeProblem(422, "json.length", "/event");
        await club.Set("/engagements/v", """{"title": {"en": "v"}, "earn": []}""");
        (await club.Api.Post(url, """{"event": "v", "branch": "moon"}""")).MustBeProblem(
            422,
            "purchase.unknown-branch",
            "/branch"
        );
        (await club.Api.Post(url, """{"event": "v", "at": "2027-01-01T00:00:00Z"}""")).MustBeProblem(
            422,
            "purchase.in-future",
            "/at"
        );
        (
            await club.Api.Put("/engagements/w", """{"title": {"en": "v"}, "earn": [{"unit": "gold", "amount": 1}]}""")
        ).MustBeProblem(422, "ledger.unknown-unit", "/earn/0/unit");
        (await club.Api.Put("/engagements/w", """{"title": {"en": "v"}, "profile": ["shoe"]}""")).MustBeProblem(
            422,
            "engagement.unknown-field",
            "/profile/0"
        );
        (await club.Api.Post($"/members/{Guid.NewGuid()}/events", """{"event": "v"}""")).MustBeProblem(
            404,
            "member.unknown"
        );
    }

    private static async Task<Answer> Tell(TestClub club, Guid member, string body) =>
        (await club.Api.Post($"/members/{member}/events", body)).MustBe(201);
}
