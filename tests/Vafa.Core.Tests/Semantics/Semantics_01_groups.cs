using Shouldly;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Semantics;

/// <summary>Of every group at most one offer; combine makes a group of its own; notWith goes both ways.</summary>
public sealed class Semantics_01_groups
{
    private static readonly BasketLine[] Basket = [Shop.Goods(100_000)];

    [Fact]
    public void Of_one_group_only_the_best_is_chosen()
    {
        var shop = new Shop().Offer("five", Gives.Off("5")).Offer("ten", Gives.Off("10"));
        shop.Applied(shop.Sell(Basket)).ShouldBe(["ten"]);
    }

    [Fact]
    public void Of_two_groups_one_each_is_chosen_and_discounts_add_up()
    {
        var shop = new Shop().Offer("five", Gives.Off("5")).Offer("ten", Gives.Off("10"), rest: "\"group\": \"other\"");
        var decision = shop.Sell(Basket);
        shop.Applied(decision).ShouldBe(["five", "ten"]);
        decision.Discount.ShouldBe(new Money(15_000));
    }

    [Fact]
    public void An_offer_that_combines_ignores_its_group()
    {
        var shop = new Shop()
            .Offer("ten", Gives.Off("10"))
            .Offer("five", Gives.Off("5"), rest: "\"combine\": true, \"group\": \"main\"")
            .Offer("four", Gives.Off("4"), rest: "\"combine\": true");
        var decision = shop.Sell(Basket);
        shop.Applied(decision).ShouldBe(["ten", "five", "four"]);
        decision.Discount.ShouldBe(new Money(19_000));
    }

    [Theory]
    [InlineData("\"notWith\": [\"b\", \"gone\"]", "\"group\": \"x\"")]
    [InlineData("\"priority\": 0", "\"group\": \"x\", \"notWith\": [\"a\"]")]
    public void Named_by_either_the_two_never_stand_together(string ofA, string ofB)
    {
        var shop = new Shop().Offer("a", Gives.Off("5"), rest: ofA).Offer("b", Gives.Off("6"), rest: ofB);
        var decision = shop.Sell(Basket);
        shop.Applied(decision).ShouldBe(["b"]);
        var beaten = shop.Verdict(decision, "a");
        beaten.Code.ShouldBe(VerdictCode.Excluded);
        beaten.By.ShouldBe(1);
        beaten.BeatenBy.ShouldBe(new Money(1_000));
    }

    [Fact]
    public void Two_that_together_beat_the_one_they_exclude_are_chosen()
    {
        var shop = new Shop()
            .Offer("big", Gives.Off("10"), rest: "\"group\": \"g\", \"notWith\": [\"x\", \"y\"]")
            .Offer("x", Gives.Off("6"), rest: "\"group\": \"h\"")
            .Offer("y", Gives.Off("6"), rest: "\"group\": \"i\"");
        var decision = shop.Sell(Basket);
        shop.Applied(decision).ShouldBe(["x", "y"]);
        shop.Verdict(decision, "big").BeatenBy.ShouldBe(new Money(2_000));
    }
}
