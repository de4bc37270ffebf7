using Vafa.Tests.Purchases;
using Vafa.Tests.Tiers;

namespace Vafa.Tests.Peers;

/// <summary>Faults of tiers that hurt users of other products, each by its report.</summary>
public sealed class TierFaults
{
    /// <summary>
    /// "Broken for years": the factor of the wrong tier. Bronze from 0 counts once, silver from 100,000 twice, gold
    /// from 300,000 three times; the sale that crosses a border counts by the tier it began with.
    /// </summary>
    [Theory]
    [BothDatabases(0, 10_000, 10, null)]
    [BothDatabases(99_999, 10_000, 10, "silver")]
    [BothDatabases(100_000, 10_000, 20, "silver")]
    [BothDatabases(100_001, 10_000, 20, "silver")]
    [BothDatabases(299_999, 10_000, 20, "gold")]
    [BothDatabases(300_000, 10_000, 30, "gold")]
    [BothDatabases(300_001, 10_000, 30, "gold")]
    [BothDatabases(50_000, 400_000, 400, "gold")]
    public async Task Erpnext_22167_33550_and_41564_a_sale_counts_by_the_tier_it_began_with(
        Engine engine,
        long before,
        long amount,
        long points,
        string? after
    )
    {
        await using var club = await TestClub.Start(engine);
        await club.SetPointFor(1_000);
        const string tiers = """
            {"code": "silver", "title": {"en": "Silver"}, "from": {"spent": 100000},
             "earning": [{"unit": "points", "times": 2}]},
            {"code": "gold", "title": {"en": "Gold"}, "from": {"spent": 300000},
             "earning": [{"unit": "points", "times": 3}]}
            """;
        await club.Set("/ladders/club", TierClub.Ladder(tiers: tiers));
        var member = await club.Join();
        if (before > 0)
        {
            await club.Buy(member, before);
        }

        var earlier = (await club.Wallet(member, "points")).Balance;
        await club.Buy(member, amount);
        (await club.Wallet(member, "points")).Balance.ShouldBe(earlier + points);
        (await club.Tier(member)).ShouldBe(after);
        await club.MustBeConsistent();
    }

    /// <summary>The level was that of the balance, so who spent fell.</summary>
    [Theory, BothDatabases]
    public async Task OpenLoyalty_131_who_spends_his_points_keeps_his_tier(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetPointFor(1_000);
        await club.Set(
            "/units/points",
            """{"title": {"en": "Points"}, "worth": 500, "maySpend": true, "spendValue": 500}"""
        );
        const string tiers = """
            {"code": "silver", "title": {"en": "Silver"}, "from": {"earned": {"unit": "points", "amount": 100}}}
            """;
        await club.Set("/ladders/club", TierClub.Ladder(tiers: tiers));
        var member = await club.Join();
        await club.Buy(member, 100_000);
        (await club.Tier(member)).ShouldBe("silver");
        await club.Sell(SaleBody.Of(member, LineBody.One(50_000)).Spending("points", 100));
        (await club.Wallet(member, "points")).Balance.ShouldBe(0);
        (await club.Tier(member)).ShouldBe("silver");
        await club.Review(Night.Nights.FirstDay.AddDays(1));
        (await club.Tier(member)).ShouldBe("silver");
        await club.MustBeConsistent();
    }
}
