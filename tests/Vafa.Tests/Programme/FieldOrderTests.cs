using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Features.Programme;

namespace Vafa.Tests.Programme;

/// <summary>The order in which the fields of members are shown.</summary>
public sealed class FieldOrderTests
{
    [Theory, BothDatabases]
    public async Task An_order_is_one_version_of_the_programme_and_the_same_again_is_none(Engine engine)
    {
        await using var club = await WithFields(engine, "a", "b", "c");
        var before = await Version(club);
        var ordered = await club.Api.Post("/fields/order", new { codes = new[] { "c", "a", "b" } });
        Codes(ordered.MustBe(200).Json).ShouldBe(["c", "a", "b"]);
        (await Version(club)).ShouldBe(before + 1);
        (await club.Api.Get("/fields/c")).Long("order").ShouldBe(1);
        (await club.Api.Get("/fields/b")).Long("order").ShouldBe(3);
        (await club.Api.Post("/fields/order", new { codes = new[] { "c", "a", "b" } })).MustBe(200);
        (await Version(club)).ShouldBe(before + 1);
    }

    [Theory, BothDatabases]
    public async Task Fields_that_are_not_named_follow_as_they_stand_and_keep_all_else(Engine engine)
    {
        await using var club = await WithFields(engine, "a", "b", "c", "d");
        var ordered = await club.Api.Post("/fields/order", new { codes = new[] { "d" } });
        Codes(ordered.MustBe(200).Json).ShouldBe(["d", "a", "b", "c"]);
        var field = await club.Api.Get("/fields/b");
        field.String("title/fa").ShouldBe("فیلد b");
        field.String("choices/1").ShouldBe("دو، سه");
        field.Json.GetProperty("shownAtTill").GetBoolean().ShouldBeTrue();
    }

    [Theory, BothDatabases]
    public async Task An_unknown_field_or_one_named_twice_is_refused_at_its_place_and_nothing_moves(Engine engine)
    {
        await using var club = await WithFields(engine, "a", "b");
        var before = await Version(club);
        (await club.Api.Post("/fields/order", new { codes = new[] { "b", "nobody" } })).MustBeProblem(
            422,
            "field.unknown",
            "/codes/1"
        );
        (await club.Api.Post("/fields/order", new { codes = new[] { "b", "a", "b" } })).MustBeProblem(
            422,
            "field.named-twice",
            "/codes/2"
        );
        (await club.Api.Post("/fields/order", new { })).MustBeProblem(422, "json.required", "/codes");
        (await club.Api.Post("/fields/order", new { codes = "b" })).MustBeProblem(422, "json.list", "/codes");
        (await Version(club)).ShouldBe(before);
    }

    [Theory, BothDatabases]
    public async Task The_same_key_gets_the_stored_answer_and_moves_nothing_again(Engine engine)
    {
        await using var club = await WithFields(engine, "a", "b");
        var key = Guid.NewGuid().ToString();
        (await club.Api.Post("/fields/order", new { codes = new[] { "b" } }, key)).MustBe(200);
        (await club.Api.Post("/fields/order", new { codes = new[] { "a" } })).MustBe(200);
        var again = await club.Api.Post("/fields/order", new { codes = new[] { "b" } }, key);
        Codes(again.MustBe(200).Json).ShouldBe(["b", "a"]);
        (await club.Api.Get("/fields/a")).Long("order").ShouldBe(1);
        (await club.Api.Post("/fields/order", new { codes = new[] { "a" } }, "")).MustBeProblem(
            400,
            "idempotency.missing"
        );
    }

    [Theory, BothDatabases]
    public async Task Orders_of_many_at_once_leave_one_of_them_whole(Engine engine)
    {
        await using var club = await WithFields(engine, "a", "b", "c");
        string[][] orders =
        [
            ["a", "b", "c"],
            ["c", "b", "a"],
            ["b", "a", "c"],
            ["c", "a", "b"],
        ];
        var answers = await Task.WhenAll(orders.Select(codes => club.Api.Post("/fields/order", new { codes })));
        answers.ShouldAllBe(a => a.Status == 200);
        var fields = (await club.Api.Get("/fields")).Json.GetProperty("items").EnumerateArray();
        var last = fields
            .OrderBy(f => f.GetProperty("order").GetInt32())
            .Select(f => f.GetProperty("code").GetString()!);
        orders.ShouldContain(codes => codes.SequenceEqual(last));
    }

    private static async Task<TestClub> WithFields(Engine engine, params string[] codes)
    {
        var club = await TestClub.Start(engine);
        for (var i = 0; i < codes.Length; i++)
        {
            var field = new
            {
                title = new { fa = "فیلد " + codes[i] },
                type = "choice",
                choices = new[] { "یک", "دو، سه" },
                order = i + 1,
                shownAtTill = true,
            };
            (await club.Api.Put("/fields/" + codes[i], field)).MustBe(200);
        }

        return club;
    }

    private static string[] Codes(JsonElement answer) =>
        [.. answer.GetProperty("codes").EnumerateArray().Select(c => c.GetString()!)];

    private static async Task<long> Version(TestClub club)
    {
        var programmes = club.Services.GetRequiredService<ProgrammeStore>();
        return (await programmes.Newest(TestContext.Current.CancellationToken)).Version;
    }
}
