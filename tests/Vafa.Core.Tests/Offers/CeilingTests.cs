using Shouldly;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Offers;

/// <summary>The club's ceilings: the share of the basket that may be discounted, and the margin guard.</summary>
public sealed class CeilingTests
{
    [Fact]
    public void The_basket_is_discounted_up_to_its_share_and_lines_share_the_cut()
    {
        var shop = new Shop { MaxBasketDiscount = new Percent(2_500) }.Offer("half", Gives.Off("50"));
        var decision = shop.Sell(Shop.Goods(1_000), Shop.Goods(3_001));
        decision.Discount.Minor.ShouldBe(1_000);
        decision.LineDiscounts.Select(d => d.Minor).ShouldBe([250L, 750]);
        shop.Verdict(decision, "half").Value.Minor.ShouldBe(1_000);
    }

    [Fact]
    public void Of_several_the_higher_priority_is_cut_last_and_shipping_stands_outside()
    {
        var shop = new Shop { MaxBasketDiscount = new Percent(2_000) }
            .Offer("first", Gives.Amount(150), rest: "\"combine\": true, \"priority\": 1")
            .Offer("second", Gives.Amount(100), rest: "\"combine\": true")
            .Offer("ship", Gives.Shipping, rest: "\"combine\": true");
        var decision = shop.Sell(Shop.Goods(1_000), Shop.Other(LineKind.Shipping, 300));
        decision.Given.Select(g => g.Value.Minor).ShouldBe([150L, 50, 300]);
    }

    [Fact]
    public void Goods_are_not_sold_below_cost_and_margin_and_the_explanation_says_so()
    {
        var shop = new Shop { MinMargin = new Percent(1_000) }.Offer("half", Gives.Off("50"));
        var line = Shop.Goods(2_000, quantity: 2) with { UnitCost = new Money(701) };
        var decision = shop.Sell(line, Shop.Goods(1_000));
        // 2 × 701 × 1.1 = 1,542.2 is the least it may cost.
        decision.LineDiscounts.Select(d => d.Minor).ShouldBe([457L, 500]);
        shop.Verdict(decision, "half").Missing.ShouldBe(543);
        Explain
            .Of(decision, shop.Programme, new Wording(Persian: true, Toman: false))
            .Applied.Single()
            .KeptBack.Minor.ShouldBe(543);
    }

    [Fact]
    public void Where_the_guard_leaves_nothing_the_offer_says_it()
    {
        var shop = new Shop { MinMargin = new Percent(0) }.Offer("half", Gives.Off("50"));
        var decision = shop.Sell(Shop.Goods(1_000) with { UnitCost = new Money(1_000) });
        decision.Discount.Minor.ShouldBe(0);
        var said = Explain.Of(decision, shop.Programme, new Wording(Persian: false, Toman: false)).NotApplied.Single();
        (said.Status, said.Code).ShouldBe(("notEligible", "offer.margin"));
    }

    [Fact]
    public void A_product_sold_below_its_cost_already_is_left_as_it_is()
    {
        var shop = new Shop { MinMargin = new Percent(0) }.Offer("half", Gives.Off("50"));
        shop.Sell(Shop.Goods(1_000) with { UnitCost = new Money(2_000) }).Payable.Minor.ShouldBe(1_000);
    }

    [Fact]
    public void Without_the_guard_costs_are_neither_asked_for_nor_kept()
    {
        var shop = new Shop().Offer("half", Gives.Off("50"));
        var basket = shop.Basket(Shop.Goods(1_000) with { UnitCost = new Money(987_654) });
        shop.Programme.Needs.Costs.ShouldBeFalse();
        DecisionRecord
            .Write(shop.Sell(basket), shop.Programme, basket, shop.Member, [], shop.Now)
            .ShouldNotContain("987654");
    }

    [Fact]
    public void A_member_of_the_programmes_hold_out_gets_no_offer_but_earns_by_the_rules()
    {
        var shop = new Shop { Holdout = new Percent(5_000) }
            .Offer("half", Gives.Off("50"))
            .Rule("points", "\"unit\": \"points\", \"perAmount\": 100, \"earn\": 1");
        var held = 0;
        for (var n = 0; n < 2_000; n++)
        {
            shop.Member = new MemberFacts
            {
                Id = new MemberId(Guid.CreateVersion7()),
                Since = new DateOnly(2026, 1, 1),
            };
            var decision = shop.Sell(Shop.Goods(1_000));
            if (decision.Offers[0].Status == OfferStatus.HeldOut)
            {
                held++;
                decision.Discount.Minor.ShouldBe(0);
                Shop.Earned(decision, "points").ShouldBe(10);
            }

            shop.Sell(Shop.Goods(1_000)).Offers[0].Status.ShouldBe(decision.Offers[0].Status);
        }

        held.ShouldBeInRange(880, 1_120);
        shop.Member = null;
        shop.Sell(Shop.Goods(1_000)).Discount.Minor.ShouldBe(500);
    }
}
