using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Features.Staff;

namespace Vafa.Tests.Staff;

/// <summary>Guessing is slowed down, and nobody can use that to keep somebody else out.</summary>
public sealed class LockOutTests
{
    [Theory, BothDatabases]
    public async Task A_flood_from_one_address_keeps_nobody_out_elsewhere(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var owner = await club.SignedIn();
        for (var i = 0; i < SignInLimit.TriesOfStrangers + 10; i++)
        {
            await Try(club, "203.0.113.9", "a guess");
        }

        (await Try(club, "203.0.113.9", StaffOfTests.Password)).ShouldBe("sign-in.too-many");
        (await Try(club, "198.51.100.7", StaffOfTests.Password)).ShouldBe("in");
    }

    [Theory, BothDatabases]
    public async Task His_own_browser_lets_him_in_while_a_neighbour_at_the_same_address_guesses(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var till = await club.SignedIn("mina", "cashier");
        till.Kept.ShouldContainKey(KnownDevices.CookieName);
        using var neighbour = new Browser(club);
        for (var i = 0; i <= SignInLimit.TriesPerAddress; i++)
        {
            await neighbour.SignIn("mina", "guess " + i);
            await neighbour.SignIn("user" + i, "guess " + i);
        }

        (await neighbour.SignIn("mina", StaffOfTests.Password)).Status.ShouldBe(429);
        till.Session = null;
        (await till.SignIn("mina", StaffOfTests.Password)).To.ShouldBe("/");
    }

    [Theory, BothDatabases]
    public async Task Very_many_addresses_close_an_account_to_strangers_and_not_to_a_known_browser(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var till = await club.SignedIn();
        var said = new List<string>();
        for (var i = 0; i < SignInLimit.TriesOfStrangers + 5; i++)
        {
            said.Add(await Try(club, "203.0." + (i / 200) + "." + (i % 200), "guess " + i));
        }

        said.Count(s => s == "sign-in.wrong").ShouldBe(SignInLimit.TriesOfStrangers);
        (await Try(club, "198.51.100.7", StaffOfTests.Password)).ShouldBe("sign-in.too-many");
        (await till.SignIn("sara", StaffOfTests.Password)).To.ShouldBe("/");
        club.Clock.Advance(SignInLimit.Window);
        (await Try(club, "198.51.100.7", StaffOfTests.Password)).ShouldBe("in");
    }

    [Theory, BothDatabases]
    public async Task A_stolen_device_cookie_gives_no_more_guesses_than_any_browser_has(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var till = await club.SignedIn();
        using var thief = new Browser(club);
        thief.Kept[KnownDevices.CookieName] = till.Kept[KnownDevices.CookieName];
        for (var i = 0; i < SignInLimit.TriesPerAccount; i++)
        {
            (await thief.SignIn("sara", "guess " + i)).To.ShouldBe("/sign-in?error=sign-in.wrong");
        }

        (await thief.SignIn("sara", StaffOfTests.Password)).Status.ShouldBe(429);
    }

    [Theory, BothDatabases]
    public async Task The_cookie_of_one_user_helps_with_no_other_and_a_made_up_one_with_none(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var till = await club.SignedIn("mina", "cashier");
        await club.SignedIn("sara");
        var devices = club.Services.GetRequiredService<KnownDevices>();
        var cookie = Uri.UnescapeDataString(till.Kept[KnownDevices.CookieName]);
        devices.MarkOf(cookie, "mina").ShouldNotBeNull();
        devices.MarkOf(cookie, "sara").ShouldBeNull();
        devices.MarkOf("CfDJ8made-up", "mina").ShouldBeNull();
        devices.MarkOf(cookie[..^3], "mina").ShouldBeNull();
        await till.SignIn("sara", StaffOfTests.Password);
        var both = Uri.UnescapeDataString(till.Kept[KnownDevices.CookieName]);
        devices.MarkOf(both, "sara").ShouldNotBeNull();
        devices.MarkOf(both, "mina").ShouldBe(devices.MarkOf(cookie, "mina"), "a shared till knows both");
    }

    private static async Task<string> Try(TestClub club, string address, string password)
    {
        await using var scope = club.Services.CreateAsyncScope();
        var request = new SignInRequest("sara", password, new Visitor(IPAddress.Parse(address), null));
        var outcome = await scope.ServiceProvider.GetRequiredService<SignIn>().Run(request, default);
        return outcome.IsRefused ? outcome.Refusals[0].Code : "in";
    }
}
