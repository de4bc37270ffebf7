using Vafa.Tests.Purchases;

namespace Vafa.Tests.Members;

/// <summary>A saved filter of members that offers ask for.</summary>
public sealed class SegmentTests
{
    private const string Sleeping = """{"title": {"fa": "خواب‌رفته‌ها"}, "filter": "lastVisit=before:10"}""";

    /// <summary>Every word of the filter that a sale knows, at its edges: TestClock.Start is 2026-03-25.</summary>
    private static readonly string[] Filters =
    [
        "group=silver",
        "group=silver&group=gold",
        "visits=2..",
        "visits=..1",
        "visits=1..1",
        "spent=20000..",
        "spent=..20000",
        "spent=10000..20000",
        "lastVisit=within:1",
        "lastVisit=within:11",
        "lastVisit=before:9",
        "lastVisit=before:10",
        "lastVisit=between:1..10",
        "lastVisit=between:10..39",
        "lastVisit=between:11..40",
        "lastVisit=never",
        "joined=within:10",
        "joined=within:11",
        "joined=2026-03-26..",
        "joined=..2026-03-25",
        "joined=2026-03-25..2026-04-30",
        "wallet=points:3",
        "field.children=2",
        "field.children=2&field.children=3",
        "field.student=true",
        "field.city=قم",
        "field.since=2020-01-02",
        "visits=1..&group=silver",
        "lastVisit=before:5&spent=5000..&field.children=2",
    ];

    [Theory, BothDatabases]
    public async Task A_sale_and_the_list_of_members_find_the_same_members_in_a_segment(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var members = await Crowd(club);
        foreach (var filter in Filters)
        {
            await club.Set("/segments/s", $$"""{"title": {"fa": "x"}, "filter": "{{filter}}"}""");
            await club.SetDiscount("o", 10, """, "when": {"segment": {"in": ["s"]}}""");
            var listed = (await club.Api.Get("/members?" + filter))
                .MustBe(200)["items"]
                .EnumerateArray()
                .Select(m => m.GetProperty("id").GetGuid())
                .ToHashSet();
            foreach (var member in members)
            {
                var quote = await club.Api.Post("/purchases/quote", SaleBody.Of(member, LineBody.One(1_000)));
                quote.MustBe(200).Applied().Contains("o").ShouldBe(listed.Contains(member), filter);
            }
        }

        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_segment_is_stored_as_the_list_writes_it_and_counts_from_the_next_sale(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (await club.Api.Put("/offers/o", Offer)).MustBeProblem(422, "offer.unknown-segment", "/when/segment/in/0");
        var stored = await club.Set("/segments/sleeping", Sleeping);
        stored.String("filter").ShouldBe("lastVisit=before%3A10");
        await club.Set("/offers/o", Offer);
        var member = await club.Join();
        await club.Sell(SaleBody.Of(member, LineBody.One(1_000)));
        club.Clock.Advance(TimeSpan.FromDays(11));
        var first = await club.Sell(SaleBody.Of(member, LineBody.One(1_000)));
        first.Applied().ShouldBe(["o"]);

        await club.Set("/segments/sleeping", Sleeping.Replace("before:10", "before:90", StringComparison.Ordinal));
        club.Clock.Advance(TimeSpan.FromDays(11));
        (await club.Sell(SaleBody.Of(member, LineBody.One(1_000)))).Applied().ShouldBeEmpty();
        // What was decided before is decided the same again, by the segment as it then was.
        await using var replay = await VafaProcess.Run(club.Database, "replay");
        replay.ExitCode.ShouldBe(0, replay.Output + replay.Error);
        (await club.Api.Get("/segments")).MustBe(200)["items"].GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [BothDatabases("&", "segment.empty")]
    [BothDatabases("q=sara", "segment.cannot")]
    [BothDatabases("visits=2..&has=smsConsent", "segment.cannot")]
    [BothDatabases("name=missing", "segment.cannot")]
    [BothDatabases("visits=9..2", "filter.range")]
    [BothDatabases("group=gone", "member.group-unknown")]
    [BothDatabases("field.gone=1", "member.field-unknown")]
    [BothDatabases("sort=-spent&visits=2..", "filter.unknown")]
    public async Task A_filter_that_no_sale_can_ask_is_refused_and_changes_nothing(
        Engine engine,
        string filter,
        string code
    )
    {
        await using var club = await TestClub.Start(engine);
        var body = $$"""{"title": {"fa": "x"}, "filter": "{{filter}}"}""";
        (await club.Api.Put("/segments/s", body)).MustBeProblem(422, code, "/filter");
        (await club.Api.Get("/segments/s")).MustBeProblem(404, "segment.unknown");
    }

    private const string Offer = """
        {"title": {"fa": "x"}, "give": [{"discountPercent": {"percent": 10}}], "when": {"segment": {"in": ["sleeping"]}}}
        """;

    /// <summary>Members who joined, bought and came at different days; today is the last of them.</summary>
    private static async Task<List<Guid>> Crowd(TestClub club)
    {
        await club.Set("/groups/silver", """{"title": {"fa": "نقره‌ای"}}""");
        await club.Set("/groups/gold", """{"title": {"fa": "طلایی"}}""");
        await club.Set("/fields/children", """{"title": {"fa": "فرزند"}, "type": "number"}""");
        await club.Set("/fields/student", """{"title": {"fa": "دانشجو"}, "type": "yesNo"}""");
        await club.Set("/fields/city", """{"title": {"fa": "شهر"}, "type": "text"}""");
        await club.Set("/fields/since", """{"title": {"fa": "از"}, "type": "date"}""");
        await club.Set(
            "/earning-rules/r",
            """{"title": {"fa": "x"}, "unit": "points", "perAmount": 10000, "earn": 1, "rounding": "step"}"""
        );
        List<Guid> members =
        [
            await club.Join("09120000001", """, "groups": ["silver"], "fields": {"children": 2, "city": "قم"}"""),
            await club.Join("09120000002", """, "groups": ["gold"], "fields": {"children": 3, "student": true}"""),
            await club.Join("09120000003", """, "fields": {"student": false, "since": "2020-01-02"}"""),
        ];
        await Buy(club, members[0], 20_000);
        await Buy(club, members[1], 10_000);
        club.Clock.Advance(TimeSpan.FromDays(29));
        await Buy(club, members[1], 30_000);
        members.Add(await club.Join("09120000004"));
        club.Clock.Advance(TimeSpan.FromDays(10));
        members.Add(await club.Join("09120000005", """, "groups": ["silver", "gold"]"""));
        await Buy(club, members[4], 20_001);
        club.Clock.Advance(TimeSpan.FromDays(1));
        await Buy(club, members[2], 5_000);
        return members;
    }

    private static Task<Answer> Buy(TestClub club, Guid member, long amount) =>
        club.Sell(SaleBody.Of(member, LineBody.One(amount)));
}
