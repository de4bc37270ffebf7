namespace Vafa.Core.Offers;

/// <summary>
/// An offer that this sale has earned, with what it gives alone and how far it could reach beside others.
/// </summary>
internal struct Candidate
{
    public OfferSketch Sketch;

    /// <summary>What it gives without any other offer.</summary>
    public Score Alone;

    /// <summary>See <see cref="Reach"/>.</summary>
    public Reach Reach;

    /// <summary>
    /// What it earns, hands over and promises does not hang on what other offers take off; then the four below hold it.
    /// </summary>
    public bool IsFixed;

    /// <summary>Worth of that, in ten-thousandths.</summary>
    public Int128 Earned;

    public Int128 Credit;

    public Int128 Points;

    /// <summary>Whether it is anything at all, if only worth nothing.</summary>
    public bool Earns;
}

/// <summary>
/// How much an offer, or several, can add at most to any combination. Other offers only cut discounts and shrink the
/// earning base, so what an offer gives alone bounds what it gives beside others.
/// </summary>
internal struct Reach
{
    /// <summary>Worth, in ten-thousandths.</summary>
    public Int128 Value;

    public long OffGoods;

    public long OffShipping;

    /// <summary>Worth that does not hang on what is paid for goods, without discounts on goods.</summary>
    public Int128 Fixed;

    /// <summary>Worth in ten-thousandths for each 10,000 paid for goods.</summary>
    public Int128 Slope;

    public Int128 Credit;

    public Int128 Points;

    public static Reach Most(in Reach a, in Reach b) =>
        new()
        {
            Value = Int128.Max(a.Value, b.Value),
            OffGoods = Math.Max(a.OffGoods, b.OffGoods),
            OffShipping = Math.Max(a.OffShipping, b.OffShipping),
            Fixed = Int128.Max(a.Fixed, b.Fixed),
            Slope = Int128.Max(a.Slope, b.Slope),
            Credit = Int128.Max(a.Credit, b.Credit),
            Points = Int128.Max(a.Points, b.Points),
        };

    public void Add(in Reach more)
    {
        Value += more.Value;
        OffGoods += more.OffGoods;
        OffShipping += more.OffShipping;
        Fixed += more.Fixed;
        Slope += more.Slope;
        Credit += more.Credit;
        Points += more.Points;
    }

    public void Take(in Reach less)
    {
        Value -= less.Value;
        OffGoods -= less.OffGoods;
        OffShipping -= less.OffShipping;
        Fixed -= less.Fixed;
        Slope -= less.Slope;
        Credit -= less.Credit;
        Points -= less.Points;
    }
}
