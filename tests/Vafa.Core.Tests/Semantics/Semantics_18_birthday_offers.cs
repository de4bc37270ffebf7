using Shouldly;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Tests.Values;
using Xunit;

namespace Vafa.Core.Tests.Semantics;

/// <summary>
/// Birthdays in conditions: the club's calendar, over Nowruz, and a yearly limit that counts per anniversary.
/// </summary>
public sealed class Semantics_18_birthday_offers
{
    private const string Around = """{"birthday": {"daysBefore": 5, "daysAfter": 5}}""";

    private static bool Meets(DateOnly birth, DateOnly day)
    {
        var shop = new Shop
        {
            Member = Shop.Somebody(birth: birth),
            Now = Clubs.Tehran.StartOf(day).AddHours(12),
        }.Offer("o", Gives.Off("10"), Around);
        return shop.Applied(shop.Sell(Shop.Goods(1_000))).Length == 1;
    }

    [Theory]
    [InlineData(1405, 8, 25, false)]
    [InlineData(1405, 8, 26, true)]
    [InlineData(1405, 9, 6, true)]
    [InlineData(1405, 9, 7, false)]
    public void The_window_is_counted_in_days_of_the_clubs_calendar(int year, int month, int day, bool meets) =>
        Meets(Clubs.Jalali(1370, 9, 1), Clubs.Jalali(year, month, day)).ShouldBe(meets);

    [Fact]
    public void The_window_crosses_Nowruz()
    {
        Meets(Clubs.Jalali(1370, 1, 3), Clubs.Jalali(1404, 12, 28)).ShouldBeTrue();
        Meets(Clubs.Jalali(1370, 12, 28), Clubs.Jalali(1405, 1, 3)).ShouldBeTrue();
    }

    [Fact]
    public void The_last_of_Esfand_is_kept_a_day_earlier_in_common_years()
    {
        var shop = new Shop
        {
            Member = Shop.Somebody(birth: Clubs.Jalali(1375, 12, 30)),
            Now = Clubs.Tehran.StartOf(Clubs.Jalali(1404, 12, 29)).AddHours(12),
        }.Offer("o", Gives.Off("10"), """{"birthday": {"daysBefore": 0, "daysAfter": 0}}""");
        shop.Applied(shop.Sell(Shop.Goods(1_000))).ShouldBe(["o"]);
    }

    [Fact]
    public void Nobody_meets_it_whose_birth_date_is_unknown()
    {
        var shop = new Shop().Offer("o", Gives.Off("10"), Around);
        shop.Verdict(shop.Sell(Shop.Goods(1_000)), "o").Code.ShouldBe(VerdictCode.Condition);
    }

    [Fact]
    public void A_yearly_limit_counts_per_anniversary_also_over_Nowruz()
    {
        var shop = new Shop().Offer(
            "o",
            Gives.Off("10"),
            $$$"""{"all": [{"basketTotal": {"atLeast": 1}}, {{{Around}}}]}""",
            "\"limits\": {\"perMember\": {\"uses\": 1, \"every\": \"year\"}}"
        );
        var (offer, birth) = (shop.Programme.Offers[0], Clubs.Jalali(1370, 1, 2));
        var before = MemberPeriod.KeyOf(offer, Clubs.Tehran, Clubs.Jalali(1404, 12, 28), birth);
        var after = MemberPeriod.KeyOf(offer, Clubs.Tehran, Clubs.Jalali(1405, 1, 4), birth);
        after.ShouldBe(before);
        MemberPeriod.KeyOf(offer, Clubs.Tehran, Clubs.Jalali(1406, 1, 4), birth).ShouldNotBe(before);
    }

    [Theory]
    [InlineData("null", "year", "y1405")]
    [InlineData(Around, "year", "b1405")]
    [InlineData(Around, "month", "m1405-01")]
    [InlineData("""{"any": [{"visits": {"atLeast": 1}}, {"not": {"birthday": {"daysAfter": 9}}}]}""", "year", "b1405")]
    [InlineData("""{"birthday": {}}""", "year", "y1405")]
    public void Only_a_yearly_limit_of_an_offer_around_the_birthday_counts_so(string when, string every, string key)
    {
        var limit = $$$"""  "limits": {"perMember": {"uses": 1, "every": "{{{every}}}"}}  """;
        var offer = new Shop().Offer("o", Gives.Off("10"), when, limit).Programme.Offers[0];
        var day = Clubs.Jalali(1405, 1, 4);
        MemberPeriod.KeyOf(offer, Clubs.Tehran, day, Clubs.Jalali(1370, 1, 2)).ShouldBe(key);
        MemberPeriod.KeyOf(offer, Clubs.Tehran, day, null).ShouldBe(key.Replace('b', 'y'));
        var free = new Shop().Offer("o", Gives.Off("10"), when).Programme.Offers[0];
        MemberPeriod.KeyOf(free, Clubs.Tehran, day, Clubs.Jalali(1370, 1, 2)).ShouldBe("ever");
    }
}
