using Shouldly;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Offers;

/// <summary>Effects that count pieces: worked cases, every rial.</summary>
public sealed class PieceEffectTests
{
    private const string HalfOfSecond = """{"quantityStep": {"every": 2, "percent": 50}}""";

    [Fact]
    public void The_second_at_half_price_takes_the_cheaper_of_each_pair()
    {
        var decision = new Shop()
            .Offer("o", HalfOfSecond)
            .Sell(Shop.Goods(1_000), Shop.Goods(600), Shop.Goods(400), Shop.Goods(300));
        decision.LineDiscounts.Select(d => d.Minor).ShouldBe([0L, 300, 0, 150]);
    }

    [Fact]
    public void Three_for_two_counts_pieces_over_lines_and_leaves_the_rest()
    {
        var shop = new Shop().Offer("o", """{"quantityStep": {"every": 3, "percent": 100}}""");
        var decision = shop.Sell(Shop.Goods(2_000, quantity: 2), Shop.Goods(2_700, quantity: 3));
        decision.LineDiscounts.Select(d => d.Minor).ShouldBe([0L, 900]);
        decision = shop.Sell(Shop.Goods(9_000, quantity: 9));
        decision.Discount.Minor.ShouldBe(3_000);
    }

    [Fact]
    public void A_step_is_given_at_most_so_often_and_only_of_its_goods()
    {
        var shop = new Shop().Offer(
            "o",
            """{"quantityStep": {"every": 2, "percent": 100, "on": "productGroup", "in": ["c"], "times": 1}}"""
        );
        shop.Sell(Shop.Goods(4_000, "c", quantity: 4), Shop.Goods(100, "d")).Discount.Minor.ShouldBe(1_000);
    }

    [Fact]
    public void Weighed_goods_count_by_their_whole_pieces()
    {
        var shop = new Shop().Offer("o", HalfOfSecond);
        shop.Sell(Shop.Goods(1_900, quantity: 1.9m)).Discount.Minor.ShouldBe(0);
        shop.Sell(Shop.Goods(2_500, quantity: 2.5m)).Discount.Minor.ShouldBe(500);
    }

    [Fact]
    public void What_lacks_a_piece_says_how_many()
    {
        var shop = new Shop().Offer("o", """{"quantityStep": {"every": 3, "percent": 100}}""");
        var decision = shop.Sell(Shop.Goods(1_000));
        var verdict = shop.Verdict(decision, "o");
        verdict.Status.ShouldBe(OfferStatus.NotEligible);
        verdict.Code.ShouldBe(VerdictCode.NotReached);
        verdict.Missing.ShouldBe(2_000);
        var said = Explain.Of(decision, shop.Programme, new Wording(Persian: true, Toman: true)).NotApplied.Single();
        said.Code.ShouldBe("offer.not-reached");
        said.Distance.ShouldBe("۲ عدد دیگر");
        said.Missing.ShouldBe(2_000);
    }

    [Theory]
    [InlineData("cheapest", new[] { 0L, 0, 300 })]
    [InlineData("dearest", new[] { 1_000L, 0, 0 })]
    public void The_cheapest_or_the_dearest_piece_is_free(string which, long[] off)
    {
        var decision = new Shop()
            .Offer("o", $$$"""{"itemDiscount": {"which": "{{{which}}}", "percent": 100}}""")
            .Sell(Shop.Goods(1_000), Shop.Goods(500), Shop.Goods(600, quantity: 2));
        decision.LineDiscounts.Select(d => d.Minor).ShouldBe(off);
    }

    [Fact]
    public void A_basket_of_one_piece_is_not_free()
    {
        var shop = new Shop().Offer("o", """{"itemDiscount": {"percent": 100}}""");
        var decision = shop.Sell(Shop.Goods(1_000));
        decision.Discount.Minor.ShouldBe(0);
        shop.Verdict(decision, "o").Missing.ShouldBe(1_000);
    }

    [Fact]
    public void A_bundle_costs_its_price_for_each_set_with_the_dearest_pieces()
    {
        var shop = new Shop().Offer(
            "o",
            """
            {"bundlePrice": {"items": [{"on": "productGroup", "in": ["cake"]},
             {"on": "productGroup", "in": ["coffee"], "quantity": 2}], "price": 2000}}
            """
        );
        var decision = shop.Sell(
            Shop.Goods(1_000, "cake"),
            Shop.Goods(700, "cake"),
            Shop.Goods(3_600, "coffee", quantity: 4)
        );
        // Sets of 1,000 + 2 × 900 and 700 + 2 × 900: 800 and 500 beyond the price.
        decision.Discount.Minor.ShouldBe(1_300);
        shop.Sell(Shop.Goods(1_000, "cake"), Shop.Goods(900, "coffee")).Discount.Minor.ShouldBe(0);
    }

    [Fact]
    public void A_set_that_is_cheaper_already_is_left_alone()
    {
        var shop = new Shop().Offer(
            "o",
            """{"bundlePrice": {"items": [{"on": "product", "in": ["a"]}, {"on": "product", "in": ["b"]}], "price": 2000}}"""
        );
        shop.Sell(Shop.Goods(1_000, sku: "a"), Shop.Goods(900, sku: "b")).Discount.Minor.ShouldBe(0);
    }

    [Fact]
    public void A_piece_counts_for_one_part_of_a_bundle()
    {
        const string twice = """
            {"bundlePrice": {"items": [{"on": "product", "in": ["a"]}, {"on": "productGroup", "in": ["g"]}], "percent": 10}}
            """;
        var shop = new Shop().Offer("o", twice);
        var alone = shop.Sell(Shop.Goods(1_000, "g", "a"));
        shop.Verdict(alone, "o").Missing.ShouldBe(1_000);
        shop.Sell(Shop.Goods(2_000, "g", "a", quantity: 2)).Discount.Minor.ShouldBe(200);
    }

    [Fact]
    public void A_fixed_price_brings_dear_goods_down_and_leaves_cheap_ones()
    {
        var shop = new Shop().Offer("o", """{"fixedPrice": {"price": 500, "on": "productGroup", "in": ["g"]}}""");
        var decision = shop.Sell(
            Shop.Goods(1_400, "g", quantity: 2),
            Shop.Goods(300, "g"),
            Shop.Goods(900, "other"),
            Shop.Goods(1_001, "g", quantity: 1.5m)
        );
        decision.LineDiscounts.Select(d => d.Minor).ShouldBe([400L, 0, 0, 251]);
    }

    [Fact]
    public void A_fixed_price_for_so_many_takes_the_dearest_first()
    {
        var shop = new Shop().Offer(
            "o",
            """{"fixedPrice": {"price": 500, "on": "productGroup", "in": ["g"], "quantity": 2}}"""
        );
        var decision = shop.Sell(Shop.Goods(600, "g"), Shop.Goods(1_800, "g", quantity: 2));
        decision.LineDiscounts.Select(d => d.Minor).ShouldBe([0L, 800]);
    }

    [Fact]
    public void Slivers_of_weighed_goods_end_the_search_for_the_dearest()
    {
        var shop = new Shop().Offer("o", """{"fixedPrice": {"price": 999, "on": "productGroup", "in": ["g"]}}""");
        shop.Sell(Shop.Goods(1, "g", quantity: 0.001m), Shop.Goods(2, "g", quantity: 0.001m))
            .Discount.Minor.ShouldBe(1);
    }

    [Theory]
    [InlineData("sale", 300)]
    [InlineData("line", 600)]
    [InlineData("piece", 900)]
    public void An_amount_is_taken_off_once_or_off_each_line_or_piece(string each, long off)
    {
        var shop = new Shop().Offer(
            "o",
            $$$"""{"discountAmount": {"amount": 300, "on": "productGroup", "in": ["g"], "each": "{{{each}}}"}}"""
        );
        shop.Sell(Shop.Goods(2_000, "g", quantity: 2), Shop.Goods(900, "g"), Shop.Goods(500))
            .Discount.Minor.ShouldBe(off);
        shop.Sell(Shop.Goods(100, "g", quantity: 3)).Discount.Minor.ShouldBe(100);
    }

    [Fact]
    public void A_percentage_may_be_for_lines_of_so_many_alone()
    {
        var shop = new Shop().Offer("o", """{"discountPercent": {"percent": 10, "lineQuantity": 6}}""");
        var decision = shop.Sell(Shop.Goods(6_000, quantity: 6), Shop.Goods(5_000, quantity: 5));
        decision.LineDiscounts.Select(d => d.Minor).ShouldBe([600L, 0]);
    }

    [Fact]
    public void A_brand_is_known_by_its_name_in_any_letters()
    {
        var shop = new Shop().Offer("o", Gives.Off("10", ", \"on\": \"brand\", \"in\": [\"GOLESTAN\"]"));
        var line = Shop.Goods(1_000) with { Brand = "Golestan" };
        shop.Sell(line, Shop.Goods(1_000)).LineDiscounts.Select(d => d.Minor).ShouldBe([100L, 0]);
        shop.Programme.Needs.Brands.ShouldBeTrue();
    }

    [Fact]
    public void The_customer_chooses_the_free_item_and_may_take_one_that_is_not_in_the_basket()
    {
        var shop = new Shop().Offer("o", """{"freeItemOf": {"in": ["tea", "cake"]}}""");
        (shop.Prices["tea"], shop.Prices["cake"]) = (new Money(300), new Money(700));
        var basket = shop.Basket(Shop.Goods(300, sku: "tea"));

        shop.Sell(basket).Discount.Minor.ShouldBe(300);
        var chosen = shop.Sell(basket with { Picks = [new OfferPick("o", "cake")] });
        chosen.Discount.Minor.ShouldBe(0);
        chosen.Gifts.ShouldBe([new Gift("cake", Quantity.One, 0)]);
        shop.Sell(basket with { Picks = [new OfferPick("o", "gold")] }).Discount.Minor.ShouldBe(300);
        shop.Sell(Shop.Goods(1_000)).Gifts.ShouldBe([new Gift("tea", Quantity.One, 0)]);
    }

    [Fact]
    public void A_chosen_gift_is_read_back_and_replayed()
    {
        var shop = new Shop().Offer("o", """{"freeItemOf": {"in": ["tea", "cake"]}}""");
        shop.Prices["cake"] = new Money(700);
        var basket = shop.Basket(Shop.Goods(300, sku: "x")) with { Picks = [new OfferPick("o", "cake")] };
        var decision = shop.Sell(basket);
        var record = DecisionRecord.Write(decision, shop.Programme, basket, shop.Member, [], shop.Now);
        var plain = basket with { Picks = [], Prices = null };
        var read = DecisionRecord.ReadAll(record, shop.Programme, plain, shop.Member!.Id);
        read.Decision.Gifts.ShouldBe(decision.Gifts);
        read.Replay(shop.Programme).Value.Gifts.ShouldBe(decision.Gifts);
    }
}
