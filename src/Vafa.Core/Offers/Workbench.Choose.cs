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
    /// The stated bound of the search: so many combinations are looked at, then the best found stands. Clubs with
    /// dozens of combinable offers that cut each other stay far below it; only made-up tangles of exclusions reach it.
    /// </summary>
    public const int MostLooks = 20_000;

    private int[] open = new int[32];
    private int[] always = new int[32];
    private int[] merged = new int[64];
    private int[] prefix = new int[32];
    private int[] best = new int[32];
    private int[] restStack = new int[512];
    private Reach[] reachStack = new Reach[512];
    private Reach[] groupMost = new Reach[16];
    private int[] groupSeen = new int[16];
    private int groupRound;
    private int openCount;
    private int alwaysCount;
    private int bestCount;
    private Score bestScore;
    private bool bestWhole;
    private int looks;

    /// <summary>Places of the chosen offers, ascending; none of them gives nothing.</summary>
    public ReadOnlySpan<int> Best => best.AsSpan(0, bestCount);

    public ref readonly Score BestScore => ref bestScore;

    /// <summary>False when the search stopped at <see cref="MostLooks"/>.</summary>
    public bool Exact => looks <= MostLooks;

    /// <summary>Chooses among the first <paramref name="count"/> candidates.</summary>
    public void Choose(int count)
    {
        (bestCount, bestScore, bestWhole, looks) = (0, default, true, 0);
        Sort(count, out var oneGroup);
        if (alwaysCount == 0 && oneGroup)
        {
            ChooseOne();
            return;
        }

        Record(prefix.AsSpan(0, 0), out var nothing);
        if (oneGroup)
        {
            ChooseOneBeside(nothing);
            return;
        }

        Greedy(nothing);
        var reach = default(Reach);
        for (var n = 0; n < alwaysCount; n++)
        {
            reach.Add(Candidates[always[n]].Reach);
        }

        if (restStack.Length < openCount)
        {
            (restStack, reachStack) = (new int[openCount * 4], new Reach[openCount * 4]);
        }

        open.AsSpan(0, openCount).CopyTo(restStack);
        Search(0, nothing, reach, 0, openCount);
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
    private void ChooseOneBeside(in Score nothing)
    {
        for (var n = 0; n < openCount; n++)
        {
            if (nothing.Upper + Candidates[open[n]].Reach.Value >= bestScore.Value)
            {
                Record(open.AsSpan(n, 1), out _);
            }
        }
    }

    /// <summary>A good first answer: the most valuable first, each that still helps.</summary>
    private void Greedy(in Score nothing)
    {
        Span<int> byValue = openCount <= 128 ? stackalloc int[openCount] : new int[openCount];
        open.AsSpan(0, openCount).CopyTo(byValue);
        SortByValue(byValue);
        Span<int> chosen = openCount <= 128 ? stackalloc int[openCount] : new int[openCount];
        var (count, value) = (0, nothing.Value);
        foreach (var place in byValue)
        {
            if (AnyConflict(place, chosen[..count]))
            {
                continue;
            }

            var at = Insert(chosen, count, place);
            Record(chosen[..(count + 1)], out var score);
            if (score.Value > value)
            {
                (count, value) = (count + 1, score.Value);
            }
            else
            {
                chosen[(at + 1)..(count + 1)].CopyTo(chosen[at..]);
            }
        }
    }

    private void SortByValue(Span<int> places)
    {
        for (var i = 1; i < places.Length; i++)
        {
            var (place, at) = (places[i], i);
            for (; at > 0 && Candidates[places[at - 1]].Alone.Value < Candidates[place].Alone.Value; at--)
            {
                places[at] = places[at - 1];
            }

            places[at] = place;
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
    /// Evaluates a combination together with the offers that are always in, and keeps it if it is the best.
    /// </summary>
    private void Record(ReadOnlySpan<int> chosen, out Score score)
    {
        looks++;
        var count = Merge(chosen);
        Evaluate(merged.AsSpan(0, count), out score);
        var byWorth = looks == 1 ? 1 : Score.CompareWorth(score, bestScore);
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
            (bestCount, bestScore, bestWhole) = (giving, score, score.Idle == 0);
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
