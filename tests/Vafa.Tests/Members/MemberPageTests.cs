using Vafa.Tests.Staff;

namespace Vafa.Tests.Members;

/// <summary>The members' pages as they come over HTTP.</summary>
public sealed class MemberPageTests
{
    [Theory, BothDatabases]
    public async Task What_the_filter_form_sends_becomes_an_address(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var owner = await club.SignedIn();
        (string Typed, string Address)[] asked =
        [
            ("visits=&visits=3&spent=%DB%B1%DB%B0%DB%B0%D9%AC%DB%B0%DB%B0%DB%B0&spent=", "visits=..3&spent=1000000.."),
            ("lastVisit=before&lastVisit=60&spent=100.25&spent=", "lastVisit=before%3A60&spent=100.25.."),
            ("wallet=credit&wallet=5000&lastVisit=&lastVisit=30", "wallet=credit%3A50000"),
            ("lastVisit=never&lastVisit=30&wallet=points&wallet=12", "lastVisit=never&wallet=points%3A12"),
            (
                "joinedWithin=&joinedFrom=2026-03-21&joinedTo=&columns=card&columns=spent",
                "columns=card%2Cspent&joined=2026-03-21.."
            ),
            ("joinedWithin=7&joinedFrom=2026-03-21&q=&cursor=x", "joined=within%3A7"),
        ];
        foreach (var (typed, address) in asked)
        {
            (await owner.LeadsTo("/members?typed=1&" + typed)).ShouldBe("/members?" + address);
        }

        (await owner.LeadsTo("/members?typed=1&q=&visits=&visits=")).ShouldBe("/members");
        (await owner.LeadsTo("/members?q=x")).ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task The_list_says_what_it_filters_by_and_shows_the_columns_that_were_chosen(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (await club.Api.Post("/members", """{"mobile": "09121234567", "firstName": "نگار"}""")).MustBe(201);
        using var owner = await club.SignedIn();
        var (_, text) = await owner.Page("/members?lastVisit=never&columns=card,email,nothing");
        text.ShouldContain("هنوز خریدی نکرده");
        text.ShouldContain("۱ عضو");
        text.ShouldContain("<th class=\"max-sm:hidden\">شمارهٔ کارت</th>");
        text.ShouldNotContain("sort=-spent");
        (await owner.Page("/members?spent=x..")).Text.ShouldContain("مجموع خرید: این بازه خوانده نشد");
    }

    [Theory, BothDatabases]
    public async Task Who_may_only_read_is_offered_no_act(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = (await club.Api.Post("/members", """{"mobile": "09121234567"}""")).MustBe(201).Id();
        using var agent = await club.SignedIn("omid", "agent");
        foreach (var path in (string[])["/members", "/members/" + member])
        {
            var (status, text) = await agent.Page(path);
            status.ShouldBe(200);
            text.ShouldNotContain("data-row ");
            text.ShouldNotContain("data-bulk");
            text.ShouldNotContain("/edit");
            text.ShouldNotContain("adjust-");
            text.ShouldNotContain("/members/new");
        }
    }

    [Theory, BothDatabases]
    public async Task A_timeline_is_read_in_parts(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = (await club.Api.Post("/members", """{"mobile": "09121234567"}""")).MustBe(201).Id();
        var gift = """{"unit": "credit", "amount": 300000, "reason": "خوشامد"}""";
        (await club.Api.Post($"/members/{member}/adjustments", gift)).MustBe(201);
        using var owner = await club.SignedIn();
        var all = (await owner.Page($"/members/{member}")).Text;
        all.ShouldContain("عضو باشگاه شد");
        all.ShouldContain("خوشامد");
        var wallets = (await owner.Page($"/members/{member}?show=wallets")).Text;
        wallets.ShouldContain("خوشامد");
        wallets.ShouldNotContain("عضو باشگاه شد");
        (await owner.Page($"/members/{member}?show=profile")).Text.ShouldNotContain("خوشامد");
        (await owner.Page($"/members/{member}?show=statement")).Text.ShouldContain("data-testid=\"statement\"");
    }

    [Theory, BothDatabases]
    public async Task Taking_more_than_there_is_names_the_most_as_money_is_shown(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = (await club.Api.Post("/members", """{"mobile": "09121234567"}""")).MustBe(201).Id();
        var gift = """{"unit": "credit", "amount": 300000, "reason": "خوشامد"}""";
        (await club.Api.Post($"/members/{member}/adjustments", gift)).MustBe(201);
        var take = """{"unit": "credit", "amount": -300010, "reason": "اشتباه"}""";
        var refused = await club.Api.Post($"/members/{member}/adjustments", take);
        refused.MustBeProblem(409, "ledger.below-zero", "/amount");
        refused.Text.ShouldContain("۳۰٬۰۰۰ تومان");
    }
}
