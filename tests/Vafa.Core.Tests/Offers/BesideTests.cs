using Shouldly;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Tests.Values;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Offers;

/// <summary>What is said of an offer beside the chosen ones: what stood in its way, and what it lacked.</summary>
public sealed class BesideTests
{
    private const string Combine = "\"combine\": true";
    private static readonly BasketLine Thousand = Shop.Goods(1_000);

    [Fact]
    public void Of_several_in_its_way_one_of_its_own_group_is_named_before_one_it_excludes()
    {
        var shop = new Shop()
            .Offer("excluded", Gives.Off("30"), rest: "\"group\": \"h\", \"notWith\": [\"small\"]")
            .Offer("own", Gives.Off("20"), rest: "\"group\": \"g\"")
            .Offer("small", Gives.Off("5"), rest: "\"group\": \"g\"");
        var verdict = shop.Verdict(shop.Sell(Thousand), "small");
        (verdict.Code, verdict.By, verdict.BeatenBy.Minor).ShouldBe((VerdictCode.Beaten, 1, 450L));
    }

    [Fact]
    public void Of_several_that_exclude_it_the_first_is_named()
    {
        var shop = new Shop()
            .Offer("first", Gives.Off("30"), rest: Combine)
            .Offer("second", Gives.Off("20"), rest: Combine)
            .Offer("small", Gives.Off("5"), rest: "\"notWith\": [\"first\", \"second\"]");
        var verdict = shop.Verdict(shop.Sell(Thousand), "small");
        (verdict.Code, verdict.By, verdict.BeatenBy.Minor).ShouldBe((VerdictCode.Excluded, 0, 450L));
    }

    [Fact]
    public void What_adds_nothing_beside_the_chosen_gives_nothing()
    {
        var shop = new Shop()
            .Offer("first", Gives.Shipping, rest: Combine)
            .Offer("again", Gives.Shipping, rest: Combine);
        var decision = shop.Sell(Thousand, Shop.Other(LineKind.Shipping, 300));
        shop.Applied(decision).ShouldBe(["first"]);
        var again = shop.Verdict(decision, "again");
        (again.Code, again.By, again.Value.Minor, again.BeatenBy.Minor).ShouldBe(
            (VerdictCode.GivesNothing, 0, 300L, 0L)
        );
    }

    [Fact]
    public void Without_goods_nothing_is_handed_over_promised_or_earned()
    {
        var shop = new Shop()
            .Offer("tea", Gives.Free("tea"), rest: Combine)
            .Offer("seat", """{"reward": {"text": {"en": "A seat"}, "worth": 50}}""", rest: Combine)
            .Offer(
                "capped",
                """{"nextDayShipping": {"worth": 50}}""",
                rest: Combine + ", \"limits\": {\"maxValue\": 9}"
            )
            .Offer("points", Gives.Points(5), rest: Combine);
        shop.Prices["tea"] = new Money(70);
        var decision = shop.Sell(Shop.Other(LineKind.Shipping, 300), Shop.Other(LineKind.Tip, 300));
        decision.Offers.ShouldAllBe(v => v.Code == VerdictCode.GivesNothing && v.Value == Money.Zero);
        decision.Gifts.ShouldBeEmpty();
        shop.Applied(shop.Sell(Thousand)).Length.ShouldBe(4);
    }

    [Fact]
    public void A_message_is_no_promise_to_a_guest_also_under_a_cap()
    {
        const string both = """{"message": {"text": {"en": "Hello"}}}, {"discountAmount": {"amount": 30}}""";
        var shop = new Shop { Member = null }.Offer("o", both, rest: "\"limits\": {\"maxValue\": 20}");
        shop.Sell(Thousand).Given.ShouldBe([new EffectValue(0, 1, new Money(20))]);
        shop.Member = Shop.Somebody();
        shop.Sell(Thousand).Given.ShouldBe([new EffectValue(0, 1, new Money(20)), new EffectValue(0, 0, Money.Zero)]);
    }

    [Fact]
    public void The_margin_guard_of_other_goods_is_not_named_for_an_offer_that_finds_none_of_its_own()
    {
        var shop = new Shop { MinMargin = new Percent(0) }
            .Offer("cake", Gives.OffGroup("10", "cake"), rest: Combine)
            .Offer("tea", Gives.OffGroup("10", "tea"), rest: Combine)
            .Offer("points", Gives.Times("2"), rest: Combine);
        var decision = shop.Sell(Shop.Goods(1_000, "tea") with { UnitCost = new Money(1_000) });
        shop.Verdict(decision, "tea").Code.ShouldBe(VerdictCode.Margin);
        shop.Verdict(decision, "cake").Code.ShouldBe(VerdictCode.GivesNothing);
        shop.Verdict(decision, "points").Code.ShouldBe(VerdictCode.GivesNothing);
    }

    [Fact]
    public void What_the_guard_keeps_back_is_said_of_each_offer_by_itself()
    {
        var shop = new Shop { MinMargin = new Percent(0) }
            .Offer("first", Gives.Amount(300), rest: Combine)
            .Offer("second", Gives.Amount(300), rest: Combine)
            .Offer("third", Gives.Points(5), rest: Combine);
        var decision = shop.Sell(Shop.Goods(1_000) with { UnitCost = new Money(500) });
        decision.Given.Select(g => g.Value.Minor).ShouldBe([300L, 200, 2_500]);
        decision.Offers.Select(v => v.Missing).ShouldBe([0L, 100, 0]);
    }

    [Fact]
    public void On_equal_worth_and_discount_the_combination_with_more_credit_goes_first_then_more_points()
    {
        // 500 of credit and one point are worth the same; beside a discount that both have.
        var shop = new Shop()
            .Offer("off", Gives.Off("10"), rest: Combine)
            .Offer("point", Gives.Points(1), rest: "\"group\": \"g\"")
            .Offer("credit", Gives.Points(500, "credit"), rest: "\"group\": \"g\"")
            .Offer("other", Gives.Amount(1), rest: Combine);
        shop.Applied(shop.Sell(Thousand)).ShouldBe(["off", "credit", "other"]);

        // Both are points, and worth as much as the reward.
        var points = new Shop()
            .Offer("off", Gives.Off("10"), rest: Combine)
            .Offer("seat", """{"reward": {"text": {"en": "A seat"}, "worth": 500}}""", rest: "\"group\": \"g\"")
            .Offer("point", Gives.Points(1), rest: "\"group\": \"g\"")
            .Offer("other", Gives.Amount(1), rest: Combine);
        points.Applied(points.Sell(Thousand)).ShouldBe(["off", "point", "other"]);
    }

    [Fact]
    public void Many_lines_many_offers_and_many_rules_are_worked_out_like_few()
    {
        var shop = new Shop();
        for (var n = 0; n < 300; n++)
        {
            shop.Offer($"o{n}", Gives.Amount(1), rest: Combine);
        }

        for (var n = 0; n < 20; n++)
        {
            shop.Rule($"r{n}", "\"unit\": \"points\", \"perVisit\": 1");
        }

        var decision = shop.Sell([.. Enumerable.Repeat(Thousand, 100)]);
        (decision.Discount.Minor, decision.Gap.Minor).ShouldBe((300L, 0L));
        Shop.Earned(decision, "points").ShouldBe(20);
        decision.LineDiscounts.Sum(d => d.Minor).ShouldBe(300);
        shop.Sell(Thousand).Discount.Minor.ShouldBe(300);
    }

    [Fact]
    public void A_sale_concluded_elsewhere_shares_its_discount_out_to_the_offers_it_names_in_their_order()
    {
        var shop = new Shop()
            .Offer("capped", Gives.Off("10") + "," + Gives.Amount(50), rest: "\"limits\": {\"maxValue\": 120}")
            .Offer("points", Gives.Points(1), rest: Combine)
            .Offer("rest", Gives.Off("30"), rest: Combine);
        EffectValue[] Given(long off) =>
            shop.Sell(
                shop.Basket(Thousand),
                new Taken(new Money(off), new Money(1_000 - off), ["rest", "points", "capped"])
            ).Given;
        EffectValue Of(int offer, int effect, long money) => new(offer, effect, new Money(money));

        Given(400).ShouldBe([Of(0, 0, 100), Of(0, 1, 20), Of(2, 0, 280), Of(1, 0, 500)]);
        Given(110).ShouldBe([Of(0, 0, 100), Of(0, 1, 10), Of(1, 0, 500)]);
        Given(600).ShouldBe([Of(0, 0, 100), Of(0, 1, 20), Of(2, 0, 300), Of(1, 0, 500)]);
        Given(0).ShouldBe([Of(1, 0, 500)]);
    }

    [Fact]
    public void An_offer_granted_elsewhere_out_of_its_time_does_not_stay_on()
    {
        const string gone = "\"combine\": true, \"schedule\": {\"to\": \"2026-01-01T00:00:00Z\"}";
        var shop = new Shop().Offer("gone", Gives.Off("10"), rest: gone).Offer("here", Gives.Off("5"), rest: Combine);
        var taken = shop.Sell(shop.Basket(Thousand), new Taken(new Money(100), new Money(900), ["gone"]));
        taken.Offers.Select(v => (v.Offer, v.Code)).ShouldBe([(0, VerdictCode.None), (1, VerdictCode.NotTaken)]);
        shop.Sell(Thousand).Offers.Select(v => v.Offer).ShouldBe([1]);
    }

    [Fact]
    public void Amounts_beyond_a_machine_word_are_shared_exactly_and_stop_at_the_most()
    {
        EarningBase.Share(1_000_000_000_000_000, 10_000, 20_000).ShouldBe(500_000_000_000_000);
        EarningBase.Share(1_000_000_000_000_000, 20_000, 10_000).ShouldBe(EarningBase.Most);
        EarningBase.Share(999, 10, 100).ShouldBe(99);
        EarningBase.Share(500_000_000_000_000_000, 100, 1).ShouldBe(EarningBase.Most);
    }

    [Fact]
    public void A_tie_of_age_and_priority_is_broken_by_the_order_of_the_programme()
    {
        var offers = new Shop().Offer("a", Gives.Off("10")).Offer("b", Gives.Amount(100)).Programme.Offers;
        var basis = new Shop().Programme;
        var same = new Programme(
            1,
            basis.Club,
            basis.Units,
            [],
            [offers[1] with { Age = 7 }, offers[0] with { Age = 7 }]
        );
        var basket = new Shop().Basket(Thousand);
        var decision = Decide.Sale(same, basket, null, [], Clubs.At("2026-11-22T12:00:00+03:30")).Value;
        decision.Offers.Select(v => v.Status).ShouldBe([OfferStatus.Applied, OfferStatus.NotChosen]);
    }
}
