using System.Globalization;
using System.Text;
using System.Text.Json;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Tests.Values;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Offers;

/// <summary>
/// Every way to write an effect: its sentence in both languages, what is written back, and what one sale gives by it.
/// </summary>
public sealed class EffectTextTests
{
    private static readonly Wording Fa = new(Persian: true, Toman: true) { CountsAsMoney = unit => unit == "credit" };
    private static readonly Wording En = Fa with { Persian = false };

    private static readonly string[] Documents =
    [
        """{"discountPercent": {"percent": 12.5}}""",
        """{"discountPercent": {"percent": 10, "on": "productGroup", "in": ["cake", "tea"], "max": 50000}}""",
        """{"discountPercent": {"percent": 10, "on": "product", "in": ["latte"]}}""",
        """{"discountPercent": {"percent": 10, "on": "brand", "in": ["golestan"]}}""",
        """{"discountPercent": {"percent": 10, "lineQuantity": 3}}""",
        """{"discountPercent": {"percent": 10, "lineQuantity": 1.5, "max": 10}}""",
        """{"discountPercent": {"percent": 20, "field": "own"}}""",
        """{"discountPercent": {"percent": 5, "field": "own", "on": "productGroup", "in": ["cake"], "max": 10}}""",
        """{"discountAmount": {"amount": 50000}}""",
        """{"discountAmount": {"amount": 50000, "on": "brand", "in": ["Golestan"]}}""",
        """{"discountAmount": {"amount": 50000, "on": "productGroup", "in": ["tea"], "each": "sale"}}""",
        """{"discountAmount": {"amount": 50000, "each": "line"}}""",
        """{"discountAmount": {"amount": 50000, "on": "productGroup", "in": ["cake"], "each": "line"}}""",
        """{"discountAmount": {"amount": 50000, "each": "piece"}}""",
        """{"discountAmount": {"amount": 50000, "on": "product", "in": ["latte"], "each": "piece"}}""",
        """{"fixedPrice": {"price": 250000, "on": "productGroup", "in": ["coffee", "cake"]}}""",
        """{"fixedPrice": {"price": 250000, "on": "product", "in": ["latte"], "quantity": 1.5}}""",
        """{"fixedPrice": {"price": 0, "on": "brand", "in": ["Golestan"], "quantity": 9}}""",
        """{"quantityStep": {"every": 3, "percent": 100}}""",
        """{"quantityStep": {"every": 2, "percent": 50, "on": "productGroup", "in": ["coffee"], "times": 1}}""",
        """{"itemDiscount": {"percent": 100}}""",
        """{"itemDiscount": {"percent": 100, "quantity": 2, "on": "productGroup", "in": ["cake"]}}""",
        """{"itemDiscount": {"which": "dearest", "percent": 50}}""",
        """{"itemDiscount": {"which": "dearest", "percent": 50, "quantity": 4, "on": "brand", "in": ["Golestan"]}}""",
        """
            {"bundlePrice": {"items": [{"on": "productGroup", "in": ["cake"]}, {"on": "product", "in": ["latte"]}], "price": 400000}}
            """,
        """
            {"bundlePrice": {"items": [{"on": "productGroup", "in": ["cake"], "quantity": 2}, {"on": "brand", "in": ["Golestan"]}], "percent": 10, "times": 1}}
            """,
        """{"stampCard": {"on": "productGroup", "in": ["coffee"], "every": 10}}""",
        """{"stampCard": {"on": "product", "in": ["latte"], "every": 5, "percent": 50}}""",
        """{"creditPercent": {"percent": 5, "unit": "credit"}}""",
        """{"creditPercent": {"percent": 5, "unit": "credit", "max": 30000, "expiresAfterDays": 1}}""",
        """{"creditPercent": {"percent": 100, "unit": "points", "max": 12}}""",
        """{"creditPercent": {"percent": 150, "unit": "credit", "expiresAfterDays": 30, "confirm": true}}""",
        """{"creditPercent": {"percent": 10, "unit": "credit", "field": "own", "max": 9000, "expiresAfterDays": 3}}""",
        """{"points": {"unit": "points", "amount": 1200}}""",
        """{"points": {"unit": "credit", "amount": 1200, "expiresAfterDays": 0}}""",
        """{"pointsMultiplier": {"unit": "points", "times": 2}}""",
        """{"pointsMultiplier": {"unit": "points", "times": 1.25, "rule": "points"}}""",
        """{"pointsMultiplier": {"unit": "points", "times": 3, "rule": "gone"}}""",
        """{"gift": {"unit": "credit", "amount": 5000, "expiresAfterDays": 30}}""",
        """{"freeItem": {"product": "latte"}}""",
        """{"freeItem": {"product": "mint", "quantity": 2.5}}""",
        """{"freeItemOf": {"in": ["mint", "latte", "brownie"]}}""",
        """{"freeItemOf": {"in": ["mint", "scone"], "quantity": 2}}""",
        """{"freeShipping": {}}""",
        """{"nextDayShipping": {}}""",
        """{"nextDayShipping": {"worth": 40000}}""",
        """{"reward": {"text": {"fa": "میز کنار پنجره", "en": "The table by the window"}}}""",
        """{"reward": {"text": {"en": "Gift wrapping"}, "worth": 20000}}""",
        """{"message": {"text": {"fa": "خوش آمدید", "en": "Welcome"}}}""",
        """{"message": {"text": {"en": "Welcome"}}}""",
    ];

    [Fact]
    public void Every_effect_is_said_written_and_given_as_approved()
    {
        var text = new StringBuilder();
        Array.ForEach(Documents, effect => Tell(text, effect.Trim()));
        ApprovedText.ShouldBe("Offers/Approved/effects.txt", text);
    }

    /// <summary>
    /// Three cakes at 200,000, two lattes at 300,000, a kilogram and a half of tea for 90,000, and 100,000 of shipping:
    /// 1,290,000 of goods.
    /// </summary>
    private static void Tell(StringBuilder text, string effect)
    {
        var shop = new Shop { Member = Regular() }
            .Rule("points", "\"unit\": \"points\", \"perAmount\": 100000, \"earn\": 1")
            .Rule("visit", "\"unit\": \"points\", \"perVisit\": 4")
            .Offer("o", effect);
        (shop.Prices["mint"], shop.Prices["scone"]) = (new Money(70_000), new Money(0));
        var offer = shop.Programme.Offers[0];
        Line(text, effect);
        Line(text, $"    {offer.Give[0].Sentence(Fa)}");
        Line(text, $"    {offer.Give[0].Sentence(En)}");
        Line(text, $"    {Written(offer)}");
        var (member, goods) = (offer.Give[0].NeedsMember, offer.Give[0].HangsOnGoods);
        Line(text, $"    needs a member: {member}; hangs on goods: {goods}; brands: {shop.Programme.Needs.Brands}");
        var basket = shop.Basket(
            Shop.Goods(600_000, "cake", "brownie", 3),
            Shop.Goods(600_000, "coffee", "latte", 2) with
            {
                Brand = "Golestan",
            },
            Shop.Goods(90_000, "tea", "green", 1.5m) with
            {
                Brand = "Golestan",
            },
            Shop.Other(LineKind.Shipping, 100_000),
            Shop.Other(LineKind.Tip, 70_000)
        );
        Told(text, "    ", shop, basket);
        shop.Member = null;
        Told(text, "    a guest: ", shop, basket);
    }

    private static void Told(StringBuilder text, string who, Shop shop, Basket basket)
    {
        var decision = shop.Sell(basket);
        var verdict = decision.Offers.Single();
        var off = decision.LineDiscounts.Any(d => d.Minor > 0)
            ? $", off {string.Join(" ", decision.LineDiscounts.Select(d => d.Minor))}"
            : "";
        var earned = decision
            .Earned.Where(e => e.Offer == 0)
            .Select(e => $", {e.Amount} {e.Unit}" + (e.ExpiresAfterDays is { } days ? $" for {days} days" : ""));
        var gifts = decision.Gifts.Select(g => $", {g.Quantity.Thousandths} {g.Product} handed over");
        var reward = Explain.Of(decision, shop.Programme, En).Applied.Any(a => a.IsReward) ? ", a reward" : "";
        Line(
            text,
            $"{who}{verdict.Status} {verdict.Code}, worth {verdict.Value.Minor}, missing {verdict.Missing}{off}"
                + $"{string.Concat(earned)}{string.Concat(gifts)}{reward}"
        );
    }

    private static MemberFacts Regular() =>
        new()
        {
            Id = new MemberId(Guid.Parse("01890000-0000-7000-8000-000000000003")),
            Since = Clubs.Day("2026-01-01"),
            Bought = [new BoughtFact(8_000, Clubs.Day("2026-11-01"))],
            Fields = new Dictionary<string, string> { ["own"] = "7.5" },
        };

    private static string Written(Offer offer)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
        {
            OfferDocument.Write(offer, json);
        }

        using var document = JsonDocument.Parse(buffer.ToArray());
        return document.RootElement.GetProperty("give")[0].GetRawText();
    }

    private static readonly JsonWriterOptions Relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static void Line(StringBuilder text, string line) => text.Append(CultureInfo.InvariantCulture, $"{line}\n");
}
