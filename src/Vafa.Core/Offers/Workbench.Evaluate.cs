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

        var off = Worth.Scale * (Int128)score.Discount;
        score.Value += off;
        score.Upper += off;
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
    /// Adds goods handed over, then amounts earned, both within what <c>maxValue</c> leaves behind the discount; says
    /// whether there was anything. Wanted on a receipt, they are written there.
    /// </summary>
    private bool Earn(OfferSketch sketch, long goods, long discount, ref Score score, Receipt? receipt = null)
    {
        var room = sketch.Offer.Limits.MaxValue is { } most ? Worth.Scale * ((Int128)most.Minor - discount) : NoEnd;
        var upper = room;
        var something = false;
        var effects = sketch.Effects.AsSpan();
        for (var e = 0; e < effects.Length; e++)
        {
            if (effects[e].Free is null)
            {
                continue;
            }

            var all = Worth.Scale * (Int128)HandedOver(effects[e], NoEnd, out var quantity);
            var worth = all <= room ? all : Worth.Scale * (Int128)HandedOver(effects[e], room, out quantity);
            something |= quantity.Thousandths > 0;
            score.Value += worth;
            score.Upper += Int128.Min(all, upper);
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

            var amount = Within(effects[e], all, room);
            var (full, worth) = (effects[e].Worth.Scaled(all), effects[e].Worth.Scaled(amount));
            something |= amount > 0;
            score.Value += worth;
            score.Upper += Int128.Min(full, upper);
            upper -= Int128.Min(full, upper);
            room -= worth;
            score.Credit += effects[e].MaySpend ? worth : 0;
            score.Points += effects[e].MaySpend ? 0 : worth;
            receipt?.Earn(sketch, e, amount, worth);
        }

        return something;
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
