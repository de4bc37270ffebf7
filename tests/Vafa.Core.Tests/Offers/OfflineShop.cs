using System.Collections.Immutable;
using System.Globalization;
using Vafa.Core.Ledger;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Tests.Tiers;
using Vafa.Core.Tiers;
using Vafa.Core.Values;

namespace Vafa.Core.Tests.Offers;

/// <summary>Programmes and baskets by chance, of every word that a till can work out and some that it cannot.</summary>
internal static class OfflineShop
{
    public static Shop ShopOf(Random random, RandomConditions words)
    {
        var shop = new Shop
        {
            MaxDiscount = random.Next(3) == 0 ? new Percent(random.Next(0, 8) * 1250) : Percent.Hundred,
            MaxBasketDiscount = random.Next(3) == 0 ? new Percent(random.Next(1, 8) * 1250) : Percent.Hundred,
            MinMargin = random.Next(12) == 0 ? new Percent(1500) : null,
            Holdout = random.Next(9) == 0 ? new Percent(5_000) : default,
        };
        shop.Units[0] = Shop.Unit("credit", 4_000, spends: 1_0000);
        if (random.Next(3) == 0)
        {
            var caps = new EarningCaps(random.Next(2) == 0 ? random.Next(40) : null, random.Next(90), null, null);
            shop.Units[1] = shop.Units[1] with { Caps = caps };
        }

        shop.Rule("r1", "\"unit\": \"points\", \"perAmount\": 1000, \"earn\": 1");
        shop.Rule("r2", $"\"unit\": \"credit\", \"percent\": 2.5, \"when\": {Tree(random, words)}");
        shop.Rule("r3", "\"unit\": \"points\", \"perAmount\": 700, \"earn\": 3, \"rounding\": \"proportional\"");
        foreach (var sku in new[] { "s0", "s1" })
        {
            shop.Prices[sku] = new Money(random.Next(0, 9_000));
        }

        for (var n = random.Next(1, 8); n > 0; n--)
        {
            var offer = PlainOffer.Random(random, n);
            var give = random.Next(2) == 0 ? offer.Give : Pieces(random);
            var when = random.Next(3) == 0 ? "null" : Tree(random, words);
            var limits =
                $"\"limits\": {{\"maxValue\": {offer.MaxValue?.ToString(CultureInfo.InvariantCulture) ?? "null"}"
                + (random.Next(4) == 0 ? $", \"perMember\": {{\"uses\": {random.Next(1, 3)}}}" : "")
                + (random.Next(4) == 0 ? $", \"uses\": {random.Next(1, 3)}" : "")
                + (random.Next(4) == 0 ? $", \"budget\": {random.Next(1, 20_000)}" : "")
                + "}";
            var plain = offer.Rest[..offer.Rest.IndexOf("\"limits\"", StringComparison.Ordinal)];
            var holdout = random.Next(6) == 0 ? ", \"holdout\": 50" : "";
            shop.Offer(offer.Code, give, when, plain + limits + holdout);
        }

        return shop;
    }

    /// <summary>A tree of every word, or one that a little more in the basket would meet.</summary>
    private static string Tree(Random random, RandomConditions words) =>
        random.Next(3) switch
        {
            0 => words.Tree(),
            1 => $$$"""{"basketTotal": {"{{{Bound(random)}}}": {{{random.Next(1, 90_000)}}}}}""",
            _ => $$$"""
                {"all": [{"productGroup": {"in": ["c0", "c1"], "quantity": {{{random.Next(1, 4)}}},
                "amount": {{{random.Next(1, 30_000)}}}}}, {"basketPieces": {"quantity": {{{random.Next(1, 7)}}}}}]}
                """,
        };

    private static string Bound(Random random) => random.Next(2) == 0 ? "atLeast" : "moreThan";

    /// <summary>Effects that look at single pieces.</summary>
    private static string Pieces(Random random)
    {
        var on = random.Next(3) switch
        {
            0 => "\"on\": \"basket\"",
            1 => "\"on\": \"product\", \"in\": [\"s1\", \"s2\"]",
            _ => "\"on\": \"productGroup\", \"in\": [\"c1\", \"c2\"]",
        };
        var some = on.Contains("basket", StringComparison.Ordinal) ? "\"on\": \"brand\", \"in\": [\"b0\"]" : on;
        var past = on.Contains("basket", StringComparison.Ordinal)
            ? "\"on\": \"product\", \"in\": [\"s0\", \"s3\"]"
            : on;
        var percent = random.Next(1, 101);
        var (price, number) = (random.Next(0, 9_000), random.Next(2, 4));
        var (many, times) = (Maybe(random, "quantity", 3), Maybe(random, "times", 3));
        return random.Next(8) switch
        {
            0 => $$$"""{"fixedPrice": {"price": {{{price}}}, {{{some}}}{{{many}}}}}""",
            1 => $$$"""{"itemDiscount": {"which": "cheapest", "percent": {{{percent}}}, {{{on}}}{{{many}}}}}""",
            2 => $$$"""{"itemDiscount": {"which": "dearest", "percent": {{{percent}}}, {{{on}}}}}""",
            3 => $$$"""{"quantityStep": {"every": {{{number}}}, "percent": {{{percent}}}, {{{on}}}{{{times}}}}}""",
            4 => $$$"""{"stampCard": {"every": {{{random.Next(2, 6)}}}, "percent": {{{percent}}}, {{{past}}}}}""",
            5 => $$$"""{"discountAmount": {"amount": {{{random.Next(1, 4_000)}}}, {{{on}}}, "each": "line"}}""",
            6 => $$$"""{"discountAmount": {"amount": {{{random.Next(1, 4_000)}}}, {{{on}}}, "each": "piece"}}""",
            _ => $$$"""{"discountPercent": {"percent": {{{percent}}}, {{{on}}}, "lineQuantity": {{{number}}}}}""",
        };
    }

    private static string Maybe(Random random, string field, int below) =>
        random.Next(2) == 0 ? "" : $", \"{field}\": {random.Next(1, below)}";

    public static ImmutableArray<BasketLine> Lines(Random random) =>
        [
            .. Enumerable
                .Range(0, random.Next(1, 6))
                .Select(_ =>
                {
                    var quantity = random.Next(6) == 0 ? random.Next(1, 3_000) / 1000m : random.Next(1, 5);
                    var amount = random.Next(8) == 0 ? 0 : random.Next(1, 30_000);
                    var (group, sku) = (random.Next(4) == 0 ? null : "c" + random.Next(4), "s" + random.Next(5));
                    var line = Shop.Goods(amount, group, random.Next(5) == 0 ? null : sku, quantity);
                    return line with { Brand = random.Next(2) == 0 ? "B" + random.Next(2) : null };
                }),
        ];

    public static ImmutableArray<string> Paid(Random random) =>
        random.Next(3) switch
        {
            0 => [],
            1 => ["card"],
            _ => ["cash", "card"],
        };

    public static Programme WithTiers(Programme plain, Random random)
    {
        var times = new TierTimes("points", random.Next(101, 300));
        var ladder = Ladders.Plain(LadderSpan.Year);
        return new Programme(
            1,
            plain.Club,
            plain.Units,
            plain.Rules,
            plain.Offers,
            plain.Festivals,
            [ladder with { Tiers = [.. ladder.Tiers.Select(t => t with { Earning = [times] })] }]
        );
    }

    public static List<OfferCount> Counts(Random random, Programme programme) =>
        [
            .. programme.Needs.Counted.Select(c => new OfferCount(
                c.Offer,
                random.Next(3),
                new Money(random.Next(9_000))
            )
            {
                Scope = c.Scope,
            }),
        ];
}
