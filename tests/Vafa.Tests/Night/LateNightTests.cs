using Vafa.Features.Night;
using Vafa.Tests.Purchases;
using Vafa.Tests.Tiers;

namespace Vafa.Tests.Night;

/// <summary>A night that is made up for late, or runs again, takes nothing away that came since its day.</summary>
public sealed class LateNightTests
{
    private const string Turning = """
        {"title": {"en": "Points"}, "worth": 500, "maySpend": false,
         "into": {"unit": "credit", "per": 100, "gives": 50000, "nightly": true}}
        """;

    [Theory, BothDatabases]
    public async Task Tiers_run_again_for_an_old_night_after_a_ladder_changed_leave_who_rose_since(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetLadder();
        var (bought, earned) = (await club.Join(), await club.Join("09121234568"));
        await club.Sleep(5);
        await club.Buy(bought, 100_000);
        await club.SetLadder(more: """, "fall": "oneStep" """);
        await Again(club, "tiers");
        (await club.Tier(bought)).ShouldBe("silver-tier");
        (await club.Tier(earned)).ShouldBeNull();
        await club.Sleep();
        (await club.Tier(bought)).ShouldBe("silver-tier");
        (await club.Moves(bought)).ShouldBe(["Rose - silver-tier"]);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Nights_that_were_missed_while_sales_went_on_leave_who_rose_meanwhile(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetLadder();
        var member = await club.Join();
        club.Clock.Advance(TimeSpan.FromDays(4));
        await club.Buy(member, 100_000);
        await club.MakeNights();
        (await club.Tier(member)).ShouldBe("silver-tier");
        (await club.Moves(member)).ShouldBe(["Rose - silver-tier"]);
    }

    /// <summary>What came at once was never waited for, however late the night that turned it.</summary>
    [Theory, BothDatabases]
    public async Task What_a_missed_night_turns_is_not_told_as_opened(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/units/points", Turning);
        var member = await club.Join();
        await club.Give(member, "points", 250);
        await club.Sleep(5);
        (await club.Wallet(member, "credit")).Balance.ShouldBe(100_000);
        (await club.Openings(member)).ShouldBeEmpty();
        await club.MustBeConsistent();
    }

    /// <summary>Credit of a month's life out of points that an old night turns lives a month from today.</summary>
    [Theory, BothDatabases]
    public async Task What_an_old_night_turns_when_it_runs_again_lives_from_today(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set(
            "/units/credit",
            """{"title": {"en": "Credit"}, "worth": 1, "maySpend": true, "spendValue": 1, "expiresAfterDays": 30}"""
        );
        var member = await club.Join();
        await club.Give(member, "points", 250);
        await club.Sleep(60);
        await club.Set("/units/points", Turning);
        await Again(club, "convert");
        (await club.Wallet(member, "credit")).Balance.ShouldBe(100_000);
        await club.Sleep(29);
        (await club.Wallet(member, "credit")).Balance.ShouldBe(100_000);
        await club.Sleep(2);
        (await club.Wallet(member, "credit")).Balance.ShouldBe(0);
        await club.MustBeConsistent();
    }

    private static async Task Again(TestClub club, string step)
    {
        var day = Nights.FirstDay;
        (await club.Api.Post($"/nights/{day:yyyy-MM-dd}/steps/{step}/again")).MustBe(202);
        var done = await club.MakeNights();
        for (var look = 0; look < 100 && !(await club.Step(day, step)).StartsWith("done", StringComparison.Ordinal); )
        {
            look++;
            await Task.Delay(50, TestContext.Current.CancellationToken);
            done.AddRange(await club.MakeNights());
        }

        (await club.Step(day, step)).ShouldStartWith("done");
    }
}
