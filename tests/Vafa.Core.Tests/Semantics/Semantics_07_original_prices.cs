using Shouldly;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Semantics;

/// <summary>Conditions on money look at goods at original price.</summary>
public sealed class Semantics_07_original_prices
{
    [Fact]
    public void The_basket_total_is_that_of_goods_before_discounts()
    {
        var shop = new Shop()
            .Offer("half", Gives.Off("50"), rest: "\"combine\": true")
            .Offer("big", Gives.Amount(10), """{"basketTotal": {"atLeast": 1000}}""");
        shop.Applied(shop.Sell(Shop.Goods(1_000))).ShouldBe(["half", "big"]);
        var less = shop.Sell(Shop.Goods(900), Shop.Other(LineKind.Shipping, 500), Shop.Other(LineKind.Tip, 500));
        shop.Verdict(less, "big").Missing.ShouldBe(100);
    }

    [Fact]
    public void So_is_the_amount_of_a_product_group()
    {
        var shop = new Shop().Offer("o", Gives.Amount(10), """{"productGroup": {"in": ["cake"], "amount": 500}}""");
        shop.Applied(shop.Sell(Shop.Goods(300, "cake"), Shop.Goods(200, "cake"))).ShouldBe(["o"]);
        shop.Verdict(shop.Sell(Shop.Goods(300, "cake"), Shop.Goods(200, "tea")), "o").Missing.ShouldBe(200);
    }

    [Theory]
    [InlineData(999, 1_500, 1_499)]
    [InlineData(333, 500, 167)]
    [InlineData(0, 2_000, 0)]
    public void A_lines_amount_is_rounded_half_up_once(long price, long thousandths, long amount) =>
        new Quantity(thousandths).Times(new Money(price)).ShouldBe(new Money(amount));

    [Fact]
    public void A_price_of_0_is_fine()
    {
        var shop = new Shop().Offer("o", Gives.Off("10")).Rule("r", "\"unit\": \"points\", \"perVisit\": 1");
        var decision = shop.Sell(Shop.Goods(0));
        decision.Payable.ShouldBe(Money.Zero);
        Shop.Earned(decision, "points").ShouldBe(1);
    }
}
