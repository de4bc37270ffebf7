using System.Text.Json;
using Shouldly;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Values;

public sealed class DocumentReaderTests
{
    [Theory]
    [InlineData("""{"a": "\ud800"}""")]
    [InlineData("""{"a": "x\udc00y"}""")]
    public void Half_a_surrogate_pair_is_refused_and_not_thrown(string json)
    {
        var reader = Read(json);
        reader.Text("a").ShouldBeNull();
        reader.Refusals.ShouldHaveSingleItem().Pointer.ShouldBe("/a");
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_refused_and_not_thrown()
    {
        byte[] json = [.. "{\"a\": \"x"u8, 0xFF, 0xC3, .. "\"}"u8];
        var reader = DocumentReader.Of(JsonDocument.Parse(json).RootElement);
        reader.Text("a").ShouldBeNull();
        reader.Refusals.ShouldHaveSingleItem().Pointer.ShouldBe("/a");
    }

    [Fact]
    public void Half_a_surrogate_pair_in_a_name_is_an_unknown_field()
    {
        var reader = Read("""{"a\ud800": 1}""");
        reader.Text("b");
        reader.Done();
        reader.Refusals.ShouldHaveSingleItem().Code.ShouldBe("json.unknown-field");
    }

    [Fact]
    public void Half_a_surrogate_pair_is_no_choice()
    {
        var reader = Read("""{"a": "\ud800"}""");
        reader.Choice<int>("a", true, ("x", 1)).ShouldBeNull();
        reader.Refusals.ShouldHaveSingleItem().Code.ShouldBe("json.choice");
    }

    [Fact]
    public void Half_a_surrogate_pair_is_no_instant()
    {
        var reader = Read("""{"a": "2026-11-22T00:00:00\ud800"}""");
        reader.Instant("a").ShouldBeNull();
        reader.Refusals.ShouldHaveSingleItem().Code.ShouldBe("json.instant");
    }

    [Theory]
    [InlineData("2026-11-22T10:00:00+03:30", "2026-11-22T06:30:00.0000000+00:00")]
    [InlineData("2026-11-22T10:00:00.1234567Z", "2026-11-22T10:00:00.1234560+00:00")]
    public void An_instant_is_UTC_cut_to_microseconds(string text, string stored) =>
        Read($$"""{"at": "{{text}}"}""").Instant("at")!.Value.ToString("O").ShouldBe(stored);

    [Theory]
    [InlineData("2026-11-22T10:00:00", "json.instant")]
    [InlineData("2026-11-22", "json.instant")]
    [InlineData("1405-09-01T10:00:00+03:30", "time.jalali-year")]
    [InlineData("2026-13-22T10:00:00Z", "json.instant")]
    public void What_is_no_instant_with_its_offset_is_refused(string text, string code)
    {
        var reader = Read($$"""{"at": "{{text}}"}""");
        reader.Instant("at").ShouldBeNull();
        reader.Refusals.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("1.5", "json.whole")]
    [InlineData("-1", "json.range")]
    [InlineData("1000000000000001", "json.range")]
    [InlineData("1e18", "json.range")]
    [InlineData("1e400", "json.range")]
    [InlineData("\"5\"", "json.number")]
    [InlineData("1000000000000000000000000000000000000000", "json.range")]
    public void Money_is_whole_and_within_its_range(string number, string code)
    {
        var reader = Read($$"""{"m": {{number}}}""");
        reader.Money("m").ShouldBeNull();
        var refusal = reader.Refusals.ShouldHaveSingleItem();
        (refusal.Code, refusal.Pointer).ShouldBe((code, "/m"));
    }

    [Theory]
    [InlineData("0.345", 345)]
    [InlineData("1", 1_000)]
    [InlineData("1e3", 1_000_000)]
    [InlineData("1.500", 1_500)]
    public void A_quantity_has_three_decimals(string number, long thousandths) =>
        Read($$"""{"q": {{number}}}""").Quantity("q")!.Value.Thousandths.ShouldBe(thousandths);

    [Theory]
    [InlineData("0.0001", "json.range")]
    [InlineData("1.2345", "json.decimals")]
    [InlineData("0", "json.range")]
    [InlineData("1e30", "json.number")]
    [InlineData("1e400", "json.number")]
    public void A_fourth_decimal_or_none_at_all_is_refused(string number, string code)
    {
        var reader = Read($$"""{"q": {{number}}}""");
        reader.Quantity("q").ShouldBeNull();
        reader.Refusals.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Fact]
    public void Control_characters_are_refused_and_emoji_kept()
    {
        var reader = Read("""{"a": "x\u0000y", "b": " 👨‍👩‍👧 "}""");
        reader.Text("a").ShouldBeNull();
        reader.Text("b").ShouldBe("👨‍👩‍👧");
        reader.Refusals.ShouldHaveSingleItem().Code.ShouldBe("json.control-character");
    }

    [Fact]
    public void Every_fault_is_told_with_its_pointer()
    {
        var reader = Read("""{"x/y": 1, "list": [{"n": -1}, {"n": 2, "z": 0}]}""");
        foreach (var item in reader.Each("list", 10))
        {
            item.Whole("n", 0, 9);
            item.Done();
        }

        reader.Text("title", required: true);
        reader.Done();
        reader
            .Refusals.Select(r => (r.Code, r.Pointer))
            .ShouldBe(
                [
                    ("json.range", "/list/0/n"),
                    ("json.unknown-field", "/list/1/z"),
                    ("json.required", "/title"),
                    ("json.unknown-field", "/x~1y"),
                ],
                ignoreOrder: true
            );
    }

    private static DocumentReader Read(string json) => DocumentReader.Of(JsonDocument.Parse(json).RootElement);
}
