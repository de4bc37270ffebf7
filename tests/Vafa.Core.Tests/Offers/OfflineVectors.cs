using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Vafa.Core.Ledger;
using Vafa.Core.Offers;
using Vafa.Core.Offers.Offline;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Tests.Tiers;
using Vafa.Core.Tiers;
using Vafa.Core.Values;

namespace Vafa.Core.Tests.Offers;

/// <summary>
/// Sales by chance with what a till without network is told of them and what <see cref="Decide"/> makes of them. The
/// till's pages work the same sales out in their own tests.
/// </summary>
internal static class OfflineVectors
{
    private static readonly Wording English = new(Persian: false, Toman: false) { Names = (_, _) => null };

    public static string Of(int seed)
    {
        var random = new Random(seed);
        var words = new RandomConditions(random);
        var shop = ShopOf(random, words);
        var whole = WithTiers(shop.Programme, random);
        var counts = Counts(random, whole);
        var gone = whole.Needs.FreeProducts.Where(_ => random.Next(6) == 0).ToImmutableArray();
        var place = new OfflinePlan.Place("main", shop.Now, shop.Prices, gone, counts);
        var plan = OfflinePlan.Of(whole, place, English);
        var member = random.Next(5) == 0 ? null : words.Member(whole.Needs);
        member = member is null ? null : Used(member, random, whole);
        var basket = new Basket(Lines(random), "main", Channel.Store, Paid(random), [], [])
        {
            Prices = shop.Prices,
            Gone = gone,
        };

        // What only Vafa itself can check is left out on both sides.
        var told = plan.Json["offers"]!.AsArray().Select(o => (string)o!["code"]!).ToHashSet(StringComparer.Ordinal);
        var programme = new Programme(
            whole.Version,
            whole.Club with
            {
                MinMargin = null,
            },
            whole.Units,
            [.. whole.Rules.Where(r => !plan.Unchecked.Contains(r.Code))],
            [.. whole.Offers.Where(o => told.Contains(o.Code))],
            whole.Festivals,
            whole.Ladders
        );
        var facts = member is null ? null : Again(member, whole, programme);
        var decision = Decide.Sale(programme, basket, facts, counts, shop.Now).Value;
        return new JsonObject
        {
            ["plan"] = plan.Json.DeepClone(),
            ["member"] = member is null ? null : StandingOf(plan.Of(member)),
            ["lines"] = new JsonArray([.. basket.Lines.Select(LineOf)]),
            ["paid"] = new JsonArray([.. basket.PaymentMethods.Select(m => (JsonNode)m)]),
            ["at"] = shop.Now.ToUnixTimeMilliseconds(),
            ["expect"] = Expected(decision, programme),
        }.ToJsonString();
    }

    private static Shop ShopOf(Random random, RandomConditions words)
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
            1 =>
                $$$"""{"basketTotal": {"{{{(random.Next(2) == 0 ? "atLeast" : "moreThan")}}}": {{{random.Next(1, 90_000)}}}}}""",
            _ => $$$"""
                {"all": [{"productGroup": {"in": ["c0", "c1"], "quantity": {{{random.Next(1, 4)}}},
                "amount": {{{random.Next(1, 30_000)}}}}}, {"basketPieces": {"quantity": {{{random.Next(1, 7)}}}}}]}
                """,
        };

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
        return random.Next(8) switch
        {
            0 =>
                $$$"""{"fixedPrice": {"price": {{{random.Next(0, 9_000)}}}, {{{some}}}{{{Maybe(random, "quantity", 5)}}}}}""",
            1 =>
                $$$"""{"itemDiscount": {"which": "cheapest", "percent": {{{percent}}}, {{{on}}}{{{Maybe(random, "quantity", 3)}}}}}""",
            2 => $$$"""{"itemDiscount": {"which": "dearest", "percent": {{{percent}}}, {{{on}}}}}""",
            3 =>
                $$$"""{"quantityStep": {"every": {{{random.Next(2, 4)}}}, "percent": {{{percent}}}, {{{on}}}{{{Maybe(random, "times", 3)}}}}}""",
            4 => $$$"""{"stampCard": {"every": {{{random.Next(2, 6)}}}, "percent": {{{percent}}}, {{{past}}}}}""",
            5 => $$$"""{"discountAmount": {"amount": {{{random.Next(1, 4_000)}}}, {{{on}}}, "each": "line"}}""",
            6 => $$$"""{"discountAmount": {"amount": {{{random.Next(1, 4_000)}}}, {{{on}}}, "each": "piece"}}""",
            _ =>
                $$$"""{"discountPercent": {"percent": {{{percent}}}, {{{on}}}, "lineQuantity": {{{random.Next(1, 4)}}}}}""",
        };
    }

    private static string Maybe(Random random, string field, int below) =>
        random.Next(2) == 0 ? "" : $", \"{field}\": {random.Next(1, below)}";

    private static ImmutableArray<BasketLine> Lines(Random random) =>
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

    private static ImmutableArray<string> Paid(Random random) =>
        random.Next(3) switch
        {
            0 => [],
            1 => ["card"],
            _ => ["cash", "card"],
        };

    private static Programme WithTiers(Programme plain, Random random)
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

    private static List<OfferCount> Counts(Random random, Programme programme) =>
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

    private static MemberFacts Used(MemberFacts member, Random random, Programme programme) =>
        Copy(
            member,
            member.Windows,
            member.Bought,
            [.. programme.Needs.CappedUnits.Select(u => new UnitRoom(u, random.Next(60)))],
            programme.Needs.MemberLimited.ToDictionary(o => o, _ => (long)random.Next(3), StringComparer.Ordinal)
        );

    /// <summary>The same member as a programme with fewer words asks for him.</summary>
    private static MemberFacts Again(MemberFacts member, Programme whole, Programme now) =>
        Copy(
            member,
            member.Windows.IsEmpty
                ? []
                : [.. now.Needs.Windows.Select(w => member.Windows[whole.Needs.Windows.IndexOf(w)])],
            member.Bought.IsEmpty
                ? []
                : [.. now.Needs.Bought.Select(b => member.Bought[whole.Needs.Bought.IndexOf(b)])],
            member.Rooms,
            member.OfferUses
        );

    private static MemberFacts Copy(
        MemberFacts member,
        ImmutableArray<WindowFact> windows,
        ImmutableArray<BoughtFact> bought,
        ImmutableArray<UnitRoom> rooms,
        IReadOnlyDictionary<string, long>? uses
    ) =>
        new()
        {
            Id = member.Id,
            Visits = member.Visits,
            Spent = member.Spent,
            LastVisit = member.LastVisit,
            Since = member.Since,
            Birth = member.Birth,
            Groups = member.Groups,
            Tiers = member.Tiers,
            Fields = member.Fields,
            Wallets = member.Wallets,
            Windows = windows,
            Bought = bought,
            Rooms = rooms,
            OfferUses = uses,
        };

    private static JsonObject StandingOf(OfflineStanding standing) =>
        new()
        {
            ["answers"] = standing.Answers,
            ["bought"] = new JsonArray([.. standing.Bought.Select(b => (JsonNode)b)]),
            ["heldOut"] = new JsonArray([.. standing.HeldOut.Select(h => (JsonNode)h)]),
            ["isHeldOut"] = standing.IsHeldOut,
            ["used"] = new JsonArray([
                .. standing.Used.Select(u => new JsonObject { ["offer"] = u.Offer, ["times"] = u.Times }),
            ]),
            ["rooms"] = new JsonArray([
                .. standing.Rooms.Select(r => new JsonObject { ["unit"] = r.Unit, ["room"] = r.Room }),
            ]),
            ["tiers"] = new JsonArray([.. standing.Tiers.Select(t => (JsonNode)t)]),
        };

    private static JsonNode LineOf(BasketLine line) =>
        new JsonObject
        {
            ["sku"] = line.Sku,
            ["group"] = line.Group,
            ["brand"] = line.Brand,
            ["thousandths"] = line.Quantity.Thousandths,
            ["amount"] = line.Amount.Minor,
        };

    private static JsonObject Expected(Decision decision, Programme programme)
    {
        return new JsonObject
        {
            ["lines"] = new JsonArray([.. decision.LineDiscounts.Select(d => (JsonNode)d.Minor)]),
            ["earned"] = new JsonObject(
                decision
                    .Earned.GroupBy(e => e.Unit)
                    .OrderBy(e => e.Key, StringComparer.Ordinal)
                    .Select(e => KeyValuePair.Create(e.Key, (JsonNode?)e.Sum(one => one.Amount)))
            ),
            ["gifts"] = new JsonArray([
                .. decision.Gifts.Select(g =>
                    (JsonNode)$"{programme.Offers[g.Offer].Code} {g.Product} {g.Quantity.Thousandths}"
                ),
            ]),
            ["given"] = new JsonArray([
                .. decision
                    .Given.OrderBy(g => g.Offer)
                    .ThenBy(g => g.Effect)
                    .Select(g => (JsonNode)$"{programme.Offers[g.Offer].Code} {g.Effect} {g.Value.Minor}"),
            ]),
            ["near"] = AsksThePast(decision, programme) ? null : NearOf(decision, programme),
            ["exact"] = decision.Gap.Minor == 0,
        };
    }

    /// <summary>How far the member himself is from an offer is not told to a till: only the basket can grow there.</summary>
    private static bool AsksThePast(Decision decision, Programme programme) =>
        decision.Offers.Any(v =>
            v is { Code: VerdictCode.Condition, Missing: not 0 }
            && programme.Offers[v.Offer].When!.At(v.Node)
                is { InVocabulary.About: WordAbout.Member or WordAbout.Past, Word: not "nthPiece" }
        );

    private static JsonArray NearOf(Decision decision, Programme programme) =>
        [
            .. Brief
                .Near(Explain.Of(decision, programme, English), decision)
                .Select(o => (JsonNode)$"{o.Offer} {o.Distance}"),
        ];
}
