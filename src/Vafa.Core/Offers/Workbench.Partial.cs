using Vafa.Core.Ledger;

namespace Vafa.Core.Offers;

/// <summary>
/// A combination that grows by one offer at a time. Offers are added in the order in which discounts are granted, so
/// what the earlier ones took stays, and only the new one is worked out.
/// </summary>
internal sealed partial class Workbench
{
    private long[] leftStack = new long[256];
    private int[] moving = new int[64];
    private long[] movingGiven = new long[64];

    /// <summary>What a prefix took off and earned so far.</summary>
    private struct Partial
    {
        public long OffGoods;

        public long OffShipping;

        /// <summary>Worth of what hangs on no other offer.</summary>
        public Int128 Earned;

        public Int128 Credit;

        public Int128 Points;

        /// <summary>How many of its offers earn by what is paid in the end; they stand in <c>moving</c>.</summary>
        public int Moving;
    }

    /// <summary>The combination of the offers that are always in: they take nothing off.</summary>
    private void Begin(out Partial nothing)
    {
        nothing = default;
        for (var n = 0; n < alwaysCount; n++)
        {
            AddEarnings(always[n], 0, ref nothing);
        }

        BeginLines();
    }

    private void BeginLines()
    {
        if (leftStack.Length < lineCount)
        {
            leftStack = new long[lineCount * 16];
        }

        Caps.CopyTo(leftStack);
    }

    /// <summary>What is left of each line behind so many offers, as a copy to take the next one's from.</summary>
    private Span<long> NextLines(int depth)
    {
        var (before, after) = (depth * lineCount, (depth + 1) * lineCount);
        if (leftStack.Length < after + lineCount)
        {
            Array.Resize(ref leftStack, Math.Max(leftStack.Length * 2, after + lineCount));
        }

        var left = leftStack.AsSpan(after, lineCount);
        leftStack.AsSpan(before, lineCount).CopyTo(left);
        return left;
    }

    /// <summary>The prefix of so many offers with one more.</summary>
    private void Extend(in Partial partial, int depth, int place, out Partial longer)
    {
        longer = partial;
        var left = NextLines(depth);
        work += lineCount + 4;
        var given = Candidates[place].Sketch.TakesOff
            ? Take(place, left, ref longer.OffGoods, ref longer.OffShipping)
            : 0;
        AddEarnings(place, given, ref longer);
    }

    /// <summary>What the prefix is worth.</summary>
    private void Weigh(in Partial partial, out Score score)
    {
        score = new Score
        {
            OffGoods = partial.OffGoods,
            OffShipping = partial.OffShipping,
            Credit = partial.Credit,
            Points = partial.Points,
            Value = partial.Earned,
        };
        var goods = sale.Goods.Minor - partial.OffGoods;
        for (var n = 0; n < partial.Moving; n++)
        {
            Earn(moving[n], goods, movingGiven[n], ref score);
        }

        work += 4 * partial.Moving;
        score.Value += Math.BigMul(score.Discount, Worth.Scale);
    }

    /// <summary>
    /// Weighs the prefix of so many offers and keeps it if it is the best, or as good and maybe first.
    /// </summary>
    private void Look(int length, in Partial partial, out Score score)
    {
        Weigh(partial, out score);
        if (Score.CompareWorth(score, bestScore) >= 0)
        {
            Keep(prefix.AsSpan(0, length));
        }
    }

    private void AddEarnings(int place, long given, ref Partial partial)
    {
        ref readonly var candidate = ref Candidates[place];
        if (candidate.IsFixed)
        {
            partial.Earned += candidate.Earned;
            partial.Credit += candidate.Credit;
            partial.Points += candidate.Points;
            return;
        }

        if (moving.Length == partial.Moving)
        {
            Array.Resize(ref moving, moving.Length * 2);
            Array.Resize(ref movingGiven, movingGiven.Length * 2);
        }

        (moving[partial.Moving], movingGiven[partial.Moving]) = (place, given);
        partial.Moving++;
    }
}
