using Shouldly;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Tests.Values;
using Xunit;

namespace Vafa.Core.Tests.Semantics;

/// <summary>The schedule in force is that of the moment of the sale: from its start to before its end.</summary>
public sealed class Semantics_16_schedules
{
    [Theory]
    [InlineData("2026-11-22T09:59:59+03:30", false)]
    [InlineData("2026-11-22T10:00:00+03:30", true)]
    [InlineData("2026-11-22T11:59:59.999999+03:30", true)]
    [InlineData("2026-11-22T12:00:00+03:30", false)]
    public void An_offer_is_on_from_its_start_to_before_its_end(string at, bool on)
    {
        var shop = new Shop { Now = Clubs.At(at) }.Offer(
            "o",
            Gives.Off("10"),
            rest: "\"schedule\": {\"from\": \"2026-11-22T10:00:00+03:30\", \"to\": \"2026-11-22T08:30:00Z\"}"
        );
        (shop.Sell(Shop.Goods(1_000)).Offers.Length == 1).ShouldBe(on);
    }

    [Theory]
    [InlineData("live", 1)]
    [InlineData("draft", 0)]
    [InlineData("paused", 0)]
    [InlineData("ended", 0)]
    public void Only_live_offers_are_looked_at(string state, int verdicts) =>
        new Shop()
            .Offer("o", Gives.Off("10"), rest: $"\"state\": \"{state}\"")
            .Sell(Shop.Goods(1_000))
            .Offers.Length.ShouldBe(verdicts);
}
