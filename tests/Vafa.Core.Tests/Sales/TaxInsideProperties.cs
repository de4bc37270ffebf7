using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Vafa.Core.Sales;
using Xunit;

namespace Vafa.Core.Tests.Sales;

/// <summary>
/// Prices hold their tax (VAT): what a discount leaves of a line is again a price with the same tax inside, and the
/// lines' taxes are the receipt's. Credit pays a price and does not lower it.
/// </summary>
public sealed class TaxInsideProperties
{
    [Theory]
    [InlineData(9)]
    [InlineData(10)]
    public void The_lines_taxes_come_to_the_tax_of_the_receipt(int rate) =>
        Prop.ForAll(
                Arb.From(Gen.Choose(0, int.MaxValue - 1)),
                seed =>
                {
                    var (shop, lines, _) = RandomShop.Of(new Random(seed), 6);
                    var decision = shop.Sell(lines);
                    var left = lines.Select((l, i) => l.Amount.Minor - decision.LineDiscounts[i].Minor).ToArray();
                    left.Sum().ShouldBe(decision.Payable.Minor + decision.Spent.Minor, $"seed {seed}");
                    foreach (var price in left)
                    {
                        Tax(price, rate).ShouldBeInRange(0, price);
                    }

                    // Each line is rounded once, and so is the sum.
                    var apart = Math.Abs(left.Sum(price => Tax(price, rate)) - Tax(left.Sum(), rate));
                    apart.ShouldBeLessThanOrEqualTo((lines.Length + 1) / 2, $"seed {seed}");
                }
            )
            .Check(Cases.UpTo(1_000));

    [Theory]
    [InlineData(10, 109_000)]
    [InlineData(33, 99_999)]
    [InlineData(50, 7)]
    public void A_percent_off_takes_the_same_share_of_price_and_tax(int percent, long price)
    {
        var shop = new Shop().Offer("off", Gives.Off($"{percent}"));
        var decision = shop.Sell(Shop.Goods(price, "tea"));
        var tax = Tax(price - decision.LineDiscounts[0].Minor, 9);
        Math.Abs(tax - (Tax(price, 9) * (100 - percent) / 100)).ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void All_of_it_off_leaves_neither_price_nor_tax()
    {
        var decision = new Shop()
            .Offer("gift", Gives.Off("100"))
            .Sell(Shop.Goods(109_000, "tea"), Shop.Goods(7, "tea"));
        decision.Payable.Minor.ShouldBe(0);
        decision.LineDiscounts.Select(d => d.Minor).ShouldBe([109_000, 7]);
    }

    private static long Tax(long price, int rate) => ((2 * price * rate) + 100 + rate) / (2 * (100 + rate));
}
