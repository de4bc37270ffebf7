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

    [Fact]
    public void What_came_of_each_unit_is_told_debts_taken_off_and_lots_keep_their_order()
    {
        old.Do(l => l.Earn("credit", 100, new LotTerms(Start, Start.AddDays(9))));
        old.Do(l => l.Earn("points", 30, new LotTerms(Start)));
        old.Do(l => l.Earn("credit", 20, new LotTerms(Start, Start.AddDays(3))));
        old.Do(l => l.Earn("stamps", 5, new LotTerms(Start)));
        old.Do(l => l.Spend("stamps", 5, Start));
        old.Do(l => l.Reverse(new Reversal("points", [], 70), DebtPolicy.BelowZero, Start));

        Assert.Equal([new UnitAmount("credit", 120), new UnitAmount("points", -40)], Merge());

        Assert.Equal([100, 20, -40], survivor.Lots.Select(l => l.Remaining));
        Clean();
    }

    [Fact]
    public void What_went_back_of_each_unit_is_told_and_an_empty_lot_has_nothing_to_give()
    {
        old.Do(l => l.Earn("credit", 100, new LotTerms(Start, Start.AddDays(3))));
        old.Do(l => l.Earn("credit", 20, new LotTerms(Start, Start.AddDays(9))));
        old.Do(l => l.Earn("points", 30, new LotTerms(Start)));
        Merge();
        survivor.Do(l => l.Spend("credit", 100, Start));

        var back = Undo(new LotLink(2, 2), new LotLink(1, 1), new LotLink(3, 3));

        Assert.Equal([new UnitAmount("credit", 20), new UnitAmount("points", 30)], back);
        Assert.Equal((0, 20, 30), (old[1], old[2], old[3]));
        Assert.Equal(2, survivor.Entries.Count(e => e is { Kind: EntryKind.Merged, Amount: < 0 }));
        Clean();
    }

    [Fact]
    public void Two_lots_of_a_unit_go_back_in_one_sum()
    {
        old.Do(l => l.Earn("credit", 100, new LotTerms(Start)));
        old.Do(l => l.Earn("credit", 20, new LotTerms(Start)));
        Merge();

        Assert.Equal([new UnitAmount("credit", 120)], Undo(new LotLink(1, 1), new LotLink(2, 2)));
    }

    [Fact]
    public void The_old_id_s_lots_catch_up_with_the_dates_they_have_by_now()
    {
        old.Do(l => l.Earn("credit", 100, new LotTerms(Start, Start.AddDays(3))));
        old.Do(l => l.Earn("credit", 20, new LotTerms(Start, Start.AddDays(4))));
        Merge();
        survivor.Do(l => l.Extend(1, Start.AddDays(30), Start));
        var there = old.Load();

        there.CatchUp(survivor.Load(), [new LotLink(9, 2), new LotLink(1, 1)]);
        old.Write(there);

        Assert.Equal([Start.AddDays(30), Start.AddDays(4)], old.Lots.Select(l => l.ExpiresAt));
    }

    /// <summary>100 of 140 are due; 30 of them have expired already, so 70 are fetched.</summary>
    [Fact]
    public void What_a_refund_finds_expired_is_not_fetched_again_and_other_units_stay()
    {
        old.Do(l => l.Earn("points", 100, new LotTerms(Start)));
        old.Do(l => l.Earn("points", 40, new LotTerms(Start)));
        survivor.Do(l => l.Earn("credit", 500, new LotTerms(Start, Start.AddDays(1))));
        Merge();
        var (here, there) = (survivor.Load(), old.Load());

        var reversal = new Reversal("points", [1], 100, AlreadyExpired: 30);
        there.Fetch(here, reversal, [new LotLink(1, 2), new LotLink(2, 3)], DebtPolicy.ToZero, Start);
        survivor.Write(here);
        old.Write(there);

        Assert.Equal((500, 30, 40), (survivor[1], survivor[2], survivor[3]));
        Assert.Equal((70, 0), (old[1], old[2]));
        Clean();
    }

    [Fact]
    public void What_the_very_lots_lack_is_fetched_from_what_ends_first_and_can_be_spent()
    {
        old.Do(l => l.Earn("points", 100, new LotTerms(Start)));
        survivor.Do(l => l.Earn("points", 50, new LotTerms(Start, Start.AddDays(9)) { Branch = "north" }));
        survivor.Do(l => l.Earn("points", 20, new LotTerms(Start, Start.AddDays(2))));
        survivor.Do(l => l.Earn("points", 70, new LotTerms(Start.AddDays(1), Start.AddDays(2))));
        survivor.Do(l => l.Earn("credit", 90, new LotTerms(Start, Start.AddDays(1))));
        Merge();
        survivor.Do(l => l.Reverse(new Reversal("points", [5], 60), DebtPolicy.ToZero, Start));
        var (here, there) = (survivor.Load(), old.Load());

        there.Fetch(here, new Reversal("points", [1], 70), [new LotLink(1, 5)], DebtPolicy.BelowZero, Start);
        survivor.Write(here);
        old.Write(there);

        Assert.Equal((40, 0, 70, 90, 0), (survivor[1], survivor[2], survivor[3], survivor[4], survivor[5]));
        Assert.Equal(
            [(40, null), (20, Start.AddDays(2)), (10, Start.AddDays(9))],
            old.Lots.Where(l => l.Remaining != 0).Select(l => (l.Remaining, l.ExpiresAt))
        );
        Assert.Equal("north", old.Lots[^1].Branch);
        Clean();
    }

    private IReadOnlyList<UnitAmount> Merge()
    {
        var (here, there) = (survivor.Load(), old.Load());
        var came = here.TakeOver(there);
        survivor.Write(here);
        old.Write(there);
        return came;
    }

    private IReadOnlyList<UnitAmount> Undo(params LotLink[] links)
    {
        var (here, there) = (survivor.Load(), old.Load());
        var back = here.GiveBack(there, links);
        survivor.Write(here);
        old.Write(there);
        return back;
    }

    private void Clean()
    {
        Assert.Empty(survivor.Check());
        Assert.Empty(old.Check());
        Assert.Equal(0, survivor.Entries.Concat(old.Entries).Where(e => e.Kind == EntryKind.Merged).Sum(e => e.Amount));
    }
}
