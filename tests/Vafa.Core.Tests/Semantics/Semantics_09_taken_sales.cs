using Shouldly;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Semantics;

/// <summary>
/// A sale concluded elsewhere is a fact: never refused for price or limit, earning by what was taken.
/// </summary>
public sealed class Semantics_09_taken_sales
{
    private static Shop TenOff() =>
        new Shop()
            .Offer("ten", Gives.Off("10"), rest: "\"limits\": {\"uses\": 5}")
            .Offer("points", Gives.Points(7), rest: "\"combine\": true")
            .Rule("r", "\"unit\": \"credit\", \"percent\": 10");

    private static Taken Of(long discount, long payable, params string[] offers) =>
        new(new Money(discount), new Money(payable), [.. offers]);

    [Fact]
    public void The_discount_is_taken_as_it_was_and_earning_goes_by_it()
    {
        var shop = TenOff();
        var decision = shop.Sell(shop.Basket(Shop.Goods(1_000), Shop.Goods(500)), Of(300, 1_200, "ten"));
        decision.Discount.ShouldBe(new Money(300));
        decision.LineDiscounts.ShouldBe([new Money(200), new Money(100)]);
        Shop.Earned(decision, "credit").ShouldBe(120);
        Shop.Earned(decision, "points").ShouldBe(0);
        decision.Own.ShouldBe(new OwnDecision(new Money(150), new Money(1_350)));
        decision.Own!.DiscountBeyond(decision).ShouldBe(new Money(150));
        shop.Verdict(decision, "ten").Value.ShouldBe(new Money(150));
        shop.Verdict(decision, "points").Code.ShouldBe(VerdictCode.NotTaken);
    }

    [Fact]
    public void Named_offers_give_what_they_bring()
    {
        var shop = TenOff();
        var decision = shop.Sell(shop.Basket(Shop.Goods(1_000)), Of(0, 1_000, "points", "gone"));
        shop.Applied(decision).ShouldBe(["points"]);
        Shop.Earned(decision, "points").ShouldBe(7);
    }

    [Fact]
    public void A_limit_or_condition_passed_that_way_says_so()
    {
        var shop = TenOff().Offer("far", Gives.Points(3), """{"basketTotal": {"atLeast": 9000}}""");
        shop.Counts.Add(new OfferCount("ten", 5, Money.Zero));
        var decision = shop.Sell(shop.Basket(Shop.Goods(1_000)), Of(100, 900, "ten", "far"));
        shop.Verdict(decision, "ten").Status.ShouldBe(OfferStatus.Applied);
        shop.Verdict(decision, "ten").Code.ShouldBe(VerdictCode.Uses);
        shop.Verdict(decision, "far").Code.ShouldBe(VerdictCode.Condition);
        Shop.Earned(decision, "points").ShouldBe(3);
    }

    [Fact]
    public void An_offer_outside_its_schedule_counts_when_it_was_granted()
    {
        var shop = new Shop().Offer("old", Gives.Points(3), rest: "\"schedule\": {\"to\": \"2026-11-20T00:00:00Z\"}");
        var decision = shop.Sell(shop.Basket(Shop.Goods(1_000)), Of(0, 1_000, "old"));
        shop.Applied(decision).ShouldBe(["old"]);
        shop.Sell(Shop.Goods(1_000)).Offers.ShouldBeEmpty();
    }

    [Fact]
    public void A_discount_beyond_goods_comes_off_shipping_then_the_rest()
    {
        var shop = new Shop();
        BasketLine[] lines = [Shop.Goods(100), Shop.Other(LineKind.Tip, 50), Shop.Other(LineKind.Shipping, 30)];
        var decision = shop.Sell(shop.Basket(lines), Of(140, 40));
        decision.LineDiscounts.ShouldBe([new Money(100), new Money(10), new Money(30)]);
    }

    [Theory]
    [InlineData(1_001, 0, "taken.discount")]
    [InlineData(100, 800, "taken.payable")]
    public void Numbers_that_contradict_each_other_are_refused(long discount, long payable, string code)
    {
        var shop = new Shop();
        shop.TrySell(shop.Basket(Shop.Goods(1_000)), Of(discount, payable)).Refusals.Single().Code.ShouldBe(code);
    }
}
