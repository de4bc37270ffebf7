using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Tiers;

/// <summary>Ladders as documents, and what a ladder would make of the club today.</summary>
public sealed class LadderTests
{
    [Theory, BothDatabases]
    public async Task A_ladder_is_stored_with_all_defaults_and_comes_back(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var stored = await club.SetLadder();
        stored.String("fall").ShouldBe("recalculated");
        stored.Long("warnDays").ShouldBe(14);
        stored.Long("measure/days").ShouldBe(30);
        stored.String("tiers/1/match").ShouldBe("all");
        var read = (await club.Api.Get("/ladders/club")).MustBe(200);
        (await club.Api.Put("/ladders/club", read.Text)).MustBe(200);
        (await club.Api.Get("/ladders/club")).MustBe(200).Text.ShouldBe(read.Text);
        (await club.Api.Get("/ladders")).MustBe(200)["items"].GetArrayLength().ShouldBe(1);
        (await club.Api.Get("/ladders/none")).MustBeProblem(404, "ladder.unknown");
    }

    [Theory, BothDatabases]
    public async Task What_is_wrong_is_refused_at_its_place_in_both_languages(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetLadder();
        (await club.Api.Put("/ladders/other", TierClub.Ladder())).MustBeProblem(
            422,
            "ladder.tier-taken",
            "/tiers/0/code",
            "/tiers/1/code",
            "/tiers/2/code"
        );
        const string easier = """
            {"code": "a", "title": {"fa": "الف"}, "from": {"spent": 10}},
            {"code": "b", "title": {"fa": "ب"}, "from": {"spent": 10}}
            """;
        var refused = await club.Api.Put("/ladders/other", TierClub.Ladder(tiers: easier));
        refused.MustBeProblem(422, "ladder.not-harder", "/tiers/1/from").Text.ShouldContain("الف");
        (await club.Api.Put("/ladders/other", TierClub.Ladder(tiers: ""))).MustBeProblem(
            422,
            "ladder.no-tiers",
            "/tiers"
        );
    }

    [Theory, BothDatabases]
    public async Task An_offer_asks_for_a_tier_that_is_there_and_survives_its_going(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        const string offer = """
            {"title": {"fa": "x"}, "give": [{"discountPercent": {"percent": 10}}],
             "when": {"tier": {"atLeast": "gold"}}}
            """;
        (await club.Api.Put("/offers/o", offer)).MustBeProblem(422, "offer.unknown-tier", "/when/tier/atLeast");
        await club.SetLadder();
        await club.Set("/offers/o", offer);
        const string only = """{"code": "bronze", "title": {"fa": "برنزی"}, "from": {"visits": 1}}""";
        await club.Set("/ladders/club", TierClub.Ladder(tiers: only));
        var sale = await club.Buy(await club.Join(), 1_000);
        sale.NotApplied("o").GetProperty("code").GetString().ShouldBe("offer.condition");
        (await club.Api.Put("/offers/o", offer)).MustBeProblem(422, "offer.unknown-tier", "/when/tier/atLeast");
    }

    [Theory]
    [BothDatabases("""{"days": 30}""")]
    [BothDatabases("\"year\"")]
    [BothDatabases("\"anniversary\"")]
    public async Task A_preview_counts_who_would_hold_what_today(Engine engine, string measure)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetPointFor(1_000);
        foreach (
            var (n, amounts) in new long[][]
            {
                [],
                [9_000],
                [10_000],
                [6_000, 4_000],
                [29_000, 900],
                [30_000, 900],
                [],
            }.Index()
        )
        {
            var member = await club.Join($"0912000000{n}");
            foreach (var amount in amounts)
            {
                await club.Buy(member, amount);
            }
        }

        const string tiers = """
            {"code": "a", "title": {"fa": "الف", "en": "A"}, "from": {"spent": 10000}},
            {"code": "b", "title": {"fa": "ب", "en": "B"}, "from": {"spent": 20000}},
            {"code": "c", "title": {"fa": "پ", "en": "C"},
             "from": {"spent": 20000, "earned": {"unit": "points", "amount": 30}}}
            """;
        var answer = await club.Api.Post(
            "/ladders/preview",
            $$"""{"document": {{TierClub.Ladder(measure, tiers: tiers)}} }"""
        );
        answer.MustBe(200);
        answer["tiers"]
            .EnumerateArray()
            .Select(t => t.GetProperty("members").GetInt32())
            .ShouldBe([2, 1, 1], answer.ToString());
        answer.Long("none").ShouldBe(3);
        answer.String("message").ShouldBe("با این حدها امروز ۱ عضو پ و ۱ عضو ب و ۲ عضو الف می‌بودند.");
        (await club.Api.Get("/ladders/club")).MustBeProblem(404, "ladder.unknown");
        (await club.Api.Post("/ladders/preview", """{"document": {"title": {"fa": "x"}}}""")).MustBeProblem(
            422,
            "json.required",
            "/document/measure",
            "/document/tiers"
        );
    }

    [Theory, BothDatabases]
    public async Task A_preview_looks_only_at_what_the_ladder_measures(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await club.Join();
        var sale = await club.Buy(member, 150_000);
        async Task<long> Silver(string measure)
        {
            var body = $$"""{"code": "club", "document": {{TierClub.Ladder(measure)}} }""";
            return (await club.Api.Post("/ladders/preview", body)).MustBe(200).Long("tiers/0/members");
        }

        (await Silver("""{"days": 1}""")).ShouldBe(1);
        club.Clock.Advance(TimeSpan.FromDays(29));
        (await Silver("""{"days": 30}""")).ShouldBe(1);
        (await Silver("""{"days": 29}""")).ShouldBe(0);
        (await Silver("\"year\"")).ShouldBe(1);
        // The next year it counts as the one that ended, and then no more.
        club.Clock.Advance(TimeSpan.FromDays(360));
        (await Silver("\"year\"")).ShouldBe(1);
        (await Silver("\"anniversary\"")).ShouldBe(1);
        club.Clock.Advance(TimeSpan.FromDays(366));
        (await Silver("\"year\"")).ShouldBe(0);
        (await Silver("\"anniversary\"")).ShouldBe(0);
        (await Silver("""{"days": 3660}""")).ShouldBe(1);
        (await club.Api.Post($"/purchases/{sale.Id()}/refunds", """{"reason": "x"}""")).MustBe(201);
        (await Silver("""{"days": 3660}""")).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task The_form_lets_a_tier_ask_for_any_unit_to_be_earned(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        const string tiers = """
            {"code": "one", "title": {"fa": "یک"}, "from": {"earned": {"unit": "credit", "amount": 90000}}},
            {"code": "two", "title": {"fa": "دو"}, "from": {"earned": {"unit": "credit", "amount": 95000}, "visits": 3}}
            """;
        await club.Set("/ladders/club", TierClub.Ladder(tiers: tiers));
        using var owner = await club.SignedIn();
        var stored = (await owner.Page("/settings/ladders/club")).Text;
        var chosen = Select(stored, "tiers/0/from/earned/unit");
        chosen.ShouldContain("value=\"points\"");
        chosen.ShouldContain("value=\"credit\" selected");
        // What is like money is typed as money, what is counted as a number.
        var (money, whole) = (Fieldset(stored, "credit"), Fieldset(stored, "points"));
        money.ShouldContain("data-as=\"money\"");
        money.ShouldContain("value=\"۹٬۰۰۰\"");
        whole.ShouldContain("data-as=\"whole\"");
        whole.ShouldContain("hidden");
        Select((await owner.Page("/settings/ladders/new")).Text, "tiers/0/from/earned/unit")
            .ShouldNotContain("value=\"points\" selected");
    }

    private static string Select(string page, string name) => Between(page, $"name=\"{name}\"", "</select>");

    private static string Fieldset(string page, string unit) =>
        Between(page, $"data-when=\"tiers/0/from/earned/unit={unit}\"", "</fieldset>");

    private static string Between(string page, string from, string to)
    {
        var start = page.IndexOf(from, StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0, from);
        return page[start..page.IndexOf(to, start, StringComparison.Ordinal)];
    }
}
