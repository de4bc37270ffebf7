using FsCheck;
using FsCheck.Fluent;
using Vafa.Core.Ledger;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Ledger;

/// <summary>What the club owes, over a period, in money: nothing is lost in rounding, whatever it is worth.</summary>
public sealed class UnitPeriodTests
{
    private static readonly Worth Five = new(5 * Worth.Scale);

    [Fact]
    public void Each_account_that_moved_is_told_once_and_in_order()
    {
        var movement = new UnitMovement(100, 0, -5, 40, 0, 0, 30, 0);
        var moves = movement.Moves("north").ToList();
        Assert.Equal(
            [
                new AccountMove(ClubAccount.Issued, "north", 100),
                new AccountMove(ClubAccount.Spent, "north", -30),
                new AccountMove(ClubAccount.Adjusted, "north", -5),
                new AccountMove(ClubAccount.Converted, "north", 40),
            ],
            moves
        );
        Assert.Equal(movement.Net, moves.Sum(m => m.Amount));
        Assert.Equal((95, 40), (movement.Given, movement.Other));
    }

    [Fact]
    public void A_third_of_a_rial_is_never_lost()
    {
        var third = new Worth(3_333);
        var period = Of(0, third, third, 1, 1, 1, 1);
        Assert.Equal([0, 0, 0, 1], period.Moves.Select(m => m.Value.Minor));
        Assert.Equal((4, 1), (period.Closing, period.ClosingValue.Minor));
    }

    [Fact]
    public void A_worth_that_changed_is_a_line_of_its_own()
    {
        var period = Of(100, Five, new Worth(6 * Worth.Scale), 20);
        Assert.Equal(500, period.OpeningValue.Minor);
        Assert.Equal(100, period.Moves[0].Value.Minor);
        Assert.Equal(120, period.Revaluation.Minor);
        Assert.Equal(720, period.ClosingValue.Minor);
        Assert.Equal(0, Of(100, Five, Five, 20).Revaluation.Minor);
    }

    [Fact]
    public void Debts_are_rounded_down_too_so_that_one_rule_holds_across_zero()
    {
        Assert.Equal(-1, UnitPeriod.Value(-1, new Worth(1)).Minor);
        Assert.Equal(0, UnitPeriod.Value(1, new Worth(1)).Minor);
        Assert.Equal(-5, UnitPeriod.Value(-1, Five).Minor);
    }

    [Fact]
    public void Opening_moves_and_revaluation_are_closing_to_the_rial() =>
        Prop.ForAll(
                Arb.From(Amounts().ArrayOf()),
                Arb.From(Gen.Choose(0, 5_000_000).Two()),
                (amounts, worths) =>
                {
                    var (start, end) = (new Worth(worths.Item1), new Worth(worths.Item2));
                    var period = Of(amounts.FirstOrDefault(), start, end, [.. amounts.Skip(1)]);
                    var moved = period.Moves.Sum(m => m.Value.Minor);
                    return period.OpeningValue.Minor + moved + period.Revaluation.Minor == period.ClosingValue.Minor
                        && period.OpeningValue == UnitPeriod.Value(period.Opening, start)
                        && period.ClosingValue == UnitPeriod.Value(period.Closing, end)
                        && period.Moves.All(m => IsFair(m, start));
                }
            )
            .Check(Cases.UpTo(500));

    [Fact]
    public void The_closing_of_one_period_opens_the_next() =>
        Prop.ForAll(
                Arb.From(Amounts().ArrayOf()),
                amounts =>
                {
                    var third = new Worth(3_333);
                    var half = amounts.Length / 2;
                    var first = Of(0, third, Five, amounts[..half]);
                    var second = Of(first.Closing, Five, third, amounts[half..]);
                    return second.OpeningValue == first.ClosingValue
                        && second.Closing == amounts.Sum()
                        && second.ClosingValue == UnitPeriod.Value(amounts.Sum(), third);
                }
            )
            .Check(Cases.UpTo(300));

    [Fact]
    public void Movements_of_parts_add_up_to_that_of_the_whole() =>
        Prop.ForAll(
                Arb.From(Amounts().ArrayOf(16)),
                a =>
                {
                    var x = new UnitMovement(a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7]);
                    var y = new UnitMovement(a[8], a[9], a[10], a[11], a[12], a[13], a[14], a[15]);
                    return (x + y).Net == x.Net + y.Net && (x + y).Net == (x + y).Moves("").Sum(m => m.Amount);
                }
            )
            .Check(Cases.UpTo(200));

    /// <summary>Never a whole unit of money off, and never against its amount.</summary>
    private static bool IsFair(ValuedMove move, Worth worth)
    {
        var off = ((Int128)move.Value.Minor * Worth.Scale) - worth.Scaled(move.Move.Amount);
        return Int128.Abs(off) < Worth.Scale && (long)move.Value.Minor * Math.Sign(move.Move.Amount) >= 0;
    }

    private static Gen<long> Amounts() => Gen.Choose(-2_000_000_000, 2_000_000_000).Select(n => (long)n / 3 * 1_000);

    private static UnitPeriod Of(long opening, Worth start, Worth end, params long[] amounts) =>
        UnitPeriod.Of("points", opening, amounts.Select(a => new AccountMove(ClubAccount.Issued, "", a)), start, end);
}
