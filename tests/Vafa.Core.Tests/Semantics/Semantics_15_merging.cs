using Vafa.Core.Ledger;
using Vafa.Core.Tests.Ledger;
using Xunit;

namespace Vafa.Core.Tests.Semantics;

/// <summary>
/// Semantics 15: lots move by postings with their dates; debts move, too, and nothing is filled by it.
/// </summary>
public sealed class Semantics_15_merging
{
    private static readonly DateTimeOffset Start = Wallets.Start;
    private readonly Wallets survivor = new();
    private readonly Wallets old = new();

    [Fact]
    public void Every_lot_moves_with_its_dates_day_and_branch()
    {
        var terms = new LotTerms(Start.AddDays(2), Start.AddDays(9))
        {
            Awaits = "paid",
            Slides = true,
            Day = new DateOnly(2026, 11, 20),
            Branch = "main",
        };
        old.Do(l => l.Earn("points", 30, terms));
        survivor.Do(l => l.Earn("points", 5, new LotTerms(Start)));

        Merge();

        var lot = survivor.Lots.Single(l => l.Remaining == 30);
        Assert.Equal((terms.AvailableFrom, terms.ExpiresAt, "paid"), (lot.AvailableFrom, lot.ExpiresAt, lot.Awaits));
        Assert.Equal((true, terms.Day, "main"), (lot.Slides, lot.Day, lot.Branch));
        Assert.Equal((0, 35), (old.Stored("points"), survivor.Stored("points")));
        Assert.All(old.Lots, l => Assert.Equal(0, l.Remaining));
        Assert.Equal((EntryKind.Merged, -30), (old.Entries[^1].Kind, old.Entries[^1].Amount));
        Clean();
    }

    [Fact]
    public void What_has_expired_and_nobody_has_swept_moves_and_expires_there()
    {
        old.Do(l => l.Earn("points", 30, new LotTerms(Start, Start.AddDays(1))));
        survivor.Now = old.Now = Start.AddDays(2);

        Merge();

        Assert.Equal(0, survivor.Balance("points"));
        Assert.Equal(30, survivor.Do(l => l.Expire(1, survivor.Now)));
        Clean();
    }

    [Fact]
    public void A_debt_joins_and_the_next_earning_fills_it()
    {
        old.Do(l => l.Reverse(new Reversal("points", [], 40), DebtPolicy.BelowZero, Start));
        survivor.Do(l => l.Earn("points", 25, new LotTerms(Start)));

        Merge();

        Assert.Equal(-15, survivor.Balance("points"));
        Assert.Contains(survivor.Lots, l => l.Remaining == 25);
        survivor.Do(l => l.Earn("points", 50, new LotTerms(Start)));
        Assert.Equal(35, survivor.Balance("points"));
        Assert.DoesNotContain(survivor.Lots, l => l.IsDebt);
        Clean();
    }

    [Fact]
    public void Undone_what_is_left_goes_back_and_what_was_spent_stays_spent()
    {
        old.Do(l => l.Earn("credit", 100, new LotTerms(Start, Start.AddDays(3))));
        survivor.Do(l => l.Earn("credit", 50, new LotTerms(Start, Start.AddDays(9))));
        Merge();
        survivor.Do(l => l.Spend("credit", 70, Start));

        Undo(new LotLink(1, 2));

        Assert.Equal((30, 50), (old.Balance("credit"), survivor.Balance("credit")));
        Assert.Equal(30, old[1]);
        Clean();
    }

    [Fact]
    public void More_time_that_a_lot_got_meanwhile_goes_back_with_it()
    {
        old.Do(l => l.Earn("credit", 100, new LotTerms(Start, Start.AddDays(3))));
        Merge();
        survivor.Do(l => l.Extend(1, Start.AddDays(30), Start));

        Undo(new LotLink(1, 1));

        Assert.Equal(Start.AddDays(30), old.Lots.Single().ExpiresAt);
    }

    [Theory]
    [InlineData(DebtPolicy.BelowZero, 100, -20)]
    [InlineData(DebtPolicy.ToZero, 80, 0)]
    [InlineData(DebtPolicy.PendingOnly, 0, 80)]
    public void A_refund_of_the_old_id_takes_from_what_its_lots_became_then_from_others(
        DebtPolicy policy,
        long taken,
        long left
    )
    {
        old.Do(l => l.Earn("points", 100, new LotTerms(Start, Start.AddDays(3))));
        survivor.Do(l => l.Earn("points", 20, new LotTerms(Start)));
        Merge();
        survivor.Do(l => l.Spend("points", 40, Start));
        var (here, there) = (survivor.Load(), old.Load());
        var reversal = new Reversal("points", [1], 100);

        there.Fetch(here, reversal, [new LotLink(1, 2)], policy, Start);
        var reversed = there.Reverse(reversal, policy, Start);
        here.TakeOver(there);
        survivor.Write(here);
        old.Write(there);

        Assert.Equal(taken, reversed);
        Assert.Equal(left, survivor.Balance("points"));
        Assert.All(old.Lots, l => Assert.Equal(0, l.Remaining));
        Clean();
    }

    private void Merge()
    {
        var (here, there) = (survivor.Load(), old.Load());
        here.TakeOver(there);
        survivor.Write(here);
        old.Write(there);
    }

    private void Undo(params LotLink[] links)
    {
        var (here, there) = (survivor.Load(), old.Load());
        here.GiveBack(there, links);
        survivor.Write(here);
        old.Write(there);
    }

    private void Clean()
    {
        Assert.Empty(survivor.Check());
        Assert.Empty(old.Check());
        Assert.Equal(0, survivor.Entries.Concat(old.Entries).Where(e => e.Kind == EntryKind.Merged).Sum(e => e.Amount));
    }
}
