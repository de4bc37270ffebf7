using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Vafa.Core.Ledger;
using Vafa.Core.Sales;
using Vafa.Core.Values;
using Xunit;
using static Vafa.Core.Tests.Semantics.Till;

namespace Vafa.Core.Tests.Semantics;

/// <summary>Rule 13: shares are cumulative and rounded down, and the last refund takes the rest.</summary>
public sealed class Semantics_13_refunds
{
    [Theory]
    [InlineData(10, 100, 100, 10)]
    [InlineData(10, 66, 100, 6)]
    [InlineData(10, 0, 100, 0)]
    [InlineData(1, 99, 100, 0)]
    [InlineData(10, 0, 0, 10)]
    [InlineData(long.MaxValue, 1_000_000_000_000_000, 1_000_000_000_000_000, long.MaxValue)]
    public void What_stays_earned_is_rounded_down(long earned, long kept, long sold, long stays) =>
        RefundMath.StaysEarned(earned, new Money(kept), new Money(sold)).ShouldBe(stays);

    [Fact]
    public void Bad_requests_are_refused_with_their_place()
    {
        SoldLine[] lines = [Goods(1, 2, 100), Goods(2, 1, 50)];
        RefundedLine[] already = [new(1, Quantity.One, new Money(50), Money.Zero)];
        var refused = RefundMath.Plan(
            lines,
            already,
            [new(1, Quantity.One), new(9, Quantity.One), new(1, new Quantity(1)), new(2, new Quantity(1_001))]
        );
        refused
            .Refusals.Select(r => (r.Code, r.Pointer))
            .ShouldBe([
                ("refund.line-unknown", "/lines/1/line"),
                ("refund.too-much", "/lines/2/quantity"),
                ("refund.too-much", "/lines/3/quantity"),
            ]);
        refused.Refusals[1].Args.ShouldBe([Quantity.One]);
        RefundMath.Plan(lines, already, []).Refusals[0].Code.ShouldBe("refund.no-lines");
    }

    [Fact]
    public void One_line_named_twice_is_one_part()
    {
        var plan = RefundMath.Plan([Goods(1, 3, 100)], [], [new(1, Quantity.One), new(1, Quantity.One)]).Value;
        plan.Parts.ShouldBe([new RefundPart(1, Quantity.Whole(2), new Money(66), Money.Zero)]);
    }

    [Fact]
    public void When_nothing_is_left_it_is_a_conflict_whatever_is_asked()
    {
        RefundedLine[] all = [new(1, Quantity.One, new Money(100), Money.Zero)];
        foreach (var request in new RefundRequest[]?[] { null, [new(1, Quantity.One)] })
        {
            var refusal = RefundMath.Plan([Goods(1, 1, 100)], all, request).Refusals.ShouldHaveSingleItem();
            (refusal.Code, refusal.Kind).ShouldBe(("refund.nothing-left", RefusalKind.Conflict));
        }
    }

    [Fact]
    public void Goods_are_weighed_at_their_original_price_and_delivery_is_no_goods()
    {
        SoldLine[] lines = [Goods(1, 2, 101, discount: 100), Goods(2, 1, 300), Shipping(3, 1_000)];
        var plan = RefundMath.Plan(lines, [], [new(1, Quantity.One), new(3, Quantity.One)]).Value;
        plan.GoodsSold.ShouldBe(new Money(401));
        plan.After.GoodsKept.ShouldBe(new Money(351));
        plan.Before.GoodsKept.ShouldBe(new Money(401));
        plan.After.IsWhole.ShouldBeFalse();
    }

    [Fact]
    public void A_sale_without_goods_is_whole_when_all_its_lines_are_back()
    {
        SoldLine[] lines = [Shipping(1, 10), Shipping(2, 20)];
        RefundMath.Plan(lines, [], [new(1, Quantity.One)]).Value.After.IsWhole.ShouldBeFalse();
        RefundMath.Plan(lines, [], null).Value.BecomesWhole.ShouldBeTrue();
    }

    [Fact]
    public void A_sale_of_0_from_a_file_can_be_taken_back_once()
    {
        SoldLine[] lines = [new(1, LineKind.Goods, default, Money.Zero, Money.Zero, Money.Zero)];
        var plan = RefundMath.Plan(lines, [], null).Value;
        plan.Parts.ShouldBe([new RefundPart(1, default, Money.Zero, Money.Zero)]);
        plan.After.IsWhole.ShouldBeTrue();
        RefundMath
            .Plan(lines, [new RefundedLine(1, default, Money.Zero, Money.Zero)], null)
            .Refusals[0]
            .Code.ShouldBe("refund.nothing-left");
    }

    [Fact]
    public void A_line_of_nothing_does_not_keep_a_sale_from_being_whole()
    {
        SoldLine[] lines = [Goods(1, 1, 100), new(2, LineKind.Goods, default, Money.Zero, Money.Zero, Money.Zero)];
        RefundMath.Plan(lines, [], [new(1, Quantity.One)]).Value.BecomesWhole.ShouldBeTrue();
    }

    [Fact]
    public void Units_that_paid_less_than_1_come_back_with_the_last_goods()
    {
        var part = new RefundState(new Money(10), Money.Zero, IsWhole: false);
        RefundMath.UnitsBack(2, part, Money.Zero).ShouldBe(0);
        RefundMath.UnitsBack(2, part with { IsWhole = true }, Money.Zero).ShouldBe(2);
    }

    [Fact]
    public void What_was_taken_last_goes_back_first()
    {
        Draw[] taken = [new(1, 30), new(2, 20), new(3, 10)];
        RefundMath.DrawsBack(taken, 0, 5).ShouldBe([new Draw(3, 5)]);
        RefundMath.DrawsBack(taken, 5, 40).ShouldBe([new Draw(3, 5), new Draw(2, 20), new Draw(1, 10)]);
        RefundMath.DrawsBack(taken, 40, 60).ShouldBe([new Draw(1, 20)]);
        RefundMath.DrawsBack(taken, 60, 60).ShouldBeEmpty();
    }

    [Fact]
    public void Buying_and_refunding_a_hundred_times_leaves_nothing()
    {
        var till = new Till();
        till.Owns("credit", 1_000);
        for (var i = 0; i < 100; i++)
        {
            var sale = till.Sell(
                [Goods(1, 3, 10_007 + i, discount: 7, spent: 997)],
                [new UnitAmount("credit", 997)],
                [new Earns("points", 11, Days: 30), new Earns("credit", 13 + i)]
            );
            sale.Refund(1, 1 + (i % 2));
            sale.RefundRest();
        }

        till.Wallets.Balance("points").ShouldBe(0);
        till.Wallets.Balance("credit").ShouldBe(1_000);
        till.Wallets.Lots.Where(l => l.No > 1).ShouldAllBe(l => l.Remaining == 0);
    }

    [Fact]
    public void Refunds_in_any_parts_sum_to_the_sale_exactly()
    {
        var sizes = Gen.Choose(1, 9).Select(n => (long)n);
        var line =
            from pieces in sizes
            from amount in Gen.Choose(0, 3_000_000)
            from discount in Gen.Choose(0, 100)
            from spent in Gen.Choose(0, 100)
            select (pieces, (long)amount, discount, spent);
        var sales = line.NonEmptyListOf().SelectMany(l => Gen.Choose(0, 999).ListOf().Select(p => (l, p)));
        Prop.ForAll(
                sales.ToArbitrary(),
                drawn =>
                {
                    SoldLine[] lines = [.. drawn.l.Select((l, i) => LineOf(i + 1, l))];
                    return AllComesBack(lines, [.. drawn.p]);
                }
            )
            .Check(Cases.UpTo(500));
    }

    private static SoldLine LineOf(int no, (long Pieces, long Amount, int Discount, int Spent) drawn)
    {
        var discount = drawn.Amount * drawn.Discount / 100;
        return Goods(no, drawn.Pieces, drawn.Amount, discount, (drawn.Amount - discount) * drawn.Spent / 100);
    }

    private static bool AllComesBack(SoldLine[] lines, int[] picks)
    {
        var already = new List<RefundedLine>();
        var (reversed, units) = (0L, 0L);
        foreach (var pick in (int[])[.. picks, -1])
        {
            RefundRequest[]? request = pick < 0 ? null : [new(1 + (pick % lines.Length), new Quantity(1 + pick))];
            var tried = RefundMath.Plan(lines, already, request);
            if (tried.IsRefused)
            {
                continue;
            }

            var plan = tried.Value;
            already.AddRange(plan.Parts.Select(p => new RefundedLine(p.Line, p.Quantity, p.Money, p.Spent)));
            reversed += plan.ReversedNow(1_234);
            var bad =
                plan.Parts.Any(p => p.Money.Minor < 0 || p.Spent.Minor < 0)
                || plan.ReversedBefore(1_234) + plan.ReversedNow(1_234) != reversed
                || plan.UnitsBack(77) < units;
            units = plan.UnitsBack(77);
            if (bad)
            {
                return false;
            }
        }

        return reversed == 1_234
            && units == 77
            && already.Sum(a => a.Money.Minor) == lines.Sum(l => l.Paid.Minor)
            && already.Sum(a => a.Spent.Minor) == lines.Sum(l => l.Spent.Minor);
    }
}
