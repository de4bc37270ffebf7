using Shouldly;
using Vafa.Core.Ledger;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Ledger;

/// <summary>Conversion, gifts between members, dates that move, and what waited for an event.</summary>
public sealed class MovingTests
{
    private static readonly Unit Points = Shop.Unit("points", 500_0000) with
    {
        Into = new Conversion("credit", 100, 50_000, Nightly: false),
    };

    private readonly Wallets wallets = new();

    private DateTimeOffset Now => wallets.Now;

    [Fact]
    public void Full_steps_become_the_other_unit_out_of_what_ends_first()
    {
        wallets.Do(l => l.Earn("points", 150, new LotTerms(Now, Now.AddDays(9))));
        wallets.Do(l => l.Earn("points", 80, new LotTerms(Now, Now.AddDays(2))));
        var terms = new LotTerms(Now, Now.AddDays(30));
        wallets.Do(l => l.Convert(Points, 200, terms, Now)).Value.ShouldBe(100_000);
        (wallets[1], wallets[2]).ShouldBe((30, 0));
        (wallets.Stored("points"), wallets.Stored("credit")).ShouldBe((30, 100_000));
        wallets.Lots[^1].ExpiresAt.ShouldBe(terms.ExpiresAt);
        wallets
            .Entries.Skip(2)
            .Select(e => (e.Unit, e.Amount, e.Kind, e.Account, e.Posting))
            .ShouldBe([
                ("points", -80, EntryKind.Converted, ClubAccount.Converted, 3),
                ("points", -120, EntryKind.Converted, ClubAccount.Converted, 3),
                ("credit", 100_000, EntryKind.Converted, ClubAccount.Converted, 5),
            ]);
        wallets.Check().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0, "ledger.convert-step")]
    [InlineData(150, "ledger.convert-step")]
    [InlineData(300, "ledger.not-enough")]
    public void A_part_of_a_step_and_more_than_there_is_are_refused(long amount, string code)
    {
        wallets.Do(l => l.Earn("points", 250, new LotTerms(Now)));
        wallets.Do(l => l.Convert(Points, amount, new LotTerms(Now), Now)).Refusals.Single().Code.ShouldBe(code);
        wallets.Entries.Count.ShouldBe(1);
    }

    [Fact]
    public void A_refusal_names_the_field_and_the_bound()
    {
        wallets.Do(l => l.Earn("points", 250, new LotTerms(Now)));
        wallets.Do(l => l.Earn("credit", 900, new LotTerms(Now, Now.AddDays(5))));
        var spent = wallets.Do(l => l.Spend("points", 300, Now)).Refusals;
        Told(wallets.Do(l => l.Convert(Points, 150, new LotTerms(Now), Now)).Refusals, "/amount", 100L);
        Told(wallets.Do(l => l.Convert(Points, 300, new LotTerms(Now), Now)).Refusals, "/amount", "points", 250L);
        Told(wallets.Do(l => l.GiveTo(MemberLedger.Empty(), "points", 251, Now)).Refusals, "/amount", "points", 250L);
        Told(wallets.Do(l => l.Extend(2, Now, Now)).Refusals, "/expiresAt");
        Told(wallets.Do(l => l.Extend(2, Now.AddDays(5), Now)).Refusals, "/expiresAt");
        Told(wallets.Do(l => l.Reinstate(2, new Expired(1, 0), null, Now)).Refusals, "/lot");
        Told(wallets.Do(l => l.Reinstate(2, new Expired(9, 8), null, Now)).Refusals, "/amount", "credit", 8L);
        Told(wallets.Do(l => l.Reinstate(2, new Expired(8, 8), Now, Now)).Refusals, "/expiresAt");
        Told(wallets.Do(l => l.Reinstate(2, new Expired(6, 8, 3), null, Now)).Refusals, "/amount", "credit", 3L, 5L);
        Told(wallets.Do(l => l.Adjust("credit", -901, new LotTerms(Now), Now)).Refusals, "/amount", "credit", 900L);
        Told(spent, "", "points", 250L);
        wallets.Entries.Count.ShouldBe(2);
    }

    [Fact]
    public void All_that_can_be_spent_turns_or_is_given_and_nothing_else()
    {
        wallets.Do(l => l.Earn("credit", 900, new LotTerms(Now, Now.AddDays(1))));
        wallets.Do(l => l.Earn("points", 200, new LotTerms(Now)));
        wallets.Do(l => l.Earn("points", 300, new LotTerms(Now.AddDays(1))));
        wallets.Do(l => l.Convert(Points, 200, new LotTerms(Now), Now)).Value.ShouldBe(100_000);
        wallets.Do(l => l.GiveTo(MemberLedger.Empty(), "credit", 100_900, Now)).Value.ShouldBe(100_900);
        wallets.Lots.Select(l => l.Remaining).ShouldBe([0, 0, 300, 0]);
    }

    [Theory]
    [InlineData(250, 200, 100_000)]
    [InlineData(99, 0, 0)]
    [InlineData(-5, 0, 0)]
    [InlineData(100, 100, 50_000)]
    public void Of_any_amount_the_full_steps_turn(long amount, long takes, long becomes)
    {
        Points.Into!.Takes(amount).ShouldBe(takes);
        Points.Into.Becomes(amount).ShouldBe(becomes);
    }

    [Fact]
    public void A_gift_keeps_its_dates_and_fills_the_other_s_debt_first()
    {
        var other = new Wallets();
        other.Do(l => l.Earn("points", 10, new LotTerms(Now)));
        other.Do(l => l.Reverse(new Reversal("points", [], 30), DebtPolicy.BelowZero, Now));
        other.Stored("points").ShouldBe(-20);
        wallets.Do(l => l.Earn("points", 40, new LotTerms(Now.AddDays(-1), Now.AddDays(5)) { Branch = "north" }));
        wallets.Do(l => l.Earn("points", 40, new LotTerms(Now, Now.AddDays(1))));
        var (from, to) = (wallets.Load(), other.Load());
        from.GiveTo(to, "points", 70, Now).Value.ShouldBe(70);
        wallets.Write(from);
        other.Write(to);
        (wallets[1], wallets[2]).ShouldBe((10, 0));
        wallets.Entries.Skip(2).ShouldAllBe(e => e.Kind == EntryKind.Transferred && e.Posting == 3);
        (wallets.Stored("points"), other.Stored("points")).ShouldBe((10, 50));
        other
            .Lots.Where(l => l.Remaining > 0)
            .Select(l => (l.Remaining, l.AvailableFrom, l.ExpiresAt, l.Branch))
            .ShouldBe([(20, Now, Now.AddDays(1), null), (30, Now.AddDays(-1), Now.AddDays(5), "north")]);
        other.Entries.Count(e => e.Account == ClubAccount.Transferred).ShouldBe(3);
        (wallets.Check().Count + other.Check().Count).ShouldBe(0);
    }

    [Fact]
    public void More_than_can_be_spent_is_not_given()
    {
        wallets.Do(l => l.Earn("points", 40, new LotTerms(Now.AddDays(1))));
        var refused = wallets.Do(l => l.GiveTo(MemberLedger.Empty(), "points", 1, Now)).Refusals.Single();
        (refused.Code, refused.Args[1]).ShouldBe(("ledger.not-enough", 0L));
    }

    [Fact]
    public void A_lot_gets_more_time_and_the_statement_says_so()
    {
        wallets.Do(l => l.Earn("points", 40, new LotTerms(Now, Now.AddDays(2))));
        wallets.Do(l => l.Extend(1, Now.AddDays(9), Now)).Value.ShouldBe(2);
        wallets.Lots[0].ExpiresAt.ShouldBe(Now.AddDays(9));
        wallets.Entries[1].ShouldBe(new Entry(2, 2, "points", 1, 0, 40, ClubAccount.Adjusted, EntryKind.Extended));
        wallets.Check().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1, 0, "ledger.expires-in-past")]
    [InlineData(1, 2, "ledger.not-later")]
    [InlineData(1, 1, "ledger.not-later")]
    [InlineData(2, 9, "ledger.not-later")]
    [InlineData(3, 9, "ledger.lot-empty")]
    public void More_time_is_refused_where_it_is_none(int lot, int days, string code)
    {
        wallets.Do(l => l.Earn("points", 40, new LotTerms(Now, Now.AddDays(2))));
        wallets.Do(l => l.Earn("points", 40, new LotTerms(Now)));
        wallets.Do(l => l.Earn("points", 5, new LotTerms(Now, Now.AddDays(1))));
        wallets.Do(l => l.Spend("points", 5, Now));
        wallets.Do(l => l.Extend(lot, Now.AddDays(days), Now)).Refusals.Single().Code.ShouldBe(code);
        wallets.Entries.Count.ShouldBe(4);
    }

    [Fact]
    public void What_expired_stands_again_in_the_very_lot()
    {
        wallets.Do(l => l.Earn("points", 40, new LotTerms(Now, Now.AddDays(2))));
        wallets.Do(l => l.Spend("points", 15, Now));
        wallets.Now = Now.AddDays(3);
        wallets.Do(l => l.Expire(1, Now)).ShouldBe(25);
        wallets.Do(l => l.Reinstate(1, new Expired(20, 25), Now.AddDays(7), Now)).Value.ShouldBe(4);
        (wallets[1], wallets.Balance("points")).ShouldBe((20, 20));
        wallets.Lots[0].ExpiresAt.ShouldBe(Now.AddDays(7));
        wallets.Entries[^1].ShouldBe(new Entry(4, 4, "points", 1, 20, 20, ClubAccount.Expired, EntryKind.Reinstated));
        wallets.Check().ShouldBeEmpty();
    }

    [Fact]
    public void A_part_that_stands_again_never_shortens_what_stands()
    {
        wallets.Do(l => l.Earn("points", 40, new LotTerms(Now, Now.AddDays(2))));
        wallets.Now = Now.AddDays(3);
        wallets.Do(l => l.Expire(1, Now));
        wallets.Do(l => l.Reinstate(1, new Expired(10, 40), Now.AddDays(9), Now)).Value.ShouldBe(3);
        Told(wallets.Do(l => l.Reinstate(1, new Expired(10, 30), Now.AddDays(8), Now)).Refusals, "/expiresAt");
        wallets.Do(l => l.Reinstate(1, new Expired(10, 30), Now.AddDays(9), Now)).Value.ShouldBe(4);
        wallets.Do(l => l.Reinstate(1, new Expired(10, 20), null, Now)).Value.ShouldBe(5);
        Told(wallets.Do(l => l.Reinstate(1, new Expired(10, 10), Now.AddDays(99), Now)).Refusals, "/expiresAt");
        (wallets[1], wallets.Lots[0].ExpiresAt).ShouldBe((30, null));
    }

    [Theory]
    [InlineData(1, 0, 5, "ledger.nothing-expired")]
    [InlineData(26, 25, 5, "ledger.too-much-expired")]
    [InlineData(25, 25, 0, "ledger.expires-in-past")]
    public void Not_more_stands_again_than_expired(long wanted, long expired, int days, string code)
    {
        wallets.Do(l => l.Earn("points", 40, new LotTerms(Now, Now.AddDays(2))));
        var refused = wallets.Do(l => l.Reinstate(1, new Expired(wanted, expired), Now.AddDays(days), Now));
        refused.Refusals.Single().Code.ShouldBe(code);
        wallets.Lots[0].ExpiresAt.ShouldBe(Now.AddDays(2));
    }

    [Fact]
    public void A_visit_makes_sliding_lives_longer_and_leaves_the_others()
    {
        var (soon, late) = (Now.AddDays(2), Now.AddDays(90));
        wallets.Do(l => l.Earn("points", 1, new LotTerms(Now, soon) { Slides = true }));
        wallets.Do(l => l.Earn("points", 2, new LotTerms(Now, soon)));
        wallets.Do(l => l.Earn("points", 3, new LotTerms(Now, late.AddDays(1)) { Slides = true }));
        wallets.Do(l => l.Earn("credit", 4, new LotTerms(Now, soon) { Slides = true }));
        wallets.Do(l => l.Earn("points", 5, new LotTerms(Now, Now) { Slides = true }));
        wallets.Do(l =>
        {
            l.Slide(unit => unit == "points" ? late : null, Now);
            return 0;
        });
        wallets.Lots.Select(l => l.ExpiresAt).ShouldBe([late, soon, late.AddDays(1), soon, Now]);
        wallets.Entries.Count.ShouldBe(5);
    }

    [Fact]
    public void What_waited_for_an_event_can_be_spent_when_it_comes()
    {
        var terms = new LotTerms(Lot.NotYet) { Awaits = "delivered" };
        wallets.Do(l => l.Earn("points", 10, terms));
        wallets.Do(l => l.Earn("points", 20, terms));
        wallets.Do(l => l.Earn("points", 40, terms with { Awaits = "paid" }));
        (wallets.Balance("points"), wallets.Stored("points")).ShouldBe((0, 70));
        wallets.Do(l => l.Arrive("delivered", new HashSet<long> { 2 }, Now)).ShouldBe([new UnitAmount("points", 20)]);
        wallets.Balance("points").ShouldBe(20);
        wallets.Do(l => l.Arrive("delivered", null, Now)).ShouldBe([new UnitAmount("points", 10)]);
        wallets.Do(l => l.Arrive("delivered", null, Now)).ShouldBeEmpty();
        wallets.Balance("points").ShouldBe(30);
        wallets.Lots.Select(l => l.Awaits).ShouldBe([null, null, "paid"]);
        wallets.Lots[0].AvailableFrom.ShouldBe(Now);
    }

    [Fact]
    public void All_lots_that_wait_for_an_event_come_free_in_one_sum_of_what_they_hold()
    {
        var terms = new LotTerms(Lot.NotYet) { Awaits = "paid" };
        wallets.Do(l => l.Earn("points", 10, terms));
        wallets.Do(l => l.Earn("points", 20, terms));
        wallets.Do(l => l.Earn("credit", 5, terms));
        wallets.Do(l => l.Reverse(new Reversal("credit", [3], 5), DebtPolicy.ToZero, Now));
        wallets.Do(l => l.Arrive("paid", null, Now)).ShouldBe([new UnitAmount("points", 30)]);
        wallets.Lots.ShouldAllBe(l => l.Awaits == null);
    }

    private static void Told(IReadOnlyList<Refusal> refusals, string field, params object[] args)
    {
        var refusal = refusals.ShouldHaveSingleItem();
        refusal.Pointer.ShouldBe(field);
        refusal.Args.ShouldBe(args);
    }
}
