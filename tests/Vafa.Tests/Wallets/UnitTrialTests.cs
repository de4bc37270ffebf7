using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Wallets;

/// <summary>What settings of a unit would have done to the club's own past, told before they are saved.</summary>
public sealed class UnitTrialTests
{
    [Theory, BothDatabases]
    public async Task Caps_are_held_against_what_members_earned(Engine engine)
    {
        await using var club = await Earning(engine);
        var (one, other) = (await club.Join(), await club.Join("09121234568"));
        await Sell(club, one, 9_000);
        club.Clock.Advance(TimeSpan.FromDays(90));
        // Old sales are looked at by the cap of a member alone; a day later the first one is older than 90 days.
        await Sell(club, one, 2_000);
        await Sell(club, one, 1_000);
        await Sell(club, other, 500);
        var daily = await Try(club, "\"caps\": {\"day\": 250}");
        Caps(daily).ShouldBe((3, 1, 50));
        daily
            .String("message")
            .ShouldBe(
                "سقف‌ها: ۳ بار در ۹۰ روز گذشته اعتبار داده شد؛ ۱ بار به سقف می‌خورد و روی‌هم ۵ تومان اعتبار "
                    + "کمتر داده می‌شد."
            );
        Caps(await Try(club, "\"caps\": {\"purchase\": 100}")).ShouldBe((3, 1, 100));
        Caps(await Try(club, "\"caps\": {\"member\": 1000}")).ShouldBe((3, 2, 200));
        Caps(await Try(club, "\"caps\": {\"day\": 1000}")).ShouldBe((3, 0, 0));
        (await club.Api.Get("/units/credit")).MustBe(200).Text.ShouldNotContain("\"day\":250");
    }

    [Theory, BothDatabases]
    public async Task A_refund_and_a_merge_are_known_to_it(Engine engine)
    {
        await using var club = await Earning(engine);
        var (one, other) = (await club.Join(), await club.Join("09121234568"));
        var sale = await Sell(club, one, 3_000);
        club.Clock.Advance(TimeSpan.FromMinutes(1));
        await Sell(club, other, 2_000);
        Caps(await Try(club, "\"caps\": {\"day\": 250}")).ShouldBe((2, 1, 50));
        (await club.Api.Post($"/members/{one}/merge", new { other })).MustBe(201);
        Caps(await Try(club, "\"caps\": {\"day\": 250}")).ShouldBe((2, 2, 250));
        (await club.Api.Post($"/purchases/{sale.Id()}/refunds", """{"reason": "x"}""")).MustBe(201);
        Caps(await Try(club, "\"caps\": {\"day\": 150}")).ShouldBe((1, 1, 50));
    }

    [Theory, BothDatabases]
    public async Task A_life_is_held_against_what_still_stands(Engine engine)
    {
        await using var club = await Earning(engine);
        var member = await club.Join();
        await Sell(club, member, 3_000);
        club.Clock.Advance(TimeSpan.FromDays(30));
        await Sell(club, member, 1_000);
        await club.Give(member, "credit", 7, club.Clock.Now.AddDays(40));
        var trial = await Try(club, "\"expiresAfterDays\": 29");
        (trial.Long("life/standing"), trial.Long("life/ended")).ShouldBe((400, 300));
        trial.String("message")!.ShouldContain("۳۰ تومان اعتبار باطل شده بود.");
        (await Try(club, "\"expiresAfterDays\": 30")).Long("life/ended").ShouldBe(0);
        (await Try(club, "\"expires\": {\"idle\": {\"days\": 30}}")).Text.ShouldNotContain("\"life\"");
    }

    [Theory, BothDatabases]
    public async Task Bounds_on_spending_are_held_against_what_paid(Engine engine)
    {
        await using var club = await Earning(engine);
        var member = await club.Join();
        await Sell(club, member, 9_000);
        foreach (var (total, spend) in new[] { (1_000, 100), (1_000, 300), (200, 150) })
        {
            var body = new
            {
                member = new { id = member },
                lines = new[]
                {
                    new
                    {
                        name = "x",
                        quantity = 1,
                        unitPrice = total,
                    },
                },
                spend = new[] { new { unit = "credit", amount = spend } },
            };
            (await club.Api.Post("/purchases", body)).MustBe(201);
        }

        await Refused("\"least\": 120", 1);
        await Refused("\"most\": 200", 1);
        await Refused("\"step\": 100", 1);
        await Refused("\"maxPercent\": 50", 1);
        await Refused("\"least\": 100, \"most\": 200, \"maxPercent\": 50", 2);
        await Refused("\"productGroups\": [\"coffee\"]", 3);

        async Task Refused(string spending, int refused)
        {
            var trial = await Try(club, $"\"spending\": {{{spending}}}");
            (trial.Long("spending/sales"), trial.Long("spending/refused")).ShouldBe((3, refused), spending);
        }
    }

    [Theory, BothDatabases]
    public async Task It_says_what_is_wrong_and_speaks_both_languages(Engine engine)
    {
        await using var club = await Earning(engine);
        (await club.Api.Post("/units/none/preview", Credit(Plain))).MustBeProblem(404, "unit.unknown");
        (await club.Api.Post("/units/credit/preview", """{"title": {"fa": "x"}}""")).MustBeProblem(
            422,
            "json.required",
            "/worth",
            "/maySpend"
        );
        (await Try(club, Plain))
            .String("message")
            .ShouldBe("سقفی، مهلت ثابتی یا مرزی در خرج نیست؛ از گذشته چیزی عوض نمی‌شد.");
        var all = "\"caps\": {\"day\": 1}, \"expiresAfterDays\": 9, \"spending\": {\"least\": 2}";
        (await Try(club, all)).String("message")!.Split('\n').Length.ShouldBe(3);
        using var owner = await club.SignedIn();
        (await owner.Page("/settings/units/credit")).Text.ShouldContain("POST /api/v1/units/credit/preview");
        (await owner.Page("/settings/units/new?kind=credit")).Text.ShouldNotContain("/preview");
    }

    private const string Plain = "\"mayTransfer\": false";

    private static string Credit(string more) =>
        $$"""{"title": {"fa": "اعتبار", "en": "Credit"}, "worth": 1, "maySpend": true, {{more}} }""";

    private static (long, long, long) Caps(Answer trial) =>
        (trial.Long("caps/times"), trial.Long("caps/cut"), trial.Long("caps/amount"));

    private static async Task<Answer> Try(TestClub club, string settings) =>
        (await club.Api.Post("/units/credit/preview", Credit(settings))).MustBe(200);

    private static Task<Answer> Sell(TestClub club, Guid member, long money) =>
        club.Sell(SaleBody.Of(member, LineBody.One(money)));

    /// <summary>Ten percent of each sale as credit, without an end.</summary>
    private static async Task<TestClub> Earning(Engine engine)
    {
        var club = await TestClub.Start(engine);
        await club.Set("/units/credit", Credit(Plain));
        await club.SetCreditBack(10);
        return club;
    }
}
