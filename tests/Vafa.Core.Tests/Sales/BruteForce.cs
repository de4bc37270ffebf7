using System.Numerics;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Tests.Sales;

/// <summary>
/// The rules of choosing (semantics 1 to 5) once more, as plainly as can be: every allowed combination is worked out
/// and the best is kept. Shares nothing with the product but the basket and the split by largest remainder.
/// </summary>
internal sealed class BruteForce
{
    private readonly BasketLine[] lines;
    private readonly int maxDiscountBasisPoints;
    private readonly long basketCeiling;
    private readonly int? marginBasisPoints;
    private readonly long perAmount;
    private readonly Dictionary<string, long> prices;
    private readonly List<string> gone;

    /// <param name="perAmount">One point for each so much paid for goods.</param>
    public BruteForce(BasketLine[] lines, Shop shop, long perAmount, Dictionary<string, long> prices)
    {
        this.lines = lines;
        maxDiscountBasisPoints = shop.MaxDiscount.BasisPoints;
        marginBasisPoints = shop.MinMargin?.BasisPoints;
        var goods = lines.Where(l => l.Kind == LineKind.Goods).Sum(l => l.Amount.Minor);
        basketCeiling = (long)((BigInteger)goods * shop.MaxBasketDiscount.BasisPoints / 10_000);
        this.perAmount = perAmount;
        this.prices = prices;
        gone = shop.Gone;
    }

    private static BigInteger WorthOf(string unit) =>
        unit switch
        {
            "credit" => 4_000,
            "points" => 500_0000,
            _ => 0,
        };

    /// <summary>In the order of the ties: priority, then age.</summary>
    public static List<PlainOffer> InOrder(List<PlainOffer> offers) =>
        [
            .. offers
                .Select((o, age) => (o, age))
                .OrderByDescending(x => x.o.Priority)
                .ThenBy(x => x.age)
                .Select(x => x.o),
        ];

    /// <summary>The best combination: its value, its discount, and the codes of those that give something.</summary>
    public Result Best(List<PlainOffer> offers)
    {
        var inOrder = InOrder(offers);
        Result? best = null;
        for (var mask = 0; mask < 1 << inOrder.Count; mask++)
        {
            var chosen = Enumerable.Range(0, inOrder.Count).Where(i => (mask >> i & 1) != 0).ToList();
            if (chosen.Any(a => chosen.Any(b => a < b && !inOrder[a].GoesWith(inOrder[b]))))
            {
                continue;
            }

            var result = Reckon([.. chosen.Select(i => inOrder[i])], inOrder);
            if (best is null || result.Against(best) > 0)
            {
                best = result;
            }
        }

        return best!;
    }

    public Result Reckon(List<PlainOffer> chosen, List<PlainOffer> inOrder)
    {
        var left = lines.Select(Ceiling).ToArray();
        var basket = basketCeiling;
        var granted = chosen.ToDictionary(o => o.Code, o => Grant(o, left, ref basket));
        var offGoods = lines.Select((l, i) => l.Kind == LineKind.Goods ? Ceiling(l) - left[i] : 0).Sum();
        var off = lines.Select((l, i) => Ceiling(l) - left[i]).Sum();
        var paid = lines.Where(l => l.Kind == LineKind.Goods).Sum(l => l.Amount.Minor) - offGoods;
        BigInteger value = off * (BigInteger)10_000,
            credit = 0,
            points = 0;
        var giving = new List<int>();
        foreach (var offer in chosen)
        {
            var something = granted[offer.Code] > 0;
            BigInteger? room = offer.MaxValue is { } max ? (max - granted[offer.Code]) * (BigInteger)10_000 : null;
            foreach (var free in offer.Effects.Where(e => e.Kind is PlainKind.FreeItem or PlainKind.Promise))
            {
                if (free.Kind == PlainKind.Promise)
                {
                    BigInteger promised = free.Amount * (BigInteger)10_000;
                    promised = room is { } most && promised > most ? most : promised;
                    something |= lines.Any(l => l.Kind == LineKind.Goods);
                    value += lines.Any(l => l.Kind == LineKind.Goods) ? promised : 0;
                    room -= promised;
                    continue;
                }

                var pieces = HandedOver(free);
                var price = prices.GetValueOrDefault(free.Of) * (BigInteger)10_000;
                while (room is { } r && pieces * price > r)
                {
                    pieces--;
                }

                something |= pieces > 0;
                value += pieces * price;
                room -= pieces * price;
            }

            foreach (var effect in offer.Effects)
            {
                var amount = Earned(effect, paid);
                var worth = WorthOf(effect.Of);
                if (room is { } r && worth > 0 && amount * worth > r)
                {
                    amount = (long)(r / worth);
                }

                something |= amount > 0;
                value += amount * worth;
                room -= amount * worth;
                credit += effect.Of == "credit" ? amount * worth : 0;
                points += effect.Of == "credit" ? 0 : amount * worth;
            }

            if (something)
            {
                giving.Add(inOrder.IndexOf(offer));
            }
        }

        return new Result(value, off, credit, points, giving, [.. giving.Select(i => inOrder[i].Code)]);
    }

    private long Ceiling(BasketLine line) =>
        line.Kind switch
        {
            LineKind.Goods => Math.Min(
                (long)((BigInteger)line.Amount.Minor * maxDiscountBasisPoints / 10_000),
                AboveCost(line)
            ),
            LineKind.Shipping => line.Amount.Minor,
            _ => 0,
        };

    /// <summary>What may be taken off until the line is sold at cost and margin; no margin is a rial short.</summary>
    private long AboveCost(BasketLine line)
    {
        if (marginBasisPoints is not { } margin || line.UnitCost is not { } cost)
        {
            return long.MaxValue;
        }

        var exact = (BigInteger)cost.Minor * line.Quantity.Thousandths * (10_000 + margin);
        var least = exact / 10_000_000 + (exact % 10_000_000 > 0 ? 1 : 0);
        return (long)BigInteger.Max(0, line.Amount.Minor - least);
    }

    private long Grant(PlainOffer offer, long[] left, ref long basket)
    {
        var room = offer.MaxValue ?? long.MaxValue;
        var granted = 0L;
        foreach (var shares in offer.Effects.Select(Shares).Where(s => s is not null))
        {
            var total = shares!.Sum();
            if (total > room)
            {
                var weights = shares!.ToArray();
                Split.LargestRemainder(room, weights, shares);
                total = room;
            }

            room -= total;
            var parts = left.Select((l, i) => Math.Min(l, shares![i])).ToArray();
            var goods = parts.Select((p, i) => lines[i].Kind == LineKind.Goods ? p : 0).ToArray();
            if (goods.Sum() > basket)
            {
                var cut = new long[goods.Length];
                Split.LargestRemainder(basket, goods, cut);
                parts = [.. parts.Select((p, i) => lines[i].Kind == LineKind.Goods ? cut[i] : p)];
            }

            for (var i = 0; i < left.Length; i++)
            {
                left[i] -= parts[i];
                granted += parts[i];
                basket -= lines[i].Kind == LineKind.Goods ? parts[i] : 0;
            }
        }

        return granted;
    }

    /// <summary>What an effect takes off each line before cuts; nothing for one that takes nothing off.</summary>
    private long[]? Shares(PlainEffect effect)
    {
        long[] Weights(Func<BasketLine, bool> covers) =>
            [.. lines.Select(l => l.Kind == LineKind.Goods && covers(l) ? l.Amount.Minor : 0)];

        long[] Spread(long[] weights, BigInteger total)
        {
            var shares = new long[weights.Length];
            Split.LargestRemainder((long)total, weights, shares);
            return shares;
        }

        switch (effect.Kind)
        {
            case PlainKind.PercentOff or PlainKind.PercentOffGroup:
                var weights = Weights(l => effect.Kind == PlainKind.PercentOff || l.Group == effect.Of);
                var total = (BigInteger)weights.Sum() * effect.Amount / 10_000;
                return Spread(weights, effect.Max is { } max ? BigInteger.Min(total, max) : total);
            case PlainKind.AmountOff:
                var all = Weights(_ => true);
                return Spread(all, Math.Min(effect.Amount, all.Sum()));
            case PlainKind.FreeShipping:
                return [.. lines.Select(l => l.Kind == LineKind.Shipping ? l.Amount.Minor : 0)];
            case PlainKind.FreeItem:
                var wanted = gone.Contains(effect.Of) ? 0 : effect.Amount;
                return
                [
                    .. lines.Select(l =>
                    {
                        var pieces =
                            l.Kind == LineKind.Goods && l.Sku == effect.Of ? (int)(l.Quantity.Thousandths / 1000) : 0;
                        var taken = Math.Min(wanted, pieces);
                        wanted -= taken;
                        return pieces == 0 ? 0 : l.Amount.Minor * taken / pieces;
                    }),
                ];
            default:
                return null;
        }
    }

    private int HandedOver(PlainEffect free) =>
        gone.Contains(free.Of)
            ? 0
            : free.Amount
                - Math.Min(
                    free.Amount,
                    lines
                        .Where(l => l.Kind == LineKind.Goods && l.Sku == free.Of)
                        .Sum(l => (int)(l.Quantity.Thousandths / 1000))
                );

    private long Earned(PlainEffect effect, long paid) =>
        effect.Kind switch
        {
            PlainKind.CreditPercent => Math.Min(
                (long)((BigInteger)paid * effect.Amount / 10_000),
                effect.Max ?? long.MaxValue
            ),
            PlainKind.Points or PlainKind.Gift => effect.Amount,
            PlainKind.Multiplier => paid / perAmount * (effect.Amount - 100) / 100,
            _ => 0,
        };

    /// <summary>A combination worked out. The greater is the better for the customer.</summary>
    internal sealed record Result(
        BigInteger Value,
        long Discount,
        BigInteger Credit,
        BigInteger Points,
        List<int> Places,
        string[] Codes
    )
    {
        public int Against(Result other)
        {
            int[] keys =
            [
                Value.CompareTo(other.Value),
                Discount.CompareTo(other.Discount),
                Credit.CompareTo(other.Credit),
                Points.CompareTo(other.Points),
                .. Places.Zip(other.Places, (mine, theirs) => theirs.CompareTo(mine)),
                Places.Count.CompareTo(other.Places.Count),
            ];
            return Array.Find(keys, k => k != 0);
        }
    }
}
