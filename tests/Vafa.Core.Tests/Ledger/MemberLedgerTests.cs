using Shouldly;
using Vafa.Core.Ledger;
using Xunit;

namespace Vafa.Core.Tests.Ledger;

public sealed class MemberLedgerTests
{
    private static readonly DateTimeOffset Now = Wallets.Start;
    private static readonly LotTerms AtOnce = new(Now);

    [Fact]
    public void An_earning_is_one_entry_that_opens_its_lot()
    {
        var ledger = MemberLedger.Empty();
        ledger.Earn("points", 30, new LotTerms(Now, Now.AddDays(30))).ShouldBe(1);
        ledger.NewEntries.ShouldBe([new Entry(1, 1, "points", 1, 30, 30, ClubAccount.Issued, EntryKind.Earned)]);
        var lot = ledger.NewLots.ShouldHaveSingleItem();
        (lot.No, lot.Amount, lot.Remaining, lot.ExpiresAt).ShouldBe((1, 30, 30, Now.AddDays(30)));
        ledger.BalanceChanges.ShouldBe([new BalanceChange("points", 0, 30)]);
        ledger.LotChanges.ShouldBeEmpty();
    }

    [Fact]
    public void Numbers_run_across_units_and_balances_by_unit()
    {
        var ledger = new MemberLedger(7, [new WalletBalance("credit", 100)], []);
        ledger.Earn("points", 5, AtOnce).ShouldBe(8);
        ledger.Earn("credit", 50, AtOnce).ShouldBe(9);
        ledger.Earn("points", 6, AtOnce).ShouldBe(10);
        ledger.NewEntries.Select(e => (e.No, e.Balance)).ShouldBe([(8L, 5L), (9L, 150L), (10L, 11L)]);
        ledger.LastNo.ShouldBe(10);
    }

    [Fact]
    public void Earning_nothing_writes_nothing()
    {
        var ledger = MemberLedger.Empty();
        ledger.Earn("points", 0, AtOnce).ShouldBe(0);
        ledger.NewEntries.ShouldBeEmpty();
        ledger.NewLots.ShouldBeEmpty();
        ledger.BalanceChanges.ShouldBeEmpty();
    }

    [Fact]
    public void A_lot_that_was_not_loaded_is_a_bug_and_not_an_empty_lot() =>
        Should.Throw<InvalidOperationException>(() => MemberLedger.Empty().Return([new Draw(3, 1)], Now));

    [Fact]
    public void A_negative_amount_is_a_bug()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => MemberLedger.Empty().Earn("points", -1, AtOnce));
        Should.Throw<ArgumentOutOfRangeException>(() => MemberLedger.Empty().Spend("points", -1, Now));
        Should.Throw<ArgumentOutOfRangeException>(() => MemberLedger.Empty().Adjust("points", 0, AtOnce, Now));
        Should.Throw<ArgumentOutOfRangeException>(() =>
            MemberLedger.Empty().Reverse(new Reversal("points", [], -1), DebtPolicy.BelowZero, Now)
        );
    }

    [Fact]
    public void What_a_refused_work_moved_is_forgotten()
    {
        var wallets = new Wallets();
        wallets.Do(l => l.Earn("credit", 100, AtOnce));
        wallets.Do(l => l.Reverse(new Reversal("points", [], 20), DebtPolicy.BelowZero, Now));
        var ledger = wallets.Load();
        var mark = ledger.LastNo;
        ledger.Spend("credit", 60, Now).IsRefused.ShouldBeFalse();
        ledger.Earn("points", 50, AtOnce);
        ledger.Spend("credit", 41, Now).IsRefused.ShouldBeTrue();
        ledger.ForgetAfter(mark);

        ledger.NewEntries.ShouldBeEmpty();
        ledger.NewLots.ShouldBeEmpty();
        ledger.LotChanges.ShouldBeEmpty();
        ledger.BalanceChanges.ShouldBeEmpty();
        ledger.LastNo.ShouldBe(mark);
        ledger.Available("credit", Now).ShouldBe(100);
        ledger.Earn("credit", 1, AtOnce).ShouldBe(mark + 1);
    }

    [Fact]
    public void Two_works_in_one_batch_see_each_other()
    {
        var ledger = MemberLedger.Empty();
        ledger.Earn("credit", 100, AtOnce);
        ledger.Spend("credit", 100, Now).IsRefused.ShouldBeFalse();
        ledger.Spend("credit", 1, Now).Refusals[0].Args.ShouldBe(["credit", 0L]);
        ledger.NewLots.ShouldHaveSingleItem().Remaining.ShouldBe(0);
    }

    [Fact]
    public void An_adjustment_above_zero_comes_in_and_one_below_takes_what_expires_first()
    {
        var wallets = new Wallets();
        wallets.Do(l => l.Adjust("credit", 40, AtOnce, Now)).Value.ShouldBe(1);
        wallets.Do(l => l.Adjust("credit", 60, new LotTerms(Now, Now.AddDays(1)), Now)).Value.ShouldBe(2);
        wallets.Do(l => l.Adjust("credit", -70, AtOnce, Now)).Value.ShouldBe(3);
        (wallets[1], wallets[2]).ShouldBe((30, 0));
        wallets.Entries.ShouldAllBe(e => e.Kind == EntryKind.Adjusted && e.Account == ClubAccount.Adjusted);
        wallets.Entries.Skip(2).ShouldAllBe(e => e.Posting == 3);
    }

    [Fact]
    public void An_adjustment_below_zero_is_refused_with_the_most_possible()
    {
        var wallets = new Wallets();
        wallets.Do(l => l.Import("credit", 40, AtOnce));
        wallets.Do(l => l.Earn("credit", 500, new LotTerms(Now.AddDays(1))));
        var refusal = wallets.Do(l => l.Adjust("credit", -41, AtOnce, Now)).Refusals.ShouldHaveSingleItem();
        refusal.Code.ShouldBe("ledger.below-zero");
        refusal.Kind.ShouldBe(Vafa.Core.Values.RefusalKind.Conflict);
        refusal.Args.ShouldBe(["credit", 40L]);
        wallets.Entries.Count.ShouldBe(2);
        wallets.Do(l => l.Adjust("credit", long.MinValue, AtOnce, Now)).IsRefused.ShouldBeTrue();
    }

    [Fact]
    public void An_opening_balance_comes_from_outside_the_club()
    {
        var wallets = new Wallets();
        wallets.Do(l => l.Import("points", 900, AtOnce));
        var entry = wallets.Entries.ShouldHaveSingleItem();
        (entry.Kind, entry.Account, entry.Balance).ShouldBe((EntryKind.Imported, ClubAccount.Imported, 900));
    }
}
