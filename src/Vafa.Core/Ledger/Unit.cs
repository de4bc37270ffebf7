using Vafa.Core.Values;

namespace Vafa.Core.Ledger;

/// <summary>
/// A kind of value a member can own: points, credit, stamps, any the owner adds.
/// </summary>
/// <param name="Code">Its name in the API and the tables.</param>
/// <param name="Worth">What one counts in money when benefits are compared.</param>
/// <param name="SpendValue">What one pays at the till; only when <paramref name="MaySpend"/>.</param>
/// <param name="ExpiresAfterDays">Business days an earned lot lives after its day; null: for ever.</param>
/// <param name="AvailableAfterDays">Business days until an earned lot can be spent; null or 0: at once.</param>
public sealed record Unit(
    string Code,
    LocalText Title,
    Worth Worth,
    bool MaySpend,
    Worth SpendValue,
    int? ExpiresAfterDays = null,
    int? AvailableAfterDays = null
);

/// <summary>Money per one of a unit, in ten-thousandths of the smallest money unit: 500 rial is 5,000,000.</summary>
public readonly record struct Worth(long TenThousandths)
{
    public const int Scale = 10_000;

    /// <summary>What <paramref name="amount"/> counts, exactly, in ten-thousandths.</summary>
    public Int128 Scaled(long amount) => Math.BigMul(amount, TenThousandths);

    /// <summary>What <paramref name="amount"/> pays, rounded down to whole money.</summary>
    public Money Of(long amount) => new(checked((long)(Scaled(amount) / Scale)));
}
