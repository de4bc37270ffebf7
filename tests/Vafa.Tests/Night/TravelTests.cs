using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Vafa.Features.Night;
using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Night;

/// <summary>The clock that whoever builds the program may move forward.</summary>
public sealed class TravelTests
{
    [Fact]
    public async Task The_clock_stands_nowhere_but_in_development()
    {
        await using var club = await TestClub.Start(Engine.Sqlite, In("Production"));
        (await club.Api.Http.GetAsync("/dev/clock", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(
            System.Net.HttpStatusCode.NotFound
        );
        using var body = new StringContent("""{"days": 1}""", System.Text.Encoding.UTF8, "application/json");
        var moved = await club.Api.Http.PostAsync("/dev/clock", body, TestContext.Current.CancellationToken);
        ((int)moved.StatusCode).ShouldBeOneOf(404, 405);
        using var owner = await club.SignedIn();
        (await owner.Page("/dev")).Status.ShouldBe(404);
    }

    [Theory, BothDatabases]
    public async Task Going_forward_makes_the_nights_on_the_way(Engine engine)
    {
        await using var club = await TestClub.Start(engine, In("Development"));
        var member = await club.Join();
        await club.Give(member, "points", 7, TestClock.Start.AddDays(2));
        var now = await Clock(club, HttpMethod.Get, null);
        now.Json.GetProperty("now").GetDateTimeOffset().ShouldBe(TestClock.Start);
        (await Clock(club, HttpMethod.Post, """{"days": -1}""")).MustBeProblem(422, "json.range", "/days");
        (await Clock(club, HttpMethod.Post, """{"to": "2026-01-01T00:00:00Z"}""")).MustBeProblem(422, "clock.forward");

        var moved = (await Clock(club, HttpMethod.Post, """{"days": 3}""")).MustBe(200);
        moved.Json.GetProperty("now").GetDateTimeOffset().ShouldBe(TestClock.Start.AddDays(3));
        moved.Json.GetProperty("done").GetArrayLength().ShouldBe(3 * NightSteps.Order.Count);
        (await club.Wallet(member, "points")).ShouldBe((0, 0));
        (await Clock(club, HttpMethod.Post, """{"to": "2026-04-02T09:00:00Z"}"""))
            .MustBe(200)
            .Json.GetProperty("done")
            .GetArrayLength()
            .ShouldBe(5 * NightSteps.Order.Count);
        using var owner = await club.SignedIn();
        var (status, text) = await owner.Page("/dev");
        status.ShouldBe(200);
        text.ShouldContain("۱۳ فروردین ۱۴۰۵");
        await club.MustBeConsistent();
    }

    private static Action<WebApplicationBuilder> In(string environment) =>
        builder => builder.Environment.EnvironmentName = environment;

    private static async Task<Answer> Clock(TestClub club, HttpMethod method, string? body)
    {
        using var message = new HttpRequestMessage(method, "/dev/clock");
        if (body is not null)
        {
            message.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        }

        using var response = await club.Api.Http.SendAsync(message, TestContext.Current.CancellationToken);
        return await Answer.Read(response);
    }
}
