using Vafa.Tests.Purchases;

namespace Vafa.Tests.Night;

/// <summary>What turns into another unit by itself does so in the night, before it could end.</summary>
public sealed class ConvertTests
{
    private const string Turning = """
        {"title": {"en": "Points"}, "worth": 500, "maySpend": false,
         "into": {"unit": "credit", "per": 100, "gives": 50000, "nightly": true}}
        """;

    [Theory, BothDatabases]
    public async Task Full_steps_turn_once_and_the_rest_stays(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/units/points", Turning);
        var (rich, poor) = (await club.Join(), await club.Join("09121234568"));
        await club.Give(rich, "points", 250);
        await club.Give(poor, "points", 99);
        await club.Sleep();
        (await club.Step(Nights.FirstDay, "convert")).ShouldBe(
            "done: 1 members, 1 lots, 200 points, 0 messages, 0 skipped"
        );
        (await club.Wallet(rich, "points")).Balance.ShouldBe(50);
        (await club.Wallet(rich, "credit")).Balance.ShouldBe(100_000);
        (await club.Wallet(poor, "points")).Balance.ShouldBe(99);
        await club.Sleep();
        (await club.Wallet(rich, "credit")).Balance.ShouldBe(100_000);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task What_would_end_this_night_turns_before_and_what_opens_with_it_turns_too(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/units/points", Turning);
        var (ends, opens) = (await club.Join(), await club.Join("09121234568"));
        var midnight = new DateTimeOffset(2026, 3, 25, 20, 30, 0, TimeSpan.Zero);
        await club.Give(ends, "points", 150, midnight);
        await club.Set("/units/points", Turning.Replace("\"maySpend\"", "\"availableAfterDays\": 1, \"maySpend\""));
        await club.SetPointFor(1_000);
        await club.Sell(SaleBody.Of(opens, LineBody.One(100_000)));
        await club.Sleep();
        (await club.Wallet(ends, "credit")).Balance.ShouldBe(50_000);
        (await club.Wallet(ends, "points")).Balance.ShouldBe(0);
        (await club.Wallet(opens, "credit")).Balance.ShouldBe(50_000);
        (await club.Step(Nights.FirstDay, "expire")).ShouldContain("50 points");
        await club.MustBeConsistent();
    }
}
