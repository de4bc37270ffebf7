using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Features.Staff;

namespace Vafa.Tests.Staff;

/// <summary>Signing in with a password, staying signed in, signing out.</summary>
public sealed class SignInTests
{
    [Theory, BothDatabases]
    public async Task The_right_password_signs_in_whatever_keyboard_wrote_it(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var first = await club.SignedIn();
        using var browser = new Browser(club);
        (await browser.SignIn("Sara", "چای دارچین 12")).ShouldBe(new Went(303, "/", null));
        browser.SetCookie!.ShouldContain("httponly");
        browser.SetCookie!.ShouldContain("samesite=strict");
        browser.Session!.Length.ShouldBe(43);
        browser.Session.ShouldNotBe(first.Session);
    }

    [Theory, BothDatabases]
    public async Task An_unknown_user_and_a_wrong_password_get_the_same_answer(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var owner = await club.SignedIn();
        await club.NewLink("reza", "cashier");
        using var browser = new Browser(club);
        var answers = new[]
        {
            await browser.SignIn("sara", "wrong password"),
            await browser.SignIn("nobody", StaffOfTests.Password),
            await browser.SignIn("reza", StaffOfTests.Password),
            await browser.SignIn("", ""),
            await browser.SignIn(new string('a', 5000), new string('b', 5000)),
        };
        answers.Distinct().ShouldBe([new Went(303, "/sign-in?error=sign-in.wrong", null)]);
        browser.Session.ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task A_guesser_is_stopped_but_the_owner_gets_in_from_elsewhere(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var owner = await club.SignedIn();
        using var guesser = new Browser(club);
        for (var i = 0; i < SignInLimit.TriesPerAccount; i++)
        {
            (await guesser.SignIn("sara", "guess number " + i)).To.ShouldBe("/sign-in?error=sign-in.wrong");
        }

        var stopped = await guesser.SignIn("sara", StaffOfTests.Password);
        stopped.ShouldBe(new Went(429, null, 900));
        (await Try(club, "203.0.113.9", "sara", StaffOfTests.Password)).ShouldBe("in");
        (await guesser.SignIn("sara", StaffOfTests.Password)).Status.ShouldBe(429);
        club.Clock.Advance(SignInLimit.Window);
        (await guesser.SignIn("sara", StaffOfTests.Password)).To.ShouldBe("/");
    }

    [Theory, BothDatabases]
    public async Task An_address_that_guesses_at_many_accounts_is_stopped(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        for (var i = 0; i < SignInLimit.TriesPerAddress; i++)
        {
            (await Try(club, "203.0.113.9", "user" + i, "x")).ShouldBe("sign-in.wrong");
        }

        (await Try(club, "203.0.113.9", "sara", "x")).ShouldBe("sign-in.too-many");
        (await Try(club, "203.0.113.10", "sara", "x")).ShouldBe("sign-in.wrong");
    }

    [Theory, BothDatabases]
    public async Task Guesses_sent_at_once_are_all_counted(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var said = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => Try(club, "203.0.113.9", "sara", "guess " + i))
        );
        said.Count(s => s == "sign-in.wrong").ShouldBe(SignInLimit.TriesPerAccount);
        said.Count(s => s == "sign-in.too-many").ShouldBe(20 - SignInLimit.TriesPerAccount);
    }

    [Theory, BothDatabases]
    public async Task A_session_slides_for_twelve_hours(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var browser = await club.SignedIn();
        club.Clock.Advance(TimeSpan.FromHours(11));
        (await browser.Api("/nowhere")).MustBe(404);
        browser.SetCookie.ShouldNotBeNull("the browser must keep a prolonged session longer too");
        club.Clock.Advance(TimeSpan.FromHours(11));
        (await IsIn(club, browser)).ShouldBeTrue();
        club.Clock.Advance(TimeSpan.FromHours(12));
        (await IsIn(club, browser)).ShouldBeFalse();
    }

    [Theory, BothDatabases]
    public async Task Signing_in_again_ends_the_session_the_browser_had(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var browser = await club.SignedIn();
        var before = browser.Session;
        await browser.SignIn("sara", StaffOfTests.Password);
        browser.Session.ShouldNotBe(before);
        using var planted = new Browser(club) { Session = before };
        (await IsIn(club, planted)).ShouldBeFalse();
    }

    [Theory, BothDatabases]
    public async Task Signing_out_ends_the_session_for_whoever_copied_it(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var browser = await club.SignedIn();
        using var copied = new Browser(club) { Session = browser.Session };
        (await browser.Post("/sign-out")).To.ShouldBe("/sign-in");
        browser.Session.ShouldBeNull();
        (await IsIn(club, copied)).ShouldBeFalse();
    }

    [Theory, BothDatabases]
    public async Task A_form_from_another_site_signs_nobody_in_or_out(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var browser = await club.SignedIn();
        (await browser.Post("/sign-out", guarded: false)).To.ShouldBe("/?error=form.stale");
        (await IsIn(club, browser)).ShouldBeTrue();
        using var other = new Browser(club);
        var forged = await other.Post("/sign-in", false, ("user", "sara"), ("password", StaffOfTests.Password));
        forged.To.ShouldBe("/sign-in?error=form.stale");
        other.Session.ShouldBeNull();
        var link = await club.NewLink("reza", "cashier");
        (await other.Post(link, false, ("password", StaffOfTests.Password))).To.ShouldBe(link + "?error=form.stale");
    }

    [Theory]
    [BothDatabases("/members", "/members")]
    [BothDatabases("//evil.example", "/")]
    [BothDatabases("/\\evil.example", "/")]
    [BothDatabases("https://evil.example", "/")]
    public async Task Signing_in_goes_on_only_to_our_own_pages(Engine engine, string back, string to)
    {
        await using var club = await TestClub.Start(engine);
        using var browser = await club.SignedIn();
        var went = await browser.Post(
            "/sign-in",
            true,
            ("user", "sara"),
            ("password", StaffOfTests.Password),
            ("back", back)
        );
        went.To.ShouldBe(to);
    }

    [Theory, BothDatabases]
    public async Task Sign_ins_are_audited_without_any_secret(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var link = await club.NewLink();
        using var browser = new Browser(club);
        await browser.Post(link, true, ("password", StaffOfTests.Password));
        await browser.SignIn("sara", "a wrong password");
        await browser.SignIn(StaffOfTests.Password, "password in the wrong field");
        await browser.Post("/sign-out");
        (await club.Audited()).ShouldBe(
            [
                "system staff.created staff/sara",
                "staff:sara staff.password-set staff/sara",
                "staff:sara staff.signed-in-by-link staff/sara",
                "system staff.sign-in-failed staff/sara",
                "system staff.sign-in-failed staff",
                "staff:sara staff.signed-out staff/sara",
            ],
            ignoreOrder: true
        );
        var written = await club.Ask(db => db.Audit.Select(a => a.Subject + a.Before + a.After).ToListAsync());
        var kept = string.Join('\n', written) + club.Log;
        kept.ShouldNotContain(StaffOfTests.Password);
        kept.ShouldNotContain("wrong password");
        kept.ShouldNotContain(link["/enter/".Length..]);
        (await club.Ask(db => db.Staff.SingleAsync())).PasswordHash!.ShouldNotContain("چای");
    }

    private static async Task<bool> IsIn(TestClub club, Browser browser) =>
        (await Use<Sessions, (SignedIn?, bool)>(club, s => s.Find(browser.Session!, default))).Item1 is not null;

    private static async Task<string> Try(TestClub club, string address, string user, string password)
    {
        var request = new SignInRequest(user, password, new Visitor(System.Net.IPAddress.Parse(address), null));
        var outcome = await Use<SignIn, Core.Values.Outcome<NewSession>>(club, s => s.Run(request, default));
        return outcome.IsRefused ? outcome.Refusals[0].Code : "in";
    }

    private static async Task<T> Use<TCase, T>(TestClub club, Func<TCase, Task<T>> use)
        where TCase : notnull
    {
        await using var scope = club.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TCase>());
    }
}
