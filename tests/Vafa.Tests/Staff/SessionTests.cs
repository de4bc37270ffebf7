using Microsoft.EntityFrameworkCore;
using Vafa.Features.Staff;

namespace Vafa.Tests.Staff;

/// <summary>The browsers somebody is signed in with, and his password.</summary>
public sealed class SessionTests
{
    private const string Other = "زعفران و پسته و گلاب";

    [Theory, BothDatabases]
    public async Task Somebody_sees_his_browsers_and_signs_one_of_them_out(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var desk = await club.SignedIn("mina", "cashier");
        using var phone = new Browser(club) { UserAgent = "Mozilla/5.0 (iPhone; OS 18) Version/18.0 Safari/604.1" };
        club.Clock.Advance(TimeSpan.FromMinutes(1));
        await phone.SignIn("mina", StaffOfTests.Password);
        var seen = (await desk.Call(HttpMethod.Get, "/sessions")).MustBe(200)["items"].EnumerateArray().ToList();
        seen.Count.ShouldBe(2);
        seen[0].GetProperty("system").GetString().ShouldBe("iPhone");
        seen[0].GetProperty("browser").GetString().ShouldBe("Safari");
        seen[0].GetProperty("here").GetBoolean().ShouldBeFalse();
        seen[1].GetProperty("system").GetString().ShouldBe("Windows");
        seen[1].GetProperty("browser").GetString().ShouldBe("Chrome");
        seen[1].GetProperty("here").GetBoolean().ShouldBeTrue();
        seen[1].GetProperty("address").GetString().ShouldBe("127.0.0.1");
        var id = seen[0].GetProperty("id").GetGuid();
        (await desk.Call(HttpMethod.Delete, $"/sessions/{id}")).MustBe(200).Long("sessions").ShouldBe(1);
        (await phone.Call(HttpMethod.Get, "/sessions")).MustBe(401);
        (await desk.Call(HttpMethod.Delete, $"/sessions/{id}")).MustBeProblem(404, "session.unknown");
    }

    [Theory, BothDatabases]
    public async Task Nobody_ends_anothers_session_unless_he_may_change_who_works_here(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var owner = await club.SignedIn();
        using var mina = await club.SignedIn("mina", "cashier");
        using var manager = await club.SignedIn("reza", "manager");
        var id = await club.Ask(db =>
            db.StaffSessions.Where(s => db.Staff.Any(p => p.Id == s.StaffId && p.User == "mina"))
                .Select(s => s.Id!.Value)
                .SingleAsync()
        );
        (await manager.Call(HttpMethod.Delete, $"/sessions/{id}")).MustBeProblem(404, "session.unknown");
        (await manager.Call(HttpMethod.Get, "/staff/mina/sessions")).MustBe(200);
        (await manager.Call(HttpMethod.Delete, $"/staff/mina/sessions/{id}")).MustBeProblem(403, "key.scope");
        (await mina.Call(HttpMethod.Get, "/staff/sara/sessions")).MustBeProblem(403, "key.scope");
        (await owner.Call(HttpMethod.Delete, $"/staff/mina/sessions/{id}")).MustBe(200);
        (await mina.Call(HttpMethod.Get, "/sessions")).MustBe(401);
        (await owner.Call(HttpMethod.Delete, "/staff/reza/sessions")).MustBe(200).Long("sessions").ShouldBe(1);
        (await manager.Call(HttpMethod.Get, "/sessions")).MustBe(401);
        (await owner.Call(HttpMethod.Delete, "/staff/nobody/sessions")).MustBeProblem(404, "staff.unknown");
        (await club.Audited()).ShouldContain("staff:sara staff.sessions-ended staff/mina");
    }

    [Theory, BothDatabases]
    public async Task All_other_browsers_are_signed_out_by_one_call(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var desk = await club.SignedIn();
        using var phone = new Browser(club);
        using var tablet = new Browser(club);
        await phone.SignIn("sara", StaffOfTests.Password);
        await tablet.SignIn("sara", StaffOfTests.Password);
        (await desk.Call(HttpMethod.Post, "/sessions/end-others")).MustBe(200).Long("sessions").ShouldBe(2);
        (await desk.Call(HttpMethod.Get, "/sessions")).MustBe(200)["items"].GetArrayLength().ShouldBe(1);
        (await phone.Call(HttpMethod.Get, "/sessions")).MustBe(401);
        (await club.Api.Get("/sessions")).MustBeProblem(403, "staff.person-needed");
    }

    [Theory, BothDatabases]
    public async Task A_changed_password_ends_the_other_sessions(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var desk = await club.SignedIn();
        using var phone = new Browser(club);
        await phone.SignIn("sara", StaffOfTests.Password);
        var wrong = new { old = "not the password", @new = Other };
        (await desk.Call(HttpMethod.Post, "/me/password", wrong)).MustBeProblem(422, "password.wrong", "/old");
        var weak = new { old = StaffOfTests.Password, @new = "1234567890" };
        (await desk.Call(HttpMethod.Post, "/me/password", weak)).MustBeProblem(422, "password.common", "/new");
        (await phone.Call(HttpMethod.Get, "/sessions")).MustBe(200);
        var right = new { old = StaffOfTests.Password, @new = Other };
        (await desk.Call(HttpMethod.Post, "/me/password", right)).MustBe(200).Long("sessions").ShouldBe(1);
        (await phone.Call(HttpMethod.Get, "/sessions")).MustBe(401);
        (await desk.Call(HttpMethod.Get, "/sessions")).MustBe(200);
        (await phone.SignIn("sara", StaffOfTests.Password)).To.ShouldBe("/sign-in?error=sign-in.wrong");
        (await phone.SignIn("sara", Other)).To.ShouldBe("/");
        var kept = string.Join('\n', await club.Ask(db => db.Audit.Select(a => a.After).ToListAsync())) + club.Log;
        kept.ShouldNotContain(Other);
        kept.ShouldNotContain("not the password");
    }

    [Theory, BothDatabases]
    public async Task Whoever_finds_an_open_till_cannot_guess_the_password_there(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var desk = await club.SignedIn();
        for (var i = 0; i < SignInLimit.TriesPerAccount; i++)
        {
            var guess = new { old = "guess " + i, @new = Other };
            (await desk.Call(HttpMethod.Post, "/me/password", guess)).MustBe(422);
        }

        var right = new { old = StaffOfTests.Password, @new = Other };
        var stopped = (await desk.Call(HttpMethod.Post, "/me/password", right)).MustBe(429);
        stopped.Header("Retry-After").ShouldBe("900");
        using var home = new Browser(club);
        (await home.SignIn("sara", StaffOfTests.Password)).To.ShouldBe("/", "his own sign-in is not slowed by that");
    }
}
