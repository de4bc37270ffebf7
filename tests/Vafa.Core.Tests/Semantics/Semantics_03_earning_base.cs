using Shouldly;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Xunit;

namespace Vafa.Core.Tests.Semantics;

/// <summary>
/// Earning comes from what is paid for goods; the multiplier multiplies rules only, after their rounding.
/// </summary>
public sealed class Semantics_03_earning_base
{
    [Fact]
    public void Discounts_and_credit_spent_on_goods_shrink_what_is_earned()
    {
        var shop = new Shop { Member = Shop.Somebody(wallets: [("credit", 500)]) }
            .Offer("ten", Gives.Off("10"))
            .Rule("back", "\"unit\": \"credit\", \"percent\": 10");
        Shop.Earned(shop.Sell(Shop.Goods(1_000)), "credit").ShouldBe(90);
        var basket = shop.Basket(Shop.Goods(1_000)) with { Spend = [new SpendRequest("credit", 405)] };
        Shop.Earned(shop.Sell(basket), "credit").ShouldBe(49);
    }

    [Fact]
    public void Shipping_tip_and_stored_value_never_earn()
    {
        var shop = new Shop()
            .Rule("step", "\"unit\": \"points\", \"perAmount\": 100, \"earn\": 1, \"perVisit\": 7")
            .Offer("o", Gives.Points(9) + "," + Gives.Credit("50"), rest: "\"combine\": true");
        var decision = shop.Sell(
            Shop.Other(LineKind.Shipping, 1_000),
            Shop.Other(LineKind.Tip, 1_000),
            Shop.Other(LineKind.StoredValue, 1_000)
        );
        decision.Earned.ShouldBeEmpty();
        shop.Verdict(decision, "o").Code.ShouldBe(VerdictCode.GivesNothing);
    }

    [Theory]
    [InlineData("\"perAmount\": 100, \"earn\": 3", 27)]
    [InlineData("\"perAmount\": 100, \"earn\": 3, \"rounding\": \"proportional\"", 29)]
    [InlineData("\"perVisit\": 4", 4)]
    [InlineData("\"percent\": 1.5", 14)]
    [InlineData("\"percent\": 1.5, \"perVisit\": 4, \"perAmount\": 100, \"earn\": 3", 45)]
    public void Each_way_of_earning_is_rounded_down_by_itself(string ways, long points)
    {
        var shop = new Shop().Rule("r", "\"unit\": \"points\", " + ways);
        Shop.Earned(shop.Sell(Shop.Goods(999)), "points").ShouldBe(points);
    }

    [Fact]
    public void Every_rule_whose_condition_holds_earns()
    {
        var shop = new Shop()
            .Rule("a", "\"unit\": \"points\", \"perVisit\": 2")
            .Rule("b", "\"unit\": \"points\", \"perVisit\": 3, \"when\": {\"basketTotal\": {\"atLeast\": 50}}")
            .Rule("c", "\"unit\": \"points\", \"perVisit\": 4, \"when\": {\"basketTotal\": {\"atLeast\": 5000}}");
        Shop.Earned(shop.Sell(Shop.Goods(60)), "points").ShouldBe(5);
    }

    [Fact]
    public void The_multiplier_adds_to_the_rules_of_its_unit_after_their_rounding()
    {
        var shop = new Shop()
            .Rule("a", "\"unit\": \"points\", \"perAmount\": 100, \"earn\": 1")
            .Rule("b", "\"unit\": \"points\", \"percent\": 0.3")
            .Rule("c", "\"unit\": \"credit\", \"percent\": 10")
            .Offer("twice", Gives.Times("2.5"))
            .Offer("points", Gives.Points(100), rest: "\"combine\": true");
        var decision = shop.Sell(Shop.Goods(999));

        // 9 + 2 by the rules, floor(11 × 1.5) = 16 more, 100 by the other offer; credit as it was.
        Shop.Earned(decision, "points").ShouldBe(9 + 2 + 16 + 100);
        Shop.Earned(decision, "credit").ShouldBe(99);
    }

    [Fact]
    public void A_guest_earns_nothing()
    {
        var shop = new Shop { Member = null }
            .Rule("r", "\"unit\": \"points\", \"perVisit\": 4")
            .Offer("both", Gives.Off("10") + "," + Gives.Points(5));
        var decision = shop.Sell(Shop.Goods(1_000));
        decision.Earned.ShouldBeEmpty();
        decision.Discount.Minor.ShouldBe(100);
    }
}
