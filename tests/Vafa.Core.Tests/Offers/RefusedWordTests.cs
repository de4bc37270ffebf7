using System.Globalization;
using System.Text;
using Vafa.Core.Offers;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Offers;

/// <summary>What is refused of a document, each with its place, its numbers and its kind.</summary>
public sealed class RefusedWordTests
{
    private const string Off = """{"freeShipping": {}}""";

    private static readonly string[] Wrong = ["{}", "7", """{"x": 1}"""];

    private static readonly string[] Conditions =
    [
        """{"product": {"in": ["a"], "quantity": 0.0005}}""",
        """{"product": {"in": [""]}}""",
        """{"product": {"in": [7]}}""",
        """{"productGroup": {"in": ["a"], "amount": -1}}""",
        """{"brand": {"in": ["a"], "quantity": 0}}""",
        """{"bundle": {"items": 7}}""",
        """{"bundle": {"items": [{"on": "product", "in": ["a"]}]}}""",
        """{"bundle": {"items": [{"on": "product", "in": ["a"]}, {"on": "basket"}]}}""",
        """{"bundle": {"items": [{"on": "product", "in": ["a"]}, {"on": "brand", "in": ["b"], "quantity": 0}]}}""",
        """{"bundle": {"items": [{"on": "product", "in": ["a"]}, {"on": "brand", "in": ["b"], "x": 0}]}}""",
        """{"bundle": {"items": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]}}""",
        """{"visits": {"atLeast": 1000001}}""",
        """{"visits": {"moreThan": -1}}""",
        """{"visits": {"atLeast": 1, "within": {}}}""",
        """{"visits": {"atLeast": 1, "within": {"days": 3661}}}""",
        """{"visits": {"atLeast": 1, "within": {"days": 5, "weeks": 1}}}""",
        """{"visits": {"atLeast": 1, "within": 30}}""",
        """{"daysSinceLastVisit": {"atLeast": 0}}""",
        """{"segment": {"in": ["sleeping", "gone"]}}""",
        """{"tier": {}}""",
        """{"tier": {"in": []}}""",
        """{"tier": {"in": ["gold", "gone"]}}""",
        """{"tier": {"atLeast": "gone"}}""",
        """{"tier": {"atLeast": "gold", "in": ["silver"]}}""",
        """{"member": {"in": ["0198f0a2-7c1e-7c8e-9d55-3f0c6f1f2a10", "0198f0a27c1e7c8e9d553f0c6f1f2a10", "Sara"]}}""",
        """{"boughtBefore": {"on": "brand", "in": ["a"], "quantity": 1}}""",
        """{"boughtBefore": {"on": "product", "in": [], "quantity": 1}}""",
        """{"nthPiece": {"on": "product", "in": ["a"], "every": 1}}""",
        """{"joined": {"from": "2026-13-01"}}""",
        """{"joined": {"from": "2026-01-02", "to": "2026-01-01"}}""",
        """{"birthday": {"daysBefore": 181, "daysAfter": -1}}""",
        """{"anniversary": {"field": "gone"}}""",
        """{"anniversary": {"field": ""}}""",
        """{"field": {"name": "city"}}""",
        """{"field": {"name": "city", "is": []}}""",
        """{"field": {"name": "city", "is": null}}""",
        """{"field": {"name": "city", "is": ["a", " "]}}""",
        """{"field": {"name": "city", "is": " "}}""",
        """{"field": {"name": "city", "is": "a\tb"}}""",
        """{"field": {"name": "city", "is": "a", "atLeast": 1}}""",
        """{"field": {"name": "city", "is": "a", "atMost": 1}}""",
        """{"field": {"name": "city", "atLeast": "much"}}""",
        """{"field": {"name": "city", "atMost": true}}""",
        """{"field": {"name": "city", "atLeast": 2, "atMost": 1}}""",
        """{"field": {"name": "city", "atLeast": "2026-01-02", "atMost": "2026-01-01"}}""",
        """{"field": {"name": "city", "atLeast": "2026-01-01", "atMost": 3}}""",
        """{"field": {"name": "city", "atLeast": 3, "atMost": "2026-01-01"}}""",
        """{"wallet": {"unit": "points", "atLeast": -1}}""",
        """{"calendarEvent": {"in": ["yalda", "doomsday"]}}""",
        """{"channel": {"in": ["store", "fax"]}}""",
        """{"channel": {"in": []}}""",
        """{"all": []}""",
        """{"all": [{"firstPurchase": true}, 7]}""",
        """{"any": {"firstPurchase": true}}""",
        """{"not": []}""",
        """{"not": {"firstPurchase": 1}}""",
        """{"any": [{"voucher": 1}, {"a/b~c": 2}]}""",
        """{"visits": {"atLeast": 1}, "spent": {"atLeast": 1}}""",
        """{}""",
        """[]""",
    ];

    private static readonly string[] Effects =
    [
        """{"discountPercent": {"percent": 0}}""",
        """{"discountPercent": {"percent": 100.01}}""",
        """{"discountPercent": {"percent": 5, "max": 0, "field": "gone"}}""",
        """{"discountPercent": {"percent": 5, "lineQuantity": 0}}""",
        """{"discountPercent": {"percent": 5, "on": "all"}}""",
        """{"discountPercent": {"percent": 5, "on": "basket", "in": ["a"]}}""",
        """{"discountAmount": {"amount": 0, "each": "day"}}""",
        """{"fixedPrice": {"price": 1, "on": "product", "in": ["a"], "quantity": 0}}""",
        """{"quantityStep": {"every": 1, "percent": 50}}""",
        """{"quantityStep": {"every": 1001, "percent": 50, "times": 0}}""",
        """{"itemDiscount": {"which": "best", "percent": 100, "quantity": 0}}""",
        """{"bundlePrice": {"items": [{"on": "product", "in": ["a"]}, {"on": "brand", "in": ["b"]}]}}""",
        """
            {"bundlePrice": {"items": [{"on": "product", "in": ["a"]}, {"on": "brand", "in": ["b"]}], "price": 1, "percent": 2}}
            """,
        """
            {"bundlePrice": {"items": [{"on": "product", "in": ["a"]}, {"on": "brand", "in": ["b"]}], "price": 1, "times": 0}}
            """,
        """{"stampCard": {"on": "product", "in": ["a"], "every": 1, "percent": 0}}""",
        """{"creditPercent": {"percent": 100.01, "unit": "credit"}}""",
        """{"creditPercent": {"percent": 100.01, "unit": "credit", "confirm": false}}""",
        """{"creditPercent": {"percent": 10, "unit": "credit", "confirm": "yes", "max": 0}}""",
        """{"points": {"unit": "", "amount": 0, "expiresAfterDays": -1}}""",
        """{"points": {"unit": "points", "amount": 1, "expiresAfterDays": 3661}}""",
        """{"pointsMultiplier": {"unit": "points", "times": 1.001}}""",
        """{"pointsMultiplier": {"unit": "points", "times": 100.01}}""",
        """{"gift": {"unit": "gold", "amount": 1, "expiresAfterDays": 1}}""",
        """{"freeItem": {"product": "", "quantity": 0}}""",
        """{"freeItemOf": {"in": []}}""",
        """{"reward": {"text": {}, "worth": -1}}""",
        """{"message": {"text": {"de": "x"}}}""",
        """{"points": {"unit": "points", "amount": 1}, "freeShipping": {}}""",
        """{}""",
        """[]""",
    ];

    private static readonly string[] Fields =
    [
        """{"priority": 1000001, "holdout": 101, "combine": 1}""",
        """{"priority": -1000001, "holdout": -1, "notWith": "b"}""",
        """{"limits": {"budget": 0, "uses": 0, "maxValue": 0, "x": 1}}""",
        """{"limits": {"uses": 1000000000001}}""",
        """{"limits": {"perMember": {"uses": 0, "every": "hour"}}}""",
        """{"limits": {"perMember": {"uses": 1000001, "x": 1}}}""",
        """{"limits": {"perPeriod": {"every": "day", "uses": 0, "budget": 0}}}""",
        """{"limits": {"perBranch": {"every": "hour", "uses": 1, "x": 1}}}""",
        """{"limits": []}""",
        """{"schedule": {"weekdays": ["fr", "frid", "sunday"], "x": 1}}""",
        """{"schedule": {"weekdays": [1, 2, 3, 4, 5, 6, 7, 8]}}""",
        """{"schedule": {"hours": ["8:00-9:00", "08:00", "08:00-09:00-10:00"]}}""",
        """{"schedule": {"hours": ["08:00-24:01", "24:00-08:00", "08:00-24:00"]}}""",
        """{"schedule": {"from": "soon", "to": "2026-01-01"}}""",
        """{"schedule": {"from": "2026-01-02T00:00:00Z", "to": "2026-01-01T00:00:00Z"}}""",
        """{"group": "", "state": 1}""",
    ];

    [Fact]
    public void What_stands_in_place_of_arguments_is_refused_as_approved()
    {
        var text = new StringBuilder();
        foreach (var (name, value) in Vocabulary.Conditions.SelectMany(c => Wrong.Select(a => (c.Name, a))))
        {
            When(text, $$"""{"{{name}}": {{value}}}""");
        }

        foreach (var (name, value) in Vocabulary.Effects.SelectMany(c => Wrong.Select(a => (c.Name, a))))
        {
            Giving(text, $$"""{"{{name}}": {{value}}}""");
        }

        ApprovedText.ShouldBe("Offers/Approved/refused-words.txt", text);
    }

    [Fact]
    public void What_is_out_of_its_range_is_refused_as_approved()
    {
        var text = new StringBuilder();
        Array.ForEach(Conditions, when => When(text, when));
        Array.ForEach(Effects, effect => Giving(text, effect.Trim()));
        Array.ForEach(Fields, fields => Tell(text, fields, Offer($"[{Off}], {fields[1..^1]}")));
        Tell(text, "give: one", Offer(Off));
        Tell(text, "give: eleven", Offer($"[{string.Join(", ", Enumerable.Repeat(Off, 11))}]"));
        Tell(text, "give: none", """{"title": {"fa": "a"}}""");
        ApprovedText.ShouldBe("Offers/Approved/refused-values.txt", text);
    }

    private static string Offer(string give) => $$$"""{"title": {"fa": "a"}, "give": {{{give}}}}""";

    private static void When(StringBuilder text, string when) => Tell(text, when, Offer($"[{Off}], \"when\": {when}"));

    private static void Giving(StringBuilder text, string effect) => Tell(text, effect, Offer($"[{effect}]"));

    private static void Tell(StringBuilder text, string what, string document)
    {
        text.Append(CultureInfo.InvariantCulture, $"{what}\n");
        foreach (var refusal in OfferDocument.Read(Shop.Json(document), "o", 1, Shop.Known).Refusals)
        {
            var args = string.Concat(refusal.Args.Select(a => " " + Convert.ToString(a, CultureInfo.InvariantCulture)));
            text.Append(CultureInfo.InvariantCulture, $"    {refusal.Code}@{refusal.Pointer}{args}");
            text.Append(refusal.Kind == RefusalKind.BadValue ? "\n" : $" ({refusal.Kind})\n");
        }
    }
}
