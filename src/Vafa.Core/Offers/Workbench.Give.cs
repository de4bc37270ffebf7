using Vafa.Core.Ledger;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>
/// What the chosen offers give in the end: discounts first, then, behind wallet money, what is earned.
/// </summary>
internal sealed partial class Workbench
{
    private long[] givenBy = new long[32];

    public Receipt Receipt { get; } = new();

    /// <summary>Takes the discounts of the chosen offers off the lines, effect by effect.</summary>
    public void GiveDiscounts(ReadOnlySpan<int> places, Span<Money> lineDiscounts)
    {
        Receipt.Clear();
        PrepareGiven(places.Length);
        Caps.CopyTo(Left);
        var basket = BasketCeiling;
        for (var n = 0; n < places.Length; n++)
        {
            var sketch = Candidates[places[n]].Sketch;
            var room = sketch.Offer.Limits.MaxValue?.Minor ?? long.MaxValue;
            for (var e = 0; e < sketch.Effects.Length; e++)
            {
                if (!sketch.Effects[e].Effect.TakesOff)
                {
                    continue;
                }

                room -= TakeOff(sketch, sketch.Effects[e], room, Shares);
                KeepBack(sketch);
                var row = WithinBasket(Shares, Left, basket);
                var total = 0L;
                for (var i = 0; i < lineCount; i++)
                {
                    var off = Math.Min(row[i], left[i]);
                    left[i] -= off;
                    total += off;
                    basket -= isGoods[i] ? off : 0;
                    lineDiscounts[i] += new Money(off);
                }

                givenBy[n] += total;
                if (total > 0)
                {
                    Receipt.TakeOff(sketch, e, total);
                }
            }
        }
    }

    /// <summary>
    /// Shares the discount of a sale concluded elsewhere out to the offers named there, as far as it goes: each its
    /// own, in tie order.
    /// </summary>
    public void AttributeDiscount(ReadOnlySpan<int> places, Money discount)
    {
        Receipt.Clear();
        PrepareGiven(places.Length);
        var rest = discount.Minor;
        for (var n = 0; n < places.Length; n++)
        {
            var sketch = Candidates[places[n]].Sketch;
            var room = sketch.Offer.Limits.MaxValue?.Minor ?? long.MaxValue;
            for (var e = 0; e < sketch.Effects.Length && rest > 0; e++)
            {
                if (!sketch.Effects[e].Effect.TakesOff)
                {
                    continue;
                }

                var off = Math.Min(rest, TakeOff(sketch, sketch.Effects[e], room, Shares));
                room -= off;
                rest -= off;
                givenBy[n] += off;
                if (off > 0)
                {
                    Receipt.TakeOff(sketch, e, off);
                }
            }
        }
    }

    /// <summary>
    /// Writes what rules and chosen offers bring when so much is paid for goods, and completes the values of the
    /// applied offers.
    /// </summary>
    public void GiveEarnings(ReadOnlySpan<int> places, long goods)
    {
        GiveByRules(goods);
        for (var n = 0; n < places.Length; n++)
        {
            var sketch = Candidates[places[n]].Sketch;
            var score = default(Score);
            Earn(sketch, goods, givenBy[n], ref score, Receipt);
            var value = Score.Whole(score.Value + (Worth.Scale * (Int128)givenBy[n]));
            Verdicts[sketch.Index] = Verdicts[sketch.Index] with { Value = new Money(value) };
        }
    }

    /// <summary>Notes what the margin guard alone keeps an applied offer from taking off.</summary>
    private void KeepBack(OfferSketch sketch)
    {
        if (!IsGuarded)
        {
            return;
        }

        var kept = 0L;
        for (var i = 0; i < lineCount; i++)
        {
            kept += Math.Min(shares[i], left[i] + guarded[i]) - Math.Min(shares[i], left[i]);
        }

        ref var verdict = ref Verdicts[sketch.Index];
        verdict = verdict with { Missing = verdict.Missing + kept };
    }

    private void PrepareGiven(int count)
    {
        if (givenBy.Length < count)
        {
            givenBy = new long[count * 2];
        }

        givenBy.AsSpan(0, count).Clear();
    }
}
