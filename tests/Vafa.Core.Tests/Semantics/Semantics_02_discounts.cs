using Shouldly;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Semantics;

/// <summary>
/// Discounts work on original prices of goods, rounded down, split by largest remainder, and are cut, not spread.
/// </summary>
public sealed class Semantics_02_discounts
{
    private static long[] Minor(Money[] lines) => [.. lines.Select(l => l.Minor)];

    [Fact]
    public void The_total_is_rounded_down_and_split_by_largest_remainder()
    {
        var decision = new Shop().Offer("o", Gives.Off("12.5")).Sell(Shop.Goods(333), Shop.Goods(333), Shop.Goods(335));
        decision.Discount.ShouldBe(new Money(125));
        Minor(decision.LineDiscounts).ShouldBe([42, 41, 42]);
    }

    [Fact]
    public void Only_goods_are_discounted()
    {
        var decision = new Shop()
            .Offer("o", Gives.Off("50"))
            .Sell(
                Shop.Goods(1_000),
                Shop.Other(LineKind.Shipping, 400),
                Shop.Other(LineKind.Tip, 300),
                Shop.Other(LineKind.StoredValue, 200)
            );
        Minor(decision.LineDiscounts).ShouldBe([500, 0, 0, 0]);
        decision.Payable.ShouldBe(new Money(1_400));
    }

    [Fact]
    public void Both_discounts_work_on_the_original_price()
    {
        var decision = new Shop()
            .Offer("a", Gives.Off("50"))
            .Offer("b", Gives.Off("30"), rest: "\"combine\": true")
            .Sell(Shop.Goods(1_000));
        decision.Discount.ShouldBe(new Money(800));
    }

    [Fact]
    public void What_exceeds_a_line_is_cut_by_priority_and_not_spread_elsewhere()
    {
        var shop = new Shop()
            .Offer("cake", Gives.OffGroup("80", "cake"))
            .Offer("all", Gives.Off("50"), rest: "\"combine\": true, \"priority\": 5");
        var decision = shop.Sell(Shop.Goods(1_000, "cake"), Shop.Goods(1_000, "tea"));
        Minor(decision.LineDiscounts).ShouldBe([1_000, 500]);
        shop.Verdict(decision, "all").Value.ShouldBe(new Money(1_000));
        shop.Verdict(decision, "cake").Value.ShouldBe(new Money(500));
    }

    [Fact]
    public void Of_equal_priority_the_younger_is_cut()
    {
        var shop = new Shop()
            .Offer("cake", Gives.OffGroup("80", "cake"))
            .Offer("all", Gives.Off("50"), rest: "\"combine\": true");
        var decision = shop.Sell(Shop.Goods(1_000, "cake"), Shop.Goods(1_000, "tea"));
        shop.Verdict(decision, "cake").Value.ShouldBe(new Money(800));
        shop.Verdict(decision, "all").Value.ShouldBe(new Money(700));
    }

    [Fact]
    public void The_clubs_ceiling_cuts_every_goods_line_and_leaves_shipping_alone()
    {
        var shop = new Shop { MaxDiscount = new Percent(3_000) }
            .Offer("half", Gives.Off("50"))
            .Offer("ship", Gives.Shipping, rest: "\"combine\": true");
        var decision = shop.Sell(Shop.Goods(1_001), Shop.Goods(10), Shop.Other(LineKind.Shipping, 700));
        Minor(decision.LineDiscounts).ShouldBe([300, 3, 700]);
    }

    [Fact]
    public void Max_caps_one_effect_and_maxValue_the_offer()
    {
        var shop = new Shop().Offer("o", Gives.Off("50", ", \"max\": 300"));
        shop.Sell(Shop.Goods(500), Shop.Goods(1_500)).Discount.ShouldBe(new Money(300));

        var capped = new Shop().Offer(
            "o",
            Gives.Off("20") + "," + Gives.Credit("50"),
            rest: "\"limits\": {\"maxValue\": 350}"
        );
        var decision = capped.Sell(Shop.Goods(1_000));
        decision.Discount.ShouldBe(new Money(200));
        Shop.Earned(decision, "credit").ShouldBe(150);
        capped.Verdict(decision, "o").Value.ShouldBe(new Money(350));
    }

    [Fact]
    public void The_search_compares_what_is_left_after_the_cuts()
    {
        // Alone 60 % beats 45 %, but beside the 50 % on the same cake only 50 % more is left.
        var shop = new Shop()
            .Offer("fifty", Gives.OffGroup("50", "cake"), rest: "\"combine\": true")
            .Offer("cake", Gives.OffGroup("60", "cake"))
            .Offer("tea", Gives.OffGroup("55", "tea"));
        var decision = shop.Sell(Shop.Goods(1_000, "cake"), Shop.Goods(1_000, "tea"));
        shop.Applied(decision).ShouldBe(["fifty", "tea"]);
        shop.Verdict(decision, "cake").BeatenBy.ShouldBe(new Money(50));
    }

    [Fact]
    public void A_hundred_percent_off_leaves_exactly_nothing()
    {
        var decision = new Shop().Offer("o", Gives.Off("100")).Sell(Shop.Goods(333), Shop.Goods(1), Shop.Goods(0));
        decision.Payable.ShouldBe(Money.Zero);
        Minor(decision.LineDiscounts).ShouldBe([333, 1, 0]);
    }
}
