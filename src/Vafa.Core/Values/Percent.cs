namespace Vafa.Core.Values;

/// <summary>A percentage in basis points: 1 is 0.01 %, 10,000 is 100 %. At most two decimals can be written.</summary>
public readonly record struct Percent(int BasisPoints) : IComparable<Percent>
{
    public static readonly Percent Hundred = new(10_000);

    /// <summary>
    /// This share of <paramref name="amount"/>, rounded down to a whole (the amount is not negative).
    /// </summary>
    public long Of(long amount) =>
        Math.BigMul(amount, (long)BasisPoints) is var product && product <= long.MaxValue
            ? (long)product / 10_000
            : (long)(product / 10_000);

    /// <summary>This share of <paramref name="amount"/>, rounded down to 1.</summary>
    public Money Of(Money amount) => new(Of(amount.Minor));

    public int CompareTo(Percent other) => BasisPoints.CompareTo(other.BasisPoints);
}
