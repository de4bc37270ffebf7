using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Vafa.Tests.Web;

/// <summary>What every answer carries, and what watches over the whole.</summary>
public sealed class PlumbingTests
{
    [Theory, BothDatabases]
    public async Task Health_needs_no_key(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (await club.Client(null).Http.GetStringAsync(new Uri("/health", UriKind.Relative))).ShouldBe("ok");
    }

    [Fact]
    public async Task Every_answer_of_the_api_forbids_frames_guessing_and_keeping()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        foreach (var path in new[] { "/club", "/nothing", "/units/x" })
        {
            var answer = await club.Api.Get(path);
            answer.Header("X-Content-Type-Options").ShouldBe("nosniff");
            answer.Header("Referrer-Policy").ShouldBe("same-origin");
            answer.Header("Cache-Control").ShouldBe("no-store");
            var policy = answer.Header("Content-Security-Policy")!;
            policy.ShouldContain("frame-ancestors 'none'");
            policy.ShouldContain("default-src 'self'");
            policy.ShouldNotContain("unsafe");
            answer.Header("Server").ShouldBeNull();
        }
    }

    [Theory, BothDatabases]
    public async Task What_one_start_protected_the_next_can_read(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var secret = Protector(club).Protect("راز");
        (await club.Ask(db => db.DataKeys.CountAsync())).ShouldBe(1);
        await club.Restart();
        Protector(club).Unprotect(secret).ShouldBe("راز");
        (await club.Ask(db => db.DataKeys.CountAsync())).ShouldBe(1);
    }

    private static IDataProtector Protector(TestClub club) =>
        club.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
}
