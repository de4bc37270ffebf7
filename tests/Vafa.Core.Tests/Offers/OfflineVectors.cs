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
        var shop = OfflineShop.ShopOf(random, words);
        var whole = OfflineShop.WithTiers(shop.Programme, random);
        var counts = OfflineShop.Counts(random, whole);
        var gone = whole.Needs.FreeProducts.Where(_ => random.Next(6) == 0).ToImmutableArray();
        var place = new OfflinePlan.Place("main", shop.Now, shop.Prices, gone, counts);
        var plan = OfflinePlan.Of(whole, place, English);
        var member = random.Next(5) == 0 ? null : words.Member(whole.Needs);
        member = member is null ? null : Used(member, random, whole);
        var basket = new Basket(OfflineShop.Lines(random), "main", Channel.Store, OfflineShop.Paid(random), [], [])
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

    /// <summary>How far the member himself is from an offer is not told to a till: only baskets grow there.</summary>
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
