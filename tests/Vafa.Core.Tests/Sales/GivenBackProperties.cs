using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Vafa.Core.Ledger;
using Vafa.Core.Tests.Semantics;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Sales;

/// <summary>
/// What expired, was counted by refunds and stood again, in any order: of a sale that came back nobody keeps anything,
/// and nobody owes more than he has spent of it.
/// </summary>
public sealed class GivenBackProperties
{
    private const string Unit = "points";

    [Fact]
    public void Of_a_sale_that_came_back_nothing_is_kept_and_only_what_was_spent_is_owed() =>
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue - 1).ArrayOf().ToArbitrary(),
                steps =>
                {
                    var till = new Till();
                    Earns[] earns = [new(Unit, 60, Days: 2), new(Unit, 43, Days: 3)];
                    var sale = till.Sell([Till.Goods(1, 7, 700), Till.Goods(2, 1, 33)], earn: earns);
                    var spent = steps.Sum(step => Step(till, sale, step));
                    if (sale.HasLeft)
                    {
                        sale.RefundRest();
                    }

                    sale.StandAgain(Unit, 1_000, days: 9).ShouldBe(0);
                    till.Wallets.Balance(Unit).ShouldBe(-spent);
                }
            )
            .Check(Cases.UpTo(1_000));

    [Fact]
    public void Without_a_refund_all_that_expired_may_stand_again()
    {
        var till = new Till();
        var sale = till.Sell([Till.Goods(1, 3, 900)], earn: [new Earns(Unit, 60, Days: 1), new Earns(Unit, 40)]);
        till.DaysPass(1);
        till.Sweep();
        sale.StandAgain(Unit, 1_000, days: 9).ShouldBe(60);
        till.Wallets.Balance(Unit).ShouldBe(100);
    }

    [Theory]
    [InlineData(1, 80)]
    [InlineData(2, 40)]
    [InlineData(3, 0)]
    public void What_refunds_counted_never_stands_again(int pieces, long again)
    {
        var till = new Till();
        var sale = till.Sell([Till.Goods(1, 3, 900)], earn: [new Earns(Unit, 120, Days: 1)]);
        till.DaysPass(1);
        till.Sweep();
        sale.Refund(1, pieces).ShouldBe($"{pieces * 300} + 0 | - | -");
        sale.StandAgain(Unit, 1_000, days: 9).ShouldBe(again);
        till.Wallets.Balance(Unit).ShouldBe(again);
    }

    /// <summary>One thing that happens; answers what was spent.</summary>
    private static long Step(Till till, Sold sale, int step)
    {
        var size = (step / 4 % 50) + 1;
        switch (step % 4)
        {
            case 0 when sale.HasLeft:
                var piece = sale.Try([new(1 + (size % 2), Quantity.One)]);
                if (!piece.IsRefused)
                {
                    sale.Refund(1 + (size % 2), 1);
                }

                return 0;
            case 1:
                var most = till.Wallets.Load().Available(Unit, till.Wallets.Now);
                if (most > 0)
                {
                    till.SpendsElsewhere(Unit, Math.Min(most, size));
                }

                return Math.Max(0, Math.Min(most, size));
            case 2:
                till.DaysPass(1);
                till.Sweep();
                return 0;
            default:
                sale.StandAgain(Unit, size, days: 1 + (size % 3));
                return 0;
        }
    }
}
