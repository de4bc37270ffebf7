using System.Diagnostics;
using Vafa.Features.Staff;
using Vafa.Web;

namespace Vafa.Tests.Staff;

/// <summary>What each role may do through the API with nothing but its session.</summary>
public sealed class RoleTests
{
    [Theory, BothDatabases]
    public async Task Each_role_sees_what_it_needs_and_no_more(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var seen = new List<string>();
        foreach (var role in Roles.All)
        {
            using var browser = await club.SignedIn(role, role);
            string[] paths = ["/members", "/purchases", "/offers", "/club"];
            var statuses = new List<int>();
            foreach (var path in paths)
            {
                statuses.Add((await browser.Api(path)).Status);
            }

            statuses.Add((await browser.Api("/offers/x", method: HttpMethod.Put)).Status);
            seen.Add($"{role} {string.Join(' ', statuses)}");
        }

        seen.ShouldBe([
            "owner 200 200 200 200 422",
            "manager 200 200 200 200 422",
            "marketer 200 200 200 200 422",
            "cashier 200 200 200 200 403",
            "agent 200 200 403 200 403",
            "auditor 200 200 200 200 403",
        ]);
    }

    [Theory, BothDatabases]
    public async Task A_session_serves_only_our_own_pages(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var browser = await club.SignedIn();
        (await browser.Api("/members", fromOurPage: false)).MustBeProblem(403, "staff.foreign-page");
        browser.Session = Secret.New();
        (await browser.Api("/members")).MustBeProblem(401, "key.needed");
    }

    [Fact]
    public void An_unknown_user_takes_as_long_as_a_wrong_password()
    {
        var passwords = new Passwords();
        var kept = passwords.Hash(StaffOfTests.Password);
        var known = Fastest(() => passwords.Verify(kept, "a wrong password"));
        var unknown = Fastest(() => passwords.Verify(null, "a wrong password"));

        // Without the work an unknown user is told a thousand times as fast; a busy machine may blur a factor of ten.
        unknown.ShouldBeGreaterThan(known / 10);
        known.ShouldBeGreaterThan(unknown / 10);
    }

    [Fact]
    public void No_password_opens_an_account_that_has_none() =>
        new Passwords().Verify(null, "").ShouldBe(Microsoft.AspNetCore.Identity.PasswordVerificationResult.Failed);

    private static TimeSpan Fastest(Action work) =>
        Enumerable
            .Range(0, 5)
            .Select(_ =>
            {
                var start = Stopwatch.GetTimestamp();
                work();
                return Stopwatch.GetElapsedTime(start);
            })
            .Min();
}
