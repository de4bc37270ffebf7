using Vafa.Core.Ledger;

namespace Vafa.Core.Offers;

/// <summary>
/// The choice: of all combinations that are allowed (at most one offer of each group, no two that exclude each other)
/// the one worth most to the customer. Exact by branch and bound over the true value of each combination: the search
/// goes on only where a bound says that something better, or as good and first in the ties, could lie.
/// </summary>
internal sealed partial class Workbench
{
    /// <summary>
    /// The stated bound of the search, in lines of offers worked out (a combination of 4 offers over 5 lines is some
    /// 30): a third of a millisecond. Then the best found stands, and <see cref="Gap"/> says how far it can be from the
    /// best there is. Offers that all combine stay far below it at any number; dozens in several groups reach it in
    /// some sales, tangles of exclusions always.
    /// </summary>
    public const long MostWork = 22_000;

    private int[] open = new int[32];
    private int[] always = new int[32];
    private int[] merged = new int[64];
    private int[] prefix = new int[32];
    private int[] best = new int[32];
    private int openCount;
    private int alwaysCount;
    private int bestCount;
    private Score bestScore;
    private bool bestWhole;
    private bool hasBest;
    private long work;
    private Int128 unseen;

    /// <summary>Places of the chosen offers, ascending; none of them gives nothing.</summary>
    public ReadOnlySpan<int> Best => best.AsSpan(0, bestCount);

    public ref readonly Score BestScore => ref bestScore;

    /// <summary>
    /// By how much, in ten-thousandths, a combination that was not looked at could be worth more; 0 when the choice is
    /// proven best.
    /// </summary>
    public Int128 Gap => Int128.Max(0, unseen - bestScore.Value);

    /// <summary>Chooses among the first <paramref name="count"/> candidates.</summary>
    public void Choose(int count)
    {
        (bestCount, bestScore, bestWhole, hasBest) = (0, default, true, false);
        (work, unseen) = (0, 0);
        Sort(count, out var oneGroup);
        if (alwaysCount == 0 && oneGroup)
        {
            ChooseOne();
            return;
        }

        Begin(out var nothing);
        Keep(prefix.AsSpan(0, 0));
        Weigh(nothing, out var score);
        if (oneGroup)
        {
            ChooseOneBeside(nothing, score);
            return;
        }

        Greedy();
        var reach = default(Reach);
        for (var n = 0; n < alwaysCount; n++)
        {
            reach.Add(reaches[always[n]]);
        }

        SearchAll(nothing, score, reach);
    }

    /// <summary>
    /// An offer that takes nothing off, alone in its group and excluded by none, only ever adds: it is always in.
    /// Offers that give nothing alone give nothing beside others and stay out.
    /// </summary>
    private void Sort(int count, out bool oneGroup)
    {
        (openCount, alwaysCount, oneGroup) = (0, 0, true);
        if (open.Length < count)
        {
            (open, always, prefix) = (new int[count * 2], new int[count * 2], new int[count * 2]);
            (best, merged) = (new int[count * 2], new int[count * 2]);
        }

        for (var place = 0; place < count; place++)
        {
            if (Candidates[place].Alone.Idle > 0)
            {
                continue;
            }

            if (!Candidates[place].Sketch.TakesOff && IsFree(place, count))
            {
                always[alwaysCount++] = place;
                continue;
            }

            oneGroup &= openCount == 0 || Candidates[open[0]].Sketch.Group == Candidates[place].Sketch.Group;
            open[openCount++] = place;
        }
    }

    private bool IsFree(int place, int count)
    {
        for (var other = 0; other < count; other++)
        {
            if (Conflict(place, other))
            {
                return false;
            }
        }

        return true;
    }

    private bool Conflict(int place, int other) =>
        Programme.Plan.Conflict(Candidates[place].Sketch.Index, Candidates[other].Sketch.Index);

    private void ChooseOne()
    {
        for (var n = 0; n < openCount; n++)
        {
            ref readonly var alone = ref Candidates[open[n]].Alone;
            if (n == 0 || Score.CompareWorth(alone, bestScore) > 0)
            {
                (bestScore, bestCount) = (alone, 1);
                best[0] = open[n];
            }
        }
    }

    /// <summary>One group beside offers that are always in: only those are looked at that could still win.</summary>
    private void ChooseOneBeside(in Partial nothing, in Score score)
    {
        for (var n = 0; n < openCount; n++)
        {
            if (score.Upper + reaches[open[n]].Value >= bestScore.Value)
            {
                prefix[0] = open[n];
                Extend(nothing, 0, open[n], out var one);
                Look(1, one, out _);
            }
        }
    }

    private bool AnyConflict(int place, ReadOnlySpan<int> chosen)
    {
        foreach (var other in chosen)
        {
            if (Conflict(place, other))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Puts a place into an ascending list and says where.</summary>
    private static int Insert(Span<int> list, int count, int place)
    {
        var at = count;
        while (at > 0 && list[at - 1] > place)
        {
            list[at] = list[at - 1];
            at--;
        }

        list[at] = place;
        return at;
    }

    /// <summary>
    /// Works a combination out together with the offers that are always in, and keeps it if it is the best.
    /// </summary>
    private void Keep(ReadOnlySpan<int> chosen)
    {
        var count = Merge(chosen);
        work += count * (lineCount + 2L);
        Evaluate(merged.AsSpan(0, count), out var score);
        var byWorth = hasBest ? Score.CompareWorth(score, bestScore) : 1;
        if (byWorth < 0)
        {
            return;
        }

        var giving = 0;
        for (var n = 0; n < count; n++)
        {
            if (!idle[n])
            {
                merged[giving++] = merged[n];
            }
        }

        var offers = merged.AsSpan(0, giving);
        if (byWorth > 0 || Score.CompareOffers(offers, Best) > 0)
        {
            offers.CopyTo(best);
            (bestCount, bestScore, bestWhole, hasBest) = (giving, score, score.Idle == 0, true);
        }
    }

    private int Merge(ReadOnlySpan<int> chosen)
    {
        var (count, a) = (0, 0);
        foreach (var place in chosen)
        {
            while (a < alwaysCount && always[a] < place)
            {
                merged[count++] = always[a++];
            }

            merged[count++] = place;
        }

        while (a < alwaysCount)
        {
            merged[count++] = always[a++];
        }

        return count;
    }
}
