using Shouldly;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Tests.Values;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Offers;

/// <summary>Which pieces an effect takes: ties, weighed goods, many lines, several sets and cards.</summary>
public sealed class PieceOrderTests
{
    private static long[] Off(string give, params BasketLine[] lines) => Off(new Shop(), give, lines);

    private static long[] Off(Shop shop, string give, params BasketLine[] lines) =>
        [.. shop.Offer("o", give).Sell(lines).LineDiscounts.Select(d => d.Minor)];

    [Theory]
    [InlineData("""{"itemDiscount": {"percent": 100}}""", new[] { 500L, 0, 0 })]
    [InlineData("""{"itemDiscount": {"percent": 100, "quantity": 2}}""", new[] { 500L, 500, 0 })]
    [InlineData("""{"itemDiscount": {"which": "dearest", "percent": 100}}""", new[] { 500L, 0, 0 })]
    [InlineData("""{"quantityStep": {"every": 2, "percent": 100}}""", new[] { 0L, 500, 0 })]
    [InlineData("""{"quantityStep": {"every": 3, "percent": 100}}""", new[] { 0L, 0, 500 })]
    public void Of_pieces_as_dear_the_earlier_line_comes_first(string give, long[] off) =>
        Off(give, Shop.Goods(500), Shop.Goods(500), Shop.Goods(500)).ShouldBe(off);

    [Fact]
    public void Cheapest_and_dearest_go_over_lines_in_the_order_of_their_pieces()
    {
        BasketLine[] lines =
        [
            Shop.Goods(900, quantity: 3),
            Shop.Goods(800, quantity: 2),
            Shop.Goods(350),
            Shop.Goods(10),
        ];
        Off("""{"itemDiscount": {"percent": 100, "quantity": 3}}""", lines).ShouldBe([600L, 0, 0, 10]);
        Off("""{"itemDiscount": {"which": "dearest", "percent": 100, "quantity": 4}}""", lines)
            .ShouldBe([300L, 800, 350, 0]);
    }

    [Fact]
    public void Weighed_goods_are_no_piece_below_one_and_worth_their_share_above()
    {
        const string cheapest = """{"itemDiscount": {"percent": 100}}""";
        Off(cheapest, Shop.Goods(10, quantity: 0.9m), Shop.Goods(500), Shop.Goods(400)).ShouldBe([0L, 0, 400]);
        Off(cheapest, Shop.Goods(500), Shop.Goods(301, quantity: 1.5m)).ShouldBe([0L, 200]);
    }

    [Fact]
    public void A_step_counts_on_over_lines_and_gives_at_most_so_often()
    {
        BasketLine[] lines = [Shop.Goods(3_000, quantity: 3), Shop.Goods(1_600, quantity: 2), Shop.Goods(700)];
        Off("""{"quantityStep": {"every": 2, "percent": 100}}""", lines).ShouldBe([1_000L, 800, 700]);
        Off("""{"quantityStep": {"every": 2, "percent": 100, "times": 2}}""", lines).ShouldBe([1_000L, 800, 0]);
    }

    [Fact]
    public void A_set_takes_the_dearest_of_each_part_and_goes_on_until_one_is_missing()
    {
        const string bundle = """
            {"bundlePrice": {"items": [{"on": "productGroup", "in": ["a"]}, {"on": "productGroup", "in": ["b"], "quantity": 2}],
             "price": 1000}}
            """;
        BasketLine[] lines =
        [
            Shop.Goods(700, "a"),
            Shop.Goods(900, "a"),
            Shop.Goods(800, "b", quantity: 2),
            Shop.Goods(1_500, "b", quantity: 3),
            Shop.Goods(5_000, "c"),
        ];

        // 900 + 2 × 500 is 900 beyond, 700 + 500 + 400 is 600 beyond.
        Off(bundle, lines).Sum().ShouldBe(1_500);
        Off(bundle.Replace("1000}", "1000, \"times\": 1}"), lines).ShouldBe([0L, 426, 0, 474, 0]);
        Off(bundle.Replace("1000}", "1600}"), lines).Sum().ShouldBe(300);
        Off(bundle.Replace("1000}", "1899}"), lines).Sum().ShouldBe(1);
        Off(bundle.Replace("1000}", "1900}"), lines).Sum().ShouldBe(0);
    }

    [Fact]
    public void No_more_than_a_thousand_sets_are_formed()
    {
        const string pair = """
            {"bundlePrice": {"items": [{"on": "product", "in": ["a"]}, {"on": "product", "in": ["b"]}], "price": 10}}
            """;
        Off(pair, Shop.Goods(12_000, sku: "a", quantity: 1_200), Shop.Goods(12_000, sku: "b", quantity: 1_200))
            .Sum()
            .ShouldBe(10_000);
    }

    [Fact]
    public void A_basket_of_a_hundred_lines_is_worked_out_like_any_other()
    {
        var lines = Enumerable.Range(1, 100).Select(n => Shop.Goods(n * 10, n % 2 == 0 ? "a" : "b")).ToArray();
        const string pair = """
            {"bundlePrice": {"items": [{"on": "productGroup", "in": ["a"]}, {"on": "productGroup", "in": ["b"]}], "price": 990}}
            """;

        // 1,000 + 990, 980 + 970 … each 40 less, until a pair costs 990.
        Off(pair, lines).Sum().ShouldBe(Enumerable.Range(0, 50).Sum(n => Math.Max(0, 1_000 - (40 * n))));
        var shop = new Shop().Offer("o", Gives.Off("10"), $$"""{"bundle": {{Pair()}}}""");
        shop.Applied(shop.Sell(lines)).ShouldBe(["o"]);
        Off(Gives.Off("10"), lines).Sum().ShouldBe(5_050);
    }

    [Fact]
    public void A_bundle_lacks_what_is_missing_of_all_its_parts()
    {
        var shop = new Shop().Offer("o", Gives.Off("10"), $$"""{"bundle": {{Pair()}}}""");
        shop.Verdict(shop.Sell(Shop.Goods(100, "c")), "o").Missing.ShouldBe(2_000);
        shop.Verdict(shop.Sell(Shop.Goods(100, "b"), Shop.Other(LineKind.Shipping, 5)), "o").Missing.ShouldBe(1_000);
        shop.Applied(shop.Sell(Shop.Goods(100, "b"), Shop.Goods(100, "a"))).ShouldBe(["o"]);
    }

    private static string Pair() =>
        """{"items": [{"on": "productGroup", "in": ["a"]}, {"on": "productGroup", "in": ["b"]}]}""";

    [Theory]
    [InlineData(5, 5, 0)]
    [InlineData(5, 15, 100)]
    [InlineData(5, 25, 200)]
    public void Each_card_that_fills_gives_one_of_the_cheapest(int before, int now, long off)
    {
        var member = new MemberFacts
        {
            Id = Shop.Somebody().Id,
            Since = Shop.Somebody().Since,
            Bought = [new BoughtFact(before * 1_000, Clubs.Day("2026-11-01"))],
        };
        Off(
                new Shop { Member = member },
                """{"stampCard": {"on": "productGroup", "in": ["coffee"], "every": 15, "percent": 50}}""",
                Shop.Goods(200, "coffee"),
                Shop.Goods(200, "coffee"),
                Shop.Goods(1_000 * (now - 2), "coffee", quantity: now - 2),
                Shop.Goods(10, "tea")
            )
            .Sum()
            .ShouldBe(off);
    }

    [Fact]
    public void A_fixed_price_takes_the_dearest_first_and_of_equals_the_earlier()
    {
        const string two = """{"fixedPrice": {"price": 100, "on": "productGroup", "in": ["g"], "quantity": 2}}""";
        Off(two, Shop.Goods(300, "g"), Shop.Goods(500, "g"), Shop.Goods(500, "g"), Shop.Goods(900, "x"))
            .ShouldBe([0L, 400, 400, 0]);
        Off(two, Shop.Goods(500, "g"), Shop.Goods(500, "g"), Shop.Goods(500, "g")).ShouldBe([400L, 400, 0]);
        Off(two, Shop.Goods(500, "g"), Shop.Goods(101, "g"), Shop.Goods(100, "g")).ShouldBe([400L, 1, 0]);
    }

    [Fact]
    public void An_amount_off_each_line_or_piece_is_never_more_than_the_line()
    {
        const string each = """{"discountAmount": {"amount": 300, "each": "line"}}""";
        Off(each, Shop.Goods(200), Shop.Goods(900), Shop.Other(LineKind.Shipping, 500)).ShouldBe([200L, 300, 0]);
        Off(each.Replace("line", "piece"), Shop.Goods(500, quantity: 2), Shop.Goods(700, quantity: 1.9m))
            .ShouldBe([500L, 300]);
        Off(each.Replace("line", "sale"), Shop.Goods(100), Shop.Goods(100)).ShouldBe([100L, 100]);
    }

    [Fact]
    public void The_free_product_is_the_dearest_in_the_basket_else_the_first_with_a_price()
    {
        const string give = """{"freeItemOf": {"in": ["tea", "cake", "pie"]}}""";
        Off(give, Shop.Goods(300, sku: "tea"), Shop.Goods(500, sku: "cake"), Shop.Goods(900, sku: "other"))
            .ShouldBe([0L, 500, 0]);
        Off(give, Shop.Goods(600, sku: "tea", quantity: 2), Shop.Goods(300, sku: "cake")).ShouldBe([300L, 0]);
        Off(give, Shop.Goods(0, sku: "pie", quantity: 0), Shop.Goods(0, sku: "cake")).ShouldBe([0L, 0]);
        var shop = new Shop().Offer("o", give);
        shop.Prices["tea"] = Money.Zero;
        shop.Prices["cake"] = new Money(5);
        shop.Sell(Shop.Goods(100)).Gifts.Single().Product.ShouldBe("cake");
        new Shop().Offer("o", give).Sell(Shop.Goods(100)).Gifts.Single().Product.ShouldBe("tea");
        var basket = shop.Basket(Shop.Goods(100)) with
        {
            Picks = [new OfferPick("other", "pie"), new OfferPick("o", "tea")],
        };
        shop.Sell(basket).Gifts.Single().Product.ShouldBe("tea");
    }
}
