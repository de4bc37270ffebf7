using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Vafa.Core.Earning;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Offers;

/// <summary>What is written reads back to the same; whatever is sent, nothing throws.</summary>
public sealed class DocumentProperties
{
    private static readonly Arbitrary<int> Seeds = Arb.From(Gen.Choose(0, int.MaxValue - 1));

    /// <summary>The first words there were, each of whose arguments stands somewhere.</summary>
    private const string EveryWord = """
        {"title": {"fa": "الف", "en": "a"}, "group": "g", "combine": true, "notWith": ["b"], "priority": -3, "state": "draft",
         "holdout": 12.5, "schedule": {"from": "2026-01-01T00:00:00+03:30", "to": "2027-01-01T00:00:00Z",
          "weekdays": ["fri", "saturday"], "hours": ["22:00-02:00", "08:30-09:00"]},
         "limits": {"budget": 5, "uses": 6, "perMember": {"uses": 7, "every": "week"}, "maxValue": 8},
         "give": [{"discountPercent": {"percent": 7.5, "on": "product", "in": ["a"], "max": 9}}, {"discountAmount": {"amount": 3}},
          {"creditPercent": {"percent": 150, "unit": "credit", "max": 4, "confirm": true}}, {"points": {"unit": "points", "amount": 2}},
          {"pointsMultiplier": {"unit": "points", "times": 1.25}}, {"gift": {"unit": "stamps", "amount": 1, "expiresAfterDays": 0}},
          {"freeItem": {"product": "tea", "quantity": 0.5}}, {"freeShipping": {}}],
         "when": {"all": [{"basketTotal": {"moreThan": 5}}, {"visits": {"atLeast": 1, "within": {"days": 30}}},
          {"spent": {"atLeast": 4, "within": "month"}}, {"birthday": {"daysBefore": 3, "daysAfter": 4}}, {"group": {"in": ["silver"]}},
          {"productGroup": {"in": ["x", "y"], "quantity": 1.5, "amount": 2}}, {"product": {"in": ["z"], "quantity": 2}},
          {"any": [{"branch": {"in": ["main"]}}, {"channel": {"in": ["store", "phone"]}}, {"paymentMethod": {"in": ["cash"]}}]},
          {"not": {"firstPurchase": true}}, {"daysSinceLastVisit": {"atLeast": 9}}, {"memberFor": {"atLeast": 8}},
          {"wallet": {"unit": "credit", "atLeast": 7}}, {"field": {"name": "city", "is": ["قم", 4.50, true]}},
          {"field": {"name": "pet", "is": "cat"}}, {"code": {"in": ["A"]}}]}}
        """;

    private static readonly string[] Words =
    [
        .. Vocabulary.Conditions.Select(c => c.Name),
        .. Vocabulary.Effects.Select(e => e.Name),
        .. new[]
        {
            "title",
            "fa",
            "give",
            "when",
            "schedule",
            "hours",
            "weekdays",
            "from",
            "limits",
            "perMember",
            "uses",
            "in",
            "is",
            "atLeast",
            "moreThan",
            "within",
            "days",
            "percent",
            "unit",
            "amount",
            "max",
            "name",
            "on",
            "quantity",
            "earn",
            "perAmount",
            "worth",
            "maySpend",
            "spendValue",
            "a/b~c",
            "",
        },
    ];

    [Fact]
    public void Words_are_written_as_they_were_read()
    {
        var first = Written(EveryWord);
        Written(first).ShouldBe(first);
        first.ShouldContain("4.50".TrimEnd('0'));
    }

    [Fact]
    public void Random_documents_read_back_to_the_same() =>
        Prop.ForAll(
                Seeds,
                seed =>
                {
                    var offer = PlainOffer.Random(new Random(seed), 1);
                    var first = Written($$"""{"title": {"fa": "الف"}, "give": [{{offer.Give}}], {{offer.Rest}}}""");
                    Written(first).ShouldBe(first);
                }
            )
            .Check(Cases.UpTo(500));

    [Fact]
    public void Whatever_is_sent_nothing_throws() =>
        Prop.ForAll(
                Seeds,
                seed =>
                {
                    var random = new Random(seed);
                    using var json = JsonDocument.Parse(Anything(random, 0));
                    OfferDocument.Read(json.RootElement, "c", 1, Shop.Known);
                    EarningRuleDocument.Read(json.RootElement, "c", Shop.Known);
                    UnitDocument.Read(json.RootElement, "c");
                }
            )
            .Check(Cases.UpTo(5_000));

    [Fact]
    public void A_good_document_with_one_place_spoilt_is_read_or_refused_and_never_throws() =>
        Prop.ForAll(
                Seeds,
                seed =>
                {
                    var random = new Random(seed);
                    var text = EveryWord.ToCharArray();
                    for (var i = random.Next(1, 4); i > 0; i--)
                    {
                        text[random.Next(text.Length)] = "0129-.ea\"{}[]:,\\"[random.Next(16)];
                    }

                    try
                    {
                        using var json = JsonDocument.Parse(new string(text));
                        OfferDocument.Read(json.RootElement, "c", 1, Shop.Known);
                    }
                    catch (JsonException)
                    {
                        // No JSON any more: the web refuses it before it gets here.
                    }
                }
            )
            .Check(Cases.UpTo(5_000));

    private static string Written(string json)
    {
        var read = OfferDocument.Read(Shop.Json(json), "c", 1, Shop.Known);
        read.IsRefused.ShouldBeFalse(string.Join(" ", read.Refusals));
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            OfferDocument.Write(read.Value, writer);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static string Anything(Random random, int depth) =>
        random.Next(depth > 6 ? 6 : 9) switch
        {
            0 => "null",
            1 => random.Next(2) == 0 ? "true" : "false",
            2 => new[] { "0", "-1", "1.5", "1e400", "1e18", "99999999999999999999", "1e-30", "-0.0" }[random.Next(8)],
            3 => random.Next(-5, 400).ToString(),
            4 => new[]
            {
                "\"\"",
                "\"\\ud800\"",
                "\"\\u0000\"",
                "\"credit\"",
                "\"silver\"",
                "\"۱۲\"",
                "\"16:00-18:00\"",
            }[random.Next(7)],
            5 => $"\"{Words[random.Next(Words.Length)]}\"",
            6 => $"[{string.Join(",", Enumerable.Range(0, random.Next(4)).Select(_ => Anything(random, depth + 1)))}]",
            _ => "{" + string.Join(",", Enumerable.Range(0, random.Next(5)).Select(_ => Field(random, depth))) + "}",
        };

    private static string Field(Random random, int depth) => $"{Name(random)}:{Anything(random, depth + 1)}";

    private static string Name(Random random) =>
        random.Next(30) == 0 ? "\"\\udc00x\"" : $"\"{Words[random.Next(Words.Length)]}\"";
}
