using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Features.ApiKeys;
using Vafa.Features.Demo;
using Vafa.Features.Staff;
using Vafa.Tests.Staff;
using Vafa.Web;

namespace Vafa.Tests.Network;

/// <summary>Whose X-Forwarded headers count: those of the proxies that were named, and nobody else's.</summary>
public sealed class ProxyTests
{
    [Theory, BothDatabases]
    public async Task A_stranger_who_says_that_he_asks_for_others_has_the_guesses_of_one(Engine engine)
    {
        await using var club = await TestClub.Start(engine, Trusting("10.0.0.5"));
        (await Guesses(club)).ShouldBe(SignInLimit.TriesPerAccount);
    }

    [Theory, BothDatabases]
    public async Task The_guesses_that_a_trusted_proxy_passes_on_count_for_those_who_make_them(Engine engine)
    {
        await using var club = await TestClub.Start(engine, Trusting("127.0.0.0/8"));
        (await Guesses(club)).ShouldBe(SignInLimit.TriesPerAccount + 3);
    }

    [Fact]
    public async Task Failed_keys_are_counted_by_the_true_address()
    {
        await using var strange = await TestClub.Start(Engine.Sqlite);
        (await FailedKeys(strange)).ShouldBe(KeyCallers.FailuresAllowed);
        await using var behind = await TestClub.Start(Engine.Sqlite, Trusting("127.0.0.1"));
        (await FailedKeys(behind)).ShouldBe(KeyCallers.FailuresAllowed + 3);
    }

    [Fact]
    public async Task The_environments_own_switch_makes_nobody_trusted()
    {
        await using var club = await TestClub.Start(
            Engine.Sqlite,
            builder => builder.Configuration["ForwardedHeaders_Enabled"] = "true"
        );
        (await FailedKeys(club)).ShouldBe(KeyCallers.FailuresAllowed);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("192.0.2.1", false)]
    [InlineData("127.0.0.1", true)]
    public async Task Cookies_are_for_https_alone_where_a_trusted_proxy_says_that_it_is_that(string? proxy, bool secure)
    {
        await using var club = await TestClub.Start(Engine.Sqlite, Trusting(proxy));
        using var browser = await club.SignedIn();
        browser.Forwarded["X-Forwarded-Proto"] = "https";
        browser.Session = null;
        (await browser.SignIn("sara", StaffOfTests.Password)).To.ShouldBe("/");
        browser.SetCookie.ShouldNotBeNull().Contains("secure", StringComparison.OrdinalIgnoreCase).ShouldBe(secure);
    }

    [Fact]
    public async Task The_host_that_a_trusted_proxy_names_stands_in_the_pages()
    {
        await using var club = await TestClub.Start(Engine.Sqlite, Trusting("127.0.0.1"));
        (await Address(club)).ShouldContain("https://club.mycafe.ir");
        await using var strange = await TestClub.Start(Engine.Sqlite);
        (await Address(strange)).ShouldNotContain("mycafe");
    }

    [Theory]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("X-Forwarded-Proto", "http")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    public async Task Nobody_behind_a_trusted_proxy_is_at_the_machine_itself(string header, string value)
    {
        await using var club = await TestClub.Start(Engine.Sqlite, Trusting("127.0.0.1"));
        await using (var scope = club.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<DemoClub>().Mark(TestClock.Start, default);
        }

        using var browser = new Browser(club);
        browser.Forwarded[header] = value;
        (await browser.Post("/sign-in/demo", true, ("role", "owner"))).To.ShouldBe("/sign-in?error=demo.closed");
        browser.Forwarded.Clear();
        (await browser.Post("/sign-in/demo", true, ("role", "owner"))).To.ShouldBe("/");
    }

    [Fact]
    public async Task A_chain_is_believed_up_to_the_first_who_is_not_trusted()
    {
        await using var club = await TestClub.Start(Engine.Sqlite, Trusting("127.0.0.1", "10.1.0.0/16"));
        for (var i = 0; i <= KeyCallers.FailuresAllowed; i++)
        {
            // Whatever he wrote before the proxies did is his own word.
            await FailedKey(club, $"198.51.100.{i}, 203.0.113.9, 10.1.2.3");
        }

        (await FailedKey(club, "203.0.113.9, 10.1.2.3")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await FailedKey(club, "203.0.113.10, 10.1.2.3")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("10.0.0.5", "10.0.0.5/32")]
    [InlineData("10.1.0.0/16", "10.1.0.0/16")]
    [InlineData("fd00::5", "fd00::5/128")]
    [InlineData("fd00::/8", "fd00::/8")]
    [InlineData("proxy.lan", null)]
    [InlineData("10.1", null)]
    [InlineData("10.1/16", null)]
    [InlineData("10.1.0.5/16", null)]
    [InlineData("10.0.0.0/33", null)]
    [InlineData("0.0.0.0/0", null)]
    [InlineData("::/0", null)]
    [InlineData("", null)]
    public void What_is_no_proxy_is_refused(string written, string? read) =>
        (TrustedProxies.Read(written)?.ToString()).ShouldBe(read);

    [Fact]
    public async Task A_proxy_that_is_none_is_one_sentence()
    {
        var folder = await EmptyClubs.Take(Engine.Sqlite);
        await using var vafa = await VafaProcess.Run(folder, "serve", "--proxy", "10.0.0.5", "--proxy", "proxy.lan");
        (vafa.ExitCode, vafa.Output).ShouldBe((2, ""));
        vafa.Error.Trim().ShouldBe("\"proxy.lan\" is no address or network of a proxy, like 10.0.0.5 or 10.1.0.0/16.");
        await EmptyClubs.Return(folder);
    }

    private static Action<WebApplicationBuilder> Trusting(params string?[] proxies) =>
        builder =>
            builder.Services.AddSingleton(
                new TrustedProxies([.. proxies.OfType<string>().Select(p => TrustedProxies.Read(p)!.Value)])
            );

    /// <summary>How many wrong passwords one gets to try who names another address each time.</summary>
    private static async Task<int> Guesses(TestClub club)
    {
        using var owner = await club.SignedIn();
        using var guesser = new Browser(club);
        for (var i = 0; i < SignInLimit.TriesPerAccount + 3; i++)
        {
            guesser.Forwarded["X-Forwarded-For"] = $"203.0.113.{i}";
            if ((await guesser.SignIn("sara", "guess " + i)).Status == 429)
            {
                return i;
            }
        }

        return SignInLimit.TriesPerAccount + 3;
    }

    private static async Task<int> FailedKeys(TestClub club)
    {
        for (var i = 0; i < KeyCallers.FailuresAllowed + 3; i++)
        {
            if (await FailedKey(club, $"203.0.113.{i}") == HttpStatusCode.TooManyRequests)
            {
                return i;
            }
        }

        return KeyCallers.FailuresAllowed + 3;
    }

    private static async Task<HttpStatusCode> FailedKey(TestClub club, string forwardedFor)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, "/api/v1/club");
        message.Headers.Add("Authorization", "Bearer nobodys");
        message.Headers.Add("X-Forwarded-For", forwardedFor);
        using var answer = await club.Client(null).Http.SendAsync(message);
        return answer.StatusCode;
    }

    private static async Task<string> Address(TestClub club)
    {
        using var owner = await club.SignedIn();
        using var message = new HttpRequestMessage(HttpMethod.Get, "/settings/network");
        message.Headers.Add("Cookie", $"{StaffCookie.Name}={owner.Session}");
        message.Headers.Add("X-Forwarded-Host", "club.mycafe.ir");
        message.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await club.Client(null).Http.SendAsync(message);
        return await answer.Content.ReadAsStringAsync();
    }
}
