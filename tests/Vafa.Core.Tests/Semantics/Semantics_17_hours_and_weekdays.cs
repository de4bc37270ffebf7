using Shouldly;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Tests.Values;
using Xunit;

namespace Vafa.Core.Tests.Semantics;

/// <summary>Hours are on the wall clock, may cross midnight, and belong to the business day they start in.</summary>
public sealed class Semantics_17_hours_and_weekdays
{
    private static bool IsOn(bool nightCafe, string at, string schedule) =>
        new Shop { Now = Clubs.At(at + "+03:30"), Time = nightCafe ? Clubs.NightCafe : Clubs.Tehran }
            .Offer("o", Gives.Off("10"), rest: $"\"schedule\": {{{schedule}}}")
            .Sell(Shop.Goods(1_000))
            .Offers.Length == 1;

    [Theory]
    [InlineData("2026-11-22T15:59:59", false)]
    [InlineData("2026-11-22T16:00:00", true)]
    [InlineData("2026-11-22T17:59:59", true)]
    [InlineData("2026-11-22T18:00:00", false)]
    public void Hours_start_sharp_and_end_before_their_end(string at, bool on) =>
        IsOn(false, at, "\"hours\": [\"08:00-09:00\", \"16:00-18:00\"]").ShouldBe(on);

    // 27 November 2026 is a Friday.
    [Theory]
    [InlineData(false, "2026-11-27T23:00:00", true)]
    [InlineData(false, "2026-11-28T01:00:00", true)]
    [InlineData(false, "2026-11-28T02:00:00", false)]
    [InlineData(false, "2026-11-27T01:00:00", false)]
    [InlineData(false, "2026-11-28T23:00:00", false)]
    [InlineData(true, "2026-11-28T01:00:00", true)]
    [InlineData(true, "2026-11-27T01:00:00", false)]
    public void Hours_over_midnight_belong_to_the_day_they_start_in(bool nightCafe, string at, bool on) =>
        IsOn(nightCafe, at, "\"weekdays\": [\"friday\"], \"hours\": [\"22:00-02:00\"]").ShouldBe(on);

    [Theory]
    [InlineData("2026-11-28T03:59:00", true)]
    [InlineData("2026-11-28T04:00:00", false)]
    [InlineData("2026-11-27T03:59:00", false)]
    [InlineData("2026-11-27T04:00:00", true)]
    public void Weekdays_are_those_of_the_business_day(string at, bool on) =>
        IsOn(nightCafe: true, at, "\"weekdays\": [\"fri\"]").ShouldBe(on);

    [Theory]
    [InlineData("2026-11-28T03:30:00", true)]
    [InlineData("2026-11-28T04:30:00", true)]
    [InlineData("2026-11-27T04:30:00", false)]
    public void Hours_that_start_before_the_business_day_belong_to_the_one_before(string at, bool on) =>
        IsOn(nightCafe: true, at, "\"weekdays\": [\"friday\"], \"hours\": [\"03:00-05:00\"]").ShouldBe(on);

    [Theory]
    [InlineData("2026-11-22T00:00:00", true)]
    [InlineData("2026-11-22T23:59:59", true)]
    public void From_midnight_to_24_is_the_whole_day(string at, bool on) =>
        IsOn(false, at, "\"hours\": [\"00:00-24:00\"]").ShouldBe(on);
}
