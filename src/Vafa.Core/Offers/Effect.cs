using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers.Offline;
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
    /// <summary>How the vocabulary tells it.</summary>
    public abstract EffectEntry InVocabulary { get; }

    /// <summary>Name in the document and the receipt: "discountPercent".</summary>
    public string Word => InVocabulary.Name;

    /// <summary>Whether it takes money off lines.</summary>
    public virtual bool TakesOff => false;

    /// <summary>Whether an amount alone does not say what it gives: it hangs on which goods are bought.</summary>
    public virtual bool HangsOnGoods => false;

    /// <summary>The unit it brings; null when it brings none. A guest, who has no wallet, gets nothing of it.</summary>
    public virtual string? Unit => null;

    /// <summary>Business days its lot lives; null: as the unit says.</summary>
    public virtual int? ExpiresAfterDays => null;

    /// <summary>
    /// Writes what it takes off each line: on original prices, rounded down to 1 in total, split by largest remainder
    /// (semantics 2). <paramref name="weights"/> is room to work in, as long as the basket.
    /// </summary>
    public virtual void TakeOff(in SaleContext sale, string offer, Span<long> weights, Span<long> shares) =>
        shares.Clear();

    /// <summary>What it brings of <see cref="Unit"/>, never more than <see cref="EarningBase.Most"/>.</summary>
    public virtual long Earn(in EarningBase from) => 0;

    /// <summary>The goods to hand over beside what stands in the basket.</summary>
    /// <param name="offer">Code of the offer that gives it: a customer may have chosen.</param>
    public virtual Quantity HandOver(in SaleContext sale, string offer) => default;

    /// <summary>The product that is handed over.</summary>
    public virtual string ProductFor(in SaleContext sale, string offer) => FreeProducts[0];

    /// <summary>The products it may hand over, whose prices a decision must know.</summary>
    public virtual ImmutableArray<string> FreeProducts => [];

    /// <summary>
    /// What it promises beside money, units and goods: a reward, next-day shipping, a message. Such an effect always
    /// gives something, whatever it is worth.
    /// </summary>
    public virtual bool IsPromise => false;

    /// <summary>A promise that staff keep: a reward, next-day shipping.</summary>
    public virtual bool IsReward => false;

    /// <summary>What a promise counts in money when benefits are compared.</summary>
    public virtual Money PromiseWorth => Money.Zero;

    /// <summary>
    /// How many thousandths of a piece more would bring it, when it brings nothing yet; 0 when that says nothing.
    /// </summary>
    public virtual long Near(in SaleContext sale) => 0;

    /// <summary>
    /// How a till without network reckons it (see <see cref="OfflinePlan"/>); null where only Vafa itself can.
    /// </summary>
    internal virtual JsonObject? Offline(OfflineWords words) => null;

    /// <summary>Whether it can only be given to a member.</summary>
    public virtual bool NeedsMember => Unit is not null;

    /// <summary>Adds what it needs to know.</summary>
    public virtual void Ask(FactsAsked facts) { }

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

    /// <summary>Who buys; null for a guest.</summary>
    public MemberFacts? Member { get; init; }

    /// <summary>
    /// <paramref name="times"/> ÷ <paramref name="by"/> of an amount, rounded down, at most <see cref="Most"/>.
    /// </summary>
    public static long Share(long amount, long times, long by)
    {
        var product = Math.BigMul(amount, times);
        return product <= long.MaxValue ? Math.Min((long)product / by, Most) : (long)Int128.Min(product / by, Most);
    }
}
