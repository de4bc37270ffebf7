using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Vafa.Core.Sales;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Sales;

/// <summary>A discount by hand comes behind the offers, over goods alone, and never below nothing.</summary>
public sealed class HandDiscountTests
{
    [Fact]
    public void It_comes_behind_the_offers_and_what_is_earned_goes_by_what_is_paid()
    {
        var shop = new Shop().Offer("ten", Gives.Off("10")).Rule("back", """ "unit": "credit", "percent": 10 """);
        var decision = shop.Sell(By(5_000, shop, Shop.Goods(60_000), Shop.Goods(40_000)));
        (decision.Discount.Minor, decision.Payable.Minor).ShouldBe((15_000, 85_000));
        decision.LineDiscounts.Select(d => d.Minor).ShouldBe([9_000L, 6_000]);
        decision.ByHand.ShouldBe(new GivenByHand(new Money(5_000), new Money(90_000), Money.Zero));
        shop.Verdict(decision, "ten").Value.Minor.ShouldBe(10_000, "the offer gave no more than before");
        Shop.Earned(decision, "credit").ShouldBe(8_500);
    }

    [Fact]
    public void A_share_is_of_what_the_offers_leave_and_of_goods_alone()
    {
        var shop = new Shop().Offer("half", Gives.Off("50"));
        var basket = By(0, shop, Shop.Goods(999), Shop.Other(LineKind.Shipping, 500)) with
        {
            ByHand = new HandDiscount(Money.Zero, new Percent(1_000)),
        };
        // Half of 999 is 499; a tenth of the 500 that are left.
        shop.Sell(basket).ByHand!.Amount.Minor.ShouldBe(50);
        shop.Sell(basket).LineDiscounts.Select(d => d.Minor).ShouldBe([549L, 0]);
    }

    [Fact]
    public void More_than_the_goods_come_to_is_refused_and_cut_in_a_replay()
    {
        var shop = new Shop().Offer("half", Gives.Off("50"));
        var basket = By(501, shop, Shop.Goods(1_000), Shop.Other(LineKind.Tip, 900));
        var refusal = shop.TrySell(basket).Refusals.ShouldHaveSingleItem();
        (refusal.Code, refusal.Pointer, refusal.Args[0]).ShouldBe(
            ("byHand.too-much", "/byHand/amount", new Money(500))
        );
        var cut = basket with { ByHand = new HandDiscount(new Money(501)) { IsCut = true } };
        shop.Sell(cut).Payable.Minor.ShouldBe(900);
    }

    [Theory]
    [InlineData(650, 0, 0, 300, 350)]
    [InlineData(1_300, 0, 0, 600, 700)]
    [InlineData(1_370, 70, 50, 620, 700)]
    public void The_margin_guard_is_kept_line_by_line_while_there_is_room(
        long off,
        long below,
        long first,
        long second,
        long third
    )
    {
        // The first line may lose nothing, the second 600, the third has no known cost.
        var shop = new Shop { MinMargin = new Percent(0) };
        var decision = shop.Sell(
            By(
                off,
                shop,
                Shop.Goods(1_000) with
                {
                    UnitCost = new Money(1_000),
                },
                Shop.Goods(1_000) with
                {
                    UnitCost = new Money(400),
                },
                Shop.Goods(700)
            )
        );
        decision.ByHand!.BelowMargin.Minor.ShouldBe(below);
        decision.LineDiscounts.Select(d => d.Minor).ShouldBe([first, second, third]);
    }

    [Theory]
    [InlineData(9_000, 1_000, true)]
    [InlineData(9_001, 1_000, false)]
    [InlineData(0, 0, true)]
    [InlineData(1, 0, false)]
    public void A_cashier_may_give_up_to_his_share(long amount, int basisPoints, bool may) =>
        new GivenByHand(new Money(amount), new Money(90_000), Money.Zero)
            .IsWithin(new Percent(basisPoints))
            .ShouldBe(may);

    [Fact]
    public void Nobodys_share_reaches_below_the_margin() =>
        new GivenByHand(new Money(1), new Money(90_000), new Money(1)).IsWithin(Percent.Hundred).ShouldBeFalse();

    [Fact]
    public void Of_a_sale_concluded_elsewhere_it_is_part_of_what_was_taken_off_and_no_difference_of_ours()
    {
        var shop = new Shop().Offer("ten", Gives.Off("10"));
        var basket = By(5_000, shop, Shop.Goods(100_000));
        var decision = shop.Sell(basket, new Taken(new Money(15_000), new Money(85_000), ["ten"]));
        decision.Own!.DiscountBeyond(decision).ShouldBe(Money.Zero);
        shop.Verdict(decision, "ten").Value.Minor.ShouldBe(10_000);
        shop.TrySell(basket, new Taken(new Money(4_999), new Money(95_001), []))
            .Refusals[0]
            .Code.ShouldBe("byHand.too-much");
    }

    [Fact]
    public void Lines_sum_to_the_discount_no_line_is_below_nothing_and_offers_give_what_they_gave() =>
        Prop.ForAll(
                Arb.From(Gen.Choose(0, int.MaxValue - 1)),
                seed =>
                {
                    var random = new Random(seed);
                    var (shop, lines, _) = RandomShop.Of(random, random.Next(1, 8));
                    var alone = shop.Sell(lines);
                    var goods = lines
                        .Select((l, i) => l.Kind == LineKind.Goods ? (l.Amount - alone.LineDiscounts[i]).Minor : 0)
                        .Sum();
                    var decision = shop.Sell(By(random.NextInt64(0, goods + 1), shop, lines));
                    var given = decision.ByHand!;
                    given.Goods.Minor.ShouldBe(goods, $"seed {seed}");
                    decision.Discount.ShouldBe(alone.Discount + given.Amount, $"seed {seed}");
                    decision.LineDiscounts.Sum(d => d.Minor).ShouldBe(decision.Discount.Minor);
                    for (var i = 0; i < lines.Length; i++)
                    {
                        decision.LineDiscounts[i].ShouldBeLessThanOrEqualTo(lines[i].Amount);
                        decision.LineDiscounts[i].ShouldBeGreaterThanOrEqualTo(alone.LineDiscounts[i]);
                    }

                    shop.Applied(decision).ShouldBe(shop.Applied(alone), $"seed {seed}");
                }
            )
            .Check(Cases.UpTo(1_000));

    private static Basket By(long amount, Shop shop, params BasketLine[] lines) =>
        shop.Basket(lines) with
        {
            ByHand = new HandDiscount(new Money(amount)),
        };
}
