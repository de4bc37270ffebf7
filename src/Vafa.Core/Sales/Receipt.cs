using Vafa.Core.Ledger;
using Vafa.Core.Offers;
using Vafa.Core.Tiers;
using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>What the chosen offers give, written down effect by effect.</summary>
internal sealed class Receipt
{
    public List<Earning> Earned { get; } = new(8);

    public List<Gift> Gifts { get; } = new(4);

    public List<EffectValue> Given { get; } = new(8);

    /// <summary>What caps of units cut off, each unit once.</summary>
    public List<UnitAmount> Capped { get; } = new(2);

    public void Clear()
    {
        Earned.Clear();
        Gifts.Clear();
        Given.Clear();
        Capped.Clear();
    }

    public void TakeOff(OfferSketch offer, int effect, long money) =>
        Given.Add(new EffectValue(offer.Index, effect, new Money(money)));

    /// <summary>A free item that partly stands in the basket is one effect with one value.</summary>
    public void HandOver(OfferSketch offer, int effect, string product, Quantity quantity, Int128 worth)
    {
        Gifts.Add(new Gift(product, quantity, offer.Index) { Effect = effect });
        Add(offer, effect, worth);
    }

    public void Promise(OfferSketch offer, int effect, Int128 worth) => Add(offer, effect, worth);

    /// <summary>A cap cut so much off (0 is none).</summary>
    public void Cut(string unit, long amount)
    {
        if (amount == 0)
        {
            return;
        }

        var at = Capped.FindIndex(c => c.Unit == unit);
        if (at < 0)
        {
            Capped.Add(new UnitAmount(unit, amount));
        }
        else
        {
            Capped[at] = new UnitAmount(unit, Capped[at].Amount + amount);
        }
    }

    public void Earn(int rule, string unit, long amount)
    {
        if (amount > 0)
        {
            Earned.Add(new Earning(unit, amount, rule, -1, null));
        }
    }

    /// <summary>What a tier adds to the rules' earnings of a unit (semantics 3), rounded down.</summary>
    /// <param name="within">What of an amount of a unit its caps leave.</param>
    public void EarnMore(Tier tier, Func<string, long, long> within)
    {
        foreach (var (unit, hundredths) in tier.Earning)
        {
            var byRules = 0L;
            foreach (var earning in Earned)
            {
                byRules += earning.Rule >= 0 && earning.Unit == unit ? earning.Amount : 0;
            }

            if (within(unit, EarningBase.Share(byRules, hundredths - 100, 100)) is > 0 and var more)
            {
                Earned.Add(new Earning(unit, more, -1, -1, null) { Tier = tier.Code });
            }
        }
    }

    public void Earn(OfferSketch offer, int effect, long amount, Int128 worth)
    {
        if (amount == 0)
        {
            return;
        }

        var sketch = offer.Effects[effect].Effect;
        Earned.Add(new Earning(sketch.Unit!, amount, -1, offer.Index, sketch.ExpiresAfterDays) { Effect = effect });
        Add(offer, effect, worth);
    }

    private void Add(OfferSketch offer, int effect, Int128 worth)
    {
        var value = new Money(Score.Whole(worth));
        for (var i = 0; i < Given.Count; i++)
        {
            if (Given[i].Offer == offer.Index && Given[i].Effect == effect)
            {
                Given[i] = Given[i] with { Value = Given[i].Value + value };
                return;
            }
        }

        Given.Add(new EffectValue(offer.Index, effect, value));
    }
}
