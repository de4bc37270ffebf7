using Microsoft.EntityFrameworkCore;
using Vafa.Features.Audit;
using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Audit;

/// <summary>The audit log over the API.</summary>
public sealed class AuditCallTests
{
    [Theory, BothDatabases]
    public async Task Changes_are_listed_newest_first_with_their_sentence(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/branches/north", """{"title": {"fa": "شمال", "en": "North"}}""");
        club.Clock.Advance(TimeSpan.FromMinutes(1));
        await club.Set("/branches/north", """{"title": {"fa": "شمالی", "en": "Northern"}}""");
        var list = (await club.Api.Get("/audit?subject=branch/north")).MustBe(200);
        list["items"].GetArrayLength().ShouldBe(2);
        list["items/0/sentence"].GetString().ShouldBe("کلید «tests» شعبهٔ «شمالی» را تغییر داد.");
        list["items/0/fields/0/before"].GetString().ShouldBe("شمال");
        list["items/0/fields/0/after"].GetString().ShouldBe("شمالی");
        list["items/0/after/title/en"].GetString().ShouldBe("Northern");
        list["items/1/sentence"].GetString().ShouldBe("کلید «tests» شعبهٔ «شمال» را ساخت.");
        var english = await club.Api.Send(
            HttpMethod.Get,
            "/audit?subject=branch/north&limit=1",
            null,
            m => m.Headers.Add("Accept-Language", "en")
        );
        english["items/0/sentence"].GetString().ShouldBe("The key “tests” changed the branch “Northern”.");
    }

    [Theory, BothDatabases]
    public async Task It_is_filtered_by_who_what_whom_and_when(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var owner = await club.SignedIn();
        club.Clock.Advance(TimeSpan.FromHours(1));
        var member = await club.Join();
        await club.Give(member, "credit", 1_000);
        (await Actions(club, "by=staff:sara")).ShouldBe(["staff.password-set", "staff.signed-in-by-link"], true);
        (await Actions(club, "action=wallet.adjusted")).ShouldBe(["wallet.adjusted"]);
        (await Actions(club, $"subject=member/{member}")).ShouldBe(["wallet.adjusted", "member.enrol"], true);
        (await Actions(club, "from=" + At(1))).ShouldBe(["wallet.adjusted", "member.enrol"], true);
        (await Actions(club, "to=" + At(1))).ShouldContain("staff.created");
        (await Actions(club, "to=" + At(1))).ShouldNotContain("member.enrol");
        (await Actions(club, $"from={At(0)}&to={At(0)}")).ShouldBeEmpty();
        (await club.Api.Get("/audit?from=yesterday")).MustBe(422)["errors/0/pointer"].GetString().ShouldBe("/from");
    }

    [Theory, BothDatabases]
    public async Task Its_pages_join_without_gap_or_overlap(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Ask(async db =>
        {
            for (var i = 0; i < 25; i++)
            {
                var change = new Change("system", TestClock.Start.AddSeconds(i), "offer.put", "offer/" + i);
                AuditLog.Add(db, change);
            }

            return await db.SaveChangesAsync();
        });
        var seen = new List<string>();
        var cursor = "";
        do
        {
            var page = (await club.Api.Get("/audit?action=offer.put&limit=10" + cursor)).MustBe(200);
            seen.AddRange(page["items"].EnumerateArray().Select(i => i.GetProperty("subject").GetString()!));
            cursor = page["next"].GetString() is { } next ? "&cursor=" + next : "";
        } while (cursor.Length > 0);

        seen.ShouldBe(Enumerable.Range(0, 25).Reverse().Select(i => "offer/" + i));
        (await club.Api.Get("/audit?cursor=WyJ4Il0")).MustBeProblem(422, "list.cursor", "/cursor");
    }

    [Theory, BothDatabases]
    public async Task A_page_of_it_walks_an_index(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var indexes = await club.Ask(db =>
            Task.FromResult(
                db.Model.FindEntityType(typeof(AuditEntry))!
                    .GetIndexes()
                    .Select(i => string.Join(',', i.Properties.Select(p => p.Name)))
                    .ToList()
            )
        );
        indexes.ShouldBe(["Subject,Id", "By,Id", "Action,Id"], ignoreOrder: true);
    }

    private static string At(int hours) => TestClock.Start.AddHours(hours).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");

    private static async Task<List<string>> Actions(TestClub club, string query) =>
        [
            .. (await club.Api.Get("/audit?" + query))
                .MustBe(200)["items"]
                .EnumerateArray()
                .Select(i => i.GetProperty("action").GetString()!),
        ];
}
