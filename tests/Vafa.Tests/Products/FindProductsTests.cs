namespace Vafa.Tests.Products;

/// <summary>What the till's search finds.</summary>
public sealed class FindProductsTests
{
    [Theory, BothDatabases]
    public async Task Products_are_found_by_words_of_their_titles_in_any_case_and_by_the_beginning_of_their_sku(
        Engine engine
    )
    {
        await using var club = await TestClub.Start(engine);
        await Put(club.Api, "6260001", "شیر کم‌چرب", "Skimmed Milk");
        await Put(club.Api, "6260002", "شیر", null);
        await Put(club.Api, "cake", "کیک شکلاتی", "Chocolate cake");

        (await Found(club.Api, "شیر")).ShouldBe(["6260002", "6260001"]);
        (await Found(club.Api, "كيك")).ShouldBe(["cake"]);
        (await Found(club.Api, "MILK skim")).ShouldBe(["6260001"]);
        (await Found(club.Api, "۶۲۶")).ShouldBe(["6260002", "6260001"]);
        (await Found(club.Api, "%")).ShouldBeEmpty();
        (await Found(club.Api, "نان")).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task An_endless_search_is_refused_as_such(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (await club.Api.Get("/products?q=" + new string('a', 101))).MustBeProblem(422, "search.too-long", "/q");
    }

    private static async Task Put(ApiClient api, string sku, string fa, string? en)
    {
        var answer = await api.Put("/products/" + sku, new { title = new { fa, en } });
        answer.Status.ShouldBeLessThan(300, answer.ToString());
    }

    private static async Task<string[]> Found(ApiClient api, string words)
    {
        var answer = (await api.Get("/products?q=" + Uri.EscapeDataString(words))).MustBe(200);
        return [.. answer["items"].EnumerateArray().Select(p => p.GetProperty("sku").GetString()!)];
    }
}
