using Microsoft.EntityFrameworkCore;
using Vafa.Tests.Members;
using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Lists;

/// <summary>Changes of many members: what is said before, what is done, and what is refused.</summary>
public sealed class BulkTests
{
    [Theory, BothDatabases]
    public async Task Many_join_and_leave_a_group_as_the_preview_said_and_once_a_key(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetUp();
        await club.Crowd(450);
        var first = await Shop.Join(club, "09350000000", """, "groups": ["silver"]""");
        var before = await club.RowCounts();
        var preview = await club.Api.Post(
            "/members/bulk/preview",
            """{"filter": "visits=..0", "action": "addGroup", "value": "silver"}""",
            ""
        );
        preview.MustBe(200).Long("count").ShouldBe(451);
        preview.Long("changed").ShouldBe(450);
        preview.String("sentence").ShouldBe("۴۵۰ عضو به گروه «نقره‌ای» افزوده می‌شوند.");
        (await club.RowCounts()).ShouldBe(before);
        var body = """{"filter": "visits=..0", "action": "addGroup", "value": "silver", "expect": 451}""";
        (await club.Api.Post("/members/bulk", body, "k1")).MustBe(200).Long("changed").ShouldBe(450);
        (await club.Api.Post("/members/bulk", body, "k1")).MustBe(200).Replayed.ShouldBeTrue();
        (await club.Api.Get("/members/count?group=silver")).Long("count").ShouldBe(451);
        (await club.Audited()).Count(a => a.EndsWith("member.bulk members", StringComparison.Ordinal)).ShouldBe(1);
        var leave = new
        {
            ids = new[] { first, Guid.CreateVersion7() },
            action = "removeGroup",
            value = "silver",
            expect = 1,
        };
        (await club.Api.Post("/members/bulk", leave)).MustBe(200).Long("changed").ShouldBe(1);
        (await club.Api.Get("/members/count?group=silver")).Long("count").ShouldBe(450);
    }

    [Theory, BothDatabases]
    public async Task A_field_is_set_and_cleared_for_many(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetUp();
        var one = await Shop.Join(club, "09350000001", """, "fields": {"children": 3}""");
        var two = await Shop.Join(club, "09350000002");
        var set = new
        {
            ids = new[] { one, two },
            action = "setField",
            field = "children",
            value = 2,
            expect = 2,
        };
        (await club.Api.Post("/members/bulk", set)).MustBe(200).Long("changed").ShouldBe(2);
        (await club.Found("field.children=2")).ShouldBe([two, one], ignoreOrder: true);
        var clear = """{"filter": "", "action": "setField", "field": "children", "value": null, "expect": 2}""";
        (await club.Api.Post("/members/bulk", clear)).MustBe(200).Long("changed").ShouldBe(2);
        (await club.Found("field.children=2")).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task What_does_not_fit_is_refused_and_nothing_changes(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetUp();
        await Shop.Join(club);
        (string Body, int Status, string Code, string[] Pointers)[] bad =
        [
            (
                """{"filter": "", "action": "addGroup", "value": "silver", "expect": 7}""",
                409,
                "bulk.count-differs",
                ["/expect"]
            ),
            ("""{"action": "addGroup", "value": "silver", "expect": 1}""", 422, "bulk.who", ["/ids"]),
            (
                """{"filter": "", "ids": [], "action": "addGroup", "value": "silver", "expect": 1}""",
                422,
                "bulk.who",
                ["/filter"]
            ),
            (
                """{"filter": "visits=x", "action": "addGroup", "value": "silver", "expect": 1}""",
                422,
                "filter.range",
                ["/filter"]
            ),
            (
                """{"filter": "", "action": "addGroup", "value": "gold", "expect": 1}""",
                422,
                "member.group-unknown",
                ["/value"]
            ),
            ("""{"filter": "", "action": "erase", "value": "gold", "expect": 1}""", 422, "json.choice", ["/action"]),
            (
                """{"filter": "", "action": "setField", "field": "shoe", "value": 1, "expect": 1}""",
                422,
                "member.field-unknown",
                ["/field"]
            ),
            (
                """{"filter": "", "action": "setField", "field": "vip", "value": 1, "expect": 1}""",
                422,
                "field.yes-no",
                ["/value"]
            ),
            ("""{"ids": ["x"], "action": "addGroup", "value": "silver", "expect": 1}""", 422, "json.uuid", ["/ids"]),
        ];
        var before = await club.RowCounts();
        foreach (var (body, status, code, pointers) in bad)
        {
            (await club.Api.Post("/members/bulk", body)).MustBeProblem(status, code, pointers);
        }

        (await club.RowCounts()).ShouldBe(before);
        using var agent = await club.SignedIn("mina", "agent");
        (await agent.Api("/members/bulk", method: System.Net.Http.HttpMethod.Post)).MustBe(403);
    }
}
