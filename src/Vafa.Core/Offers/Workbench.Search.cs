using Vafa.Core.Ledger;

namespace Vafa.Core.Offers;

internal sealed partial class Workbench
{
    /// <summary>Instead of the number of its group, for an offer that combines.</summary>
    private const int OfNoGroup = -1;

    private int[] restStack = new int[512];
    private Reach[] reachStack = new Reach[512];
    private Reach[] groupMost = new Reach[16];
    private int[] groupSeen = new int[16];
    private int groupRound;
    private int[] groupOf = new int[32];

    private void SearchAll(in Partial nothing, in Score score, in Reach reach)
    {
        if (restStack.Length < openCount)
        {
            (restStack, reachStack) = (new int[openCount * 4], new Reach[openCount * 4]);
        }

        if (groupOf.Length < CandidateCount)
        {
            groupOf = new int[CandidateCount * 2];
        }

        foreach (var place in open.AsSpan(0, openCount))
        {
            var sketch = Candidates[place].Sketch;
            groupOf[place] = sketch.Offer.Combine ? OfNoGroup : sketch.Group;
        }

        open.AsSpan(0, openCount).CopyTo(restStack);
        Search(0, nothing, score, reach, 0, openCount);
    }

    /// <summary>
    /// Looks at every combination that begins with the chosen prefix. What may still follow it stands in the stack from
    /// <paramref name="from"/> on, ascending and without conflict with the prefix; so combinations come in falling
    /// order of the last tie.
    /// </summary>
    private void Search(int depth, in Partial partial, in Score score, in Reach reach, int from, int count)
    {
        SumReaches(from, count);
        work += count;
        for (var k = 0; k < count; k++)
        {
            if (!CouldWin(depth, score, reach, from + k, from + count))
            {
                return;
            }

            if (work > MostWork)
            {
                unseen = Int128.Max(unseen, Bound(score, reach, reachStack[from + k]));
                return;
            }

            var place = restStack[from + k];
            prefix[depth] = place;
            Extend(partial, depth, place, out var longer);
            Look(depth + 1, longer, out var next);
            if (k + 1 == count)
            {
                return;
            }

            var further = reach;
            further.Add(reaches[place]);

            // What follows this one is among what followed in the list: where all of that could not win, nothing can.
            if (!CouldWin(depth + 1, next, further, from + k + 1, from + count))
            {
                continue;
            }

            var rest = Compatible(place, from, k, count);
            if (rest > 0)
            {
                Search(depth + 1, longer, next, further, from + count, rest);
            }
        }
    }

    /// <summary>Puts those behind the k-th that go with it on top of the stack, and counts them.</summary>
    private int Compatible(int place, int from, int k, int count)
    {
        var needed = from + count + (count - k);
        if (restStack.Length < needed)
        {
            Array.Resize(ref restStack, needed * 2);
            Array.Resize(ref reachStack, needed * 2);
        }

        var rest = 0;
        for (var j = k + 1; j < count; j++)
        {
            var other = restStack[from + j];
            if (!Conflict(place, other))
            {
                restStack[from + count + rest++] = other;
            }
        }

        return rest;
    }

    /// <summary>
    /// For each place in the stack, how far it and those behind it could reach together: the most of each group.
    /// </summary>
    private void SumReaches(int from, int count)
    {
        if (reachStack.Length < from + count)
        {
            Array.Resize(ref reachStack, (from + count) * 2);
        }

        if (groupSeen.Length < Programme.Plan.GroupCount)
        {
            (groupSeen, groupMost) = (new int[Programme.Plan.GroupCount], new Reach[Programme.Plan.GroupCount]);
        }

        groupRound++;
        var sum = default(Reach);
        for (var k = count - 1; k >= 0; k--)
        {
            var place = restStack[from + k];
            ref readonly var reach = ref reaches[place];
            var group = groupOf[place];
            if (group == OfNoGroup)
            {
                sum.Add(reach);
                reachStack[from + k] = sum;
                continue;
            }

            ref var most = ref groupMost[group];
            if (groupSeen[group] == groupRound)
            {
                sum.Take(most);
                most.Raise(reach);
            }
            else
            {
                groupSeen[group] = groupRound;
                most = reach;
            }

            sum.Add(most);
            reachStack[from + k] = sum;
        }
    }

    /// <summary>
    /// Whether the prefix with anything of the rest could beat the best so far. Two bounds: what each offer gives
    /// alone, added up; and, since every discount shrinks what percentages come from, the best point on that line.
    /// </summary>
    /// <param name="at">Where in the stack the rest begins: at an offer that follows the prefix at once.</param>
    /// <param name="end">Where it ends.</param>
    private bool CouldWin(int depth, in Score score, in Reach reach, int at, int end)
    {
        ref readonly var rest = ref reachStack[at];
        var most = score.Upper + rest.Value;
        if (most < bestScore.Value)
        {
            return false;
        }

        most = Bound(score, reach, rest);
        if (most != bestScore.Value)
        {
            return most > bestScore.Value;
        }

        // As good at most: then the ties, each of which must be within reach too.
        var offMost = Math.Min(GoodsCeiling, score.OffGoods + rest.OffGoods) + score.OffShipping + rest.OffShipping;
        if (offMost != bestScore.Discount)
        {
            return offMost > bestScore.Discount;
        }

        var (credit, points) = MostEarned(depth, at, end);
        if (credit != bestScore.Credit)
        {
            return credit > bestScore.Credit;
        }

        if (points != bestScore.Points)
        {
            return points > bestScore.Points;
        }

        prefix[depth] = restStack[at];
        return !bestWhole || !ComesAfterBest(depth + 1);
    }

    /// <summary>How much credit and how many points the prefix could earn at most with anything of the rest.</summary>
    private (Int128 Credit, Int128 Points) MostEarned(int depth, int at, int end)
    {
        Int128 credit = 0;
        Int128 points = 0;
        work += end - at;
        AddUp(always.AsSpan(0, alwaysCount));
        AddUp(prefix.AsSpan(0, depth));
        AddUp(restStack.AsSpan(at, end - at));
        return (credit, points);

        void AddUp(ReadOnlySpan<int> places)
        {
            foreach (var place in places)
            {
                credit += Candidates[place].MostCredit;
                points += Candidates[place].MostPoints;
            }
        }
    }

    /// <summary>The most that the prefix with anything of the rest could be worth.</summary>
    private Int128 Bound(in Score score, in Reach reach, in Reach rest) =>
        Int128.Min(score.Upper + rest.Value, OnTheLine(score, reach, rest));

    private Int128 OnTheLine(in Score score, in Reach reach, in Reach rest)
    {
        var slope = reach.Slope + rest.Slope;
        var still = reach.Fixed + rest.Fixed + Math.BigMul(score.OffShipping + rest.OffShipping, Worth.Scale);
        var least = score.OffGoods;
        var most = Math.Min(GoodsCeiling, score.OffGoods + rest.OffGoods);
        return still + Int128.Max(At(least, slope), At(most, slope));
    }

    /// <summary>Discount plus percentages of the rest, rounded up, when so much is taken off goods.</summary>
    private Int128 At(long off, Int128 slope) =>
        (Worth.Scale * (Int128)off) + (((slope * (sale.Goods.Minor - off)) + 9_999) / 10_000);

    /// <summary>
    /// Whether every combination that begins with the prefix loses the last tie: it left out an offer that the best
    /// has.
    /// </summary>
    private bool ComesAfterBest(int length)
    {
        var b = 0;
        for (var n = 0; n < length; n++, b++)
        {
            while (b < bestCount && IsAlways(best[b]))
            {
                b++;
            }

            if (b == bestCount || prefix[n] < best[b])
            {
                return false;
            }

            if (prefix[n] > best[b])
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAlways(int place) => always.AsSpan(0, alwaysCount).BinarySearch(place) >= 0;
}
