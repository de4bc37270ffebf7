namespace Vafa.Core.Values;

/// <summary>How many or how much of a product, in thousandths: 1 piece is 1,000; 0.345 kg is 345.</summary>
public readonly record struct Quantity(long Thousandths) : IComparable<Quantity>
{
    /// <summary>The largest quantity of a line: a million pieces.</summary>
    public static readonly Quantity Max = new(1_000_000_000);

    public static readonly Quantity One = new(1_000);

    public static Quantity Whole(long pieces) => new(checked(pieces * 1_000));

    /// <summary>Unit price × quantity, rounded half up once (semantics 7).</summary>
    public Money Times(Money unitPrice) => new(checked((long)(((Int128)unitPrice.Minor * Thousandths + 500) / 1_000)));

    public int CompareTo(Quantity other) => Thousandths.CompareTo(other.Thousandths);
}
