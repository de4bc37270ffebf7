using System.Net.Http;
using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Lists;

/// <summary>Saved views of lists: whose they are, and who sees and deletes them.</summary>
public sealed class ViewTests
{
    [Theory, BothDatabases]
    public async Task A_view_is_kept_shared_and_deleted_by_its_author_or_an_owner(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var till = await club.ClientWith("members");
        var saved = await till.Post(
            "/views",
            """{"list": "members", "name": "ساکت‌ها", "query": "lastVisit=before:30&cursor=x&sort=-spent&columns=card"}"""
        );
        saved.MustBe(201).String("query").ShouldBe("lastVisit=before%3A30&sort=-spent&columns=card");
        (await till.Get("/views?list=members"))["items"].GetArrayLength().ShouldBe(1);
        (await club.Api.Get("/views?list=members"))["items"].GetArrayLength().ShouldBe(0, "it is not shared");
        var shared = await club.Api.Post(
            "/views",
            """{"list": "members", "name": "همه", "query": "", "shared": true}"""
        );
        var seen = await till.Get("/views?list=members");
        seen["items"].EnumerateArray().Select(v => v.GetProperty("mine").GetBoolean()).ShouldBe([true, false]);
        (await till.Delete("/views/" + shared.Id())).MustBeProblem(403, "view.not-yours");
        using var cashier = await club.SignedIn("reza", "cashier");
        (await cashier.Api("/views/" + saved.Id(), method: HttpMethod.Delete)).MustBeProblem(404, "view.unknown");
        (await club.Api.Delete("/views/" + saved.Id())).MustBe(200);
        (await club.Api.Delete("/views/" + saved.Id())).MustBeProblem(404, "view.unknown");
        (await club.Audited()).Count(a => a.Contains(" view.", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Theory, BothDatabases]
    public async Task What_can_not_be_a_view_is_refused_and_nothing_is_kept(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (string Body, int Status, string Code, string[] Pointers)[] bad =
        [
            ("""{"list": "offers", "name": "a"}""", 422, "json.choice", ["/list"]),
            ("""{"list": "members"}""", 422, "json.required", ["/name"]),
            ("""{"list": "members", "name": "a", "query": "visits=x"}""", 422, "filter.range", ["/query"]),
            ("""{"list": "members", "name": "a", "query": "shoe=1"}""", 422, "view.query", ["/query"]),
            ("""{"list": "purchases", "name": "a", "query": "buyer=x"}""", 422, "json.choice", ["/query"]),
            ("""{"list": "purchases", "name": "a", "colour": 1}""", 400, "json.unknown-field", ["/colour"]),
        ];
        var stranger = await club.ClientWith("purchases");
        var before = await club.RowCounts();
        foreach (var (body, status, code, pointers) in bad)
        {
            (await club.Api.Post("/views", body)).MustBeProblem(status, code, pointers);
        }

        var longName = new { list = "members", name = new string('ن', 61) };
        (await club.Api.Post("/views", longName)).MustBe(422);
        (await club.Api.Post("/views", """{"list": "members", "name": "a"}""", "")).MustBe(400);
        (await stranger.Get("/views?list=members")).MustBeProblem(403, "key.scope");
        (await club.RowCounts()).ShouldBe(before);
        for (var i = 0; i < 50; i++)
        {
            (
                await club.Api.Post(
                    "/views",
                    new
                    {
                        list = "purchases",
                        name = "v" + i,
                        query = "buyer=guest",
                    }
                )
            ).MustBe(201);
        }

        (await club.Api.Post("/views", """{"list": "purchases", "name": "one more"}""")).MustBeProblem(
            409,
            "view.too-many"
        );
    }
}
