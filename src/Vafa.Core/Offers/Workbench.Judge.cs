using System.Numerics;
using Vafa.Core.Ledger;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>
/// The fate of every offer that is on, before the choice: hold-out, conditions, limits.
/// </summary>
internal sealed partial class Workbench
{
    private OfferVerdict[] verdicts = new OfferVerdict[64];
    private long[] onAt = new long[64];
    private long sitting;
    private bool turnedOn;
    private Stretch stretch = null!;
    private bool heldOut;

    /// <summary>By index of the offer; of use only where <see cref="IsOn"/>.</summary>
    public Span<OfferVerdict> Verdicts => verdicts.AsSpan(0, Programme.Offers.Length);

    public bool IsOn(int offer) => onAt[offer] == sitting;

    /// <summary>Counts an offer as on though its schedule says otherwise: it was granted elsewhere.</summary>
    public void TurnOn(int offer) => (onAt[offer], turnedOn) = (sitting, true);

    /// <summary>The verdicts of the offers that are on, by their index.</summary>
    public OfferVerdict[] OfThoseOn()
    {
        var may = turnedOn ? Programme.Plan.Everything : stretch.ByIndex;
        var count = 0;
        foreach (var offer in may)
        {
            count += IsOn(offer) ? 1 : 0;
        }

        var said = new OfferVerdict[count];
        var n = 0;
        foreach (var offer in may)
        {
            if (IsOn(offer))
            {
                said[n++] = verdicts[offer];
            }
        }

        return said;
    }

    /// <summary>Judges all live offers and adds those that the sale has earned as candidates, in tie order.</summary>
    public void Judge(IReadOnlyList<OfferCount> counts)
    {
        var plan = Programme.Plan;
        if (verdicts.Length < plan.Sketches.Length)
        {
            (verdicts, onAt) = (new OfferVerdict[plan.Sketches.Length], new long[plan.Sketches.Length]);
        }

        heldOut = sale.Member is { } member && Hold.Holds(Hold.OfClub, member.Id, Programme.Club.Holdout);
        (stretch, turnedOn) = (plan.Times.At(sale.At), false);
        sitting++;
        foreach (var list in stretch.Lists)
        {
            var on = list.On(sale);
            var met = list.Met(sale);
            for (; on != 0; on &= on - 1)
            {
                var sketch = list.Offers[BitOperations.TrailingZeroCount(on)];
                onAt[sketch.Index] = sitting;
                verdicts[sketch.Index] = Judge(sketch, (met & on & (0 - on)) != 0, counts);
            }
        }
    }

    /// <param name="met">Its conditions hold; if not, they are asked one by one for the reason.</param>
    private OfferVerdict Judge(OfferSketch sketch, bool met, IReadOnlyList<OfferCount> counts)
    {
        var offer = sketch.Offer;
        var verdict = met ? Verdict.Yes : offer.When!.Check(sale);
        if (heldOut || (sale.Member is { } held && sketch.HoldsOut(held.Id)))
        {
            // The node says whether the conditions would have been met: what hold-out is there to measure.
            return No(sketch, OfferStatus.HeldOut, VerdictCode.Holdout, verdict);
        }

        if (sale.Member is null && (sketch.OnlyForMembers || verdict.NoMember))
        {
            return No(sketch, OfferStatus.NotEligible, VerdictCode.MembersOnly, verdict);
        }

        if (!verdict.Holds)
        {
            return No(sketch, OfferStatus.NotEligible, VerdictCode.Condition, verdict);
        }

        if (
            sale.Member is { } member
            && offer.Limits.PerMember is { } limit
            && member.OfferUses is { } used
            && used.TryGetValue(offer.Code, out var times)
            && times >= limit.Uses
        )
        {
            return No(sketch, OfferStatus.UsedUp, VerdictCode.MemberLimit, verdict);
        }

        foreach (ref readonly var counter in sketch.Counters.AsSpan())
        {
            if (counter.Limit.Uses is { } uses && CountOf(sketch, counter, counts).Uses >= uses)
            {
                return No(sketch, OfferStatus.UsedUp, UsedUp(counter.Scope, VerdictCode.Uses), verdict);
            }
        }

        return Weigh(sketch, counts);
    }

    private static VerdictCode UsedUp(CountScope scope, VerdictCode inAll) =>
        scope switch
        {
            CountScope.Period => VerdictCode.PeriodLimit,
            CountScope.Branch => VerdictCode.BranchLimit,
            _ => inAll,
        };

    /// <summary>Makes it a candidate unless it gives nothing here, or more than is left of its budget.</summary>
    private OfferVerdict Weigh(OfferSketch sketch, IReadOnlyList<OfferCount> counts)
    {
        var place = Add(sketch);
        ref readonly var alone = ref Candidates[place].Alone;
        var code = alone.Idle > 0 ? GivesNothing(place) : OverBudget(sketch, alone, counts);
        var status = code switch
        {
            VerdictCode.Budget or VerdictCode.PeriodLimit or VerdictCode.BranchLimit => OfferStatus.UsedUp,
            VerdictCode.Margin or VerdictCode.ProductGone => OfferStatus.NotEligible,
            _ => OfferStatus.NotChosen,
        };
        var verdict = Said(Candidates[place], status, code);
        if (code == VerdictCode.None)
        {
            return verdict;
        }

        CandidateCount--;
        return code == VerdictCode.GivesNothing && NearestEffect(sketch) is (>= 0 and var effect, var missing)
            ? No(sketch, OfferStatus.NotEligible, VerdictCode.NotReached, new Verdict(false, effect, missing))
            : verdict;
    }

    /// <summary>
    /// Why it gives nothing, where that is more than this sale: what it gives is sold no more, or the margin guard
    /// leaves nothing to take off.
    /// </summary>
    private VerdictCode GivesNothing(int place)
    {
        if (!sale.Basket.Gone.IsEmpty && GivesWhatIsGone(Candidates[place].Sketch))
        {
            return VerdictCode.ProductGone;
        }

        if (!IsGuarded || !Candidates[place].Sketch.TakesOff)
        {
            return VerdictCode.GivesNothing;
        }

        var row = RowOf(place);
        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] > 0 && guarded[i] > 0)
            {
                return VerdictCode.Margin;
            }
        }

        return VerdictCode.GivesNothing;
    }

    private bool GivesWhatIsGone(OfferSketch sketch)
    {
        foreach (ref readonly var effect in sketch.Effects.AsSpan())
        {
            var goods = effect.Effect.FreeProducts;
            if (!goods.IsEmpty && goods.All(sale.Basket.Gone.Contains))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first effect that a few pieces more would bring, and how many.</summary>
    private (int Effect, long Missing) NearestEffect(OfferSketch sketch)
    {
        for (var e = 0; e < sketch.Effects.Length; e++)
        {
            if (sketch.Effects[e].Effect.Near(sale) is > 0 and var missing)
            {
                return (e, missing);
            }
        }

        return (-1, 0);
    }

    /// <summary>The first budget of which less is left than it would give; none when all have enough.</summary>
    private static VerdictCode OverBudget(OfferSketch sketch, in Score alone, IReadOnlyList<OfferCount> counts)
    {
        foreach (ref readonly var counter in sketch.Counters.AsSpan())
        {
            if (
                counter.Limit.Budget is { } budget
                && alone.Value > Worth.Scale * ((Int128)budget.Minor - CountOf(sketch, counter, counts).Given.Minor)
            )
            {
                return UsedUp(counter.Scope, VerdictCode.Budget);
            }
        }

        return VerdictCode.None;
    }

    private static OfferCount CountOf(OfferSketch sketch, in CounterSketch counter, IReadOnlyList<OfferCount> counts)
    {
        if (counter.Place < counts.Count && IsOf(counts[counter.Place], sketch, counter))
        {
            return counts[counter.Place];
        }

        for (var i = 0; i < counts.Count; i++)
        {
            if (IsOf(counts[i], sketch, counter))
            {
                return counts[i];
            }
        }

        return default;
    }

    private static bool IsOf(in OfferCount count, OfferSketch sketch, in CounterSketch counter) =>
        count.Scope == counter.Scope && string.Equals(count.Offer, sketch.Offer.Code, StringComparison.Ordinal);

    private static OfferVerdict No(OfferSketch sketch, OfferStatus status, VerdictCode code, in Verdict why) =>
        new(sketch.Index, status, code, why.Node, why.Missing, -1, Money.Zero, Money.Zero);

    private static OfferVerdict Said(in Candidate of, OfferStatus status, VerdictCode code) =>
        new(of.Sketch.Index, status, code, -1, 0, -1, new Money(Score.Whole(of.Alone.Value)), Money.Zero);
}
