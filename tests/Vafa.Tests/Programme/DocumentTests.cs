using Microsoft.EntityFrameworkCore;

namespace Vafa.Tests.Programme;

/// <summary>Documents are put as a whole, by version, and read back as they are in force.</summary>
public sealed class DocumentTests
{
    private const string Half = """{"title":{"fa":"نیم"},"give":[{"discountPercent":{"percent":50}}]}""";
    private const string Fifth = """{"title":{"fa":"پنجم"},"give":[{"discountPercent":{"percent":20}}]}""";

    [Theory, BothDatabases]
    public async Task A_new_club_has_two_units_one_branch_no_rule_and_no_offer(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var units = await club.Api.Get("/units");
        units["items"].GetArrayLength().ShouldBe(2);
        units.String("items/0/code").ShouldBe("points");
        units.Long("items/0/worth").ShouldBe(500);
        units["items/0/maySpend"].GetBoolean().ShouldBeFalse();
        units.String("items/1/code").ShouldBe("credit");
        units.Long("items/1/worth").ShouldBe(1);
        units.Long("items/1/spendValue").ShouldBe(1);
        (await club.Api.Get("/branches")).String("items/0/code").ShouldBe("main");
        foreach (
            var path in new[] { "/earning-rules", "/offers", "/groups", "/fields", "/products", "/product-groups" }
        )
        {
            (await club.Api.Get(path)).MustBe(200)["items"].GetArrayLength().ShouldBe(0);
        }
    }

    [Theory, BothDatabases]
    public async Task Put_replaces_the_whole_and_answers_it_with_code_and_warnings(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (await club.Api.Put("/offers/x", Half[..^1] + ""","priority":7,"limits":{"uses":3}}""")).MustBe(200);
        var put = (await club.Api.Put("/offers/x", Fifth)).MustBe(200);
        put.String("code").ShouldBe("x");
        put.Long("priority").ShouldBe(0);
        put["limits/uses"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        put.String("warnings/0/code").ShouldBe("offer.much-for-all");
        put.String("warnings/0/message").ShouldNotBeNullOrEmpty();
        var read = (await club.Api.Get("/offers/x")).MustBe(200);
        read.String("title/fa").ShouldBe("پنجم");
        read.Json.TryGetProperty("warnings", out _).ShouldBeFalse();
    }

    [Theory, BothDatabases]
    public async Task What_was_read_can_be_put_back_and_makes_no_version(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Api.Put("/offers/x", Half);
        var before = await Versions(club);
        (await club.Api.Put("/offers/x", (await club.Api.Get("/offers/x")).Text)).MustBe(200);
        (await club.Api.Put("/offers/x", Half)).MustBe(200);
        (await Versions(club)).ShouldBe(before);
        (await club.Api.Put("/offers/y", (await club.Api.Get("/offers/x")).Text)).MustBeProblem(
            422,
            "document.other-code",
            "/code"
        );
    }

    [Theory, BothDatabases]
    public async Task Every_change_is_a_version_with_an_audit_entry_of_before_and_after(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Api.Put("/groups/silver", new { title = new { fa = "نقره" } });
        await club.Api.Put("/groups/silver", new { title = new { fa = "سیمین" } });
        var versions = await club.Ask(db => db.ProgrammeVersions.OrderBy(v => v.Version).ToListAsync());
        versions.Select(v => v.Version).ShouldBe([1, 2, 3]);
        versions.Select(v => v.By).ShouldBe(["system", "key:tests", "key:tests"]);
        var rows = await club.Ask(db =>
            db.ProgrammeDocuments.Where(d => d.Code == "silver").OrderBy(d => d.Version).ToListAsync()
        );
        rows.Select(r => (r.Version, r.UntilVersion)).ShouldBe([(2, 3), (3, null)]);
        rows.Select(r => r.Age).Distinct().Count().ShouldBe(1);
        var audit = await club.Ask(db =>
            db.Audit.Where(a => a.Subject == "group/silver").OrderBy(a => a.Id).ToListAsync()
        );
        audit.Select(a => a.Action).ShouldBe(["group.put", "group.put"]);
        audit.Count(a => a.Before is null).ShouldBe(1);
        audit.ShouldContain(a => a.Before != null && a.Before.Contains("نقره") && a.After!.Contains("سیمین"));
    }

    [Theory, BothDatabases]
    public async Task Changes_at_once_all_land_one_after_the_other(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var other = await club.StartNode();
        var put = await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(i =>
                    (i % 2 == 0 ? club.Api : other).Put($"/groups/g{i % 10}", new { title = new { fa = "گ" + i } })
                )
        );
        put.ShouldAllBe(a => a.Status == 200);
        var versions = await club.Ask(db =>
            db.ProgrammeVersions.OrderBy(v => v.Version).Select(v => v.Version).ToListAsync()
        );
        versions.ShouldBe(Enumerable.Range(1, 41).Select(v => (long)v));
        var running = await club.Ask(db =>
            db.ProgrammeDocuments.Where(d => d.Kind == "group" && d.UntilVersion == null).ToListAsync()
        );
        running.Select(d => d.Code).Order().ShouldBe(Enumerable.Range(0, 10).Select(i => "g" + i));
        running.Select(d => d.Age).Distinct().Count().ShouldBe(10);
    }

    [Theory, BothDatabases]
    public async Task Codes_of_any_script_and_sign_are_one_and_the_same_in_every_call(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        foreach (
            var code in new[] { "نقره‌ای", "a/b", "a%2Fb", "50% off", "x?y#z", "🎁", ".hidden", new string('ن', 64) }
        )
        {
            var path = "/groups/" + Uri.EscapeDataString(code);
            (await club.Api.Put(path, new { title = new { fa = "گروه" } })).MustBe(200).String("code").ShouldBe(code);
            (await club.Api.Get(path)).MustBe(200).String("code").ShouldBe(code);
            var product = "/products/" + Uri.EscapeDataString(code);
            (await club.Api.Put(product, new { title = new { fa = "کالا" } })).MustBe(200).String("sku").ShouldBe(code);
            (await club.Api.Get(product)).MustBe(200).String("sku").ShouldBe(code);
        }

        (await club.Ask(db => db.ProgrammeDocuments.CountAsync(d => d.Kind == "group"))).ShouldBe(8);
    }

    [Theory]
    [InlineData("%01x")]
    [InlineData("%20x")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task A_code_that_is_none_is_refused(string code)
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        (await club.Api.Put("/groups/" + code, new { title = new { fa = "x" } })).MustBeProblem(
            422,
            "code.malformed",
            "/code"
        );
        (await club.Api.Get("/groups/" + code)).MustBeProblem(422, "code.malformed", "/code");
    }

    [Theory, BothDatabases]
    public async Task An_offer_is_paused_resumed_and_ended(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (await club.Api.Post("/offers/x/pause")).MustBeProblem(404, "offer.unknown");
        await club.Api.Put("/offers/x", Half);
        (await club.Api.Post("/offers/x/resume")).MustBe(200).String("state").ShouldBe("live");
        (await club.Api.Post("/offers/x/pause")).MustBe(200).String("state").ShouldBe("paused");
        (await club.Api.Post("/offers/x/pause")).MustBe(200).String("state").ShouldBe("paused");
        (await club.Api.Post("/offers/x/resume")).MustBe(200).String("state").ShouldBe("live");
        (await club.Api.Post("/offers/x/end")).MustBe(200).String("state").ShouldBe("ended");
        (await club.Api.Post("/offers/x/resume")).MustBeProblem(409, "offer.not-paused");
        (await club.Api.Post("/offers/x/pause")).MustBeProblem(409, "offer.not-live");
        (await club.Api.Put("/offers/x", Half)).MustBe(200).String("state").ShouldBe("live");
        (
            await club.Ask(db =>
                db.Audit.Where(a => a.Subject == "offer/x").Select(a => a.Action).Distinct().ToListAsync()
            )
        ).ShouldBe(["offer.put", "offer.pause", "offer.resume", "offer.end"], ignoreOrder: true);
    }

    [Theory, BothDatabases]
    public async Task What_an_answered_put_set_holds_for_the_next_quote_at_any_node(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var other = await club.StartNode();
        var sale = new { lines = new[] { new { quantity = 1, unitPrice = 1000 } } };
        (await other.Post("/purchases/quote", sale)).MustBe(200).Long("payable").ShouldBe(1000);
        foreach (var (percent, payable) in new[] { (50, 500), (20, 800), (10, 900) })
        {
            var offer = new { title = new { fa = "x" }, give = new[] { new { discountPercent = new { percent } } } };
            (await club.Api.Put("/offers/x", offer)).MustBe(200);
            (await other.Post("/purchases/quote", sale)).MustBe(200).Long("payable").ShouldBe(payable);
        }

        await club.Api.Post("/offers/x/pause");
        (await other.Post("/purchases/quote", sale)).MustBe(200).Long("payable").ShouldBe(1000);
    }

    private static Task<int> Versions(TestClub club) => club.Ask(db => db.ProgrammeVersions.CountAsync());
}
