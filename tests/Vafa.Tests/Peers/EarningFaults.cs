using Vafa.Tests.Purchases;

namespace Vafa.Tests.Peers;

/// <summary>
/// Faults of earning that hurt users of other products, each by its report, from the setting to the wallet.
/// </summary>
public sealed class EarningFaults
{
    /// <summary>Who paid a part with points earned nothing at all.</summary>
    [Theory, BothDatabases]
    public async Task NopCommerce_3643_3391_4734_and_5764_what_is_paid_in_money_earns(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetPointFor(100);
        var member = await club.Join();
        await club.Give(member, "credit", 400);
        var sale = await club.Sell(SaleBody.Of(member, LineBody.One(1_000)).Spending("credit", 400));
        sale.Earned().ShouldBe("6 points");
        var statement = (await club.Api.Get($"/members/{member}/statement")).MustBe(200);
        statement["items"]
            .EnumerateArray()
            .Count(i => i.GetProperty("cause").GetProperty("id").GetGuid() == sale.Id())
            .ShouldBe(2);
        await club.MustBeConsistent();
    }

    /// <summary>The reward itself earned: 6 instead of 5.</summary>
    [Theory, BothDatabases]
    public async Task Odoo_114004_and_150833_what_is_free_earns_nothing(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetPointFor(100);
        await club.Set("/products/latte", """{"title": {"en": "Latte"}}""");
        await club.Set(
            "/offers/free",
            """{"title": {"en": "Free"}, "give": [{"freeItem": {"product": "latte", "quantity": 1}}]}"""
        );
        var member = await club.Join();
        var sale = await club.Sell(SaleBody.Of(member, LineBody.One(500), LineBody.One(100) with { Sku = "latte" }));
        sale.Earned().ShouldBe("5 points");
        (await club.Wallet(member, "points")).Balance.ShouldBe(5);
    }

    /// <summary>5 for each 2.5: a basket of 3 earned 6.</summary>
    [Theory]
    [BothDatabases("step", "5 points")]
    [BothDatabases("proportional", "6 points")]
    public async Task NopCommerce_5235_by_steps_and_in_proportion_are_two_things(
        Engine engine,
        string rounding,
        string earned
    )
    {
        await using var club = await TestClub.Start(engine);
        await club.Set(
            "/earning-rules/r",
            $$"""
            {"title": {"en": "R"}, "unit": "points", "perAmount": 25, "earn": 5, "rounding": "{{rounding}}"}
            """
        );
        (await club.Sell(SaleBody.Of(await club.Join(), LineBody.One(30)))).Earned().ShouldBe(earned);
    }

    /// <summary>Delivery earned points.</summary>
    [Theory, BothDatabases]
    public async Task NopCommerce_1917_only_goods_earn(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetPointFor(100);
        var tip = LineBody.One(900) with { Kind = "tip" };
        var sale = SaleBody.Of(await club.Join(), LineBody.One(200), LineBody.Shipping(900), tip);
        (await club.Sell(sale)).Earned().ShouldBe("2 points");
    }

    /// <summary>A gift card bought with a gift card earned each time around.</summary>
    [Theory, BothDatabases]
    public async Task NopCommerce_2496_stored_value_earns_nothing_and_the_wallet_does_not_pay_it(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetPointFor(100);
        await club.SetCreditBack(10);
        var member = await club.Join();
        await club.Give(member, "credit", 5_000);
        var card = SaleBody.Of(member, LineBody.One(1_000) with { Kind = "storedValue" });
        for (var i = 0; i < 5; i++)
        {
            (await club.Api.Post("/purchases", card.Spending("credit", 1_000))).MustBeProblem(
                422,
                "spend.too-much",
                "/spend/0/amount"
            );
            (await club.Sell(card)).Earned().ShouldBe("-");
        }

        (await club.Wallet(member, "credit")).ShouldBe((5_000, 0));
        await club.MustBeConsistent();
    }
}
