using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Features.Demo;
using Vafa.Features.Staff;

namespace Vafa.Tests.Staff;

/// <summary>The door without a password: in a made-up club, for whoever sits at the machine itself.</summary>
public sealed class DemoDoorTests
{
    private const string Door = "/sign-in/demo";

    [Theory]
    [BothDatabases("owner")]
    [BothDatabases("cashier")]
    [BothDatabases("auditor")]
    public async Task A_demo_club_is_entered_by_one_click_in_each_offered_role(Engine engine, string role)
    {
        await using var club = await Demo(engine);
        using var browser = new Browser(club);
        (await browser.Page("/sign-in")).Text.ShouldContain(Door);
        (await browser.Post(Door, true, ("role", role))).To.ShouldBe("/");
        (await browser.Call(HttpMethod.Get, "/sessions")).MustBe(200);
        var staff = await club.Ask(db => db.Staff.SingleAsync());
        (staff.User, staff.Role, staff.PasswordHash).ShouldBe(("demo-" + role, role, null));
        using var again = new Browser(club);
        (await again.Post(Door, true, ("role", role))).To.ShouldBe("/");
        (await club.Ask(db => db.Staff.CountAsync())).ShouldBe(1);
        (await club.Audited()).ShouldContain($"staff:demo-{role} staff.signed-in-to-demo staff/demo-{role}");
    }

    [Theory, BothDatabases]
    public async Task A_real_club_has_no_such_door(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var browser = new Browser(club);
        (await browser.Page("/sign-in")).Text.ShouldNotContain(Door);
        (await browser.Post(Door, true, ("role", "owner"))).To.ShouldBe("/sign-in?error=demo.closed");
        browser.Session.ShouldBeNull();
        (await club.Ask(db => db.Staff.CountAsync())).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task No_other_role_and_no_foreign_form_gets_through(Engine engine)
    {
        await using var club = await Demo(engine);
        using var browser = new Browser(club);
        (await browser.Post(Door, true, ("role", "manager"))).To.ShouldBe("/sign-in?error=demo.closed");
        (await browser.Post(Door, false, ("role", "owner"))).To.ShouldBe("/sign-in?error=form.stale");
        (await browser.Page("/sign-in", host: "rebound.example")).Text.ShouldNotContain(Door);
        browser.Session.ShouldBeNull();
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1:5080", "", true)]
    [InlineData("::1", "[::1]:5080", "", true)]
    [InlineData("::ffff:127.0.0.1", "localhost:5080", "http://localhost:5080", true)]
    [InlineData("192.168.1.20", "127.0.0.1:5080", "", false)]
    [InlineData("127.0.0.1", "club.example", "", false)]
    [InlineData("127.0.0.1", "localhost.evil.example", "", false)]
    [InlineData("127.0.0.1", "127.0.0.1:5080", "https://club.example", false)]
    [InlineData("127.0.0.1", "127.0.0.1:5080", "null", false)]
    [InlineData(null, "localhost", "", false)]
    public void The_door_is_for_the_machine_itself(string? address, string host, string origin, bool open)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
        context.Request.Host = new HostString(host);
        if (origin.Length > 0)
        {
            context.Request.Headers.Origin = origin;
        }

        EnterDemo.IsHere(context).ShouldBe(open);
        context.Request.Headers["X-Forwarded-For"] = "203.0.113.9";
        EnterDemo.IsHere(context).ShouldBeFalse("a proxy stands between");
    }

    [Theory, BothDatabases]
    public async Task A_demo_cashier_who_was_shut_out_stays_out(Engine engine)
    {
        await using var club = await Demo(engine);
        using var browser = new Browser(club);
        await browser.Post(Door, true, ("role", "cashier"));
        (await club.Api.Post("/staff/demo-cashier/disable")).MustBe(200);
        (await browser.Post(Door, true, ("role", "cashier"))).To.ShouldBe("/sign-in?error=demo.closed");
    }

    private static async Task<TestClub> Demo(Engine engine)
    {
        var club = await TestClub.Start(engine);
        await using var scope = club.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemoClub>().Mark(TestClock.Start, default);
        return club;
    }
}
