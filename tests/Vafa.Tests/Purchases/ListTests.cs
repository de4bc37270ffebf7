namespace Vafa.Tests.Purchases;

/// <summary>GET /purchases: by reference, member and time, newest first, page by page.</summary>
public sealed class ListTests
{
    private static readonly (string Query, string Code, string Pointer)[] BadQueries =
    [
        ("limit=201", "list.limit", "/limit"),
        ("limit=0", "list.limit", "/limit"),
        ("limit=many", "list.limit", "/limit"),
        ("cursor=nonsense", "list.cursor", "/cursor"),
        ("cursor=WyIxIl0", "list.cursor", "/cursor"),
        ("member=sara", "json.uuid", "/member"),
        ("from=yesterday", "json.instant", "/from"),
        ("to=1405-01-05T00:00:00Z", "time.jalali-year", "/to"),
    ];

    [Theory, BothDatabases]
    public async Task Sales_are_listed_newest_first_and_page_by_page_without_gap_or_repeat(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var ids = new List<Guid>();
        for (var i = 0; i < 25; i++)
        {
            // Three at a time at the same moment.
            var at = TestClock.Start.AddMinutes(-(i / 3));
            ids.Add((await club.Sell(SaleBody.Guest(LineBody.One(1_000)) with { At = at })).Id());
        }

        var (seen, pages) = (new List<Guid>(), 0);
        var times = new List<DateTimeOffset>();
        var cursor = "";
        do
        {
            var page = (await club.Api.Get("/purchases?limit=7" + cursor)).MustBe(200);
            seen.AddRange(page["items"].EnumerateArray().Select(i => i.GetProperty("id").GetGuid()));
            times.AddRange(page["items"].EnumerateArray().Select(i => i.GetProperty("at").GetDateTimeOffset()));
            cursor = page.String("next") is { } next ? "&cursor=" + next : null;
            pages++;
        } while (cursor is not null);

        seen.ShouldBe(ids, ignoreOrder: true);
        times.ShouldBe(times.OrderDescending());
        pages.ShouldBe(4);
    }

    [Theory, BothDatabases]
    public async Task A_list_is_narrowed_by_reference_member_and_time(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var (one, other) = (await club.Join(), await club.Join("09350000000"));
        var first = await club.Sell(SaleBody.Of(one, LineBody.One(1_000)) with { Reference = "A 1" });
        var second = await club.Sell(SaleBody.Of(other, LineBody.One(2_000)) with { At = TestClock.Start.AddDays(-2) });
        var guest = await club.Sell(SaleBody.Guest(LineBody.One(3_000)) with { At = TestClock.Start.AddDays(-1) });
        await MustBe(club, "", first, guest, second);
        await MustBe(club, "reference=A%201", first);
        await MustBe(club, "reference=A", []);
        await MustBe(club, $"member={other}", second);
        await MustBe(club, "from=2026-03-24T12:30:00%2B03:30", first, guest);
        await MustBe(club, "to=2026-03-24T09:00:00Z", second);
        await MustBe(club, $"member={one}&to=2026-03-24T09:00:00Z", []);
        var item = (await club.Api.Get("/purchases?reference=A%201"))["items/0"];
        item.GetProperty("member").GetProperty("id").GetGuid().ShouldBe(one);
        item.GetProperty("payable").GetInt64().ShouldBe(1_000);
    }

    [Theory, BothDatabases]
    public async Task A_list_that_can_not_be_is_refused(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        foreach (var (query, code, pointer) in BadQueries)
        {
            (await club.Api.Get("/purchases?" + query)).MustBeProblem(422, code, pointer);
        }

        (await club.Api.Get("/purchases?limit=200")).MustBe(200)["items"].GetArrayLength().ShouldBe(0);
    }

    private static async Task MustBe(TestClub club, string query, params Answer[] sales) =>
        (await club.Api.Get("/purchases?" + query))
            .MustBe(200)["items"]
            .EnumerateArray()
            .Select(i => i.GetProperty("id").GetGuid())
            .ShouldBe(sales.Select(s => s.Id()), query);
}
