using Microsoft.EntityFrameworkCore;
using Vafa.Features.ApiKeys;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Web;

/// <summary>The keys of machines over the API: made, seen, revoked.</summary>
public sealed class ApiKeyCallTests
{
    [Theory, BothDatabases]
    public async Task A_key_is_shown_once_works_at_once_and_dies_at_once(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var body = new { name = "shop", scopes = new[] { "members", "purchases" } };
        var made = (await club.Api.Post("/api-keys", body, "key-1")).MustBe(201);
        var key = made.String("key")!;
        var again = (await club.Api.Post("/api-keys", body, "key-1")).MustBe(201);
        again.Id().ShouldBe(made.Id());
        again.Text.ShouldNotContain("vafa_");
        var written = await club.Ask(db => db.Idempotency.Select(i => i.Answer).ToListAsync());
        string.Join('\n', written).ShouldNotContain(key);
        club.Log.ToString().ShouldNotContain(key);

        var shop = club.Client(key);
        (await shop.Get("/members")).MustBe(200);
        (await shop.Get("/api-keys")).MustBeProblem(403, "key.scope");
        var revoked = (await club.Api.Delete($"/api-keys/{made.Id()}")).MustBe(200);
        revoked["revokedAt"].GetDateTimeOffset().ShouldBe(TestClock.Start);
        (await shop.Get("/members")).MustBeProblem(401, "key.unknown");
        club.Clock.Advance(TimeSpan.FromDays(1));
        var twice = (await club.Api.Delete($"/api-keys/{made.Id()}")).MustBe(200);
        twice["revokedAt"].GetDateTimeOffset().ShouldBe(TestClock.Start);
        (await club.Audited("apikey.revoke")).ShouldBe(1);
        (await club.Api.Delete($"/api-keys/{Guid.CreateVersion7()}")).MustBeProblem(404, "apikey.unknown");
    }

    [Theory, BothDatabases]
    public async Task A_keys_last_use_is_known_to_some_minutes(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var made = (await club.Api.Post("/api-keys", new { name = "shop", scopes = new[] { "members" } })).MustBe(201);
        var shop = club.Client(made.String("key"));
        (await Item(club, "shop")).TryGetProperty("lastUsed", out _).ShouldBeFalse();
        (await shop.Get("/members")).MustBe(200);
        (await Item(club, "shop")).GetProperty("lastUsed").GetDateTimeOffset().ShouldBe(TestClock.Start);
        club.Clock.Advance(TimeSpan.FromMinutes(2));
        await club.Restart();
        (await club.Client(made.String("key")).Get("/members")).MustBe(200);
        (await Item(club, "shop")).GetProperty("lastUsed").GetDateTimeOffset().ShouldBe(TestClock.Start);
        club.Clock.Advance(KnownKeys.UseIsCoarse);
        await club.Restart();
        (await club.Client(made.String("key")).Get("/members")).MustBe(200);
        (await Item(club, "shop")).GetProperty("lastUsed").GetDateTimeOffset().ShouldBe(club.Clock.Now);
    }

    [Theory, BothDatabases]
    public async Task Keys_are_listed_newest_first_a_page_at_a_time(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        foreach (var name in new[] { "one", "two" })
        {
            club.Clock.Advance(TimeSpan.FromSeconds(1));
            (await club.Api.Post("/api-keys", new { name, scopes = new[] { "members" } })).MustBe(201);
        }

        var first = (await club.Api.Get("/api-keys?limit=2")).MustBe(200);
        first["items"].EnumerateArray().Select(k => k.GetProperty("name").GetString()).ShouldBe(["two", "one"]);
        first.Text.ShouldNotContain("hash");
        var rest = (await club.Api.Get("/api-keys?limit=2&cursor=" + first.String("next"))).MustBe(200);
        rest["items/0/name"].GetString().ShouldBe("tests");
        rest["next"].ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Theory]
    [BothDatabases("""{"name": "", "scopes": ["members"]}""", 422, "/name")]
    [BothDatabases("""{"name": "x", "scopes": ["king"]}""", 422, "/scopes")]
    [BothDatabases("""{"name": "x", "scopes": []}""", 422, "/scopes")]
    [BothDatabases("""{"name": "x"}""", 422, "/scopes")]
    [BothDatabases("""{"name": "x", "scopes": ["members"], "admin": true}""", 400, "/admin")]
    public async Task A_bad_key_is_refused_at_its_field(Engine engine, string body, int status, string pointer)
    {
        await using var club = await TestClub.Start(engine);
        var refused = (await club.Api.Post("/api-keys", body)).MustBe(status);
        refused["errors/0/pointer"].GetString().ShouldBe(pointer);
        (await club.Ask(db => db.ApiKeys.CountAsync())).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Nobody_gives_a_key_what_he_may_not_do_himself(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var office = await club.ClientWith("staff", "members");
        (await office.Post("/api-keys", new { name = "x", scopes = new[] { "all" } })).MustBeProblem(
            403,
            "apikey.scope-not-yours",
            "/scopes"
        );
        (await office.Post("/api-keys", new { name = "x", scopes = new[] { "members" } })).MustBe(201);
    }

    private static async Task<System.Text.Json.JsonElement> Item(TestClub club, string name) =>
        (await club.Api.Get("/api-keys"))
            .MustBe(200)["items"]
            .EnumerateArray()
            .Single(k => k.GetProperty("name").GetString() == name);
}

internal static class AuditOfTests
{
    public static Task<int> Audited(this TestClub club, string action) =>
        club.Ask(db => db.Audit.CountAsync(a => a.Action == action));
}
