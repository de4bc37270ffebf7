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
/// Every way to write a condition: its sentence in both languages, what is written back, what it asks for, and what a
/// member who does not meet it is told.
/// </summary>
public sealed class ConditionTextTests
{
    private static readonly Wording Fa = new(Persian: true, Toman: true);
    private static readonly Wording En = new(Persian: false, Toman: true);

    private static readonly string[] Documents =
    [
        """{"basketTotal": {"atLeast": 500010}}""",
        """{"basketTotal": {"moreThan": 500000}}""",
        """{"basketPieces": {"quantity": 10}}""",
        """{"product": {"in": ["latte"]}}""",
        """{"product": {"in": ["latte", "قهوه"], "quantity": 2.5}}""",
        """{"product": {"in": ["brownie"], "quantity": 5}}""",
        """{"productGroup": {"in": ["coffee", "cocoa", "چای"]}}""",
        """{"productGroup": {"in": ["cake"], "quantity": 5}}""",
        """{"productGroup": {"in": ["cake"], "amount": 400000}}""",
        """{"productGroup": {"in": ["cake"], "quantity": 1, "amount": 400000}}""",
        """{"brand": {"in": ["Golestan"]}}""",
        """{"brand": {"in": ["Kalleh"], "quantity": 5}}""",
        """{"brand": {"in": ["Kalleh"], "amount": 400000}}""",
        """{"bundle": {"items": [{"on": "productGroup", "in": ["cake"]}, {"on": "brand", "in": ["Ahmad"], "quantity": 2}]}}""",
        """{"visits": {"atLeast": 4}}""",
        """{"visits": {"moreThan": 3}}""",
        """{"visits": {"atLeast": 9, "within": {"days": 30}}}""",
        """{"visits": {"moreThan": 9, "within": "day"}}""",
        """{"visits": {"atLeast": 9, "within": "week"}}""",
        """{"spent": {"atLeast": 1000000}}""",
        """{"spent": {"atLeast": 1000000, "within": "month"}}""",
        """{"spent": {"atLeast": 1000000, "within": "year"}}""",
        """{"firstPurchase": true}""",
        """{"daysSinceLastVisit": {"atLeast": 30}}""",
        """{"boughtBefore": {"on": "product", "in": ["latte"], "quantity": 10}}""",
        """{"nthPiece": {"on": "productGroup", "in": ["coffee"], "every": 5}}""",
        """{"firstPurchaseOf": {"on": "product", "in": ["latte"]}}""",
        """{"daysSinceBought": {"on": "productGroup", "in": ["coffee"], "atLeast": 90}}""",
        """{"group": {"in": ["gold"]}}""",
        """{"segment": {"in": ["sleeping"]}}""",
        """{"segment": {"in": ["sleeping", "regulars"]}}""",
        """{"tier": {"in": ["gold"]}}""",
        """{"tier": {"in": ["gold", "friend", "platinum"]}}""",
        """{"tier": {"atLeast": "gold"}}""",
        """{"tier": {"atLeast": "platinum"}}""",
        """{"member": {"in": ["0198f0a2-7c1e-7c8e-9d55-3f0c6f1f2a10"]}}""",
        """{"member": {"in": ["0198f0a2-7c1e-7c8e-9d55-3f0c6f1f2a10", "0198F0A2-7C1E-7C8E-9D55-3F0C6F1F2A11"]}}""",
        """{"memberFor": {"atLeast": 23}}""",
        """{"memberFor": {"atLeast": 100}}""",
        """{"joined": {"from": "2026-11-22"}}""",
        """{"joined": {"to": "1405/01/01"}}""",
        """{"joined": {"from": "2026-03-21", "to": "2026-04-20"}}""",
        """{"birthday": {}}""",
        """{"birthday": {"daysBefore": 3}}""",
        """{"birthday": {"daysAfter": 4}}""",
        """{"anniversary": {"field": "wedding"}}""",
        """{"anniversary": {"field": "wedding", "daysBefore": 3}}""",
        """{"anniversary": {"field": "wedding", "daysAfter": 4}}""",
        """{"field": {"name": "city", "is": " Qom "}}""",
        """{"field": {"name": "city", "is": ["Qom"]}}""",
        """{"field": {"name": "city", "is": ["Qom", "Sari"]}}""",
        """{"field": {"name": "pet", "is": true}}""",
        """{"field": {"name": "pet", "is": [false, 12.50, -3, "12"]}}""",
        """{"field": {"name": "children", "atLeast": 1200.5}}""",
        """{"field": {"name": "children", "atMost": 2}}""",
        """{"field": {"name": "children", "atLeast": 5, "atMost": 5}}""",
        """{"field": {"name": "wedding", "atLeast": "1405/01/01", "atMost": "2026-03-21"}}""",
        """{"wallet": {"unit": "points", "atLeast": 1200}}""",
        """{"calendarEvent": {"in": ["yalda"]}}""",
        """{"calendarEvent": {"in": ["yalda"], "daysBefore": 2}}""",
        """{"calendarEvent": {"in": ["yalda"], "daysAfter": 3}}""",
        """{"calendarEvent": {"in": ["yalda", "nowruz"], "daysBefore": 2, "daysAfter": 3}}""",
        """{"branch": {"in": ["north"]}}""",
        """{"channel": {"in": ["phone"]}}""",
        """{"channel": {"in": ["phone", "online"]}}""",
        """{"paymentMethod": {"in": ["card", "gift"]}}""",
        """{"code": {"in": ["YALDA"]}}""",
        """{"all": [{"basketTotal": {"atLeast": 900000}}]}""",
        """{"all": [{"branch": {"in": ["main"]}}, {"visits": {"atLeast": 8}}, {"basketTotal": {"atLeast": 900000}}]}""",
        """{"any": [{"branch": {"in": ["north"]}}, {"visits": {"atLeast": 8}}]}""",
        """{"any": [{"all": [{"code": {"in": ["A"]}}, {"code": {"in": ["B"]}}]}, {"all": [{"code": {"in": ["C"]}}]}]}""",
        """{"not": {"channel": {"in": ["store"]}}}""",
        """{"not": {"any": [{"channel": {"in": ["store"]}}, {"code": {"in": ["A"]}}]}}""",
    ];

    [Fact]
    public void Every_condition_is_said_written_asked_and_explained_as_approved()
    {
        var text = new StringBuilder();
        Array.ForEach(Documents, when => Tell(text, when));
        ApprovedText.ShouldBe("Offers/Approved/conditions.txt", text);
    }

    /// <summary>A basket of 300,000 rial and a member who came three times; neither meets any document.</summary>
    private static void Tell(StringBuilder text, string when)
    {
        var shop = new Shop { Member = Ali() }.Offer("o", Gives.Off("10"), when);
        var condition = shop.Programme.Offers[0].When!;
        Line(text, when);
        Line(text, $"    {condition.Sentence(Fa)}");
        Line(text, $"    {condition.Sentence(En)}");
        Line(text, $"    {Written(shop.Programme.Offers[0])}");
        Line(text, $"    asks:{Asked(shop.Programme.Needs)}; needs a member: {condition.NeedsMember}");
        var basket = shop.Basket(
            Shop.Goods(200_000, "cake", "brownie", 2) with
            {
                Brand = "Kalleh",
            },
            Shop.Goods(100_000, "juice", "orange"),
            Shop.Other(LineKind.Tip, 9_000_000)
        );
        var decision = shop.Sell(basket with { PaymentMethods = ["cash"], Codes = ["NOWRUZ"] });
        var (fa, en) = (Explain.Of(decision, shop.Programme, Fa), Explain.Of(decision, shop.Programme, En));
        var told = fa.NotApplied.Single();
        Line(text, $"    {told.Status} {told.Code}, node {decision.Offers[0].Node}: {told.Message}");
        Line(text, $"    {en.NotApplied.Single().Message}");
        var distances = $"{told.Distance} | {en.NotApplied.Single().Distance}";
        Line(text, $"    missing {told.Missing} {told.Measure}: {distances}");
        shop.Member = null;
        Line(text, $"    a guest: {Explain.CodeOf(shop.Sell(basket).Offers.Single().Code)}");
    }

    private static MemberFacts Ali() =>
        new()
        {
            Id = new MemberId(Guid.Parse("01890000-0000-7000-8000-000000000003")),
            Visits = 3,
            Spent = new Money(600_000),
            LastVisit = Clubs.Day("2026-11-12"),
            Since = Clubs.Day("2026-10-31"),
            Birth = Clubs.Day("1990-05-12"),
            Groups = ["silver"],
            Tiers = ["silver"],
            Fields = new Dictionary<string, string>
            {
                ["city"] = "Shiraz",
                ["children"] = "3",
                ["wedding"] = "2015-05-12",
            },
            Wallets = [new WalletFact("points", 70)],
            Windows = [new WindowFact(2, new Money(400_000))],
            Bought = [new BoughtFact(3_000, Clubs.Day("2026-11-01"))],
        };

    private static string Written(Offer offer)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
        {
            OfferDocument.Write(offer, json);
        }

        using var document = JsonDocument.Parse(buffer.ToArray());
        return document.RootElement.GetProperty("when").GetRawText();
    }

    private static readonly JsonWriterOptions Relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string Asked(FactNeeds needs) =>
        (needs.Facts == AskedFacts.None ? "" : $" {needs.Facts}")
        + (needs.Groups ? " groups" : "")
        + (needs.Brands ? " brands" : "")
        + (needs.Tiers ? " tiers" : "")
        + string.Concat(needs.Windows.Select(w => w.Days > 0 ? $" {w.Days} days" : $" this {w.Period}"))
        + string.Concat(needs.FieldCodes.Select(f => $" field {f}"))
        + string.Concat(needs.AnniversaryFields.Select(f => $" return of {f}"))
        + string.Concat(needs.WalletUnits.Select(u => $" wallet {u}"))
        + string.Concat(needs.Bought.Select(b => $" bought {b.On} {b.Code}"));

    private static void Line(StringBuilder text, string line) => text.Append(CultureInfo.InvariantCulture, $"{line}\n");
}
