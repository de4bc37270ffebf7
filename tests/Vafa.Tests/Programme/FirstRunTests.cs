using Microsoft.EntityFrameworkCore;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Programme;

/// <summary>A new club is given its settings and its trade's documents, once.</summary>
public sealed class FirstRunTests
{
    private static object Cafe(string name = "کافه نارنج") =>
        new
        {
            name,
            trade = "cafe",
            offers = new[] { "welcome", "birthday" },
            currency = "IRR",
            showToman = true,
            calendar = "jalali",
            timeZone = "Asia/Tehran",
            weekStartsOn = "saturday",
            dayStartsAt = "04:00",
            language = "fa",
        };

    [Theory, BothDatabases]
    public async Task A_club_begins_in_one_version_and_sells_by_it(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var before = (await club.Api.Get("/first-run")).MustBe(200);
        before["untouched"].GetBoolean().ShouldBeTrue();
        before["trades"].GetArrayLength().ShouldBe(6);
        before.Long("trades/0/preview/total").ShouldBe(5_000_000);

        var begun = (await club.Api.Post("/first-run", Cafe())).MustBe(201);
        begun.Long("programmeVersion").ShouldBe(2);
        var settings = await club.Api.Get("/club");
        settings.String("name").ShouldBe("کافه نارنج");
        settings.String("dayStartsAt").ShouldBe("04:00");
        (await club.Api.Get("/offers/welcome")).String("state").ShouldBe("live");
        (await club.Api.Get("/offers/regular")).String("state").ShouldBe("draft");
        (await club.Api.Get("/product-groups/coffee")).MustBe(200);
        (await club.Api.Get("/units/credit")).Long("expiresAfterDays").ShouldBe(90);
        (await club.Api.Get("/first-run"))["untouched"].GetBoolean().ShouldBeFalse();

        var member = (await club.Api.Post("/members", new { mobile = "09121234567" })).MustBe(201).Id();
        var lines = new[] { new { quantity = 1, unitPrice = 5_000_000 } };
        var sale = (await club.Api.Post("/purchases", new { member = new { id = member }, lines })).MustBe(201);
        sale.Long("programmeVersion").ShouldBe(2);
        sale["earned"].GetArrayLength().ShouldBe(2, sale.ToString());
        sale.String("applied/0/offer").ShouldBe("welcome");
    }

    [Theory, BothDatabases]
    public async Task It_is_done_once_and_the_audit_tells_of_it(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (await club.Api.Post("/first-run", Cafe(), "the-key")).MustBe(201);
        var again = (await club.Api.Post("/first-run", Cafe(), "the-key")).MustBe(201);
        again.Replayed.ShouldBeTrue();
        (await club.Api.Post("/first-run", Cafe("دیگری"))).MustBeProblem(409, "first-run.touched");
        (await club.Api.Get("/club")).String("name").ShouldBe("کافه نارنج");
        var actions = await club.Ask(db => db.Audit.Select(a => a.Action).ToListAsync());
        actions.ShouldContain("first-run.done");
        actions.Count(a => a == "offer.put").ShouldBe(3);
    }

    [Theory, BothDatabases]
    public async Task Two_at_once_make_one_club(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(i => club.Api.Post("/first-run", Cafe("باشگاه " + i)))
        );
        answers.Count(a => a.Status == 201).ShouldBe(1);
        answers.Where(a => a.Status != 201).ShouldAllBe(a => a.Status == 409);
        (await club.Ask(db => db.ProgrammeVersions.CountAsync())).ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"trade":"cafe"}""", 422, "json.required", "/name")]
    [InlineData("""{"name":"الف"}""", 422, "json.required", "/trade")]
    [InlineData("""{"name":"الف","trade":"bank"}""", 422, "first-run.trade-unknown", "/trade")]
    [InlineData("""{"name":"الف","trade":"cafe","offers":["x"]}""", 422, "first-run.offer-unknown", "/offers/0")]
    [InlineData("""{"name":"الف","trade":"cafe","currency":"USD"}""", 422, "first-run.only-rial", "/currency")]
    [InlineData("""{"name":"الف","trade":"cafe","timeZone":"Mars"}""", 422, "club.time-zone", "/timeZone")]
    [InlineData("""{"name":"الف","trade":"cafe","colour":1,"x":2}""", 400, "json.unknown-field", "/colour", "/x")]
    public async Task What_cannot_be_is_refused_at_its_place(
        string body,
        int status,
        string code,
        params string[] pointers
    )
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        var answer = await club.Api.Post("/first-run", body);
        answer.MustBeProblem(status, code, pointers);
        (await club.Ask(db => db.ProgrammeVersions.CountAsync())).ShouldBe(1);
        (await club.Api.Get("/first-run"))["untouched"].GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_club_with_a_member_has_begun()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        (await club.Api.Post("/members", new { mobile = "09121234567" })).MustBe(201);
        (await club.Api.Post("/first-run", Cafe())).MustBeProblem(409, "first-run.touched");
    }

    [Fact]
    public async Task A_try_decides_and_writes_nothing()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        var body = new
        {
            trade = "salon",
            amount = 10_000_000,
            offers = new[] { "welcome" },
        };
        var shown = (await club.Api.Post("/first-run/preview", body)).MustBe(200);
        shown.Long("payable").ShouldBe(10_000_000);
        shown.Long("earned/0/amount").ShouldBe(300_000);
        shown.Long("earned/1/amount").ShouldBe(500_000);
        (await club.Ask(db => db.ProgrammeVersions.CountAsync())).ShouldBe(1);
        (await club.Api.Post("/first-run/preview", """{"trade":"salon","amount":-1}""")).MustBe(422);
    }

    [Theory]
    [InlineData("owner", 200)]
    [InlineData("manager", 403)]
    [InlineData("cashier", 403)]
    [InlineData("auditor", 403)]
    public async Task Only_the_owner_begins(string role, int status)
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        using var browser = await club.SignedIn(role, role);
        (await browser.Api("/first-run")).MustBe(status);
    }
}
