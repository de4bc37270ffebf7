using Shouldly;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Xunit;

namespace Vafa.Core.Tests.Peers;

/// <summary>Faults of earning that hurt users of other products, each by its report.</summary>
public sealed class EarningFaults
{
    private const string OneForAHundred = "\"unit\": \"points\", \"perAmount\": 100, \"earn\": 1";

    /// <summary>Who paid a part with points earned nothing at all.</summary>
    [Fact]
    public void NopCommerce_3643_3391_4734_and_5764_what_is_paid_in_money_earns()
    {
        var shop = new Shop { Member = Shop.Somebody(wallets: [("credit", 400)]) }.Rule("r", OneForAHundred);
        var basket = shop.Basket(Shop.Goods(1_000)) with { Spend = [new SpendRequest("credit", 400)] };
        Shop.Earned(shop.Sell(basket), "points").ShouldBe(6);
    }

    /// <summary>The reward itself earned: 6 instead of 5.</summary>
    [Fact]
    public void Odoo_114004_and_150833_what_is_free_earns_nothing()
    {
        var shop = new Shop().Rule("r", OneForAHundred).Offer("o", Gives.Free("latte"));
        var latte = Shop.Goods(100, sku: "latte");
        Shop.Earned(shop.Sell(Shop.Goods(500), latte), "points").ShouldBe(5);
    }

    /// <summary>5 for each 2.5: a basket of 3 earned 6.</summary>
    [Theory]
    [InlineData("\"rounding\": \"step\"", 5)]
    [InlineData("\"rounding\": \"proportional\"", 6)]
    public void NopCommerce_5235_by_steps_and_in_proportion_are_two_things(string rounding, long points)
    {
        var shop = new Shop().Rule("r", $"\"unit\": \"points\", \"perAmount\": 25, \"earn\": 5, {rounding}");
        Shop.Earned(shop.Sell(Shop.Goods(30)), "points").ShouldBe(points);
    }

    /// <summary>Delivery earned points.</summary>
    [Fact]
    public void NopCommerce_1917_only_goods_earn()
    {
        var shop = new Shop().Rule("r", OneForAHundred);
        var decision = shop.Sell(Shop.Goods(200), Shop.Other(LineKind.Shipping, 900), Shop.Other(LineKind.Tip, 900));
        Shop.Earned(decision, "points").ShouldBe(2);
    }

    /// <summary>A gift card bought with a gift card earned each time around.</summary>
    [Fact]
    public void NopCommerce_2496_stored_value_earns_nothing_and_is_not_paid_by_the_wallet()
    {
        var shop = new Shop { Member = Shop.Somebody(wallets: [("credit", 5_000)]) }
            .Rule("r", OneForAHundred)
            .Offer("o", Gives.Credit("10"));
        var decision = shop.Sell(Shop.Other(LineKind.StoredValue, 1_000));
        decision.Earned.ShouldBeEmpty();
        decision.MaySpend.ShouldAllBe(m => m.Amount == 0);
    }
}
