using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>
/// One word of the closed vocabulary of effects: what an applied offer gives. One small file each, like conditions. An
/// effect takes money off lines, or brings an amount of a unit, or hands goods over (and may take them off the lines
/// where they stand already).
/// </summary>
public abstract class Effect
{
    /// <summary>Name in the document and the receipt: "discountPercent".</summary>
    public abstract string Word { get; }

    /// <summary>Whether it takes money off lines.</summary>
    public virtual bool TakesOff => false;

    /// <summary>The unit it brings; null when it brings none. A guest, who has no wallet, gets nothing of it.</summary>
    public virtual string? Unit => null;

    /// <summary>Business days its lot lives; null: as the unit says.</summary>
    public virtual int? ExpiresAfterDays => null;

    /// <summary>
    /// Writes what it takes off each line: on original prices, rounded down to 1 in total, split by largest remainder
    /// (semantics 2). <paramref name="weights"/> is room to work in, as long as the basket.
    /// </summary>
    public virtual void TakeOff(in SaleContext sale, Span<long> weights, Span<long> shares) => shares.Clear();

    /// <summary>What it brings of <see cref="Unit"/>, never more than <see cref="EarningBase.Most"/>.</summary>
    public virtual long Earn(in EarningBase from) => 0;

    /// <summary>The goods to hand over beside what stands in the basket.</summary>
    public virtual Quantity HandOver(in SaleContext sale) => default;

    public abstract string Sentence(Wording wording);

    /// <summary>Writes its arguments as they stand in the document.</summary>
    public abstract void Write(Utf8JsonWriter json);
}

/// <summary>What earning is reckoned from.</summary>
/// <param name="Goods">What is paid for goods: the earning base (semantics 3).</param>
/// <param name="ByRules">What the earning rules bring of the effect's unit in this sale.</param>
public readonly record struct EarningBase(long Goods, long ByRules)
{
    /// <summary>No single cause brings more than this of a unit in one sale: 10^15, as large as money gets.</summary>
    public const long Most = 1_000_000_000_000_000;

    /// <summary>
    /// <paramref name="times"/> ÷ <paramref name="by"/> of an amount, rounded down, at most <see cref="Most"/>.
    /// </summary>
    public static long Share(long amount, long times, long by)
    {
        var product = Math.BigMul(amount, times);
        return product <= long.MaxValue ? Math.Min((long)product / by, Most) : (long)Int128.Min(product / by, Most);
    }
}
