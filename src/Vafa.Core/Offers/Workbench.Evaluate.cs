using Vafa.Core.Ledger;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

internal sealed partial class Workbench
{
    /// <summary>
    /// Room of an offer without <c>maxValue</c>: more than 10^15 of every effect at the highest worth.
    /// </summary>
    private static readonly Int128 NoEnd = Int128.MaxValue;

    private bool[] idle = new bool[32];

    /// <summary>
    /// After <see cref="Evaluate"/>: whether the n-th of its offers gives nothing in the combination.
    /// </summary>
    public bool IsIdle(int n) => idle[n];

    /// <summary>
    /// What a combination is worth, before any wallet money. Discounts are granted in the order of the places, which is
    /// that of priority, then age; what exceeds a line's ceiling is cut and not spread elsewhere (semantics 2).
    /// </summary>
    /// <param name="places">Places of candidates, ascending.</param>
    public void Evaluate(ReadOnlySpan<int> places, out Score score)
    {
        score = default;
        if (idle.Length < places.Length)
        {
            idle = new bool[places.Length * 2];
        }

        Span<long> given = places.Length <= 64 ? stackalloc long[places.Length] : new long[places.Length];
        Grant(places, given, ref score);
        var goods = sale.Goods.Minor - score.OffGoods;
        for (var n = 0; n < places.Length; n++)
        {
            var something = Earn(Candidates[places[n]].Sketch, goods, given[n], ref score);
            idle[n] = !something && given[n] == 0;
            score.Idle += idle[n] ? 1 : 0;
        }

        score.Value += Math.BigMul(score.Discount, Worth.Scale);
    }

    /// <summary>What an effect earns when so much is paid for goods.</summary>
    public long Earned(in EffectSketch effect, long goods)
    {
        if (effect.Unit < 0 || sale.Member is null || !HasGoods)
        {
            return 0;
        }

        var byRules = effect.Effect is Effects.PointsMultiplier ? EarnedByRules(effect.Unit, goods) : 0;
        return effect.Effect.Earn(new EarningBase(goods, byRules));
    }

    /// <summary>
    /// Goods to hand over within a room in ten-thousandths: all when they fit, else as many whole pieces as do. Gives
    /// their worth in money.
    /// </summary>
    public long HandedOver(in EffectSketch effect, Int128 room, out Quantity quantity)
    {
        quantity = default;
        if (effect.Free is not { } free || !HasGoods)
        {
            return 0;
        }

        quantity = free.HandOver(sale);
        if (quantity.Thousandths == 0 || sale.Basket.Prices is not { } prices)
        {
            return 0;
        }

        if (!prices.TryGetValue(free.Product, out var price) || price.Minor == 0)
        {
            return 0;
        }

        var worth = quantity.Times(price).Minor;
        if (worth * (Int128)Worth.Scale > room)
        {
            quantity = Quantity.Whole((long)(room / ((Int128)price.Minor * Worth.Scale)));
            worth = quantity.Times(price).Minor;
        }

        return worth;
    }

    /// <summary>
    /// Adds goods handed over and amounts earned; says whether there was anything. Wanted on a receipt, they are
    /// written there.
    /// </summary>
    private bool Earn(OfferSketch sketch, long goods, long discount, ref Score score, Receipt? receipt = null)
    {
        if (sketch.Offer.Limits.MaxValue is { } most)
        {
            var room = Math.BigMul(most.Minor - discount, Worth.Scale);
            return EarnWithin(room, sketch, goods, ref score, receipt);
        }

        var something = false;
        var effects = sketch.Effects;
        for (var e = 0; e < effects.Length; e++)
        {
            ref readonly var effect = ref effects[e];
            if (effect.Free is not null)
            {
                var worth = Math.BigMul(HandedOver(effect, NoEnd, out var quantity), Worth.Scale);
                something |= quantity.Thousandths > 0;
                score.Value += worth;
                receipt?.HandOver(sketch, e, quantity, worth);
            }
            else if (Earned(effect, goods) is > 0 and var amount)
            {
                something = true;
                Add(ref score, effect, amount, receipt, sketch, e);
            }
        }

        return something;
    }

    /// <summary>The same within what <c>maxValue</c> leaves behind the discount: goods first, then amounts.</summary>
    private bool EarnWithin(Int128 room, OfferSketch sketch, long goods, ref Score score, Receipt? receipt)
    {
        var upper = room;
        var something = false;
        var effects = sketch.Effects;
        for (var e = 0; e < effects.Length; e++)
        {
            if (effects[e].Free is null)
            {
                continue;
            }

            var all = Math.BigMul(HandedOver(effects[e], NoEnd, out var quantity), Worth.Scale);
            var worth = all <= room ? all : Math.BigMul(HandedOver(effects[e], room, out quantity), Worth.Scale);
            something |= quantity.Thousandths > 0;
            score.Value += worth;
            score.Slack += Int128.Min(all, upper) - worth;
            upper -= Int128.Min(all, upper);
            room -= worth;
            receipt?.HandOver(sketch, e, quantity, worth);
        }

        for (var e = 0; e < effects.Length; e++)
        {
            var all = Earned(effects[e], goods);
            if (all == 0)
            {
                continue;
            }

            var full = Int128.Min(effects[e].Worth.Scaled(all), upper);
            upper -= full;
            var amount = Within(effects[e], all, room);
            var worth = effects[e].Worth.Scaled(amount);
            score.Slack += full - worth;
            room -= worth;
            something |= amount > 0;
            Add(ref score, effects[e], amount, receipt, sketch, e);
        }

        return something;
    }

    private static void Add(
        ref Score score,
        in EffectSketch effect,
        long amount,
        Receipt? receipt,
        OfferSketch sketch,
        int number
    )
    {
        var worth = effect.Worth.Scaled(amount);
        score.Value += worth;
        if (effect.MaySpend)
        {
            score.Credit += worth;
        }
        else
        {
            score.Points += worth;
        }

        receipt?.Earn(sketch, number, amount, worth);
    }

    /// <summary>As much of an amount as fits into a room of worth; what is worth nothing always fits.</summary>
    public static long Within(in EffectSketch effect, long amount, Int128 room) =>
        effect.Worth.TenThousandths == 0 || effect.Worth.Scaled(amount) <= room
            ? amount
            : (long)(room / effect.Worth.TenThousandths);

    private void Grant(ReadOnlySpan<int> places, Span<long> given, ref Score score)
    {
        given.Clear();
        var lines = sale.Basket.Lines.AsSpan();
        var fresh = true;
        for (var n = 0; n < places.Length; n++)
        {
            if (!Candidates[places[n]].Sketch.TakesOff)
            {
                continue;
            }

            if (fresh)
            {
                Caps.CopyTo(Left);
                fresh = false;
            }

            var row = RowOf(places[n]);
            for (var i = 0; i < row.Length; i++)
            {
                var off = Math.Min(row[i], left[i]);
                left[i] -= off;
                given[n] += off;
                if (lines[i].Kind == LineKind.Goods)
                {
                    score.OffGoods += off;
                }
                else
                {
                    score.OffShipping += off;
                }
            }
        }
    }
}
