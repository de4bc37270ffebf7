using Shouldly;
using Vafa.Core.Ledger;
using Xunit;

namespace Vafa.Core.Tests.Ledger;

/// <summary>One wrong number is named once, and as what it is.</summary>
public sealed class LedgerCheckTests
{
    private static readonly DateTimeOffset Now = Wallets.Start;

    [Fact]
    public void A_sound_ledger_has_no_fault() => Sound().Check().ShouldBeEmpty();

    [Fact]
    public void A_new_member_has_no_fault() => new Wallets().Check().ShouldBeEmpty();

    [Fact]
    public void A_wrong_remainder_is_named()
    {
        var wallets = Sound();
        wallets.Corrupt(
            l =>
            {
                l.Remaining += 1_000;
                return l;
            },
            1
        );
        wallets.Check().ShouldBe([new LedgerFault("lot.remaining", "credit", 1, 50, 1_050)]);
    }

    [Fact]
    public void A_wrong_amount_of_a_lot_is_named()
    {
        var wallets = Sound();
        wallets.Corrupt(l => Lot(l, l.Amount + 1), 1);
        wallets.Check().ShouldBe([new LedgerFault("lot.amount", "credit", 1, 100, 101)]);
    }

    [Fact]
    public void A_wrong_stored_balance_is_named()
    {
        var wallets = Sound();
        wallets.CorruptBalance("credit", -3);
        wallets.Check().ShouldBe([new LedgerFault("wallet.balance", "credit", 0, 120, 117)]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void A_wrong_amount_of_an_entry_is_named(int no)
    {
        var wallets = Sound();
        var right = wallets.Entries[no - 1];
        wallets.Corrupt(e => e with { Amount = e.Amount + 5 }, no);
        wallets.Check().ShouldBe([new LedgerFault("entry.amount", right.Unit, no, right.Amount, right.Amount + 5)]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void A_wrong_running_balance_is_named(int no)
    {
        var wallets = Sound();
        var right = wallets.Entries[no - 1];
        wallets.Corrupt(e => e with { Balance = e.Balance + 5 }, no);
        wallets.Check().ShouldBe([new LedgerFault("entry.balance", right.Unit, no, right.Balance, right.Balance + 5)]);
    }

    [Fact]
    public void A_wrong_posting_account_or_lot_is_named()
    {
        var posting = Sound();
        posting.Corrupt(e => e with { Posting = 2 }, 5);
        posting.Check().ShouldBe([new LedgerFault("entry.posting", "credit", 5, 5, 2)]);

        var account = Sound();
        account.Corrupt(e => e with { Account = ClubAccount.Adjusted }, 3);
        account
            .Check()
            .ShouldBe([
                new LedgerFault("entry.account", "credit", 3, (long)ClubAccount.Spent, (long)ClubAccount.Adjusted),
            ]);

        var lot = Sound();
        lot.Corrupt(e => e with { Lot = 99 }, 5);
        lot.Check().Select(f => f.What).ShouldContain("entry.lot");
    }

    [Fact]
    public void An_entry_that_vanished_is_named()
    {
        var wallets = Sound();
        wallets.Entries.RemoveAt(2);
        wallets.Check().ShouldContain(new LedgerFault("entry.no", "points", 4, 3, 4));

        var last = Sound();
        last.Entries.RemoveAt(4);
        last.Check().ShouldContain(new LedgerFault("member.last-no", "", 0, 4, 5));
    }

    [Fact]
    public void More_out_of_a_lot_than_it_brought_is_named_although_all_sums_agree()
    {
        var lot = Lot(
            new Lot
            {
                No = 1,
                Unit = "credit",
                Amount = 0,
                AvailableFrom = Now,
            },
            10
        );
        lot.Remaining = -5;
        Entry[] entries =
        [
            new(1, 1, "credit", 1, 10, 10, ClubAccount.Issued, EntryKind.Earned),
            new(2, 2, "credit", 1, -15, -5, ClubAccount.Spent, EntryKind.Spent),
        ];
        LedgerCheck
            .Of(2, [new WalletBalance("credit", -5)], [lot], entries)
            .ShouldBe([new LedgerFault("lot.bounds", "credit", 1, 10, -5)]);
    }

    /// <summary>1: +100 credit, 2: +90 credit, 3: −50 of lot 1, 4: +7 points, 5: −20 of lot 2.</summary>
    private static Wallets Sound()
    {
        var wallets = new Wallets();
        wallets.Do(l => l.Earn("credit", 100, new LotTerms(Now, Now.AddDays(1))));
        wallets.Do(l => l.Earn("credit", 90, new LotTerms(Now, Now.AddDays(9))));
        wallets.Do(l => l.Spend("credit", 50, Now)).IsRefused.ShouldBeFalse();
        wallets.Do(l => l.Earn("points", 7, new LotTerms(Now)));
        wallets.Do(l => l.Reverse(new Reversal("credit", [2], 20), DebtPolicy.BelowZero, Now)).ShouldBe(20);
        return wallets;
    }

    private static Lot Lot(Lot of, long amount) =>
        new()
        {
            No = of.No,
            Unit = of.Unit,
            Amount = amount,
            Remaining = of.Remaining,
            AvailableFrom = of.AvailableFrom,
            ExpiresAt = of.ExpiresAt,
        };
}
