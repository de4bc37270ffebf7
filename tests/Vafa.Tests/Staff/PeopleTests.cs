using Microsoft.EntityFrameworkCore;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Staff;

/// <summary>Who works here, over the API: invited, changed, shut out and let in again.</summary>
public sealed class PeopleTests
{
    [Theory, BothDatabases]
    public async Task An_owner_invites_a_cashier_whose_link_is_shown_once_and_kept_nowhere(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var body = new
        {
            user = "Mina",
            name = "مینا کریمی",
            role = "cashier",
            branch = "main",
        };
        var invited = (await club.Api.Post("/staff", body, "invite-1")).MustBe(201);
        var link = invited.String("link")!;
        link.ShouldStartWith("/enter/");
        var again = (await club.Api.Post("/staff", body, "invite-1")).MustBe(201);
        again.Replayed.ShouldBeTrue();
        again.Text.ShouldNotContain("/enter/");
        var written = await club.Ask(db => db.Idempotency.Select(i => i.Answer).ToListAsync());
        string.Join('\n', written).ShouldNotContain(link);
        (await club.Ask(db => db.Audit.Select(a => a.After).ToListAsync())).ShouldAllBe(a => !a!.Contains(link));
        club.Log.ToString().ShouldNotContain(link["/enter/".Length..]);

        var before = (await club.Api.Get("/staff/mina")).MustBe(200);
        before.String("state").ShouldBe("invited");
        before.String("name").ShouldBe("مینا کریمی");
        before.String("branch").ShouldBe("main");
        using var browser = new Browser(club);
        (await browser.Post(link, true, ("password", StaffOfTests.Password))).To.ShouldBe("/");
        var after = (await club.Api.Get("/staff")).MustBe(200)["items/0"];
        after.GetProperty("state").GetString().ShouldBe("active");
        after.GetProperty("hasPasskey").GetBoolean().ShouldBeFalse();
        after.GetProperty("lastSignIn").GetDateTimeOffset().ShouldBe(TestClock.Start);
    }

    [Theory]
    [BothDatabases("""{"user": "sara", "role": "cashier"}""", 409, "staff.user-known", "/user")]
    [BothDatabases("""{"user": "a b", "role": "cashier"}""", 422, "staff.user-invalid", "/user")]
    [BothDatabases("""{"user": "mina", "role": "king"}""", 422, "staff.role-unknown", "/role")]
    [BothDatabases("""{"user": "mina", "role": "cashier", "branch": "x"}""", 422, "staff.branch-unknown", "/branch")]
    [BothDatabases("""{"user": "mina"}""", 422, "json.required", "/role")]
    public async Task A_bad_invitation_is_refused_at_its_field(
        Engine engine,
        string body,
        int status,
        string code,
        string pointer
    )
    {
        await using var club = await TestClub.Start(engine);
        using var owner = await club.SignedIn();
        (await club.Api.Post("/staff", body)).MustBeProblem(status, code, pointer);
        (await club.Ask(db => db.Staff.CountAsync())).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task A_role_holds_at_once_in_a_session_that_is_open(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var owner = await club.SignedIn();
        using var mina = await club.SignedIn("mina", "cashier");
        (await mina.Call(HttpMethod.Get, "/audit")).MustBeProblem(403, "key.scope");
        var changed = await owner.Call(HttpMethod.Patch, "/staff/mina", new { role = "auditor", name = "مینا" });
        changed.MustBe(200).String("role").ShouldBe("auditor");
        (await mina.Call(HttpMethod.Get, "/audit")).MustBe(200);
        (await mina.Call(HttpMethod.Post, "/members", new { mobile = "09121234567" })).MustBe(403);
        (await owner.Call(HttpMethod.Patch, "/staff/mina", """{"name": null}""")).MustBe(200);
        (await club.Ask(db => db.Staff.SingleAsync(s => s.User == "mina"))).Name.ShouldBeNull();
        (await club.Audited()).Count(a => a == "staff:sara staff.changed staff/mina").ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task Who_is_shut_out_is_out_at_once_and_comes_back_with_his_password(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var owner = await club.SignedIn();
        using var mina = await club.SignedIn("mina", "cashier");
        var unused = (await owner.Call(HttpMethod.Post, "/staff/mina/link")).MustBe(201).String("link")!;
        var closed = (await owner.Call(HttpMethod.Post, "/staff/mina/disable")).MustBe(200);
        closed.String("state").ShouldBe("disabled");
        (await mina.Call(HttpMethod.Get, "/members")).MustBeProblem(401, "key.needed");
        using var browser = new Browser(club);
        (await browser.SignIn("mina", StaffOfTests.Password)).To.ShouldBe("/sign-in?error=sign-in.wrong");
        (await browser.Post(unused)).To.ShouldBe(unused + "?error=link.over");
        (await owner.Call(HttpMethod.Post, "/staff/mina/link")).MustBeProblem(409, "staff.disabled");
        (await owner.Call(HttpMethod.Post, "/staff/mina/enable")).MustBe(200).String("state").ShouldBe("active");
        (await browser.SignIn("mina", StaffOfTests.Password)).To.ShouldBe("/");
    }

    [Theory, BothDatabases]
    public async Task The_last_owner_stays_and_nobody_changes_himself(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var owner = await club.SignedIn();
        (await owner.Call(HttpMethod.Patch, "/staff/sara", new { role = "cashier" })).MustBeProblem(
            409,
            "staff.own-role",
            "/role"
        );
        (await owner.Call(HttpMethod.Post, "/staff/sara/disable")).MustBeProblem(409, "staff.own-door");
        (await club.Api.Patch("/staff/sara", new { role = "cashier" })).MustBeProblem(409, "staff.last-owner", "/role");
        (await club.Api.Post("/staff/sara/disable")).MustBeProblem(409, "staff.last-owner");
        using var other = await club.SignedIn("reza", "owner");
        (await other.Call(HttpMethod.Post, "/staff/sara/disable")).MustBe(200);
        (await club.Api.Post("/staff/reza/disable")).MustBeProblem(409, "staff.last-owner");
    }

    [Theory, BothDatabases]
    public async Task Two_owners_who_shut_each_other_out_at_once_leave_one(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        string[] users = ["sara", "reza", "mina", "omid"];
        var owners = new List<Browser>();
        foreach (var user in users)
        {
            owners.Add(await club.SignedIn(user, "owner"));
        }

        await Task.WhenAll(
            owners.Select((b, i) => b.Call(HttpMethod.Post, $"/staff/{users[(i + 1) % users.Length]}/disable"))
        );
        await Task.WhenAll(users.Select(u => club.Api.Post($"/staff/{u}/disable")));
        (await club.Ask(db => db.Staff.CountAsync(s => s.Role == "owner" && s.DisabledAt == null))).ShouldBe(1);
        owners.ForEach(b => b.Dispose());
    }

    [Theory, BothDatabases]
    public async Task A_key_without_every_right_makes_no_owner(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.NewLink();
        var key = await club.ClientWith("staff");
        (await key.Post("/staff", new { user = "x", role = "owner" })).MustBeProblem(403, "staff.owner-only", "/role");
        (await key.Post("/staff/sara/link")).MustBeProblem(403, "staff.owner-only");
        (await key.Post("/staff/sara/disable")).MustBeProblem(403, "staff.owner-only");
        (await key.Post("/staff", new { user = "x", role = "cashier" })).MustBe(201);
        (await key.Patch("/staff/x", new { role = "owner" })).MustBeProblem(403, "staff.owner-only", "/role");
    }

    [Theory, BothDatabases]
    public async Task People_are_listed_a_page_at_a_time(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (await club.Api.Get("/staff")).MustBe(200).Json.GetProperty("items").GetArrayLength().ShouldBe(0);
        foreach (var user in new[] { "b", "c", "a" })
        {
            await club.NewLink(user, "cashier");
        }

        var first = (await club.Api.Get("/staff?limit=2")).MustBe(200);
        var second = (await club.Api.Get("/staff?limit=2&cursor=" + first.String("next"))).MustBe(200);
        var users = first["items"].EnumerateArray().Concat(second["items"].EnumerateArray());
        users.Select(u => u.GetProperty("user").GetString()).ShouldBe(["a", "b", "c"]);
        (await club.Api.Get("/staff/nobody")).MustBeProblem(404, "staff.unknown");
        (await club.Api.Post("/staff/nobody/disable")).MustBeProblem(404, "staff.unknown");
    }
}
