using Vafa.Core.Ledger;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>What an offer brings beside its discount: goods handed over, promises, amounts earned.</summary>
internal sealed partial class Workbench
{
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
            if (effect.Effect.IsPromise)
            {
                something |= Promise(sketch, e, NoEnd, ref score, receipt) is not null;
            }
            else if (effect.HandsOver)
            {
                var worth = Math.BigMul(HandedOver(sketch, effect, NoEnd, out var quantity), Worth.Scale);
                something |= quantity.Thousandths > 0;
                score.Value += worth;
                Hand(receipt, sketch, e, quantity, worth);
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
            if (effects[e].Effect.IsPromise)
            {
                if (Promise(sketch, e, room, ref score, receipt) is { } promised)
                {
                    something = true;
                    var whole = Int128.Min(PromisedBy(effects[e], NoEnd), upper);
                    score.Slack += whole - promised;
                    (upper, room) = (upper - whole, room - promised);
                }

                continue;
            }

            if (!effects[e].HandsOver)
            {
                continue;
            }

            var all = Math.BigMul(HandedOver(sketch, effects[e], NoEnd, out var quantity), Worth.Scale);
            var worth =
                all <= room ? all : Math.BigMul(HandedOver(sketch, effects[e], room, out quantity), Worth.Scale);
            something |= quantity.Thousandths > 0;
            score.Value += worth;
            score.Slack += Int128.Min(all, upper) - worth;
            upper -= Int128.Min(all, upper);
            room -= worth;
            Hand(receipt, sketch, e, quantity, worth);
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

    /// <summary>What a promise counts, in ten-thousandths, within a room.</summary>
    private Int128 PromisedBy(in EffectSketch effect, Int128 room) =>
        !HasGoods || (sale.Member is null && effect.Effect.NeedsMember)
            ? 0
            : Int128.Min(Math.BigMul(effect.Effect.PromiseWorth.Minor, Worth.Scale), room);

    /// <summary>
    /// Makes a promise, if there is somebody to make it to: what it counts. Within a room that is cut like money; the
    /// promise itself is kept whole.
    /// </summary>
    private Int128? Promise(OfferSketch sketch, int effect, Int128 room, ref Score score, Receipt? receipt)
    {
        ref readonly var promise = ref sketch.Effects[effect];
        if (!HasGoods || (sale.Member is null && promise.Effect.NeedsMember))
        {
            return null;
        }

        var worth = PromisedBy(promise, room);
        score.Value += worth;
        receipt?.Promise(sketch, effect, worth);
        return worth;
    }

    private void Hand(Receipt? receipt, OfferSketch sketch, int effect, Quantity quantity, Int128 worth)
    {
        if (receipt is not null && quantity.Thousandths > 0)
        {
            var product = sketch.Effects[effect].Effect.ProductFor(sale, sketch.Offer.Code);
            receipt.HandOver(sketch, effect, product, quantity, worth);
        }
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
}
