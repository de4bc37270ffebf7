using Vafa.Core.Ledger;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>
/// Where one sale is worked out: the sale, its candidates, and room for sums. One a thread, used again for every sale,
/// so that a decision allocates little more than its result.
/// </summary>
internal sealed partial class Workbench
{
    [ThreadStatic]
    private static Workbench? mine;

    private long[] weights = new long[16];
    private long[] shares = new long[16];
    private long[] caps = new long[16];
    private long[] left = new long[16];
    private long[] rows = new long[256];
    private bool[] ruleHolds = new bool[8];
    private SaleContext sale;
    private int lineCount;

    private Workbench() { }

    public Programme Programme { get; private set; } = null!;

    public ref readonly SaleContext Sale => ref sale;

    /// <summary>Goods stand in the basket; without any, nothing is earned and nothing handed over.</summary>
    public bool HasGoods { get; private set; }

    /// <summary>What may be taken off goods at most: Σ of the lines' ceilings.</summary>
    public long GoodsCeiling { get; private set; }

    public Candidate[] Candidates { get; private set; } = new Candidate[32];

    public int CandidateCount { get; private set; }

    public Span<long> Weights => weights.AsSpan(0, lineCount);

    public Span<long> Shares => shares.AsSpan(0, lineCount);

    /// <summary>
    /// The most that may be taken off each line: goods up to the club's maxDiscountPercent, all of shipping.
    /// </summary>
    public ReadOnlySpan<long> Caps => caps.AsSpan(0, lineCount);

    /// <summary>What may still be taken off each line while discounts are granted one after the other.</summary>
    public Span<long> Left => left.AsSpan(0, lineCount);

    public static Workbench For(Programme programme, in SaleContext sale)
    {
        var bench = mine ??= new Workbench();
        bench.Programme = programme;
        bench.sale = sale;
        bench.CandidateCount = 0;
        bench.PrepareLines(sale.Basket);
        bench.PrepareRules();
        return bench;
    }

    /// <summary>Lets go of the sale, so that an idle thread keeps no member in memory.</summary>
    public void Clear()
    {
        sale = default;
        Array.Clear(Candidates, 0, CandidateCount);
        CandidateCount = 0;
    }

    /// <summary>What the earning rules bring of a unit when so much is paid for goods.</summary>
    public long EarnedByRules(int unit, long goods)
    {
        var rules = Programme.Rules;
        var earned = 0L;
        for (var i = 0; i < rules.Length; i++)
        {
            if (ruleHolds[i] && Programme.Plan.RuleUnits[i] == unit)
            {
                earned = Math.Min(earned + rules[i].EarnFrom(goods), EarningBase.Most);
            }
        }

        return earned;
    }

    public bool RuleHolds(int rule) => ruleHolds[rule];

    /// <summary>
    /// Adds an offer with what it gives alone; offers come in tie order. Its place among the candidates is given back.
    /// </summary>
    public int Add(OfferSketch sketch)
    {
        if (CandidateCount == Candidates.Length)
        {
            var more = Candidates;
            Array.Resize(ref more, more.Length * 2);
            Candidates = more;
        }

        var place = CandidateCount++;
        if (rows.Length < CandidateCount * lineCount)
        {
            Array.Resize(ref rows, Math.Max(rows.Length * 2, CandidateCount * lineCount));
        }

        ref var candidate = ref Candidates[place];
        candidate = default;
        candidate.Sketch = sketch;
        if (sketch.TakesOff)
        {
            FillRow(sketch, rows.AsSpan(place * lineCount, lineCount));
        }

        Evaluate([place], out candidate.Alone);
        candidate.Reach = ReachOf(sketch, candidate.Alone);
        return place;
    }

    /// <summary>The place of an offer among the first candidates, or −1.</summary>
    public int PlaceOf(int offer, int count)
    {
        for (var place = 0; place < count; place++)
        {
            if (Candidates[place].Sketch.Index == offer)
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>
    /// What one effect takes off each line, before other offers cut it, within what <c>maxValue</c> leaves.
    /// </summary>
    public long TakeOff(in EffectSketch effect, long room, Span<long> into)
    {
        effect.Effect.TakeOff(sale, Weights, into);
        var total = 0L;
        foreach (var share in into)
        {
            total += share;
        }

        if (total <= room)
        {
            return total;
        }

        into.CopyTo(Weights);
        Split.LargestRemainder(room, Weights, into);
        return room;
    }

    private ReadOnlySpan<long> RowOf(int place) => rows.AsSpan(place * lineCount, lineCount);

    private void FillRow(OfferSketch sketch, Span<long> row)
    {
        row.Clear();
        var room = sketch.Offer.Limits.MaxValue?.Minor ?? long.MaxValue;
        foreach (ref readonly var effect in sketch.Effects.AsSpan())
        {
            if (!effect.Effect.TakesOff)
            {
                continue;
            }

            room -= TakeOff(effect, room, Shares);
            for (var i = 0; i < row.Length; i++)
            {
                row[i] += shares[i];
            }
        }
    }

    private void PrepareLines(Basket basket)
    {
        var lines = basket.Lines.AsSpan();
        lineCount = lines.Length;
        if (weights.Length < lineCount)
        {
            (weights, shares) = (new long[lineCount], new long[lineCount]);
            (caps, left) = (new long[lineCount], new long[lineCount]);
        }

        (HasGoods, GoodsCeiling) = (false, 0);
        var most = Programme.Club.MaxDiscount;
        for (var i = 0; i < lines.Length; i++)
        {
            ref readonly var line = ref lines[i];
            caps[i] = line.Kind switch
            {
                LineKind.Goods => most.Of(line.Amount.Minor),
                LineKind.Shipping => line.Amount.Minor,
                LineKind.Tip or LineKind.StoredValue => 0,
                _ => 0,
            };
            if (line.Kind == LineKind.Goods)
            {
                HasGoods = true;
                GoodsCeiling += caps[i];
            }
        }
    }

    private void PrepareRules()
    {
        var rules = Programme.Rules;
        if (ruleHolds.Length < rules.Length)
        {
            ruleHolds = new bool[rules.Length];
        }

        for (var i = 0; i < rules.Length; i++)
        {
            ruleHolds[i] = HasGoods && sale.Member is not null && (rules[i].When?.Check(sale).Holds ?? true);
        }
    }

    private Reach ReachOf(OfferSketch sketch, in Score alone)
    {
        var reach = new Reach
        {
            Value = alone.Upper,
            OffGoods = alone.OffGoods,
            OffShipping = alone.OffShipping,
            Credit = alone.Credit,
            Points = alone.Points,
        };
        var goods = sale.Goods.Minor;
        var fixedWorth = alone.Upper - (Worth.Scale * ((Int128)alone.OffGoods + alone.OffShipping));
        if (sketch.Offer.Limits.MaxValue is { } most)
        {
            // Where its discount is cut, it may earn more, up to its cap.
            var cap = most.Minor * (Int128)Worth.Scale;
            reach.Value = Int128.Min(cap, Int128.Max(reach.Value, Uncapped(sketch, alone)));
            reach.Fixed = reach.Value;
            reach.Credit = cap;
            reach.Points = cap;
            return reach;
        }

        foreach (ref readonly var effect in sketch.Effects.AsSpan())
        {
            if (effect.Effect is Effects.CreditPercent back && sale.Member is not null && HasGoods)
            {
                var atAll = EarningBase.Share(goods, back.Percent.BasisPoints, Percent.Hundred.BasisPoints);
                if (back.Max is not { } max || atAll <= max)
                {
                    var earned = back.Earn(new EarningBase(goods - alone.OffGoods, 0));
                    fixedWorth -= effect.Worth.Scaled(earned);
                    reach.Slope += (Int128)back.Percent.BasisPoints * effect.Worth.TenThousandths;
                }
            }
        }

        reach.Fixed = fixedWorth;
        return reach;
    }

    /// <summary>What it would give alone without its own cap.</summary>
    private Int128 Uncapped(OfferSketch sketch, in Score alone)
    {
        var worth = Worth.Scale * ((Int128)alone.OffGoods + alone.OffShipping);
        foreach (ref readonly var effect in sketch.Effects.AsSpan())
        {
            worth += effect.Worth.Scaled(Earned(effect, sale.Goods.Minor));
            worth += Worth.Scale * (Int128)HandedOver(effect, Int128.MaxValue, out _);
        }

        return worth;
    }
}
