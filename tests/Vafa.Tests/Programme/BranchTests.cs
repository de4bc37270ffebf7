using Vafa.Tests.Staff;

namespace Vafa.Tests.Programme;

/// <summary>The pages of branches and tills, and where the sale page says that it stands.</summary>
public sealed class BranchTests
{
    [Theory, BothDatabases]
    public async Task The_list_has_every_branch_with_its_tills_and_the_sales_of_this_month(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await Open(club);
        foreach (var branch in (string[])["main", "b2", "b2"])
        {
            var lines = new[] { new { quantity = 1, unitPrice = 100_000 } };
            (await club.Api.Post("/purchases", new { branch, lines })).MustBe(201);
        }

        using var owner = await club.SignedIn();
        var (status, list) = await owner.Page("/settings/branches");
        status.ShouldBe(200);
        var row = list.Split("<tr").Single(r => r.Contains("تجریش"));
        row.ShouldContain("کنار در");
        row.ShouldContain(">۲<");
        (await owner.Page("/settings/branches/b2")).Text.ShouldContain("این ماه ۲ فروش داشته است.");
        (await owner.Page("/settings/branches/b2/tills/t2")).Text.ShouldContain("value=\"کنار در\"");

        // What is new gets the first code that is free.
        (await owner.Page("/settings/branches/new")).Text.ShouldContain("value=\"b3\"");
        (await owner.Page("/settings/branches/b2/tills/new")).Text.ShouldContain("/api/v1/tills/t3");
        (await owner.Page("/settings/branches/b9")).Status.ShouldBe(404);
        (await owner.Page("/settings/branches/b2/tills/t9")).Status.ShouldBe(404);
    }

    [Theory, BothDatabases]
    public async Task A_code_may_hold_a_slash_and_its_pages_open(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var title = new { fa = "بازار" };
        (await club.Api.Put("/branches/a%2Fb%20c", new { title })).MustBe(200);
        using var owner = await club.SignedIn();
        (await owner.Page("/settings/branches")).Text.ShouldContain("/settings/branches/a%2Fb%20c");
        var (status, page) = await owner.Page("/settings/branches/a%2Fb%20c");
        status.ShouldBe(200);
        page.ShouldContain("PUT /api/v1/branches/a%2Fb%20c");
    }

    [Theory, BothDatabases]
    public async Task The_sale_page_stands_where_its_cashier_works(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var owner = await club.SignedIn();
        (await Places(owner)).ShouldBe(["main"]);
        await Open(club);
        (await Places(owner)).ShouldBe(["b2/t2", "main"]);
        using var mina = await club.SignedIn("mina", "cashier");
        (await owner.Call(HttpMethod.Patch, "/staff/mina", new { branch = "b2" })).MustBe(200);
        (await Places(mina)).ShouldBe(["b2/t2"]);
    }

    [Fact]
    public async Task Settings_lead_to_their_first_page_and_who_may_not_change_them_sees_no_form()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        using var owner = await club.SignedIn();
        (await owner.Page("/settings")).Status.ShouldBe(302);
        (await owner.Page("/settings/club")).Text.ShouldContain("PATCH /api/v1/club");
        using var auditor = await club.SignedIn("omid", "auditor");
        var (status, page) = await auditor.Page("/settings/club");
        status.ShouldBe(200);
        page.ShouldNotContain("data-send");
        page.ShouldNotContain("data-upload");
        (await auditor.Page("/settings/branches")).Text.ShouldNotContain("/settings/branches/new");
        using var mina = await club.SignedIn("mina", "cashier");
        (await mina.Page("/settings")).Status.ShouldBe(403);
    }

    private static async Task Open(TestClub club)
    {
        (await club.Api.Put("/branches/b2", new { title = new { fa = "تجریش", en = "Tajrish" } })).MustBe(200);
        (await club.Api.Put("/tills/t2", new { title = new { fa = "کنار در" }, branch = "b2" })).MustBe(200);
    }

    /// <summary>The places that the page hands to its script, as BRANCH/TILL.</summary>
    private static async Task<List<string>> Places(Browser browser)
    {
        var (_, page) = await browser.Page("/sale");
        var data = page.Split("data-club=\"")[1].Split('"')[0];
        var club = System.Text.Json.JsonDocument.Parse(System.Net.WebUtility.HtmlDecode(data)).RootElement;
        return
        [
            .. club.GetProperty("places")
                .EnumerateArray()
                .Select(p =>
                    p.GetProperty("branch").GetString()
                    + (p.TryGetProperty("till", out var till) ? "/" + till.GetString() : "")
                ),
        ];
    }
}
