using Vafa.Core.Ledger;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>How far an offer could reach beside others: what the bounds of the search are made of.</summary>
internal sealed partial class Workbench
{
    private Reach ReachOf(OfferSketch sketch, in Score alone)
    {
        var reach = new Reach
        {
            Value = alone.Upper,
            OffGoods = alone.OffGoods,
            OffShipping = alone.OffShipping,
        };
        var goods = sale.Goods.Minor;
        var fixedWorth = alone.Upper - (Worth.Scale * ((Int128)alone.OffGoods + alone.OffShipping));
        if (sketch.Offer.Limits.MaxValue is { } most)
        {
            // Where its discount is cut, it may earn more, up to its cap.
            var cap = CapOf(most);
            reach.Value = Int128.Min(cap, Int128.Max(reach.Value, Uncapped(sketch, alone)));
            reach.Fixed = reach.Value;
            return reach;
        }

        foreach (ref readonly var effect in sketch.Effects.AsSpan())
        {
            if (effect.Effect is Effects.CreditPercent back && sale.Member is not null && HasGoods)
            {
                var share = back.PercentFor(sale.Member).BasisPoints;
                var atAll = EarningBase.Share(goods, share, Percent.Hundred.BasisPoints);
                if (back.Max is not { } max || atAll <= max)
                {
                    var earned = back.Earn(new EarningBase(goods - alone.OffGoods, 0) { Member = sale.Member });
                    fixedWorth -= effect.Worth.Scaled(earned);
                    reach.Slope += (Int128)share * effect.Worth.TenThousandths;
                }
            }
        }

        reach.Fixed = fixedWorth;
        return reach;
    }

    private static Int128 CapOf(Money most) => most.Minor * (Int128)Worth.Scale;

    /// <summary>What it would give alone without its own cap.</summary>
    private Int128 Uncapped(OfferSketch sketch, in Score alone)
    {
        var worth = Worth.Scale * ((Int128)alone.OffGoods + alone.OffShipping);
        foreach (ref readonly var effect in sketch.Effects.AsSpan())
        {
            worth += effect.Worth.Scaled(Earned(effect, sale.Goods.Minor));
            worth += Worth.Scale * (Int128)HandedOver(sketch, effect, Int128.MaxValue, out _);
            worth += effect.Effect.IsPromise ? PromisedBy(effect, NoEnd) : 0;
        }

        return worth;
    }
}
