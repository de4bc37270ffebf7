using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Data;
using Vafa.Features.Members;
using Vafa.Features.Members.Filter;

namespace Vafa.Tests.Members;

/// <summary>Finding members by mobile, card and words.</summary>
public sealed class FindMembersTests
{
    [Theory, BothDatabases]
    public async Task Any_writing_of_a_mobile_or_card_finds_its_member_alone(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Join("09121234568");
        var id = await club.Join("09121234567");
        var card = (await club.Api.Get("/members/" + id)).String("card")!;
        foreach (
            var mobile in new[] { "09121234567", "9121234567", "%2B989121234567", "۰۹۱۲ ۱۲۳ ۴۵۶۷", "00989121234567" }
        )
        {
            (await club.Found("mobile=" + mobile)).ShouldBe([id], mobile);
            (await club.Found("q=" + mobile)).ShouldBe([id], mobile);
        }

        (await club.Found("card=" + card)).ShouldBe([id]);
        (await club.Found($"card={card[..4]}-{card[4..]}")).ShouldBe([id]);
        (await club.Found("q=" + card)).ShouldBe([id]);
        (await club.Found($"card={card}&mobile=09121234567")).ShouldBe([id]);
        (await club.Found($"card={card}&mobile=09121234568")).ShouldBeEmpty();
        (await club.Found($"card={card}&q=nobody")).ShouldBeEmpty();
        (await club.Found("card=1111111111")).ShouldBeEmpty();
        (await club.Api.Get("/members?mobile=12")).MustBeProblem(422, "mobile.invalid", "/mobile");
        (await club.Api.Get("/members?limit=201")).MustBeProblem(422, "list.limit", "/limit");
        (await club.Api.Get("/members?q=" + new string('a', 201))).MustBeProblem(422, "search.too-long", "/q");
        (await club.Api.Get("/members?q=a&cursor=WyJ4Il0")).MustBeProblem(422, "list.cursor", "/cursor");
        (await club.Api.Get("/members?q=a%00b")).MustBeProblem(400, "call.malformed");
    }

    [Theory, BothDatabases]
    public async Task Every_word_begins_a_word_of_the_name_the_card_or_the_mobile(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var ali = await club.Join("09121234567", "علی‌رضا", "کاظمی");
        var sara = await club.Join("09351112233", "سارا", "علیزاده");
        var hassan = await club.Join("09191110000", "Al-Hassan", "Ölmez 🌹");
        (await club.Found("q=علی")).ShouldBe([sara, ali]);
        (await club.Found("q=علي كاظ")).ShouldBe([ali]);
        (await club.Found("q=علیرضا")).ShouldBe([ali]);
        (await club.Found("q=رضا")).ShouldBeEmpty();
        (await club.Found("q=علی 0935")).ShouldBe([sara]);
        (await club.Found("q=HASS olm")).ShouldBe([hassan]);
        (await club.Found("q=al-has")).ShouldBe([hassan]);
        (await club.Found("q=🌹")).ShouldBe([hassan]);
        (await club.Found("q=0912")).ShouldBe([ali]);
        (await club.Found("q=۹۸۹۱۹")).ShouldBe([hassan]);
        (await club.Found("q=09")).ShouldBe([hassan, sara, ali]);
        (await club.Found("q=علی ناشناس")).ShouldBeEmpty();
        (await club.Found("q=%25")).ShouldBe([hassan, sara, ali], "punctuation is no word");
        (await club.Found("")).ShouldBe([hassan, sara, ali]);
    }

    [Theory, BothDatabases]
    public async Task Pages_go_on_where_they_stopped_newest_first(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var joined = new List<Guid>();
        for (var i = 0; i < 7; i++)
        {
            club.Clock.Advance(TimeSpan.FromSeconds(1));
            joined.Insert(0, await club.Join("0912000000" + i, "نام" + i, i % 2 == 0 ? "زوج" : "فرد"));
        }

        (await club.AllPages("limit=3")).ShouldBe(joined);
        (await club.AllPages("limit=2&q=نام")).ShouldBe(joined);
        (await club.AllPages("limit=1&q=زوج")).ShouldBe(joined.Where((_, i) => i % 2 == 0));
        (await club.AllPages("limit=7")).ShouldBe(joined);
    }

    [Theory, BothDatabases]
    public async Task A_word_that_thousands_share_is_found_by_walking_and_none_is_lost(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        const int Crowd = MatchMembers.MostWalkedByWords + 2_500;
        var rare = await club.Crowd(Crowd);
        var first = await club.Api.Get("/members?q=هم&limit=2");
        first["items"].GetArrayLength().ShouldBe(2);
        (await club.AllPages("q=هم یاب&limit=200")).ShouldBe(rare);
        (await club.AllPages("q=هم 0912&limit=50", pages: 3)).Count.ShouldBe(150);

        // Common words that nobody has together: pages without a member, but with an end.
        (await club.AllPages("q=هم نا&limit=200")).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task A_list_shows_members_as_they_are_shown_alone(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetUp();
        await club.Join("09350000001");
        club.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var made = await club.Api.Post(
            "/members",
            """{"mobile": "09121234567", "groups": ["silver"], "fields": {"children": 3}}"""
        );
        var listed = await club.Api.Get("/members");
        listed["items/0"].GetRawText().ShouldBe(made.MustBe(201).Text);
    }

    [Theory, BothDatabases]
    public async Task Without_the_scope_of_members_nothing_is_told(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var id = await club.Join("09121234567");
        foreach (var path in new[] { "/members", "/members/" + id, "/members/" + Guid.CreateVersion7() })
        {
            (await club.Client(null).Get(path)).MustBe(401);
        }
    }
}

internal static class SearchesOfTests
{
    public static async Task<List<Guid>> Found(this TestClub club, string query) =>
        Ids((await club.Api.Get("/members?" + query)).MustBe(200));

    public static async Task<string?> MobileOf(this TestClub club, Guid id) =>
        (await club.Api.Get("/members/" + id)).String("mobile");

    public static async Task<List<Guid>> AllPages(this TestClub club, string query, int pages = 100)
    {
        var (found, cursor) = (new List<Guid>(), "");
        for (var page = 0; page < pages && cursor is not null; page++)
        {
            var answer = (await club.Api.Get($"/members?{query}&cursor={cursor}")).MustBe(200);
            found.AddRange(Ids(answer));
            cursor = answer.String("next");
        }

        (pages < 100 || cursor is null).ShouldBeTrue("the pages must come to an end");
        return found;
    }

    /// <summary>
    /// So many members: half are called «نامدار», half «همنام», and every thousandth of these «یابنده» besides. Answers
    /// those, newest first.
    /// </summary>
    public static async Task<List<Guid>> Crowd(this TestClub club, int size)
    {
        await using var scope = club.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var rare = new List<Guid>();
        for (var i = 0; i < size; i++)
        {
            var at = TestClock.Start.AddSeconds(i - size);
            var member = new Member
            {
                Id = Guid.CreateVersion7(at),
                Card = (1_000_000_000 + i).ToString(),
                Mobile = $"+98912{i:D7}",
                LastName =
                    i % 1000 == 7 ? "یابنده"
                    : i % 2 == 0 ? "نامدار"
                    : "کسی",
                FirstName = i % 2 == 0 && i % 1000 != 7 ? null : "همنام",
                Since = at,
                SinceDay = new DateOnly(2026, 3, 25),
            };
            db.Add(member);
            db.AddRange(MemberKeys.Of(member));
            if (i % 1000 == 7)
            {
                rare.Insert(0, member.Id);
            }
        }

        await db.SaveChangesAsync();
        return rare;
    }

    private static List<Guid> Ids(Answer answer) =>
        [.. answer["items"].EnumerateArray().Select(i => i.GetProperty("id").GetGuid())];
}
