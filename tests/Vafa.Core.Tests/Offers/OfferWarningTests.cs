using Shouldly;
using Vafa.Core.Offers;
using Vafa.Core.Tests.Sales;
using Xunit;

namespace Vafa.Core.Tests.Offers;

/// <summary>The rules of thumb: what an owner is warned of, and what not.</summary>
public sealed class OfferWarningTests
{
    private const string Silver = """{"group": {"in": ["silver"]}}""";
    private const string Basket = """{"basketTotal": {"atLeast": 5}}""";

    private static string[] Codes(string give, string when = "null", string rest = "\"priority\": 0") =>
        [.. Warnings(give, when, rest).Select(w => w.Code)];

    private static IReadOnlyList<OfferWarning> Warnings(string give, string when, string rest) =>
        OfferWarnings.Of(new Shop().Offer("o", give, when, rest).Programme.Offers[0]);

    [Theory]
    [InlineData(Basket)]
    [InlineData("""{"basketPieces": {"quantity": 2}}""")]
    [InlineData("""{"branch": {"in": ["main"]}}""")]
    [InlineData("""{"channel": {"in": ["store"]}}""")]
    [InlineData("""{"paymentMethod": {"in": ["card"]}}""")]
    [InlineData("""{"calendarEvent": {"in": ["yalda"]}}""")]
    [InlineData("""{"all": [{"basketTotal": {"atLeast": 5}}, {"branch": {"in": ["main"]}}]}""")]
    [InlineData("""{"any": [{"group": {"in": ["silver"]}}, {"branch": {"in": ["main"]}}]}""")]
    public void What_everybody_meets_by_buying_does_not_narrow_an_offer(string when) =>
        Codes(Gives.Off("15"), when).ShouldBe(["offer.much-for-all"]);

    [Theory]
    [InlineData(Silver)]
    [InlineData("""{"product": {"in": ["tea"]}}""")]
    [InlineData("""{"all": [{"basketTotal": {"atLeast": 5}}, {"group": {"in": ["silver"]}}]}""")]
    [InlineData("""{"any": [{"group": {"in": ["silver"]}}, {"visits": {"atLeast": 9}}]}""")]
    public void What_only_some_meet_narrows_it(string when) => Codes(Gives.Off("40"), when).ShouldBeEmpty();

    [Fact]
    public void Much_off_some_goods_alone_is_no_fault() => Codes(Gives.OffGroup("40", "cake")).ShouldBeEmpty();

    [Theory]
    [InlineData("30", 0)]
    [InlineData("30.01", 1)]
    public void More_than_three_tenths_coming_back_is_much(string percent, int warnings) =>
        Codes(Gives.Credit(percent)).ShouldBe(Enumerable.Repeat("offer.much-back", warnings));

    [Theory]
    [InlineData("""{"discountAmount": {"amount": 5}}""", 1)]
    [InlineData(Gives.Shipping, 0)]
    [InlineData("""{"points": {"unit": "points", "amount": 5}}""", 0)]
    [InlineData("""{"points": {"unit": "points", "amount": 5}}, {"discountAmount": {"amount": 5}}""", 1)]
    public void A_discount_that_combines_adds_up(string give, int warnings)
    {
        Codes(give, rest: "\"combine\": true").ShouldBe(Enumerable.Repeat("offer.adds-up", warnings));
        Codes(give).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"gift": {"unit": "points", "amount": 5, "expiresAfterDays": 3}}""")]
    [InlineData("""{"freeItem": {"product": "tea"}}""")]
    [InlineData("""{"freeItemOf": {"in": ["tea"]}}""")]
    public void A_gift_wants_a_limit_of_any_kind(string give)
    {
        Codes(give).ShouldBe(["offer.gift-without-limit"]);
        Codes(give, rest: "\"limits\": {\"maxValue\": 5}").ShouldBe(["offer.gift-without-limit"]);
        Codes(give, rest: "\"combine\": true, \"limits\": {\"uses\": 5}").ShouldBeEmpty();
        Codes(give, rest: "\"limits\": {\"budget\": 5}").ShouldBeEmpty();
        Codes(give, rest: "\"limits\": {\"perMember\": {\"uses\": 5}}").ShouldBeEmpty();
        Codes(give, rest: "\"limits\": {\"perPeriod\": {\"every\": \"day\", \"uses\": 5}}").ShouldBeEmpty();
        Codes(give, rest: "\"limits\": {\"perBranch\": {\"budget\": 5}}").ShouldBeEmpty();
    }

    [Fact]
    public void Each_warning_is_said_in_both_languages()
    {
        string[] give = [Gives.Off("15"), Gives.Credit("40"), Gives.Free("tea")];
        Warnings(string.Join(",", give), "null", "\"combine\": true")
            .SelectMany(w => new[] { w.Text.Fa, w.Text.En })
            .ShouldBe([
                "۱۵٪ تخفیف برای همه زیاد است: به کسانی هم می‌رسد که بی آن هم می‌خریدند.",
                "15% off for everybody is much: it also goes to those who would have bought anyway.",
                "بازگشت ۴۰٪ از پول خرید زیاد است.",
                "40% of the money coming back is much.",
                "این تخفیف به پیشنهادهای دیگر اضافه می‌شود.",
                "This discount is added to whatever else applies.",
                "این هدیه سقف ندارد و در هر خرید داده می‌شود.",
                "This gift has no limit and is given with every sale.",
            ]);
    }
}
