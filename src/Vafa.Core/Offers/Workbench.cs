using Vafa.Core.Ledger;
using Vafa.Core.Offers.Effects;
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
    private long[] guarded = new long[16];
    private bool[] isGoods = new bool[16];
    private long[] rows = new long[256];

    /// <summary>Of each candidate: by themselves, because the search runs over them alone.</summary>
    private Reach[] reaches = new Reach[32];

    private SaleContext sale;
    private int lineCount;

    private Workbench() { }

    public Programme Programme { get; private set; } = null!;

    public ref readonly SaleContext Sale => ref sale;

    /// <summary>Goods stand in the basket; without any, nothing is earned and nothing handed over.</summary>
    public bool HasGoods { get; private set; }

    /// <summary>What may be taken off goods at most: Σ of the lines' ceilings, within that of the basket.</summary>
    public long GoodsCeiling { get; private set; }

    /// <summary>What the club's maxBasketDiscountPercent lets offers take off all goods together.</summary>
    public long BasketCeiling { get; private set; }

    /// <summary>The margin guard lowered the ceiling of some line.</summary>
    public bool IsGuarded { get; private set; }

    public Candidate[] Candidates { get; private set; } = new Candidate[32];

    public int CandidateCount { get; private set; }

    public Span<long> Weights => weights.AsSpan(0, lineCount);

    public Span<long> Shares => shares.AsSpan(0, lineCount);

    /// <summary>
    /// The most that may be taken off each line: goods up to the club's maxDiscountPercent and down to what the margin
    /// guard wants, all of shipping.
    /// </summary>
    public ReadOnlySpan<long> Caps => caps.AsSpan(0, lineCount);

    /// <summary>By how much the margin guard lowered each line's ceiling.</summary>
    public ReadOnlySpan<long> Guarded => guarded.AsSpan(0, lineCount);

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

    /// <summary>
    /// Adds an offer with what it gives alone; offers come in tie order. Its place among the candidates is given back.
    /// </summary>
    public int Add(OfferSketch sketch)
    {
        if (CandidateCount == Candidates.Length)
        {
            var more = Candidates;
            Array.Resize(ref more, more.Length * 2);
            Array.Resize(ref reaches, more.Length);
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
        if (sketch.IsFixed)
        {
            ref readonly var alone = ref candidate.Alone;
            candidate.IsFixed = true;
            candidate.Earned = alone.Value - Math.BigMul(alone.Discount, Worth.Scale);
            (candidate.Credit, candidate.Points) = (alone.Credit, alone.Points);
            candidate.Earns = alone.Idle == 0 && (alone.Discount == 0 || EarnsSomething(sketch));
        }

        candidate.Back = BackOf(sketch);
        var cap = sketch.Offer.Limits.MaxValue is { } most ? CapOf(most) : 0;
        candidate.MostCredit = Int128.Max(cap, candidate.Alone.Credit);
        candidate.MostPoints = Int128.Max(cap, candidate.Alone.Points);
        reaches[place] = ReachOf(sketch, candidate.Alone);
        return place;
    }

    private Back BackOf(OfferSketch sketch)
    {
        if (sketch.Offer.Limits.MaxValue is not null || sketch.Effects is not [{ Effect: CreditPercent back } effect])
        {
            return default;
        }

        var share = sale.Member is null || !HasGoods ? 0 : back.PercentFor(sale.Member).BasisPoints;
        return new Back(share, back.Max ?? EarningBase.Most, effect.Worth, effect.MaySpend);
    }

    private bool EarnsSomething(OfferSketch sketch)
    {
        var score = default(Score);
        return Earn(sketch, sale.Goods.Minor, 0, ref score);
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
    public long TakeOff(OfferSketch sketch, in EffectSketch effect, long room, Span<long> into)
    {
        effect.Effect.TakeOff(sale, sketch.Offer.Code, Weights, into);
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

            room -= TakeOff(sketch, effect, room, Shares);
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
            (caps, left, guarded) = (new long[lineCount], new long[lineCount], new long[lineCount]);
            isGoods = new bool[lineCount];
        }

        (HasGoods, GoodsCeiling, IsGuarded) = (false, 0, false);
        var club = Programme.Club;
        BasketCeiling =
            club.MaxBasketDiscount == Percent.Hundred ? long.MaxValue : club.MaxBasketDiscount.Of(sale.Goods.Minor);
        for (var i = 0; i < lines.Length; i++)
        {
            ref readonly var line = ref lines[i];
            guarded[i] = 0;
            isGoods[i] = line.Kind == LineKind.Goods;
            caps[i] = line.Kind switch
            {
                LineKind.Goods => club.MaxDiscount.Of(line.Amount.Minor),
                LineKind.Shipping => line.Amount.Minor,
                LineKind.Tip or LineKind.StoredValue => 0,
                _ => 0,
            };
            if (line.Kind == LineKind.Goods)
            {
                HasGoods = true;
                Guard(line, i);
                GoodsCeiling += caps[i];
            }
        }

        GoodsCeiling = Math.Min(GoodsCeiling, BasketCeiling);
    }

    /// <summary>
    /// The margin guard: a line whose cost is known is not sold below it and the club's share on top, rounded up.
    /// </summary>
    private void Guard(in BasketLine line, int i)
    {
        if (MarginRoom(line) is { } room && room < caps[i])
        {
            (guarded[i], caps[i], IsGuarded) = (caps[i] - room, room, true);
        }
    }

    /// <summary>What the margin guard lets be taken off a goods line; null where it says nothing.</summary>
    private long? MarginRoom(in BasketLine line)
    {
        if (Programme.Club.MinMargin is not { } margin || line.UnitCost is not { } cost)
        {
            return null;
        }

        var least = (Int128)cost.Minor * line.Quantity.Thousandths * (Percent.Hundred.BasisPoints + margin.BasisPoints);
        var perUnit = 1_000 * (Int128)Percent.Hundred.BasisPoints;
        return (long)Int128.Max(0, line.Amount.Minor - ((least + perUnit - 1) / perUnit));
    }
}
