using Shouldly;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Semantics;

/// <summary>Discounts, earnings at worth and free goods at price are compared exactly; then the ties.</summary>
public sealed class Semantics_04_value_of_a_combination
{
    private static readonly BasketLine[] Basket = [Shop.Goods(1_000)];

    [Fact]
    public void Worth_is_compared_in_ten_thousandths()
    {
        // 333 credits at 0.3004 are 100.0332: a hair over a discount of 100, shown as 100.
        var shop = new Shop().Offer("ten", Gives.Amount(100)).Offer("points", Gives.Points(333, "credit"));
        shop.Units[0] = Shop.Unit("credit", 3_004, spends: 1);
        var decision = shop.Sell(Basket);
        shop.Applied(decision).ShouldBe(["points"]);
        shop.Verdict(decision, "points").Value.ShouldBe(new Money(100));
        shop.Verdict(decision, "ten").BeatenBy.ShouldBe(Money.Zero);
    }

    [Fact]
    public void What_rules_earn_counts_where_a_discount_would_shrink_an_offers_part_only()
    {
        // The offers' own percentages fall with the discount, the rules' earnings are no offer's merit.
        var shop = new Shop()
            .Rule("r", "\"unit\": \"credit\", \"percent\": 90")
            .Offer("discount", Gives.Off("10"))
            .Offer("credit", Gives.Credit("9.9"));
        shop.Applied(shop.Sell(Basket)).ShouldBe(["discount"]);
    }

    [Fact]
    public void Free_goods_count_at_product_price_and_0_without_one()
    {
        var shop = new Shop().Offer("ten", Gives.Off("10")).Offer("tea", Gives.Free("tea", "2"));
        shop.Applied(shop.Sell(Basket)).ShouldBe(["ten"]);
        shop.Prices["tea"] = new Money(51);
        var decision = shop.Sell(Basket);
        shop.Applied(decision).ShouldBe(["tea"]);
        shop.Verdict(decision, "tea").Value.ShouldBe(new Money(102));
    }

    [Fact]
    public void On_a_tie_discount_goes_before_credit_before_points()
    {
        var shop = new Shop()
            .Offer("points", Gives.Points(1))
            .Offer("credit", Gives.Credit("50"))
            .Offer("discount", Gives.Amount(500));
        shop.Applied(shop.Sell(Basket)).ShouldBe(["discount"]);
        var without = new Shop().Offer("points", Gives.Points(1)).Offer("credit", Gives.Credit("50"));
        without.Applied(without.Sell(Basket)).ShouldBe(["credit"]);
    }

    [Fact]
    public void Then_priority_then_the_older()
    {
        var shop = new Shop().Offer("old", Gives.Off("10")).Offer("new", Gives.Amount(100), rest: "\"priority\": 1");
        var decision = shop.Sell(Basket);
        shop.Applied(decision).ShouldBe(["new"]);
        shop.Verdict(decision, "old").BeatenBy.ShouldBe(Money.Zero);
        var even = new Shop().Offer("old", Gives.Off("10")).Offer("new", Gives.Amount(100));
        even.Applied(even.Sell(Basket)).ShouldBe(["old"]);
    }

    [Fact]
    public void A_discount_is_left_out_when_it_costs_more_credit_than_it_gives()
    {
        // Twice the money back: every rial off would cost two of credit.
        var shop = new Shop()
            .Offer("back", Gives.Credit("200", ", \"confirm\": true"))
            .Offer("off", Gives.Off("10"), rest: "\"combine\": true");
        var decision = shop.Sell(Basket);
        shop.Applied(decision).ShouldBe(["back"]);
        shop.Verdict(decision, "off").Code.ShouldBe(VerdictCode.Beaten);
        shop.Verdict(decision, "off").BeatenBy.ShouldBe(new Money(100));
    }

    [Fact]
    public void An_offer_that_gives_nothing_here_is_not_chosen()
    {
        var shop = new Shop().Offer("cake", Gives.OffGroup("10", "cake"));
        var decision = shop.Sell(Basket);
        shop.Applied(decision).ShouldBeEmpty();
        shop.Verdict(decision, "cake").Code.ShouldBe(VerdictCode.GivesNothing);
    }

    [Fact]
    public void Amounts_as_large_as_they_get_are_compared_exactly()
    {
        var most = Enumerable.Repeat(Shop.Goods(Money.Max.Minor), 500).ToArray();
        var shop = new Shop().Offer("a", Gives.Off("99.99")).Offer("b", Gives.Credit("100"));
        var decision = shop.Sell(most);
        shop.Applied(decision).ShouldBe(["a"]);
        decision.Payable.Minor.ShouldBe(Money.Max.Minor / 10_000 * 500);
    }
}
