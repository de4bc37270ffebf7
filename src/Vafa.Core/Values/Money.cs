namespace Vafa.Core.Values;

/// <summary>
/// An amount of the club's smallest money unit (rial for IRR). Whole, 64-bit; sums are checked for overflow.
/// Amounts that come from outside lie between 0 and <see cref="Max"/>.
/// </summary>
public readonly record struct Money(long Minor) : IComparable<Money>
{
    /// <summary>The largest amount a single field may hold: 10^15, a hundred trillion toman.</summary>
    public static readonly Money Max = new(1_000_000_000_000_000);

    public static readonly Money Zero;

    public static Money operator +(Money a, Money b) => new(checked(a.Minor + b.Minor));

    public static Money operator -(Money a, Money b) => new(checked(a.Minor - b.Minor));

    public static bool operator <(Money a, Money b) => a.Minor < b.Minor;

    public static bool operator >(Money a, Money b) => a.Minor > b.Minor;

    public static bool operator <=(Money a, Money b) => a.Minor <= b.Minor;

    public static bool operator >=(Money a, Money b) => a.Minor >= b.Minor;

    public static Money Min(Money a, Money b) => a.Minor <= b.Minor ? a : b;

    public int CompareTo(Money other) => Minor.CompareTo(other.Minor);

    public override string ToString() => Minor.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
