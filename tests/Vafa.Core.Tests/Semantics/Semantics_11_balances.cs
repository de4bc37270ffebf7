using Shouldly;
using Vafa.Core.Ledger;
using Vafa.Core.Tests.Ledger;
using Xunit;

namespace Vafa.Core.Tests.Semantics;

/// <summary>Rule 11: what is stored, what is shown, and what may be spent.</summary>
public sealed class Semantics_11_balances
{
    private static readonly DateTimeOffset Now = Wallets.Start;

    [Fact]
    public void The_stored_balance_holds_pending_and_expired_lots_the_shown_one_does_not()
    {
        var wallets = Four();
        wallets.Stored("credit").ShouldBe(1_111);
        var view = WalletView.Of("credit", wallets.Lots, Now);
        view.Balance.ShouldBe(1_001);
        view.Pending.ShouldBe(10);
        view.Expiring.ShouldBe([new Expiring(1, Now.AddTicks(10))]);
        wallets.Check().ShouldBeEmpty();
    }

    [Fact]
    public void A_lot_is_open_from_its_start_and_not_at_its_end()
    {
        var wallets = new Wallets();
        wallets.Do(l => l.Earn("credit", 10, new LotTerms(Now.AddHours(1), Now.AddHours(2))));
        Shown(wallets, Now.AddHours(1).AddTicks(-1)).ShouldBe((0, 10));
        Shown(wallets, Now.AddHours(1)).ShouldBe((10, 0));
        Shown(wallets, Now.AddHours(2).AddTicks(-1)).ShouldBe((10, 0));
        Shown(wallets, Now.AddHours(2)).ShouldBe((0, 0));
    }

    [Fact]
    public void An_expired_lot_cannot_be_spent_even_before_the_nights_work()
    {
        var wallets = new Wallets();
        wallets.Do(l => l.Earn("credit", 10, new LotTerms(Now, Now.AddDays(1))));
        wallets.Do(l => l.Spend("credit", 1, Now.AddDays(1))).Refusals[0].Args.ShouldBe(["credit", 0L]);
        wallets.Do(l => l.Spend("credit", 1, Now.AddDays(1).AddTicks(-1))).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void A_debt_lessens_what_is_shown_and_what_may_be_spent()
    {
        var wallets = new Wallets();
        wallets.Do(l => l.Earn("credit", 100, new LotTerms(Now.AddDays(1))));
        wallets.Do(l => l.Reverse(new Reversal("credit", [], 30), DebtPolicy.BelowZero, Now));
        Shown(wallets, Now).ShouldBe((-30, 100));
        wallets.Do(l => l.Spend("credit", 1, Now)).Refusals[0].Args.ShouldBe(["credit", 0L]);

        Shown(wallets, Now.AddDays(1)).ShouldBe((70, 0));
        wallets.Do(l => l.Spend("credit", 71, Now.AddDays(1))).Refusals[0].Args.ShouldBe(["credit", 70L]);
        wallets.Do(l => l.Spend("credit", 70, Now.AddDays(1))).IsRefused.ShouldBeFalse();
        Shown(wallets, Now.AddDays(1)).ShouldBe((0, 0));
    }

    [Fact]
    public void A_debt_counts_also_where_another_nodes_clock_is_a_little_behind()
    {
        var wallets = new Wallets();
        wallets.Do(l => l.Reverse(new Reversal("credit", [], 30), DebtPolicy.BelowZero, Now));
        Shown(wallets, Now.AddSeconds(-1)).ShouldBe((-30, 0));
    }

    [Fact]
    public void The_nights_work_moves_what_is_stored_and_not_what_is_shown()
    {
        var wallets = Four();
        var before = Shown(wallets, Now);
        wallets.Do(l => l.Expire(2, Now)).ShouldBe(100);
        wallets.Do(l => l.Expire(2, Now)).ShouldBe(0);
        wallets.Do(l => l.Expire(4, Now)).ShouldBe(0, "its time is not over");
        Shown(wallets, Now).ShouldBe(before);
        wallets.Stored("credit").ShouldBe(1_011);
        wallets.Check().ShouldBeEmpty();
    }

    [Fact]
    public void What_ends_at_one_moment_is_one_row_and_the_soonest_stands_first()
    {
        var wallets = new Wallets();
        wallets.Do(l => l.Earn("credit", 5, new LotTerms(Now, Now.AddDays(2))));
        wallets.Do(l => l.Earn("credit", 7, new LotTerms(Now, Now.AddDays(1))));
        wallets.Do(l => l.Earn("credit", 6, new LotTerms(Now, Now.AddDays(2))));
        WalletView
            .Of("credit", wallets.Lots, Now)
            .Expiring.ShouldBe([new Expiring(7, Now.AddDays(1)), new Expiring(11, Now.AddDays(2))]);
    }

    private static (long, long) Shown(Wallets wallets, DateTimeOffset now)
    {
        var view = WalletView.Of("credit", wallets.Lots, now);
        return (view.Balance, view.Pending);
    }

    /// <summary>Open for ever 1000, expired 100, pending 10, open with an end 1.</summary>
    private static Wallets Four()
    {
        var wallets = new Wallets();
        wallets.Do(l => l.Earn("credit", 1_000, new LotTerms(Now)));
        wallets.Do(l => l.Earn("credit", 100, new LotTerms(Now.AddDays(-9), Now)));
        wallets.Do(l => l.Earn("credit", 10, new LotTerms(Now.AddTicks(10))));
        wallets.Do(l => l.Earn("credit", 1, new LotTerms(Now, Now.AddTicks(10))));
        return wallets;
    }
}
