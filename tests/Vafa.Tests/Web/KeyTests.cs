using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Features.ApiKeys;
using Vafa.Web;

namespace Vafa.Tests.Web;

/// <summary>Who may call: API keys, their scopes, and what a wrong one learns.</summary>
public sealed class KeyTests
{
    [Theory, BothDatabases]
    public async Task A_key_works_at_once_and_only_its_hash_is_kept(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var key = await Create(club, "till", Scopes.Offers);
        key.ShouldStartWith("vafa_");
        key.Length.ShouldBe("vafa_".Length + 43);
        (await club.Client(key).Get("/offers")).MustBe(200);
        var row = await club.Ask(db => db.ApiKeys.SingleAsync(k => k.Name == "till"));
        row.Hash.Length.ShouldBe(32);
        (await club.Ask(db => db.Audit.SingleAsync(a => a.Action == "apikey.create"))).After!.ShouldNotContain(key);
        club.Log.ToString().ShouldNotContain(key);
    }

    [Theory, BothDatabases]
    public async Task A_key_may_only_what_its_scopes_say(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var members = club.Client(await Create(club, "crm", Scopes.Members));
        (await members.Get("/offers")).MustBeProblem(403, "key.scope");
        (await members.Put("/units/x", new { })).MustBeProblem(403, "key.scope");
        (await members.Patch("/club", new { name = "x" })).MustBeProblem(403, "key.scope");
        (await members.Get("/club")).MustBe(200);
    }

    [Fact]
    public async Task Every_bad_key_gets_the_same_answer()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        var answers = new List<string>();
        foreach (var key in new[] { "vafa_" + new string('A', 43), "nonsense", "vafa_", new string('x', 5_000) })
        {
            var answer = (await club.Client(key).Get("/club")).MustBeProblem(401, "key.unknown");
            answer.Header("WWW-Authenticate").ShouldBe("Bearer");
            answers.Add(answer.Text);
        }

        answers.Distinct().Count().ShouldBe(1);
        (await club.Client(null).Get("/club")).MustBeProblem(401, "key.needed");
        var basic = await club.Client(null)
            .Send(
                HttpMethod.Get,
                "/club",
                null,
                m => m.Headers.Authorization = new AuthenticationHeaderValue("Basic", "eDp5")
            );
        basic.MustBeProblem(401, "key.unknown");
    }

    [Fact]
    public async Task Too_many_wrong_keys_from_one_address_must_wait_and_a_good_one_need_not()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        var wrong = club.Client("vafa_" + new string('A', 43));
        for (var i = 0; i < 20; i++)
        {
            (await wrong.Get("/club")).MustBe(401);
        }

        var limited = (await wrong.Get("/club")).MustBeProblem(429, "key.too-many-failures");
        int.Parse(limited.Header("Retry-After")!, CultureInfo.InvariantCulture).ShouldBeInRange(1, 60);
        for (var i = 0; i < 30; i++)
        {
            (await club.Api.Get("/club")).MustBe(200);
        }
    }

    [Theory, BothDatabases]
    public async Task A_revoked_key_dies_within_five_seconds(Engine engine)
    {
        KnownKeys.Remembered.ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(5));
        await using var club = await TestClub.Start(engine);
        var client = club.Client(await Create(club, "till", Scopes.All));
        await club.Ask(db =>
            db.ApiKeys.Where(k => k.Name == "till")
                .ExecuteUpdateAsync(s => s.SetProperty(k => k.RevokedAt, TestClock.Start))
        );
        (await client.Get("/club")).MustBeProblem(401, "key.unknown");
    }

    [Fact]
    public async Task A_key_without_a_name_or_with_an_unknown_scope_is_refused()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        await using var scope = club.Services.CreateAsyncScope();
        var create = scope.ServiceProvider.GetRequiredService<CreateApiKey>();
        (await create.Run(new(" ", [Scopes.All], Actor.System), default)).Refusals[0].Code.ShouldBe("apikey.name");
        (await create.Run(new("x", ["everything"], Actor.System), default)).Refusals[0].Code.ShouldBe("apikey.scope");
        (await create.Run(new("x", [], Actor.System), default)).Refusals[0].Code.ShouldBe("apikey.no-scope");
        (await club.Ask(db => db.ApiKeys.CountAsync())).ShouldBe(1);
    }

    private static async Task<string> Create(TestClub club, string name, string scope)
    {
        await using var services = club.Services.CreateAsyncScope();
        var create = services.ServiceProvider.GetRequiredService<CreateApiKey>();
        return (await create.Run(new CreateApiKeyRequest(name, [scope], Actor.System), default)).Value.Key;
    }
}
