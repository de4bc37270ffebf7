using System.Text;
using System.Text.Json;
using Shouldly;
using Vafa.Core.Offers;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Offers;

/// <summary>How much a document may hold, and all of it written back.</summary>
public sealed class DocumentSizeTests
{
    private static string Many(int count, Func<int, string> item) =>
        string.Join(", ", Enumerable.Range(1, count).Select(item));

    private static Outcome<Offer> Read(string rest) =>
        OfferDocument.Read(Shop.Json($$"""{"title": {"fa": "x"}, {{rest}}}"""), "o", 1, Shop.Known);

    private static Outcome<Offer> When(string when) => Read($"\"give\": [{Gives.Shipping}], \"when\": {when}");

    [Theory]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void An_offer_gives_one_to_ten_things(int count, bool reads) =>
        Read($"\"give\": [{Many(count, _ => Gives.Shipping)}]").IsRefused.ShouldBe(!reads);

    [Theory]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void A_list_of_conditions_codes_or_values_holds_a_hundred(int count, bool reads)
    {
        When($$"""{"any": [{{Many(count, _ => """{"firstPurchase": true}""")}}]}""").IsRefused.ShouldBe(!reads);
        When($$$"""{"product": {"in": [{{{Many(count, n => $"\"p{n}\"")}}}]}}""").IsRefused.ShouldBe(!reads);
        When($$$"""{"field": {"name": "city", "is": [{{{Many(count, n => $"{n}")}}}]}}""").IsRefused.ShouldBe(!reads);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void A_bundle_has_two_to_ten_parts(int count, bool reads)
    {
        var items = Many(count, n => $$"""{"on": "product", "in": ["p{{n}}"]}""");
        When($$$"""{"bundle": {"items": [{{{items}}}]}}""").IsRefused.ShouldBe(!reads);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void A_value_of_a_field_has_up_to_two_hundred_letters(int length, bool reads) =>
        When($$$"""{"field": {"name": "city", "is": "{{{new string('x', length)}}}"}}""").IsRefused.ShouldBe(!reads);

    [Theory]
    [InlineData(24, true)]
    [InlineData(25, false)]
    public void A_day_has_up_to_twenty_four_stretches_of_hours(int count, bool reads) =>
        Read($$"""  "give": [{{Gives.Shipping}}], "schedule": {"hours": [{{Many(count, _ => "\"08:00-09:00\"")}}]}  """)
            .IsRefused.ShouldBe(!reads);

    [Fact]
    public void All_of_an_offer_is_written_back()
    {
        const string all = """
            {"title":{"fa":"الف","en":"a"},"give":[{"freeShipping":{}}],"when":{"firstPurchase":true},
            "schedule":{"from":"2026-01-01T00:00:00+00:00","to":"2027-01-01T00:00:00+00:00",
            "weekdays":["friday","sunday","monday"],"hours":["22:00-02:00","08:30-00:00"]},
            "group":"g","combine":true,"notWith":["b","c"],"priority":-3,"state":"paused",
            "limits":{"budget":5,"uses":6,"perMember":{"uses":7,"every":"week"},"maxValue":8,
            "perPeriod":{"every":"month","uses":9,"budget":null},"perBranch":{"every":"ever","uses":null,"budget":10}},
            "holdout":12.5}
            """;
        Written(all).ShouldBe(all.ReplaceLineEndings(""));
        var sent = all.Replace("\"friday\",\"sunday\",\"monday\"", "\"FRI\",\"Sunday\",\"mon\",\"friday\"")
            .Replace("08:30-00:00", " 08:30 - 24:00 ")
            .Replace("\"every\":\"ever\",\"uses\":null,", "");
        Written(sent).ShouldBe(all.ReplaceLineEndings(""));
    }

    [Theory]
    [InlineData("live")]
    [InlineData("draft")]
    [InlineData("paused")]
    [InlineData("ended")]
    public void A_state_is_written_by_its_word(string word)
    {
        var offer = Read($"\"give\": [{Gives.Shipping}], \"state\": \"{word}\"").Value;
        OfferDocument.WordOf(offer.State).ShouldBe(word);
    }

    [Fact]
    public void A_title_may_be_in_one_language()
    {
        Written("""{"title": {"fa": "x"}, "give": [{"freeShipping": {}}]}""")
            .ShouldStartWith("""{"title":{"fa":"x"},""");
        Written("""{"title": {"en": "x"}, "give": [{"freeShipping": {}}]}""")
            .ShouldStartWith("""{"title":{"en":"x"},""");
    }

    private static string Written(string document)
    {
        var offer = OfferDocument.Read(Shop.Json(document), "o", 1, Shop.Known).Value;
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Relaxed))
        {
            OfferDocument.Write(offer, json);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static readonly JsonWriterOptions Relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
