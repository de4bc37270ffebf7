using FsCheck;
using FsCheck.Fluent;
using Vafa.Core.Ledger;
using Xunit;

namespace Vafa.Core.Tests.Ledger;

/// <summary>Whatever is done in whatever order, the ledger agrees with itself and nobody gains or loses.</summary>
public sealed class LedgerProperties
{
    private const string Unit = "credit";

    private static readonly Config Many = Cases.UpTo(300);

    /// <summary>Each number is one step; a failing list is made shorter until no step can be left out.</summary>
    private static readonly Arbitrary<int[]> Steps = Arb.From(
        Gen.Choose(0, int.MaxValue - 1).ArrayOf(),
        steps => Enumerable.Range(0, steps.Length).Select(i => steps.Where((_, at) => at != i).ToArray())
    );

    [Fact]
    public void Every_step_keeps_the_books_and_moves_exactly_what_it_says() =>
        Prop.ForAll(Steps, steps => new Life().Live(steps)).Check(Many);

    [Fact]
    public void An_earning_taken_back_at_once_leaves_the_same() =>
        Prop.ForAll(
                Steps,
                steps =>
                {
                    var life = new Life();
                    life.Live(steps);
                    var w = life.Wallets;
                    var before = (w.Stored(Unit), w.Balance(Unit), w.Load().Available(Unit, w.Now));
                    var first = w.LastNo + 1;
                    w.Do(l => l.Earn(Unit, 77, new LotTerms(w.Now)));
                    long[] lots = [.. w.Entries.Where(e => e.No >= first && e.Lot == e.No).Select(e => e.No)];
                    w.Do(l => l.Reverse(new Reversal(Unit, lots, 77), DebtPolicy.BelowZero, w.Now));
                    var after = (w.Stored(Unit), w.Balance(Unit), w.Load().Available(Unit, w.Now));
                    return before == after && w.Check().Count == 0;
                }
            )
            .Check(Many);

    [Fact]
    public void What_is_spent_and_returned_at_once_stands_in_every_lot_as_before() =>
        Prop.ForAll(
                Steps,
                steps =>
                {
                    var life = new Life();
                    life.Live(steps);
                    var w = life.Wallets;
                    var before = w.Lots.Select(l => l.Remaining).ToList();
                    var all = w.Load().Available(Unit, w.Now);
                    var draws = w.Do(l => l.Spend(Unit, all, w.Now)).Value;
                    var spentAll = w.Load().Available(Unit, w.Now) == 0 && draws.Sum(d => d.Amount) == all;
                    w.Do(l => l.Return(draws, w.Now));
                    return spentAll && before.SequenceEqual(w.Lots.Select(l => l.Remaining)) && w.Check().Count == 0;
                }
            )
            .Check(Many);

    [Fact]
    public void A_forgotten_step_was_never_there() =>
        Prop.ForAll(
                Steps,
                steps =>
                {
                    var life = new Life();
                    life.Live(steps);
                    var w = life.Wallets;
                    var ledger = w.Load();
                    ledger.Earn(Unit, 31, new LotTerms(w.Now));
                    ledger.Spend(Unit, ledger.Available(Unit, w.Now), w.Now);
                    ledger.Reverse(new Reversal(Unit, [], 99), DebtPolicy.BelowZero, w.Now);
                    ledger.ForgetAfter(w.LastNo);
                    return ledger.NewEntries.Count == 0
                        && ledger.NewLots.Count == 0
                        && ledger.LotChanges.Count == 0
                        && ledger.BalanceChanges.Count == 0
                        && ledger.LastNo == w.LastNo;
                }
            )
            .Check(Many);

    /// <summary>A member who does what the numbers say, and a bookkeeper who adds up apart.</summary>
    private sealed class Life
    {
        private readonly List<long[]> earnings = [];
        private readonly List<Draw> spent = [];
        private readonly List<IReadOnlyList<Draw>> apart = [];
        private long expected;

        public Wallets Wallets { get; } = new();

        public bool Live(int[] steps)
        {
            foreach (var step in steps)
            {
                Do(step % 10, 1 + (step / 10 % 50), step / 500);
                if (
                    Wallets.Stored(Unit) != expected
                    || Wallets.Check().Count > 0
                    || !AllWithinBounds()
                    || SetApart() != apart.Sum(draws => draws.Sum(d => d.Amount))
                )
                {
                    return false;
                }
            }

            return true;
        }

        private long SetApart() => -Wallets.Entries.Where(e => e.Account == ClubAccount.SetApart).Sum(e => e.Amount);

        private bool AllWithinBounds() =>
            Wallets.Lots.All(l => l.Amount < 0 ? l.Remaining >= l.Amount && l.Remaining <= 0 : l.Remaining >= 0);

        private void Do(int kind, long amount, int extra)
        {
            var w = Wallets;
            var terms = new LotTerms(w.Now.AddDays(extra % 3), extra % 4 == 0 ? null : w.Now.AddDays(extra % 7));
            switch (kind)
            {
                case 0 or 1:
                    var posting = w.Do(l => l.Earn(Unit, amount, terms));
                    earnings.Add([.. w.Entries.Where(e => e.Posting == posting && e.Lot == e.No).Select(e => e.No)]);
                    expected += amount;
                    break;
                case 2:
                    var drawn = w.Do(l => l.Spend(Unit, amount, w.Now));
                    if (!drawn.IsRefused)
                    {
                        spent.AddRange(drawn.Value);
                        expected -= amount;
                    }

                    break;
                case 3 when earnings.Count > 0:
                    var reversal = new Reversal(Unit, earnings[extra % earnings.Count], amount);
                    expected -= w.Do(l => l.Reverse(reversal, (DebtPolicy)(extra % 3), w.Now));
                    break;
                case 4 when spent.Count > 0:
                    GiveBack(extra % spent.Count);
                    break;
                case 5 when w.Lots.Count > 0:
                    expected -= w.Do(l => l.Expire(w.Lots[extra % w.Lots.Count].No, w.Now));
                    break;
                case 6:
                    var change = extra % 2 == 0 ? amount : -amount;
                    expected += w.Do(l => l.Adjust(Unit, change, terms, w.Now)).IsRefused ? 0 : change;
                    break;
                case 7:
                    w.Now = w.Now.AddHours(extra % 60);
                    break;
                case 8:
                    var kept = w.Do(l => l.SetApart(Unit, amount, w.Now));
                    if (!kept.IsRefused)
                    {
                        apart.Add(kept.Value);
                        expected -= amount;
                    }

                    break;
                case 9 when apart.Count > 0:
                    EndApart(extra % apart.Count, toWallet: extra % 3 == 0);
                    break;
            }
        }

        /// <summary>Back to the wallet, or spent out of the very lots, also of those that have ended.</summary>
        private void EndApart(int which, bool toWallet)
        {
            var draws = apart[which];
            apart.RemoveAt(which);
            Wallets.Do(ledger =>
            {
                if (toWallet)
                {
                    ledger.GiveBack(draws, Wallets.Now);
                }
                else
                {
                    ledger.Fetch(draws);
                    ledger.SpendFrom(draws);
                }

                return 0;
            });
            if (!toWallet)
            {
                spent.AddRange(draws);
                return;
            }

            var ended = Wallets.Lots.Where(l => l.IsExpiredAt(Wallets.Now)).Select(l => l.No).ToHashSet();
            expected += draws.Where(d => !ended.Contains(d.Lot)).Sum(d => d.Amount);
        }

        private void GiveBack(int which)
        {
            var draw = spent[which];
            spent.RemoveAt(which);
            Wallets.Do(l => l.Return([draw], Wallets.Now));
            var gone = Wallets.Lots.Single(l => l.No == draw.Lot).IsExpiredAt(Wallets.Now);
            expected += gone ? 0 : draw.Amount;
        }
    }
}
