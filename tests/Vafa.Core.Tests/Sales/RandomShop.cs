using Shouldly;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Tests.Sales;

/// <summary>Shops, baskets and offers by chance, small enough that offers meet on the same lines.</summary>
internal static class RandomShop
{
    public const long PerPoint = 1_000;

    public static (Shop Shop, BasketLine[] Lines, List<PlainOffer> Offers) Of(
        Random random,
        int count,
        bool capped = false
    )
    {
        var shop = new Shop
        {
            MaxDiscount = random.Next(3) == 0 ? new Percent(random.Next(0, 8) * 1250) : Percent.Hundred,
            MaxBasketDiscount = random.Next(3) == 0 ? new Percent(random.Next(1, 8) * 1250) : Percent.Hundred,
            MinMargin = random.Next(3) == 0 ? new Percent(random.Next(0, 3) * 1500) : null,
            Member = Shop.Somebody(wallets: [("credit", random.Next(0, 50_000))]),
        };
        shop.Units[0] = Shop.Unit("credit", 4_000, spends: 1_0000);
        shop.Rule("points", $"\"unit\": \"points\", \"perAmount\": {PerPoint}, \"earn\": 1");
        foreach (var sku in new[] { "s0", "s1" })
        {
            shop.Prices[sku] = new Money(random.Next(0, 9_000));
        }

        var offers = Enumerable.Range(1, count).Select(n => PlainOffer.Random(random, n, capped)).ToList();
        foreach (var offer in offers)
        {
            shop.Offer(offer.Code, offer.Give, rest: offer.Rest);
        }

        // A fact of a sale, and so only of what an offer might give.
        shop.Gone.AddRange(shop.Programme.Needs.FreeProducts.Where(_ => random.Next(6) == 0));

        return (shop, Lines(random), offers);
    }

    /// <summary>What must be true of every decision.</summary>
    public static void Check(Shop shop, Decision decision, BasketLine[] lines)
    {
        decision.LineDiscounts.Sum(d => d.Minor).ShouldBe(decision.Discount.Minor);
        decision.LineSpent.Sum(s => s.Minor).ShouldBe(decision.Spent.Minor);
        decision.Total.Minor.ShouldBe(lines.Sum(l => l.Amount.Minor));
        decision.Payable.Minor.ShouldBeGreaterThanOrEqualTo(0);
        decision.Earned.ShouldAllBe(e => e.Amount > 0);
        decision.Offers.Length.ShouldBe(shop.Programme.Offers.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            var (off, spent) = (decision.LineDiscounts[i].Minor, decision.LineSpent[i].Minor);
            off.ShouldBeGreaterThanOrEqualTo(0);
            spent.ShouldBeGreaterThanOrEqualTo(0);
            (off + spent).ShouldBeLessThanOrEqualTo(lines[i].Amount.Minor);
            if (lines[i].Kind == LineKind.Goods)
            {
                off.ShouldBeLessThanOrEqualTo(shop.MaxDiscount.Of(lines[i].Amount.Minor));
            }
        }

        var goods = lines.Where(l => l.Kind == LineKind.Goods).ToList();
        var offGoods = lines.Select((l, i) => l.Kind == LineKind.Goods ? decision.LineDiscounts[i].Minor : 0).Sum();
        offGoods.ShouldBeLessThanOrEqualTo(shop.MaxBasketDiscount.Of(goods.Sum(l => l.Amount.Minor)));
        foreach (var verdict in decision.Offers)
        {
            verdict.BeatenBy.Minor.ShouldBeGreaterThanOrEqualTo(0);
            verdict.Value.Minor.ShouldBeGreaterThanOrEqualTo(0);
            var given = decision.Given.Where(g => g.Offer == verdict.Offer).Sum(g => g.Value.Minor);
            (verdict.Status == OfferStatus.Applied || given == 0).ShouldBeTrue();
        }
    }

    private static BasketLine[] Lines(Random random)
    {
        var lines = new List<BasketLine>();
        for (var n = random.Next(0, 5); n >= 0; n--)
        {
            var line = Shop.Goods(
                random.Next(8) == 0 ? 0 : random.Next(1, 30_000),
                "c" + random.Next(4),
                "s" + random.Next(5),
                random.Next(1, 4)
            );
            lines.Add(line with { UnitCost = random.Next(2) == 0 ? new Money(random.Next(0, 12_000)) : null });
        }

        if (random.Next(3) == 0)
        {
            lines.Add(Shop.Other((LineKind)random.Next(1, 4), random.Next(0, 8_000)));
        }

        return [.. lines];
    }
}
