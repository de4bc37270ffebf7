using Vafa.Core.Offers;
using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>
/// A sale that was concluded elsewhere (semantics 9): its discount is a fact, earning uses what was taken, and the
/// offers named there give what they bring, even where our own decision would have stopped them.
/// </summary>
internal static class TakenSale
{
    public static Outcome<Decision> Of(Workbench bench, in SaleSums sums, Taken taken)
    {
        if (taken.Discount.Minor > sums.Total)
        {
            return new Refusal("taken.discount", "/taken/discount", new Money(sums.Total));
        }

        var basket = bench.Sale.Basket;
        var byHand = basket.ByHand?.Amount ?? Money.Zero;
        if (byHand.Minor > taken.Discount.Minor)
        {
            return new Refusal("byHand.too-much", "/byHand/amount", taken.Discount);
        }

        var discounts = new Money[basket.Lines.Length];
        // By hand it is given whatever offers say: our own decision would have had it, too.
        var ownDiscount = Math.Min(bench.BestScore.Discount + byHand.Minor, sums.Total);
        SplitDiscount(basket, taken.Discount.Minor, discounts);
        var places = new int[bench.Programme.Offers.Length];
        var named = Named(bench, taken, places);
        var byOffers = taken.Discount - byHand;
        bench.AttributeDiscount(places.AsSpan(0, named), byOffers);
        var given = basket.ByHand is null
            ? null
            : new GivenByHand(byHand, new Money(Math.Max(0, sums.Goods - byOffers.Minor)), Money.Zero);
        var taking = new Taking(discounts, given, new Money(ownDiscount));
        var outcome = Decide.Finish(bench, sums, places.AsSpan(0, named), taking);
        if (outcome.IsRefused || outcome.Value.Payable == taken.Payable)
        {
            return outcome;
        }

        return new Refusal("taken.payable", "/taken/payable", outcome.Value.Payable);
    }

    /// <summary>Over goods lines by their amounts; what goes beyond goods over shipping, then over the rest.</summary>
    private static void SplitDiscount(Basket basket, long discount, Span<Money> discounts)
    {
        var lines = basket.Lines.AsSpan();
        var weights = new long[lines.Length];
        var shares = new long[lines.Length];
        for (var round = 0; round < 3 && discount > 0; round++)
        {
            var sum = 0L;
            for (var i = 0; i < lines.Length; i++)
            {
                var turn = lines[i].Kind switch
                {
                    LineKind.Goods => 0,
                    LineKind.Shipping => 1,
                    LineKind.Tip or LineKind.StoredValue => 2,
                    _ => 2,
                };
                weights[i] = turn == round ? lines[i].Amount.Minor : 0;
                sum += weights[i];
            }

            var part = Math.Min(discount, sum);
            Split.LargestRemainder(part, weights, shares);
            for (var i = 0; i < lines.Length; i++)
            {
                discounts[i] += new Money(shares[i]);
            }

            discount -= part;
        }
    }

    /// <summary>
    /// The places of the named offers, in tie order. One that our own decision stopped becomes a candidate now and
    /// keeps the code it was stopped by; one that we would have applied, but was not named, is said so.
    /// </summary>
    private static int Named(Workbench bench, Taken taken, Span<int> places)
    {
        var plan = bench.Programme.Plan;
        var own = bench.CandidateCount;
        var count = 0;
        foreach (var offer in plan.TieOrder)
        {
            var sketch = plan.Sketches[offer];
            ref var verdict = ref bench.Verdicts[offer];
            if (!taken.Offers.Contains(sketch.Offer.Code))
            {
                if (bench.IsOn(offer) && verdict.Status == OfferStatus.Applied)
                {
                    verdict = verdict with { Status = OfferStatus.NotChosen, Code = VerdictCode.NotTaken };
                }

                continue;
            }

            if (!bench.IsOn(offer))
            {
                bench.TurnOn(offer);
                verdict = new OfferVerdict(offer, default, VerdictCode.None, -1, 0, -1, default, default);
            }

            places[count++] = bench.PlaceOf(offer, own) is var place and >= 0 ? place : bench.Add(sketch);
            var passed = verdict.Status == OfferStatus.NotChosen ? VerdictCode.None : verdict.Code;
            verdict = verdict with { Status = OfferStatus.Applied, Code = passed, By = -1, BeatenBy = Money.Zero };
        }

        return count;
    }
}
