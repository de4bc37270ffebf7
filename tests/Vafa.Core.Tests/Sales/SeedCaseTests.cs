using Shouldly;
using Vafa.Core.Ledger;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Values;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Sales;

/// <summary>The five offers that a club begins with, all earned by one sale: exactly the best is granted.</summary>
public sealed class SeedCaseTests
{
    private static Shop FiveOffers() =>
        new Shop { Member = Shop.Somebody(visits: 11, groups: ["silver"], birth: Clubs.Jalali(1370, 9, 1)) }
            .Offer("visits", Credit(5), """{"visits": {"moreThan": 10}}""")
            .Offer("basket", """{"discountPercent": {"percent": 10}}""", """{"basketTotal": {"moreThan": 5000000}}""")
            .Offer("birthday", Credit(20), """{"birthday": {"daysBefore": 3, "daysAfter": 3}}""")
            .Offer("silver", Credit(15), """{"group": {"in": ["silver"]}}""")
            .Offer(
                "cakes",
                """{"discountPercent": {"percent": 7, "on": "productGroup", "in": ["cake"]}}""",
                """{"productGroup": {"in": ["cake"]}}"""
            );

    private static string Credit(int percent) =>
        $$$"""{"creditPercent": {"percent": {{{percent}}}, "unit": "credit"}}""";

    private static readonly BasketLine[] Basket = [Shop.Goods(4_000_000, "cake"), Shop.Goods(2_000_000, "coffee")];

    [Fact]
    public void The_birthday_credit_is_best_while_credit_is_worth_its_money()
    {
        var shop = FiveOffers();
        var decision = shop.Sell(Basket);
        shop.Applied(decision).ShouldBe(["birthday"]);
        decision.Discount.ShouldBe(Money.Zero);
        Shop.Earned(decision, "credit").ShouldBe(1_200_000);
        var others = decision.Offers.Where(v => v.Status != OfferStatus.Applied).ToList();
        others.Count.ShouldBe(4);
        others.ShouldAllBe(v => v.Status == OfferStatus.NotChosen && v.Code == VerdictCode.Beaten && v.By == 2);
        shop.Verdict(decision, "basket").BeatenBy.ShouldBe(new Money(600_000));
        shop.Verdict(decision, "silver").BeatenBy.ShouldBe(new Money(300_000));
        shop.Verdict(decision, "cakes").BeatenBy.ShouldBe(new Money(1_200_000 - 280_000));
    }

    [Fact]
    public void With_credit_worth_two_fifths_of_money_the_discount_is_best()
    {
        var shop = FiveOffers();
        shop.Units[0] = Shop.Unit("credit", 4_000, spends: 1_0000);
        var decision = shop.Sell(Basket);
        shop.Applied(decision).ShouldBe(["basket"]);
        decision.Discount.ShouldBe(new Money(600_000));
        decision.LineDiscounts.ShouldBe([new Money(400_000), new Money(200_000)]);
        decision.Earned.ShouldBeEmpty();
        shop.Verdict(decision, "birthday").BeatenBy.ShouldBe(new Money(600_000 - 480_000));
    }
}
