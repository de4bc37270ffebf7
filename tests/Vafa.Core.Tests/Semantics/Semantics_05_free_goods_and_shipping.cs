using Shouldly;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Semantics;

/// <summary>
/// A free item is taken off where it stands in the basket, else handed over; free shipping takes shipping lines.
/// </summary>
public sealed class Semantics_05_free_goods_and_shipping
{
    [Fact]
    public void In_the_basket_the_item_is_discounted_in_line_order_and_the_rest_handed_over()
    {
        var shop = new Shop().Offer("tea", Gives.Free("tea", "3"));
        shop.Prices["tea"] = new Money(400);
        var decision = shop.Sell(Shop.Goods(900, sku: "cake"), Shop.Goods(1_001, sku: "tea", quantity: 2));
        decision.LineDiscounts.ShouldBe([Money.Zero, new Money(1_001)]);
        decision.Gifts.ShouldBe([new Gift("tea", Quantity.One, 0)]);
        shop.Verdict(decision, "tea").Value.ShouldBe(new Money(1_401));
        decision.Given.ShouldBe([new EffectValue(0, 0, new Money(1_401))]);
    }

    [Fact]
    public void A_part_of_a_line_is_rounded_down()
    {
        var shop = new Shop().Offer("tea", Gives.Free("tea"));
        var decision = shop.Sell(Shop.Goods(1_000, sku: "tea", quantity: 3));
        decision.Discount.ShouldBe(new Money(333));
        decision.Gifts.ShouldBeEmpty();
    }

    [Fact]
    public void Not_in_the_basket_it_stands_in_gifts()
    {
        var decision = new Shop().Offer("tea", Gives.Free("tea", "2")).Sell(Shop.Goods(1_000));
        decision.Discount.ShouldBe(Money.Zero);
        decision.Gifts.ShouldBe([new Gift("tea", Quantity.Whole(2), 0)]);
    }

    [Fact]
    public void A_cap_gives_only_the_pieces_that_fit()
    {
        var shop = new Shop().Offer("tea", Gives.Free("tea", "5"), rest: "\"limits\": {\"maxValue\": 1000}");
        shop.Prices["tea"] = new Money(400);
        shop.Sell(Shop.Goods(900)).Gifts.ShouldBe([new Gift("tea", Quantity.Whole(2), 0)]);
    }

    [Fact]
    public void Free_shipping_takes_the_shipping_lines_and_nothing_else()
    {
        var decision = new Shop()
            .Offer("ship", Gives.Shipping)
            .Sell(Shop.Goods(1_000), Shop.Other(LineKind.Shipping, 300), Shop.Other(LineKind.Tip, 50));
        decision.LineDiscounts.ShouldBe([Money.Zero, new Money(300), Money.Zero]);
        decision.Payable.ShouldBe(new Money(1_050));
    }
}
