using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Night;

/// <summary>How many days before the end members are told is the club's to say.</summary>
public sealed class WarnDistanceTests
{
    private static readonly DateTimeOffset End = new(2026, 4, 26, 20, 30, 0, TimeSpan.Zero);

    [Theory, BothDatabases]
    public async Task Members_are_told_at_the_distances_that_are_set_or_never(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (await club.Api.Patch("/club", """{"warnBeforeDays": [2, 14, 2]}"""))
            .MustBe(200)["warnBeforeDays"]
            .GetRawText()
            .ShouldBe("[14,2]");
        var member = await club.Join();
        await club.Give(member, "points", 120, End);
        (await Told(club, member, nights: 34)).ShouldBe([19, 31]);

        (await club.Api.Patch("/club", """{"warnBeforeDays": []}""")).MustBe(200);
        await club.Give(member, "points", 50, club.Clock.Now.AddDays(20));
        (await Told(club, member, nights: 21)).ShouldBeEmpty();
        (await club.Api.Patch("/club", """{"warnBeforeDays": null}"""))
            .MustBe(200)["warnBeforeDays"]
            .GetRawText()
            .ShouldBe("[30,7,1]");
        await club.MustBeConsistent();
    }

    /// <summary>Lots that end day after day: each is told once at each distance that was set then.</summary>
    [Theory, BothDatabases]
    public async Task A_distance_that_comes_and_goes_leaves_no_gap_and_tells_nobody_twice(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (await club.Api.Patch("/club", """{"warnBeforeDays": [3]}""")).MustBe(200);
        var members = new List<Guid>();
        for (var day = 1; day <= 16; day++)
        {
            members.Add(await club.Join($"0912000{day:0000}"));
            await club.Give(members[^1], "points", 10, club.Clock.Now.AddDays(day));
        }

        await club.Sleep(2);
        (await club.Api.Patch("/club", """{"warnBeforeDays": [3, 5]}""")).MustBe(200);
        await club.Sleep();
        await club.Sleep();
        (await club.Api.Patch("/club", """{"warnBeforeDays": [5]}""")).MustBe(200);
        // The machine was off for two nights; they are made up for.
        await club.Sleep(2);
        (await club.Api.Patch("/club", """{"warnBeforeDays": [5, 3]}""")).MustBe(200);
        await club.Sleep();
        await club.Sleep();
        var told = new List<int>();
        foreach (var member in members)
        {
            told.Add((await club.Warnings(member)).Length);
        }

        told.ShouldAllBe(count => count <= 2);
        told.ShouldBe(Expected(members.Count));
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task What_is_no_distance_is_refused_at_its_place(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (string Body, string Code, string Pointer)[] wrong =
        [
            ("""{"warnBeforeDays": [30, 0]}""", "json.range", "/warnBeforeDays/1"),
            ("""{"warnBeforeDays": [366]}""", "json.range", "/warnBeforeDays/0"),
            ("""{"warnBeforeDays": [1.5]}""", "json.whole", "/warnBeforeDays/0"),
            ("""{"warnBeforeDays": ["7"]}""", "json.number", "/warnBeforeDays/0"),
            ("""{"warnBeforeDays": 7}""", "json.list", "/warnBeforeDays"),
            ("""{"warnBeforeDays": [1, 2, 3, 4]}""", "json.too-many", "/warnBeforeDays"),
        ];
        foreach (var (body, code, pointer) in wrong)
        {
            (await club.Api.Patch("/club", body)).MustBeProblem(422, code, pointer);
        }

        using var page = await club.SignedIn("reza", "manager");
        (await page.Page("/settings/club")).Text.ShouldContain("value=\"۳۰، ۷، ۱\"");
    }

    /// <summary>
    /// The night after day n tells at distance d of what ends within day n+d: lot k, given on day 0 to end k days
    /// later, is told at d by the night after day k−d. Nights after day 0 and 1 had [3], 2 and 3 [3, 5], 4 and 5 [5],
    /// 6 and 7 [5, 3].
    /// </summary>
    private static IEnumerable<int> Expected(int lots)
    {
        int[][] distances =
        [
            [3],
            [3],
            [3, 5],
            [3, 5],
            [5],
            [5],
            [5, 3],
            [5, 3],
        ];
        for (var lot = 1; lot <= lots; lot++)
        {
            yield return distances.Select((set, night) => set.Count(d => lot - d == night)).Sum();
        }
    }

    private static async Task<List<int>> Told(TestClub club, Guid member, int nights)
    {
        var told = new List<int>();
        for (var day = 1; day <= nights; day++)
        {
            var before = (await club.Warnings(member)).Length;
            await club.Sleep();
            if ((await club.Warnings(member)).Length > before)
            {
                told.Add(day);
            }
        }

        return told;
    }
}
