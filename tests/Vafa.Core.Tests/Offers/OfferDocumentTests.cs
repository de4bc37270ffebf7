using System.Text.Json;
using Shouldly;
using Vafa.Core.Earning;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Offers;

/// <summary>Documents: what is refused, with which pointer; what comes back when it is written.</summary>
public sealed class OfferDocumentTests
{
    private const string Off = """[{"discountPercent": {"percent": 10}}]""";

    private static Outcome<Offer> Read(string json) => OfferDocument.Read(Shop.Json(json), "code", 1, Shop.Known);

    private static Outcome<Offer> WithWhen(string when) =>
        Read($$"""{"title": {"fa": "الف"}, "give": {{Off}}, "when": {{when}}}""");

    private static Outcome<Offer> Giving(string effect) => Read($$"""{"title": {"en": "a"}, "give": [{{effect}}]}""");

    private static string Said<T>(Outcome<T> outcome) =>
        string.Join(" ", outcome.Refusals.Select(r => $"{r.Code}@{r.Pointer}"));

    [Fact]
    public void Title_and_give_are_enough_and_all_else_is_shown_by_default()
    {
        var offer = Read($$"""{"title": {"fa": "الف"}, "give": {{Off}}}""").Value;
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            OfferDocument.Write(offer, json);
        }

        using var written = JsonDocument.Parse(buffer.ToArray());
        var expected = """
            {"title":{"fa":"الف"},"give":[{"discountPercent":{"percent":10,"on":"basket","max":null}}],"when":null,
            "schedule":{"from":null,"to":null,"weekdays":null,"hours":null},"group":"main","combine":false,"notWith":[],
            "priority":0,"state":"live","limits":{"budget":null,"uses":null,"perMember":null,"maxValue":null},"holdout":0}
            """;
        JsonElement.DeepEquals(written.RootElement, Shop.Json(expected)).ShouldBeTrue(written.RootElement.ToString());
    }

    [Theory]
    [InlineData("""{"give": []}""", "json.required@/title json.length@/give")]
    [InlineData(
        """{"title": {"fa": "a"}, "give": [{"discountPercent": {"percent": 10}}], "color": 1}""",
        "json.unknown-field@/color"
    )]
    [InlineData(
        """{"title": {"fa": "a"}, "give": [{"discountPercent": {"percent": 10}}], "state": "on"}""",
        "json.choice@/state"
    )]
    [InlineData(
        """{"title": {"fa": "a"}, "give": [{"discountPercent": {"percent": 10}}], "schedule": {"hours": ["25:00-26:00"]}}""",
        "offer.hours@/schedule/hours/0"
    )]
    [InlineData(
        """{"title": {"fa": "a"}, "give": [{"discountPercent": {"percent": 10}}], "schedule": {"weekdays": ["saturday", "someday"]}}""",
        "json.choice@/schedule/weekdays/1"
    )]
    [InlineData(
        """{"title": {"fa": "a"}, "give": [{"discountPercent": {"percent": 10}}], "schedule": {"from": "2026-01-02T00:00:00Z", "to": "2026-01-02T00:00:00Z"}}""",
        "offer.ends-before-it-starts@/schedule/to"
    )]
    [InlineData(
        """{"title": {"fa": "a"}, "give": [{"discountPercent": {"percent": 10}}], "schedule": {"from": "1405-01-02T00:00:00Z"}}""",
        "time.jalali-year@/schedule/from"
    )]
    [InlineData(
        """{"title": {"fa": "a"}, "give": [{"discountPercent": {"percent": 10}}], "limits": {"perMember": {"every": "day"}}}""",
        "json.required@/limits/perMember/uses"
    )]
    [InlineData("""[]""", "json.object@")]
    public void What_is_wrong_is_named_with_its_place(string json, string said) => Said(Read(json)).ShouldBe(said);

    [Theory]
    [InlineData("""{"discountPercent": {"percent": 300}}""", "json.range@/give/0/discountPercent/percent")]
    [InlineData("""{"discountPercent": {"percent": 12.345}}""", "json.decimals@/give/0/discountPercent/percent")]
    [InlineData(
        """{"discountPercent": {"percent": 10, "on": "product"}}""",
        "json.required@/give/0/discountPercent/in"
    )]
    [InlineData(
        """{"discountPercent": {"percent": 10, "in": ["a"]}}""",
        "offer.in-without-on@/give/0/discountPercent/in"
    )]
    [InlineData("""{"discountAmount": {"amount": -1}}""", "json.range@/give/0/discountAmount/amount")]
    [InlineData("""{"discountAmount": {"amount": 1.5}}""", "json.whole@/give/0/discountAmount/amount")]
    [InlineData(
        """{"creditPercent": {"percent": 120, "unit": "credit"}}""",
        "offer.confirm-needed@/give/0/creditPercent/percent"
    )]
    [InlineData(
        """{"creditPercent": {"percent": 201, "unit": "credit", "confirm": true}}""",
        "json.range@/give/0/creditPercent/percent"
    )]
    [InlineData(
        """{"creditPercent": {"percent": 20, "unit": "gold"}}""",
        "offer.unknown-unit@/give/0/creditPercent/unit"
    )]
    [InlineData(
        """{"pointsMultiplier": {"unit": "points", "times": 1}}""",
        "json.range@/give/0/pointsMultiplier/times"
    )]
    [InlineData("""{"gift": {"unit": "points", "amount": 5}}""", "json.required@/give/0/gift/expiresAfterDays")]
    [InlineData("""{"freeShipping": {"a": 1}}""", "json.unknown-field@/give/0/freeShipping/a")]
    [InlineData("""{"magic": {}}""", "offer.unknown-effect@/give/0/magic")]
    [InlineData("""{"freeShipping": {}, "points": {}}""", "offer.one-word@/give/0")]
    [InlineData("7", "json.object@/give/0")]
    public void An_effect_out_of_its_range_is_refused(string effect, string said) =>
        Said(Giving(effect)).ShouldBe(said);

    [Theory]
    [InlineData("""{"basketTotal": {"atLeast": 1, "moreThan": 1}}""", "offer.at-least-or-more-than@/when/basketTotal")]
    [InlineData("""{"basketTotal": {}}""", "offer.at-least-or-more-than@/when/basketTotal")]
    [InlineData("""{"visits": {"atLeast": 1, "within": {"days": 0}}}""", "json.range@/when/visits/within/days")]
    [InlineData("""{"visits": {"atLeast": 1, "within": "decade"}}""", "json.choice@/when/visits/within")]
    [InlineData("""{"group": {"in": ["silver", "iron"]}}""", "offer.unknown-group@/when/group/in/1")]
    [InlineData("""{"group": {"in": []}}""", "json.length@/when/group/in")]
    [InlineData("""{"branch": {"in": ["moon"]}}""", "offer.unknown-branch@/when/branch/in/0")]
    [InlineData("""{"channel": {"in": ["fax"]}}""", "json.choice@/when/channel/in/0")]
    [InlineData("""{"wallet": {"unit": "gold", "atLeast": 1}}""", "offer.unknown-unit@/when/wallet/unit")]
    [InlineData("""{"field": {"name": "age", "is": 3}}""", "offer.unknown-field@/when/field/name")]
    [InlineData("""{"field": {"name": "pet", "is": ["cat", {}]}}""", "offer.field-value@/when/field/is/1")]
    [InlineData("""{"firstPurchase": false}""", "offer.only-true@/when/firstPurchase")]
    [InlineData("""{"all": []}""", "json.length@/when/all")]
    [InlineData(
        """{"all": [{"visits": {"atLeast": 1}}, {"any": [{"spent": {"atLeast": -1}}]}]}""",
        "json.range@/when/all/1/any/0/spent/atLeast"
    )]
    [InlineData("""{"not": {"product": {"in": ["a"], "quantity": 0}}}""", "json.range@/when/not/product/quantity")]
    [InlineData("""{"voucher": {"in": ["gold"]}}""", "offer.unknown-condition@/when/voucher")]
    [InlineData("""{}""", "offer.one-word@/when")]
    [InlineData("""{"code": {"in": ["\ud800"]}}""", "json.text@/when/code/in/0")]
    public void A_condition_out_of_its_range_is_refused(string when, string said) =>
        Said(WithWhen(when)).ShouldBe(said);

    [Fact]
    public void Unknown_words_and_fields_are_bad_calls_and_the_rest_bad_values()
    {
        WithWhen("""{"voucher": 1}""").Refusals.Single().Kind.ShouldBe(RefusalKind.BadCall);
        Giving("""{"points": {"unit": "points", "amount": 1, "x": 1}}""")
            .Refusals.Single()
            .Kind.ShouldBe(RefusalKind.BadCall);
        WithWhen("""{"group": {"in": ["iron"]}}""").Refusals.Single().Kind.ShouldBe(RefusalKind.BadValue);
    }

    [Theory]
    [InlineData(19, true)]
    [InlineData(20, false)]
    public void Conditions_nest_twenty_deep(int around, bool accepted)
    {
        var when = """{"firstPurchase": true}""";
        for (var i = 0; i < around; i++)
        {
            when = $$"""{"all": [{{when}}]}""";
        }

        var read = WithWhen(when);
        read.IsRefused.ShouldBe(!accepted);
        if (!accepted)
        {
            read.Refusals.Single().Code.ShouldBe("offer.too-deep");
        }
    }

    [Fact]
    public void Products_and_product_groups_may_be_unknown() =>
        WithWhen("""{"any": [{"product": {"in": ["new"]}}, {"productGroup": {"in": ["newer"]}}]}""")
            .IsRefused.ShouldBeFalse();

    [Theory]
    [InlineData("""{"unit": "points"}""", "rule.earns-nothing@")]
    [InlineData("""{"unit": "points", "perAmount": 5}""", "rule.amount-and-earn@/earn")]
    [InlineData("""{"unit": "points", "earn": 5}""", "rule.amount-and-earn@/perAmount")]
    [InlineData("""{"unit": "gold", "earn": 5, "perAmount": 0}""", "offer.unknown-unit@/unit json.range@/perAmount")]
    public void An_earning_rule_needs_a_way_of_earning(string json, string said)
    {
        var rule = json.Replace("{", """{"title": {"fa": "a"}, """);
        Said(EarningRuleDocument.Read(Shop.Json(rule), "r", Shop.Known)).ShouldBe(said);
    }

    [Theory]
    [InlineData("""{"worth": 1, "maySpend": true}""", "")]
    [InlineData("""{"worth": 0.4, "maySpend": false, "expiresAfterDays": 365}""", "")]
    [InlineData("""{"worth": 0.40001, "maySpend": false}""", "json.decimals@/worth")]
    [InlineData("""{"maySpend": false}""", "json.required@/worth")]
    [InlineData("""{"worth": 0, "maySpend": true}""", "unit.pays-nothing@/spendValue")]
    [InlineData(
        """{"worth": 1, "maySpend": true, "expiresAfterDays": 3, "availableAfterDays": 4}""",
        "unit.never-available@/availableAfterDays"
    )]
    public void A_unit_says_what_it_is_worth(string json, string said)
    {
        var read = UnitDocument.Read(Shop.Json(json.Replace("{", """{"title": {"fa": "a"}, """)), "u");
        Said(read).ShouldBe(said);
    }

    [Fact]
    public void Much_off_for_everybody_is_a_warning_and_no_refusal()
    {
        OfferWarnings
            .Of(Giving("""{"discountPercent": {"percent": 15}}""").Value)
            .Single()
            .Code.ShouldBe("offer.much-for-all");
        OfferWarnings.Of(Giving("""{"discountPercent": {"percent": 14.99}}""").Value).ShouldBeEmpty();
        var silver = Read(
            """{"title":{"fa":"a"},"give":[{"discountPercent":{"percent":40}}],"when":{"group":{"in":["silver"]}}}"""
        );
        OfferWarnings.Of(silver.Value).ShouldBeEmpty();
    }
}
