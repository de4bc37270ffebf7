using Shouldly;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Semantics;

/// <summary>A budget is face money and never part-given; uses and member limits close an offer.</summary>
public sealed class Semantics_06_budgets_and_limits
{
    private static Shop Limited(string limits) =>
        new Shop().Offer("o", Gives.Off("10"), rest: $$$"""  "limits": {{{{limits}}}} """);

    [Theory]
    [InlineData(900, true)]
    [InlineData(901, false)]
    public void A_budget_with_less_than_the_benefit_left_is_used_up(long given, bool applies)
    {
        var shop = Limited("\"budget\": 1000");
        shop.Counts.Add(new OfferCount("o", 3, new Money(given)));
        var decision = shop.Sell(Shop.Goods(1_000));
        (shop.Applied(decision).Length == 1).ShouldBe(applies);
        if (!applies)
        {
            shop.Verdict(decision, "o").Status.ShouldBe(OfferStatus.UsedUp);
            shop.Verdict(decision, "o").Code.ShouldBe(VerdictCode.Budget);
        }
    }

    [Fact]
    public void Credit_counts_at_its_worth()
    {
        var shop = new Shop().Offer("o", Gives.Credit("10"), rest: "\"limits\": {\"budget\": 40}");
        shop.Units[0] = Shop.Unit("credit", 4_000, spends: 1);
        shop.Applied(shop.Sell(Shop.Goods(1_000))).ShouldBe(["o"]);
        shop.Applied(shop.Sell(Shop.Goods(1_030))).ShouldBeEmpty();
    }

    [Fact]
    public void The_last_use_is_the_last()
    {
        var shop = Limited("\"uses\": 2");
        shop.Counts.Add(new OfferCount("o", 1, Money.Zero));
        shop.Applied(shop.Sell(Shop.Goods(1_000))).ShouldBe(["o"]);
        shop.Counts[0] = new OfferCount("o", 2, Money.Zero);
        shop.Verdict(shop.Sell(Shop.Goods(1_000)), "o").Code.ShouldBe(VerdictCode.Uses);
    }

    [Fact]
    public void A_member_has_his_own_limit_and_a_guest_can_have_none()
    {
        var shop = Limited("\"perMember\": {\"uses\": 1, \"every\": \"month\"}");
        shop.Applied(shop.Sell(Shop.Goods(1_000))).ShouldBe(["o"]);
        var had = Shop.Somebody();
        shop.Member = new MemberFacts
        {
            Id = had.Id,
            Since = had.Since,
            OfferUses = new Dictionary<string, long> { ["o"] = 1 },
        };
        shop.Verdict(shop.Sell(Shop.Goods(1_000)), "o").Code.ShouldBe(VerdictCode.MemberLimit);
        shop.Member = null;
        shop.Verdict(shop.Sell(Shop.Goods(1_000)), "o").Code.ShouldBe(VerdictCode.MembersOnly);
    }

    [Fact]
    public void Another_offer_takes_the_place_of_one_that_is_used_up()
    {
        var shop = Limited("\"uses\": 1").Offer("five", Gives.Off("5"));
        shop.Counts.Add(new OfferCount("o", 1, Money.Zero));
        shop.Applied(shop.Sell(Shop.Goods(1_000))).ShouldBe(["five"]);
    }
}
