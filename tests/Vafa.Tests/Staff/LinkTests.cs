using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Features.Staff;

namespace Vafa.Tests.Staff;

/// <summary>The one-time link that a member of staff comes in with.</summary>
public sealed class LinkTests
{
    [Theory, BothDatabases]
    public async Task A_link_signs_in_once_and_asks_for_a_password(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var link = await club.NewLink();
        using var browser = new Browser(club);

        (await browser.Post(link)).To.ShouldBe(link + "?error=password.needed");
        browser.Session.ShouldBeNull();
        (await browser.Post(link, true, ("password", StaffOfTests.Password))).To.ShouldBe("/");
        browser.Session.ShouldNotBeNull();

        using var other = new Browser(club);
        (await other.Post(link, true, ("password", StaffOfTests.Password))).To.ShouldBe(link + "?error=link.over");
        other.Session.ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task Looking_at_a_link_does_not_use_it_up(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var link = await club.NewLink("sara", "cashier");
        for (var i = 0; i < 3; i++)
        {
            (await Look(club, link)).ShouldBe(new LinkShown("sara", NeedsPassword: true));
        }

        using var browser = new Browser(club);
        await browser.Post(link, true, ("password", StaffOfTests.Password));
        (await Look(club, link)).ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task A_link_is_over_after_a_day(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var link = await club.NewLink();
        club.Clock.Advance(TimeSpan.FromHours(24));
        using var browser = new Browser(club);
        (await browser.Post(link, true, ("password", StaffOfTests.Password))).To.ShouldBe(link + "?error=link.over");
        (await Look(club, link)).ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task Of_two_who_open_a_link_at_once_one_gets_in(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var link = await club.NewLink();
        var browsers = Enumerable.Range(0, 8).Select(_ => new Browser(club)).ToList();
        var went = await Task.WhenAll(browsers.Select(b => b.Post(link, true, ("password", StaffOfTests.Password))));
        went.Count(w => w.To == "/").ShouldBe(1);
        browsers.Count(b => b.Session is not null).ShouldBe(1);
        (await club.Ask(db => db.StaffSessions.CountAsync())).ShouldBe(1);
        browsers.ForEach(b => b.Dispose());
    }

    [Theory]
    [BothDatabases("کوتاه", "password.too-short")]
    [BothDatabases("1234567890", "password.common")]
    [BothDatabases("۱۲۳۴۵۶۷۸۹۰", "password.common")]
    [BothDatabases("aaaaaaaaaaaaaa", "password.common")]
    [BothDatabases("Password123", "password.common")]
    [BothDatabases("sara-sara-sara", "password.like-user")]
    public async Task A_weak_password_is_refused_and_the_link_stays(Engine engine, string password, string code)
    {
        await using var club = await TestClub.Start(engine);
        var link = await club.NewLink();
        using var browser = new Browser(club);
        (await browser.Post(link, true, ("password", password))).To.ShouldBe($"{link}?error={code}");
        (await browser.Post(link, true, ("password", StaffOfTests.Password))).To.ShouldBe("/");
    }

    [Theory, BothDatabases]
    public async Task A_forgotten_password_is_cured_by_a_new_link_which_ends_all_sessions(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var old = await club.SignedIn();
        var unused = await club.NewLink();
        var link = await club.NewLink();
        using var browser = new Browser(club);
        (await browser.Post(unused)).To.ShouldBe(unused + "?error=link.over");
        (await browser.Post(link, true, ("password", "دارچین و هل تازه"))).To.ShouldBe("/");
        (await old.Api("/nowhere")).MustBe(404);
        (await club.Ask(db => db.StaffSessions.CountAsync())).ShouldBe(1);
        (await browser.SignIn("sara", StaffOfTests.Password)).To.ShouldBe("/sign-in?error=sign-in.wrong");
        (await browser.SignIn("sara", "دارچین و هل تازه")).To.ShouldBe("/");
    }

    [Theory]
    [BothDatabases("", "owner", "staff.user-invalid")]
    [BothDatabases("a b", "owner", "staff.user-invalid")]
    [BothDatabases("sara", "king", "staff.role-unknown")]
    [BothDatabases("SARA", "cashier", "staff.user-taken")]
    public async Task A_user_must_have_a_name_and_a_role(Engine engine, string user, string role, string code)
    {
        await using var club = await TestClub.Start(engine);
        await club.NewLink();
        await using var scope = club.Services.CreateAsyncScope();
        var create = scope.ServiceProvider.GetRequiredService<CreateStaff>();
        var outcome = await create.Run(new CreateStaffRequest(user, role, "system"), default);
        outcome.Refusals.Single().Code.ShouldBe(code);
    }

    private static async Task<LinkShown?> Look(TestClub club, string link)
    {
        await using var scope = club.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OpenLink>().Look(link["/enter/".Length..], default);
    }
}
