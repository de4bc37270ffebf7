using Vafa.Features.Members;
using Vafa.Features.Search;
using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Lists;

/// <summary>The one search of the office.</summary>
public sealed class SearchTests
{
    [Theory, BothDatabases]
    public async Task Anything_is_found_by_what_people_call_it(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await Shop.Join(club, "09121234567", """, "firstName": "سارا", "lastName": "تولایی" """);
        var sale = await club.Sell(SaleBody.Of(member, LineBody.One(1_000)) with { Reference = "A-77" });
        await club.Set("/offers/birthday", """{"title": {"fa": "تولد"}, "give": [{"freeShipping": {}}]}""");
        await club.Set("/groups/silver", """{"title": {"fa": "نقره‌ای"}}""");
        await club.Set("/products/tea", """{"title": {"fa": "چای تولد"}}""");
        (await Found(club.Api, "تول")).ShouldBe([
            $"members: /members/{member}",
            "offers: /offers/birthday",
            "products: /settings/products/tea",
            "pages: /offers",
        ]);
        (await Found(club.Api, "۰۹۱۲۱۲۳")).ShouldBe([$"members: /members/{member}"]);
        (await Found(club.Api, "A-77")).ShouldBe([$"sales: /purchases/{sale.Id()}"]);
        (await Found(club.Api, sale.Id().ToString()[..13])).ShouldBe([$"sales: /purchases/{sale.Id()}"]);
        (await Found(club.Api, sale.Id().ToString())).ShouldBe([$"sales: /purchases/{sale.Id()}"]);
        (await Found(club.Api, "نقره")).ShouldBe([
            "groups: /settings/groups/silver",
            "pages: /settings/groups",
            "pages: /settings/ladders",
        ]);
        (await Found(club.Api, "مشتریان")).ShouldBe(["pages: /members"]);
        (await Found(club.Api, "receipts")).ShouldBe(["pages: /purchases", "pages: /settings/registers"]);
        (await Found(club.Api, "")).ShouldBeEmpty();
        (await Found(club.Api, "!")).ShouldBeEmpty();
        (await club.Api.Get("/search?q=" + new string('a', 101))).MustBeProblem(422, "search.too-long", "/q");
    }

    [Theory, BothDatabases]
    public async Task Nobody_finds_what_he_may_not_read(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await Shop.Join(club, "09121234567", """, "firstName": "سارا" """);
        await club.Sell(SaleBody.Of(member, LineBody.One(1_000)) with { Reference = "سارا" });
        await club.Set("/groups/sara", """{"title": {"fa": "سارا"}}""");
        (await Found(await club.ClientWith("members"), "سارا")).ShouldBe([$"members: /members/{member}"]);
        (await Found(await club.ClientWith("club"), "سارا")).ShouldBe(["groups: /settings/groups/sara"]);
        (await Found(await club.ClientWith("offers"), "سارا")).ShouldBeEmpty();
        (await Found(await club.ClientWith("offers"), "مشتریان")).ShouldBeEmpty();
        (await club.Client(null).Get("/search?q=a")).MustBe(401);
    }

    [Theory, BothDatabases]
    public async Task The_page_shows_what_was_found_in_groups_and_says_when_nothing_was(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await Shop.Join(club, "09121234567", """, "firstName": "سارا", "lastName": "تولایی" """);
        using var cashier = await club.SignedIn("mina", "cashier");
        var (status, text) = await cashier.Page("/search?q=" + Uri.EscapeDataString("سار"));
        status.ShouldBe(200);
        text.ShouldContain($"href=\"/members/{member}\"");
        text.ShouldContain("value=\"سار\"");
        (_, text) = await cashier.Page("/search?q=zz%3Cb%3E");
        text.ShouldContain("پیدا نشد");
        text.ShouldNotContain("<b>");
        (await cashier.Page("/search")).Text.ShouldContain("چه چیزی را پیدا کنیم؟");
        (await cashier.Page("/search?q=" + new string('a', 101))).Status.ShouldBe(200);
        (await cashier.Page("/search?q=" + Uri.EscapeDataString("کارکنان"))).Text.ShouldNotContain("/settings/staff");
        (await cashier.Page("/search?q=import")).Text.ShouldNotContain("href=\"/settings");
    }

    [Theory]
    [InlineData("کش‌بک", "/settings/rules")]
    [InlineData("cashback", "/settings/rules")]
    [InlineData("تخفیف", "/offers")]
    [InlineData("پیامک", "/messages")]
    [InlineData("شعب", "/settings/branches")]
    public void A_page_is_meant_by_its_synonyms(string words, string address) =>
        KnownPages.Meant([.. MemberKeys.Words(words)]).Select(p => p.Address).ShouldContain(address);

    private static async Task<List<string>> Found(ApiClient client, string words)
    {
        var answer = (await client.Get("/search?q=" + Uri.EscapeDataString(words))).MustBe(200);
        return
        [
            .. answer
                .Json.EnumerateObject()
                .SelectMany(g => g.Value.EnumerateArray().Select(h => $"{g.Name}: {h.GetProperty("address")}")),
        ];
    }
}
