using Shouldly;
using Vafa.Core.Ledger;
using Vafa.Core.Sales;
using Vafa.Core.Values;
using Xunit;
using static Vafa.Core.Tests.Semantics.Till;

namespace Vafa.Core.Tests.Semantics;

/// <summary>
/// Rule 13, worked by hand to the last rial. A refund reads "money + wallet money | taken back | returned".
/// </summary>
public sealed class Semantics_13_worked_refunds
{
    private readonly Till till = new();

    [Fact]
    public void W01_three_pieces_for_100000_come_back_one_by_one()
    {
        var sale = till.Sell([Goods(1, 3, 100_000)], earn: [new Earns("points", 10)]);
        sale.Refund(1, 1).ShouldBe("33333 + 0 | 4 points | -");
        sale.Refund(1, 1).ShouldBe("33333 + 0 | 3 points | -");
        sale.Refund(1, 1).ShouldBe("33334 + 0 | 3 points | -");
        Holds("points", 0);
    }

    [Fact]
    public void W02_a_discount_lessens_what_comes_back_of_its_line()
    {
        var sale = till.Sell([Goods(1, 2, 500_000, discount: 50_000), Goods(2, 1, 300_000, discount: 30_000)]);
        sale.Refund(1, 1).ShouldBe("225000 + 0 | - | -");
        sale.Refund(2, 1).ShouldBe("270000 + 0 | - | -");
        sale.RefundRest().ShouldBe("225000 + 0 | - | -");
        sale.LastPlan.BecomesWhole.ShouldBeTrue();
    }

    [Fact]
    public void W03_spent_credit_comes_back_in_the_lines_own_proportion()
    {
        till.Owns("credit", 100_000);
        var sale = till.Sell(
            [Goods(1, 3, 300_000, spent: 75_000), Goods(2, 1, 100_000, spent: 25_000)],
            [new UnitAmount("credit", 100_000)]
        );
        sale.Refund(1, 1).ShouldBe("75000 + 25000 | - | 25000 credit");
        Holds("credit", 25_000);
        sale.Refund(2, 1).ShouldBe("75000 + 25000 | - | 25000 credit");
        sale.RefundRest().ShouldBe("150000 + 50000 | - | 50000 credit");
        Holds("credit", 100_000);
    }

    [Fact]
    public void W04_discount_and_credit_that_do_not_divide_by_seven()
    {
        till.Owns("credit", 200_003);
        var sale = till.Sell(
            [Goods(1, 7, 1_000_000, discount: 100_001, spent: 200_003)],
            [new UnitAmount("credit", 200_003)],
            [new Earns("credit", 34_999)]
        );
        // Paid 699,996: 3/7 are 299,998.28; 3/7 of the credit 85,715.57. Kept 571,429 of 1,000,000: 19,999.44 stay.
        sale.Refund(1, 3).ShouldBe("299998 + 85715 | 15000 credit | 85715 credit");
        Holds("credit", 85_715 + 19_999);
        sale.RefundRest().ShouldBe("399998 + 114288 | 19999 credit | 114288 credit");
        Holds("credit", 200_003);
    }

    [Fact]
    public void W05_a_weighed_line_comes_back_by_the_gram()
    {
        var line = new SoldLine(1, LineKind.Goods, new Quantity(345), new Money(62_100), Money.Zero, Money.Zero);
        var sale = till.Sell([line]);
        sale.Refund([new RefundRequest(1, new Quantity(100))]).ShouldBe("18000 + 0 | - | -");
        sale.Refund([new RefundRequest(1, new Quantity(1))]).ShouldBe("180 + 0 | - | -");
        sale.RefundRest().ShouldBe("43920 + 0 | - | -");
    }

    [Fact]
    public void W06_fixed_points_of_a_visit_and_an_offer_go_back_in_proportion_too()
    {
        var sale = till.Sell(
            [Goods(1, 1, 400_000), Goods(2, 1, 200_000)],
            earn: [new Earns("points", 5), new Earns("points", 20)]
        );
        // 25 × 400,000 ÷ 600,000 = 16.67 stay 16.
        sale.Refund(2, 1).ShouldBe("200000 + 0 | 9 points | -");
        Holds("points", 16);
        sale.RefundRest().ShouldBe("400000 + 0 | 16 points | -");
        Holds("points", 0);
    }

    [Fact]
    public void W07_seven_points_that_paid_500_each_come_back_as_three_and_four()
    {
        till.Owns("points", 9);
        var sale = till.Sell([Goods(1, 2, 10_000, spent: 3_500)], [new UnitAmount("points", 7)]);
        sale.Refund(1, 1).ShouldBe("3250 + 1750 | - | 3 points");
        Holds("points", 5);
        sale.Refund(1, 1).ShouldBe("3250 + 1750 | - | 4 points");
        Holds("points", 9);
    }

    [Fact]
    public void W08_what_was_taken_from_two_lots_goes_back_to_the_later_one_first()
    {
        till.Owns("credit", 60, days: 10);
        till.Owns("credit", 90, days: 20);
        var sale = till.Sell([Goods(1, 2, 1_000, spent: 100)], [new UnitAmount("credit", 100)]);
        Lots().ShouldBe([0, 50]);
        sale.Refund(1, 1).ShouldBe("450 + 50 | - | 50 credit");
        Lots().ShouldBe([10, 90]);
        sale.Refund(1, 1).ShouldBe("450 + 50 | - | 50 credit");
        Lots().ShouldBe([60, 90]);
    }

    [Fact]
    public void W09_what_goes_back_to_a_lot_that_ended_meanwhile_stays_expired()
    {
        till.Owns("credit", 60_000, days: 10);
        var sale = till.Sell([Goods(1, 1, 100_000, spent: 60_000)], [new UnitAmount("credit", 60_000)]);
        till.DaysPass(10);
        sale.RefundRest().ShouldBe("40000 + 60000 | - | 60000 credit");
        Holds("credit", 0);
        till.Wallets.Entries.Select(e => e.Kind)
            .ShouldBe([EntryKind.Earned, EntryKind.Spent, EntryKind.Returned, EntryKind.Expired]);
    }

    [Fact]
    public void W10_an_earning_that_was_spent_becomes_a_debt_which_the_next_one_fills()
    {
        var sale = till.Sell([Goods(1, 1, 1_000_000)], earn: [new Earns("credit", 50_000)]);
        till.SpendsElsewhere("credit", 50_000);
        sale.RefundRest().ShouldBe("1000000 + 0 | 50000 credit | -");
        Holds("credit", -50_000);
        till.Sell([Goods(1, 1, 1_600_000)], earn: [new Earns("credit", 80_000)]);
        Holds("credit", 30_000);
    }

    [Fact]
    public void W11_a_club_without_debts_takes_down_to_zero()
    {
        till.Policy = DebtPolicy.ToZero;
        var sale = till.Sell([Goods(1, 1, 1_000_000)], earn: [new Earns("credit", 50_000)]);
        till.Owns("credit", 7_000);
        till.SpendsElsewhere("credit", 30_000);
        sale.RefundRest().ShouldBe("1000000 + 0 | 27000 credit | -");
        Holds("credit", 0);
    }

    [Fact]
    public void W12_a_club_that_takes_only_what_is_pending_leaves_what_is_open()
    {
        till.Policy = DebtPolicy.PendingOnly;
        var sale = till.Sell(
            [Goods(1, 2, 1_000_000)],
            earn: [new Earns("credit", 50_000, PendingDays: 3), new Earns("credit", 10_000)]
        );
        // Half of 60,000 is due, all of it pending.
        sale.Refund(1, 1).ShouldBe("500000 + 0 | 30000 credit | -");
        till.DaysPass(3);
        sale.Refund(1, 1).ShouldBe("500000 + 0 | - | -");
        Holds("credit", 30_000);
    }

    [Fact]
    public void W13_pending_earnings_go_before_anything_else_is_touched()
    {
        till.Owns("credit", 5_000);
        var sale = till.Sell([Goods(1, 4, 400_000)], earn: [new Earns("credit", 20_000, PendingDays: 7)]);
        sale.Refund(1, 3).ShouldBe("300000 + 0 | 15000 credit | -");
        var view = WalletView.Of("credit", till.Wallets.Lots, till.Wallets.Now);
        (view.Balance, view.Pending).ShouldBe((5_000, 5_000));
    }

    [Theory]
    [InlineData(true, "100000 + 0 | - | -", "100000 + 0 | 40 points | -")]
    [InlineData(false, "100000 + 0 | 50 points | -", "100000 + 0 | 50 points | -")]
    public void W14_what_expired_is_not_owed_whether_or_not_the_night_was_first(bool swept, string one, string two)
    {
        var sale = till.Sell([Goods(1, 2, 200_000)], earn: [new Earns("points", 100, Days: 30)]);
        till.SpendsElsewhere("points", 40);
        till.DaysPass(30);
        if (swept)
        {
            till.Sweep();
        }

        sale.Refund(1, 1).ShouldBe(one);
        sale.Refund(1, 1).ShouldBe(two);
        till.Sweep();
        Holds("points", -40);
    }

    [Fact]
    public void W14b_nor_when_the_night_comes_between_two_refunds()
    {
        var sale = till.Sell([Goods(1, 2, 200_000)], earn: [new Earns("points", 100, Days: 30)]);
        till.SpendsElsewhere("points", 40);
        till.DaysPass(30);
        sale.Refund(1, 1).ShouldBe("100000 + 0 | 50 points | -");
        till.Sweep();
        sale.Refund(1, 1).ShouldBe("100000 + 0 | 40 points | -");
        Holds("points", -40);
    }

    [Fact]
    public void W15_delivery_stays_paid_until_it_is_asked_for()
    {
        till.Owns("credit", 23_000);
        var sale = till.Sell(
            [Goods(1, 1, 200_000, spent: 20_000), Shipping(2, 30_000, spent: 3_000)],
            [new UnitAmount("credit", 23_000)],
            [new Earns("points", 18)]
        );
        sale.Refund(1, 1).ShouldBe("180000 + 20000 | 18 points | 20000 credit");
        sale.LastPlan.BecomesWhole.ShouldBeTrue();
        sale.RefundRest().ShouldBe("27000 + 3000 | - | 3000 credit");
        sale.LastPlan.BecomesWhole.ShouldBeFalse();
        sale.LastPlan.After.IsWhole.ShouldBeTrue();
        Holds("credit", 23_000);
    }

    [Fact]
    public void W16_a_guest_gets_money_back_and_nothing_else_moves()
    {
        var sale = till.Sell([Goods(1, 2, 90_000, discount: 9_000)]);
        sale.Refund(1, 1).ShouldBe("40500 + 0 | - | -");
        sale.RefundRest().ShouldBe("40500 + 0 | - | -");
        till.Wallets.Entries.ShouldBeEmpty();
    }

    [Fact]
    public void W17_a_free_item_gives_no_money_back_but_counts_at_its_price()
    {
        var sale = till.Sell(
            [Goods(1, 1, 90_000, discount: 90_000), Goods(2, 1, 210_000)],
            earn: [new Earns("points", 21)]
        );
        // 21 × 210,000 ÷ 300,000 = 14.7 stay 14.
        sale.Refund(1, 1).ShouldBe("0 + 0 | 7 points | -");
        sale.RefundRest().ShouldBe("210000 + 0 | 14 points | -");
    }

    [Fact]
    public void W18_goods_of_price_0_keep_the_visit_points_until_all_are_back()
    {
        var sale = till.Sell([Goods(1, 2, 0)], earn: [new Earns("points", 10)]);
        sale.Refund(1, 1).ShouldBe("0 + 0 | - | -");
        sale.Refund(1, 1).ShouldBe("0 + 0 | 10 points | -");
        Holds("points", 0);
    }

    [Fact]
    public void W19_a_line_of_quantity_0_from_a_file_comes_back_once_as_a_whole()
    {
        var line = new SoldLine(2, LineKind.Goods, default, new Money(12_345), new Money(345), Money.Zero);
        var sale = till.Sell([Goods(1, 1, 10_000), line]);
        sale.Refund(1, 1).ShouldBe("10000 + 0 | - | -");
        sale.LastPlan.After.IsWhole.ShouldBeFalse();
        sale.RefundRest().ShouldBe("12000 + 0 | - | -");
        sale.LastPlan.BecomesWhole.ShouldBeTrue();
        sale.Try(null).Refusals[0].Code.ShouldBe("refund.nothing-left");
    }

    [Fact]
    public void W20_an_earning_that_had_filled_a_debt_is_owed_again()
    {
        var first = till.Sell([Goods(1, 1, 300_000)], earn: [new Earns("credit", 30)]);
        till.SpendsElsewhere("credit", 30);
        first.RefundRest().ShouldBe("300000 + 0 | 30 credit | -");
        var second = till.Sell([Goods(1, 1, 1_000_000)], earn: [new Earns("credit", 100)]);
        Holds("credit", 70);
        second.RefundRest().ShouldBe("1000000 + 0 | 100 credit | -");
        Holds("credit", -30);
    }

    [Fact]
    public void W21_credit_and_points_on_one_basket_in_three_parts()
    {
        till.Owns("credit", 40_000);
        till.Owns("points", 31);
        var sale = till.Sell(
            [Goods(1, 3, 250_000, discount: 25_000, spent: 45_000), Shipping(2, 60_000, spent: 10_500)],
            [new UnitAmount("credit", 40_000), new UnitAmount("points", 31)],
            [new Earns("credit", 9_000, Days: 90), new Earns("points", 2)]
        );
        // Paid for line 1: 180,000. Wallet money 55,500: 15,000 back is 27.03 %.
        sale.Refund(1, 1).ShouldBe("60000 + 15000 | 3000 credit, 1 points | 10810 credit, 8 points");
        sale.Refund(1, 1).ShouldBe("60000 + 15000 | 3000 credit, 1 points | 10811 credit, 8 points");
        sale.RefundRest().ShouldBe("109500 + 25500 | 3000 credit | 18379 credit, 15 points");
        Holds("credit", 40_000);
        Holds("points", 31);
    }

    private void Holds(string unit, long balance) => till.Wallets.Balance(unit).ShouldBe(balance);

    private IEnumerable<long> Lots() => till.Wallets.Lots.Select(l => l.Remaining);
}
