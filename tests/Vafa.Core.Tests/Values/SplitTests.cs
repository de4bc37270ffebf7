using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Values;

public sealed class SplitTests
{
    [Theory]
    [InlineData(10, new long[] { 1, 1, 1 }, new long[] { 4, 3, 3 })]
    [InlineData(100, new long[] { 333, 333, 334 }, new long[] { 33, 33, 34 })]
    [InlineData(7, new long[] { 0, 5, 0, 5 }, new long[] { 0, 4, 0, 3 })]
    [InlineData(5, new long[] { 0, 0 }, new long[] { 5, 0 })]
    [InlineData(0, new long[] { 0, 0 }, new long[] { 0, 0 })]
    [InlineData(3, new long[] { 1, 2 }, new long[] { 1, 2 })]
    [InlineData(1, new long[] { 1, 2, 2 }, new long[] { 0, 1, 0 })]
    public void Shares_go_by_largest_remainder_and_ties_to_the_earlier(long total, long[] weights, long[] expected)
    {
        var shares = new long[weights.Length];
        Split.LargestRemainder(total, weights, shares);
        shares.ShouldBe(expected);
    }

    [Fact]
    public void Shares_sum_exactly_and_none_exceeds_its_weight()
    {
        var sizes = Gen.OneOf(Gen.Choose(0, 5), Gen.Choose(0, int.MaxValue));
        var cases = sizes.NonEmptyListOf().SelectMany(w => Gen.Choose(0, 10_000).Select(part => (w, part)));
        Prop.ForAll(
                cases.ToArbitrary(),
                drawn =>
                {
                    long[] weights = [.. drawn.w.Select(x => x * 1_000_003L)];
                    var total = (long)((Int128)weights.Sum() * drawn.part / 10_000);
                    var shares = new long[weights.Length];
                    Split.LargestRemainder(total, weights, shares);
                    return shares.Sum() == total
                        && shares.Zip(weights).All(p => p.First >= 0 && p.First <= p.Second)
                        && shares.Zip(weights).All(p => IsFloorOrNext(p.First, p.Second, total, weights.Sum()));
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_largest_amounts_do_not_overflow()
    {
        long[] weights = [long.MaxValue, long.MaxValue, 1];
        var shares = new long[3];
        Split.LargestRemainder(long.MaxValue, weights, shares);
        shares.Sum().ShouldBe(long.MaxValue);
    }

    [Fact]
    public void Five_hundred_lines_are_shared_too()
    {
        long[] weights = [.. Enumerable.Range(1, 500).Select(i => (long)i)];
        var shares = new long[500];
        Split.LargestRemainder(1_000, weights, shares);
        shares.Sum().ShouldBe(1_000);
        shares[499].ShouldBe(4);
    }

    [Fact]
    public void Nothing_negative_is_shared()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Split.LargestRemainder(-1, [1], new long[1]));
        Should.Throw<ArgumentOutOfRangeException>(() => Split.LargestRemainder(1, [-1], new long[1]));
        Should.Throw<ArgumentOutOfRangeException>(() => Split.LargestRemainder(1, [], []));
    }

    private static bool IsFloorOrNext(long share, long weight, long total, long sum)
    {
        var floor = sum == 0 ? 0 : (long)((Int128)total * weight / sum);
        return share == floor || share == floor + 1;
    }
}
