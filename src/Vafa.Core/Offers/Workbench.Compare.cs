using Vafa.Core.Ledger;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>What each offer that was not chosen would have come to beside the choice.</summary>
internal sealed partial class Workbench
{
    private Chosen[] chosen = new Chosen[16];

    /// <summary>What the chosen earn that hangs on no other offer, together.</summary>
    private Int128 steady;

    /// <summary>One of the chosen, as it stands in the choice.</summary>
    private struct Chosen
    {
        /// <summary>What those before it took.</summary>
        public long OffGoods;

        public long OffShipping;

        /// <summary>What it takes itself.</summary>
        public long Given;

        /// <summary>What it takes when another offer stands among them.</summary>
        public long Instead;

        /// <summary>It stands in the way of the offer that is compared.</summary>
        public bool Yields;
    }

    /// <summary>Says of each candidate that was not chosen what beat it, and by how much.</summary>
    public void CompareWithBest()
    {
        Retrace();
        for (var place = 0; place < CandidateCount; place++)
        {
            Verdicts[Candidates[place].Sketch.Index] =
                Best.BinarySearch(place) < 0
                    ? Beaten(place)
                    : Said(Candidates[place], OfferStatus.Applied, VerdictCode.None);
        }
    }

    /// <summary>Grants the chosen once more, and keeps what is left of the lines before each of them.</summary>
    private void Retrace()
    {
        if (chosen.Length <= bestCount)
        {
            chosen = new Chosen[bestCount * 2];
        }

        BeginLines();
        steady = 0;
        var (goods, shipping) = (0L, 0L);
        for (var n = 0; n < bestCount; n++)
        {
            (chosen[n].OffGoods, chosen[n].OffShipping) = (goods, shipping);
            ref readonly var candidate = ref Candidates[best[n]];
            steady += candidate.IsFixed ? candidate.Earned : 0;
            var left = NextLines(n);
            if (candidate.Sketch.TakesOff)
            {
                chosen[n].Given = Take(best[n], left, ref goods, ref shipping);
            }
            else
            {
                chosen[n].Given = 0;
            }
        }

        (chosen[bestCount].OffGoods, chosen[bestCount].OffShipping) = (goods, shipping);
    }

    /// <summary>
    /// Compares the choice with the same one in which this offer stands in place of those in its way. Beside a choice
    /// that it could join, it either gives nothing or makes it worth less.
    /// </summary>
    private OfferVerdict Beaten(int place)
    {
        var (by, sameGroup, first) = (-1, false, bestCount);
        for (var n = 0; n < bestCount; n++)
        {
            (chosen[n].Instead, chosen[n].Yields) = (chosen[n].Given, Conflict(place, best[n]));
            if (chosen[n].Yields)
            {
                var same = Candidates[best[n]].Sketch.Group == Candidates[place].Sketch.Group;
                by = by < 0 || (same && !sameGroup) ? Candidates[best[n]].Sketch.Index : by;
                (sameGroup, first) = (sameGroup || same, Math.Min(first, n));
            }
        }

        var value = Instead(place, first, out var gives);
        var code =
            !gives ? VerdictCode.GivesNothing
            : by < 0 || sameGroup ? VerdictCode.Beaten
            : VerdictCode.Excluded;
        if (by < 0 && bestCount > 0)
        {
            by = Candidates[best[0]].Sketch.Index;
        }

        var less = new Money(Score.Whole(Int128.Max(0, bestScore.Value - value)));
        return Said(Candidates[place], OfferStatus.NotChosen, code) with { By = by, BeatenBy = less };
    }

    /// <summary>
    /// What the choice is worth with an offer in place of those that yield to it. Discounts are granted anew from where
    /// something changes.
    /// </summary>
    /// <param name="first">The first of the chosen that yields; as many as are chosen: none.</param>
    /// <param name="gives">Whether the offer then gives anything.</param>
    private Int128 Instead(int place, int first, out bool gives)
    {
        var at = ~Best.BinarySearch(place);
        var from = Math.Min(first, at);
        leftStack.AsSpan(from * lineCount, lineCount).CopyTo(Left);
        var (goods, shipping) = (chosen[from].OffGoods, chosen[from].OffShipping);
        var (value, given) = (steady, 0L);
        for (var n = from; n <= bestCount; n++)
        {
            if (n == at)
            {
                given = Granted(place, ref goods, ref shipping);
                if (given == 0 && first == bestCount)
                {
                    // It takes nothing and nobody yields: all the others stay as they are.
                    (goods, shipping) = (chosen[bestCount].OffGoods, chosen[bestCount].OffShipping);
                    break;
                }
            }

            if (n == bestCount)
            {
                break;
            }

            if (!chosen[n].Yields)
            {
                chosen[n].Instead = Granted(best[n], ref goods, ref shipping);
            }
            else if (Candidates[best[n]].IsFixed)
            {
                value -= Candidates[best[n]].Earned;
            }
        }

        var paid = sale.Goods.Minor - goods;
        var score = default(Score);
        gives = Earn(place, paid, given, ref score) || given > 0;
        for (var n = 0; n < bestCount; n++)
        {
            if (!chosen[n].Yields && !Candidates[best[n]].IsFixed)
            {
                Earn(best[n], paid, chosen[n].Instead, ref score);
            }
        }

        return value + score.Value + Math.BigMul(goods + shipping, Worth.Scale);
    }

    private long Granted(int place, ref long goods, ref long shipping) =>
        Candidates[place].Sketch.TakesOff ? Take(place, Left, ref goods, ref shipping) : 0;
}
