using Shouldly;
using Vafa.Core.Ledger;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Values;

/// <summary>The few places where a number is rounded.</summary>
public sealed class AmountTests
{
    [Theory]
    [InlineData(180_000, 345, 62_100)]
    [InlineData(1_001, 500, 501)]
    [InlineData(999, 500, 500)]
    [InlineData(1, 499, 0)]
    [InlineData(0, 1_000, 0)]
    [InlineData(1_000_000_000_000_000, 1_000, 1_000_000_000_000_000)]
    public void A_line_is_unit_price_times_quantity_rounded_half_up_once(long price, long thousandths, long amount) =>
        new Quantity(thousandths).Times(new Money(price)).ShouldBe(new Money(amount));

    [Fact]
    public void A_line_beyond_all_numbers_is_an_overflow_and_not_another_number() =>
        Should.Throw<OverflowException>(() => Quantity.Max.Times(Money.Max));

    [Theory]
    [InlineData(1_000, 999, 99)]
    [InlineData(1, 9_999, 0)]
    [InlineData(10_000, 12_345, 12_345)]
    [InlineData(20_000, long.MaxValue / 2, (long.MaxValue / 2) * 2)]
    public void A_percentage_is_rounded_down(int basisPoints, long amount, long share) =>
        new Percent(basisPoints).Of(amount).ShouldBe(share);

    [Fact]
    public void Money_does_not_wrap_around()
    {
        Should.Throw<OverflowException>(() => new Money(long.MaxValue) + new Money(1));
        Should.Throw<OverflowException>(() => new Money(long.MinValue) - new Money(1));
    }

    [Theory]
    [InlineData(5_000_000, 7, 3_500)]
    [InlineData(4_999, 1, 0)]
    [InlineData(4_999, 3, 1)]
    [InlineData(10_000, 40_000, 40_000)]
    public void A_unit_pays_its_worth_rounded_down_once(long tenThousandths, long amount, long money) =>
        new Worth(tenThousandths).Of(amount).ShouldBe(new Money(money));
}
