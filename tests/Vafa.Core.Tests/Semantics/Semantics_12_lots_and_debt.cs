using Shouldly;
using Vafa.Core.Ledger;
using Vafa.Core.Tests.Ledger;
using Xunit;

namespace Vafa.Core.Tests.Semantics;

/// <summary>Rule 12: the order of lots, reversals, debt, and what goes back to an expired lot.</summary>
public sealed class Semantics_12_lots_and_debt
{
    private static readonly DateTimeOffset Now = Wallets.Start;

    private readonly Wallets wallets = new();

    [Fact]
    public void Spending_takes_what_expires_first_then_the_older_and_what_never_expires_last()
    {
        Earn(10);
        Earn(10, 5);
        Earn(10, 3);
        Earn(10, 5);
        Earn(10);
        wallets
            .Do(l => l.Spend("credit", 45, Now))
            .Value.ShouldBe([new Draw(3, 10), new Draw(2, 10), new Draw(4, 10), new Draw(1, 10), new Draw(5, 5)]);
        wallets.Entries.Where(e => e.Kind == EntryKind.Spent).ShouldAllBe(e => e.Posting == 6);
        wallets.Check().ShouldBeEmpty();
    }

    [Fact]
    public void A_refused_spending_changes_nothing_and_says_the_most_possible()
    {
        Earn(10);
        var refusal = wallets.Do(l => l.Spend("credit", 11, Now)).Refusals.ShouldHaveSingleItem();
        (refusal.Code, refusal.Args[1]).ShouldBe(("ledger.not-enough", (object)10L));
        wallets.Entries.Count.ShouldBe(1);
    }

    [Fact]
    public void No_unit_pays_for_another()
    {
        wallets.Do(l => l.Earn("points", 100, new LotTerms(Now, Now.AddDays(1))));
        Earn(50);
        Spend(20);
        wallets.Do(l => l.Adjust("credit", -5, new LotTerms(Now), Now)).IsRefused.ShouldBeFalse();
        Reverse(40, DebtPolicy.BelowZero).ShouldBe(40);
        wallets.Balance("points").ShouldBe(100);
        wallets.Balance("credit").ShouldBe(-15);
        wallets.Check().ShouldBeEmpty();
    }

    [Fact]
    public void A_reversal_takes_the_very_lots_first_whatever_the_order_of_spending()
    {
        Earn(100, 1);
        Earn(100, 9);
        Reverse(60, DebtPolicy.BelowZero, 2).ShouldBe(60);
        (wallets[1], wallets[2]).ShouldBe((100, 40));
    }

    [Fact]
    public void A_reversal_takes_pending_and_expired_remainders_of_the_very_lots()
    {
        Earn(40, 1);
        wallets.Do(l => l.Earn("credit", 50, new LotTerms(Now.AddDays(9))));
        wallets.Now = Now.AddDays(2);
        Reverse(70, DebtPolicy.BelowZero, 1, 2).ShouldBe(70);
        (wallets[1], wallets[2]).ShouldBe((0, 20));
    }

    [Fact]
    public void Then_it_takes_other_available_lots_in_the_order_of_spending_then_it_makes_a_debt()
    {
        Earn(100);
        Spend(80);
        Earn(30);
        Earn(20, 4);
        wallets.Do(l => l.Earn("credit", 500, new LotTerms(Now.AddDays(1))));
        Reverse(100, DebtPolicy.BelowZero, 1).ShouldBe(100);

        (wallets[1], wallets[3], wallets[4], wallets[5]).ShouldBe((0, 0, 0, 500), "pending lots of others stay");
        var debt = wallets.Lots[^1];
        (debt.Remaining, debt.Amount, debt.ExpiresAt, debt.IsDebt).ShouldBe((-30, -30, null, true));
        var act = wallets.Entries.Where(e => e.Kind == EntryKind.Reversed).ToList();
        act.Select(e => (e.Lot, e.Amount)).ShouldBe([(1, -20), (4, -20), (3, -30), (debt.No, -30)]);
        act.ShouldAllBe(e => e.Posting == act[0].No && e.Account == ClubAccount.Issued);
        wallets.Check().ShouldBeEmpty();
    }

    [Fact]
    public void To_zero_makes_no_debt()
    {
        Earn(100);
        Spend(80);
        Reverse(100, DebtPolicy.ToZero, 1).ShouldBe(20);
        wallets.Balance("credit").ShouldBe(0);
        wallets.Lots.ShouldAllBe(l => l.Remaining >= 0);
    }

    [Fact]
    public void To_zero_leaves_what_an_older_debt_needs()
    {
        wallets.Do(l => l.Earn("credit", 100, new LotTerms(Now.AddDays(1))));
        Reverse(30, DebtPolicy.BelowZero).ShouldBe(30);
        wallets.Now = Now.AddDays(1);
        Reverse(100, DebtPolicy.ToZero).ShouldBe(70);
        wallets.Balance("credit").ShouldBe(0);
    }

    [Fact]
    public void Pending_only_takes_what_is_pending_in_the_very_lots()
    {
        Earn(100);
        wallets.Do(l => l.Earn("credit", 50, new LotTerms(Now.AddDays(1))));
        wallets.Do(l => l.Earn("credit", 50, new LotTerms(Now.AddDays(1))));
        Reverse(150, DebtPolicy.PendingOnly, 1, 2).ShouldBe(50);
        (wallets[1], wallets[2], wallets[3]).ShouldBe((100, 0, 50));
        wallets.Now = Now.AddDays(1);
        Reverse(50, DebtPolicy.PendingOnly, 3).ShouldBe(0);
    }

    [Fact]
    public void Earnings_fill_the_oldest_debt_first_as_entries_of_their_own_in_one_posting()
    {
        Reverse(30, DebtPolicy.BelowZero);
        Reverse(20, DebtPolicy.BelowZero);
        wallets.Do(l => l.Earn("credit", 40, new LotTerms(Now))).ShouldBe(3);
        (wallets[1], wallets[2]).ShouldBe((0, -10));
        wallets.Lots.Count.ShouldBe(2, "nothing is left for a lot");
        wallets.Do(l => l.Earn("credit", 25, new LotTerms(Now.AddDays(7)))).ShouldBe(5);
        (wallets[2], wallets[6]).ShouldBe((0, 15));
        wallets
            .Entries.Skip(2)
            .Select(e => (e.Posting, e.Lot, e.Amount, e.Balance))
            .ShouldBe([(3, 1, 30, -20), (3, 2, 10, -10), (5, 2, 10, 0), (5, 6, 15, 15)]);
        wallets.Check().ShouldBeEmpty();
    }

    [Fact]
    public void A_debt_of_one_unit_is_not_filled_by_another()
    {
        Reverse(30, DebtPolicy.BelowZero);
        wallets.Do(l => l.Earn("points", 100, new LotTerms(Now)));
        wallets[1].ShouldBe(-30);
        wallets.Balance("points").ShouldBe(100);
    }

    [Fact]
    public void What_was_spent_goes_back_to_the_very_lots_and_not_to_a_debt()
    {
        Earn(100, 5);
        Earn(100);
        var draws = wallets.Do(l => l.Spend("credit", 150, Now)).Value;
        Reverse(70, DebtPolicy.BelowZero).ShouldBe(70);
        wallets.Do(l => l.Return(draws, Now)).ShouldBe(150);
        (wallets[1], wallets[2]).ShouldBe((100, 50));
        wallets.Balance("credit").ShouldBe(130);
    }

    [Fact]
    public void Returned_to_an_expired_lot_is_two_entries_returned_and_expired()
    {
        Earn(100, 5);
        var draws = wallets.Do(l => l.Spend("credit", 60, Now)).Value;
        wallets.Now = Now.AddDays(5);
        wallets.Do(l => l.Return(draws, wallets.Now)).ShouldBe(60);
        wallets
            .Entries.Skip(2)
            .Select(e => (e.Kind, e.Account, e.Amount, e.Posting))
            .ShouldBe([
                (EntryKind.Returned, ClubAccount.Spent, 60, 3),
                (EntryKind.Expired, ClubAccount.Expired, -60, 4),
            ]);
        wallets[1].ShouldBe(40, "the rest of the lot waits for the night's work");
        wallets.Balance("credit").ShouldBe(0);
        wallets.Check().ShouldBeEmpty();
    }

    [Fact]
    public void What_expired_out_of_the_very_lots_is_not_taken_a_second_time()
    {
        Earn(100, 5);
        Spend(40);
        wallets.Now = Now.AddDays(5);
        wallets.Do(l => l.Expire(1, wallets.Now)).ShouldBe(60);
        wallets
            .Do(l => l.Reverse(new Reversal("credit", [1], 100, AlreadyExpired: 60), DebtPolicy.BelowZero, wallets.Now))
            .ShouldBe(40);
        wallets.Balance("credit").ShouldBe(-40);
    }

    [Fact]
    public void Before_the_nights_work_a_reversal_leaves_the_member_with_the_same()
    {
        Earn(100, 5);
        Spend(40);
        wallets.Now = Now.AddDays(5);
        Reverse(100, DebtPolicy.BelowZero, 1).ShouldBe(100);
        wallets.Balance("credit").ShouldBe(-40);
        wallets.Do(l => l.Expire(1, wallets.Now)).ShouldBe(0);
    }

    private void Earn(long amount, int? days = null) =>
        wallets.Do(l => l.Earn("credit", amount, new LotTerms(Now, days is { } n ? Now.AddDays(n) : null)));

    private void Spend(long amount) =>
        wallets.Do(l => l.Spend("credit", amount, wallets.Now)).IsRefused.ShouldBeFalse();

    private long Reverse(long amount, DebtPolicy policy, params long[] lots) =>
        wallets.Do(l => l.Reverse(new Reversal("credit", lots, amount), policy, wallets.Now));
}
