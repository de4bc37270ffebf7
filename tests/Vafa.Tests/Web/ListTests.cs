namespace Vafa.Tests.Web;

/// <summary>Lists come in pages; a page's cursor leads to the next and to nothing else.</summary>
public sealed class ListTests
{
    [Theory, BothDatabases]
    public async Task Pages_show_everything_once_in_order(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        foreach (var code in new[] { "c", "a", "e", "b", "د" })
        {
            (await club.Api.Put("/groups/" + Uri.EscapeDataString(code), new { title = new { fa = code } })).MustBe(
                200
            );
            (await club.Api.Put("/products/" + Uri.EscapeDataString(code), new { title = new { fa = code } })).MustBe(
                200
            );
        }

        (await All(club, "/groups", "code")).ShouldBe(["c", "a", "e", "b", "د"]);
        (await All(club, "/products", "sku")).ShouldBe(["a", "b", "c", "e", "د"]);
    }

    [Fact]
    public async Task A_limit_out_of_range_and_a_foreign_cursor_are_refused()
    {
        (string Query, string Code, string Pointer)[] bad =
        [
            ("?limit=0", "list.limit", "/limit"),
            ("?limit=201", "list.limit", "/limit"),
            ("?limit=-5", "list.limit", "/limit"),
            ("?limit=ten", "list.limit", "/limit"),
            ("?limit=", "list.limit", "/limit"),
            ("?cursor=nonsense", "list.cursor", "/cursor"),
            ("?cursor=WyJ4Il0", "list.cursor", "/cursor"),
            ("?cursor=WzFd", "list.cursor", "/cursor"),
            ("?cursor=W10", "list.cursor", "/cursor"),
        ];
        await using var club = await TestClub.Start(Engine.Sqlite);
        foreach (var (query, code, pointer) in bad)
        {
            (await club.Api.Get("/units" + query)).MustBeProblem(422, code, pointer);
        }

        (await club.Api.Get("/units?limit=200")).MustBe(200);
    }

    private static async Task<List<string>> All(TestClub club, string path, string key)
    {
        var all = new List<string>();
        for (var next = ""; ; )
        {
            var page = (await club.Api.Get($"{path}?limit=2{next}")).MustBe(200);
            var items = page["items"].EnumerateArray().Select(i => i.GetProperty(key).GetString()!).ToList();
            items.Count.ShouldBeLessThanOrEqualTo(2);
            all.AddRange(items);
            if (page.String("next") is not { } cursor)
            {
                return all;
            }

            next = "&cursor=" + cursor;
        }
    }
}
