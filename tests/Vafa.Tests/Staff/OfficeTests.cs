using Vafa.Features.ApiKeys;
using Vafa.Features.Staff;
using Vafa.Ui;
using Vafa.Web;

namespace Vafa.Tests.Staff;

/// <summary>The pages about people and keys: what they say and to whom they offer what.</summary>
public sealed class OfficeTests
{
    [Theory, BothDatabases]
    public async Task An_owner_finds_the_staff_and_what_each_may_do_and_an_auditor_no_button(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var owner = await club.SignedIn();
        (
            await club.Api.Post(
                "/staff",
                new
                {
                    user = "mina",
                    name = "مینا کریمی",
                    role = "cashier",
                }
            )
        ).MustBe(201);
        var (status, text) = await owner.Page("/settings/staff");
        status.ShouldBe(200);
        text.ShouldContain("مینا کریمی");
        text.ShouldContain("دعوت شده");
        (await owner.Page("/settings/staff/mina")).Text.ShouldContain("data-call=\"POST /api/v1/staff/mina/disable\"");
        var me = (await owner.Page("/settings/staff/sara")).Text;
        me.ShouldNotContain("/disable");
        me.ShouldNotContain("name=\"role\"");
        (await owner.Page("/settings/staff/nobody")).Status.ShouldBe(404);

        using var auditor = await club.SignedIn("omid", "auditor");
        foreach (var path in (string[])["/settings/staff", "/settings/staff/mina", "/settings/staff/new"])
        {
            var seen = (await auditor.Page(path)).Text;
            seen.ShouldNotContain("data-call");
            seen.ShouldNotContain("data-send");
            seen.ShouldNotContain("href=\"/settings/staff/new\"");
        }
    }

    [Theory, BothDatabases]
    public async Task Keys_are_listed_with_their_scopes_in_words_and_never_themselves(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var owner = await club.SignedIn();
        var body = new { name = "صندوق", scopes = (string[])["purchases", "members"] };
        var key = (await club.Api.Post("/api-keys", body)).MustBe(201).String("key")!;
        var text = (await owner.Page("/settings/keys")).Text;
        text.ShouldContain("فروش، اعضا");
        text.ShouldNotContain(key);
        (await club.Api.Post("/api-keys", new { name = "x", scopes = Array.Empty<string>() })).MustBeProblem(
            422,
            "apikey.no-scope",
            "/scopes"
        );
    }

    [Theory, BothDatabases]
    public async Task A_link_is_drawn_from_a_body_and_kept_nowhere(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        const string secret = "http://localhost/enter/aVeryOwnSecret";
        var drawn = (await club.Api.Post("/qr", new { text = secret })).MustBe(200);
        drawn.Long("side").ShouldBeGreaterThan(20);
        drawn.String("path")!.ShouldStartWith("M4 4h7v1H4z");
        club.Log.ToString().ShouldNotContain("aVeryOwnSecret");
        (await club.Api.Post("/qr", new { text = new string('x', 301) })).MustBeProblem(422, "json.length", "/text");
        using var cashier = await club.SignedIn("reza", "cashier");
        (await cashier.Call(HttpMethod.Post, "/qr", new { text = "x" })).MustBeProblem(403, "key.scope");
    }

    [Fact]
    public void A_code_is_drawn_with_the_border_that_cameras_need()
    {
        var squares = QrSquares.Of("https://vafa.example/enter/abc");
        var rows = squares.Path.Split('M', StringSplitOptions.RemoveEmptyEntries);
        rows.ShouldAllBe(row => !row.StartsWith("0 ") && !row.StartsWith("3 "));
        rows.Length.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Every_scope_and_every_role_is_said_in_words()
    {
        foreach (var scope in Scopes.Known)
        {
            ScopeWords.Title(scope).Fa.ShouldNotBe(scope);
            ScopeWords.About(scope).En.ShouldNotBeEmpty();
        }

        RoleRights.All.Select(r => r.Scope).Distinct().ShouldBe(Scopes.Known.Except([Scopes.All]), ignoreOrder: true);
        Roles.All.ShouldAllBe(role => RoleRights.About(role).In(true) != "");
        RoleRights.All.ShouldAllBe(r => r.IsOf(Roles.Owner));
        RoleRights.All.Where(r => r.IsOf("auditor")).ShouldAllBe(r => !r.Changes);
    }
}
