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
    private long[] within = new long[16];

    private Span<long> WithinRow
    {
        get
        {
            if (within.Length < lineCount)
            {
                within = new long[lineCount];
            }

            return within.AsSpan(0, lineCount);
        }
    }

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
            var something = Earn(places[n], goods, given[n], ref score);
            idle[n] = !something && given[n] == 0;
            score.Idle += idle[n] ? 1 : 0;
        }

        score.Value += Math.BigMul(score.Discount, Worth.Scale);
    }

    /// <summary>Adds what one offer brings beside its discount, worked out once where that hangs on nothing.</summary>
    private bool Earn(int place, long goods, long discount, ref Score score)
    {
        ref readonly var candidate = ref Candidates[place];
        if (candidate.Back.Share > 0)
        {
            return candidate.Back.Earn(goods, ref score);
        }

        if (!candidate.IsFixed)
        {
            return Earn(candidate.Sketch, goods, discount, ref score);
        }

        score.Value += candidate.Earned;
        score.Credit += candidate.Credit;
        score.Points += candidate.Points;
        return candidate.Earns;
    }

    /// <summary>What an effect earns when so much is paid for goods.</summary>
    public long Earned(in EffectSketch effect, long goods)
    {
        if (effect.Unit < 0 || sale.Member is null || !HasGoods)
        {
            return 0;
        }

        var byRules = effect.Multiplier is { } times ? EarnedByRules(effect.Unit, times.OfRule, goods) : 0;
        return effect.Effect.Earn(new EarningBase(goods, byRules) { Member = sale.Member });
    }

    /// <summary>
    /// Goods to hand over within a room in ten-thousandths: all when they fit, else as many whole pieces as do. Gives
    /// their worth in money.
    /// </summary>
    public long HandedOver(OfferSketch sketch, in EffectSketch effect, Int128 room, out Quantity quantity)
    {
        quantity = default;
        if (!effect.HandsOver || !HasGoods)
        {
            return 0;
        }

        quantity = effect.Effect.HandOver(sale, sketch.Offer.Code);
        if (quantity.Thousandths == 0 || sale.Basket.Prices is not { } prices)
        {
            return 0;
        }

        var product = effect.Effect.ProductFor(sale, sketch.Offer.Code);
        if (!prices.TryGetValue(product, out var price) || price.Minor == 0)
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

    private void Grant(ReadOnlySpan<int> places, Span<long> given, ref Score score)
    {
        given.Clear();
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

            given[n] = Take(places[n], Left, ref score.OffGoods, ref score.OffShipping);
        }
    }

    /// <summary>Takes what an offer takes off from what is left of each line; gives the sum.</summary>
    private long Take(int place, Span<long> from, ref long offGoods, ref long offShipping)
    {
        var row = WithinBasket(RowOf(place), from, BasketCeiling - offGoods);
        var (goods, shipping) = (0L, 0L);
        for (var i = 0; i < row.Length; i++)
        {
            var off = Math.Min(row[i], from[i]);
            from[i] -= off;
            if (isGoods[i])
            {
                goods += off;
            }
            else
            {
                shipping += off;
            }
        }

        offGoods += goods;
        offShipping += shipping;
        return goods + shipping;
    }

    /// <summary>
    /// What is asked of each line, cut to what the lines and then the basket have left: the basket's rest is shared
    /// over its goods lines by largest remainder.
    /// </summary>
    private ReadOnlySpan<long> WithinBasket(ReadOnlySpan<long> asked, ReadOnlySpan<long> from, long room)
    {
        if (BasketCeiling == long.MaxValue)
        {
            return asked;
        }

        var sum = 0L;
        for (var i = 0; i < asked.Length; i++)
        {
            weights[i] = isGoods[i] ? Math.Min(asked[i], from[i]) : 0;
            sum += weights[i];
        }

        if (sum <= room)
        {
            return asked;
        }

        Split.LargestRemainder(room, Weights, WithinRow);
        for (var i = 0; i < asked.Length; i++)
        {
            within[i] = isGoods[i] ? within[i] : asked[i];
        }

        return WithinRow;
    }
}
