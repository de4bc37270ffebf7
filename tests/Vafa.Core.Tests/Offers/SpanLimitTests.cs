using Shouldly;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Tests.Values;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Offers;

/// <summary>Limits in each period and at each branch.</summary>
public sealed class SpanLimitTests
{
    private static Shop With(string limits) =>
        new Shop().Offer("o", Gives.Off("10"), rest: $"\"limits\": {{{limits}}}");

    [Theory]
    [InlineData("\"perPeriod\": {\"every\": \"day\", \"uses\": 5}", CountScope.Period, VerdictCode.PeriodLimit)]
    [InlineData("\"perBranch\": {\"uses\": 5}", CountScope.Branch, VerdictCode.BranchLimit)]
    public void The_last_use_is_given_and_no_more(string limits, CountScope scope, VerdictCode code)
    {
        var shop = With(limits);
        shop.Counts.Add(new OfferCount("o", 4, Money.Zero) { Scope = scope });
        shop.Applied(shop.Sell(Shop.Goods(1_000))).ShouldBe(["o"]);
        shop.Counts[0] = shop.Counts[0] with { Uses = 5 };
        var verdict = shop.Verdict(shop.Sell(Shop.Goods(1_000)), "o");
        (verdict.Status, verdict.Code).ShouldBe((OfferStatus.UsedUp, code));
    }

    [Fact]
    public void A_budget_of_a_period_is_never_given_in_part()
    {
        var shop = With("\"perPeriod\": {\"every\": \"month\", \"budget\": 1000}");
        shop.Counts.Add(new OfferCount("o", 9, new Money(901)) { Scope = CountScope.Period });
        shop.Verdict(shop.Sell(Shop.Goods(1_000)), "o").Code.ShouldBe(VerdictCode.PeriodLimit);
        shop.Applied(shop.Sell(Shop.Goods(990))).ShouldBe(["o"]);
    }

    [Fact]
    public void Counters_of_different_scopes_do_not_count_for_each_other()
    {
        var shop = With(
            "\"uses\": 100, \"perPeriod\": {\"every\": \"day\", \"uses\": 5}, \"perBranch\": {\"uses\": 7}"
        );
        shop.Counts.Add(new OfferCount("o", 50, Money.Zero));
        shop.Counts.Add(new OfferCount("o", 4, Money.Zero) { Scope = CountScope.Period });
        shop.Counts.Add(new OfferCount("o", 6, Money.Zero) { Scope = CountScope.Branch });
        shop.Applied(shop.Sell(Shop.Goods(1_000))).ShouldBe(["o"]);
        shop.Programme.Needs.Counted.Select(c => c.Scope)
            .ShouldBe([CountScope.All, CountScope.Period, CountScope.Branch]);
    }

    [Fact]
    public void Counts_of_scopes_are_kept_and_replayed()
    {
        var shop = With(
            "\"perPeriod\": {\"every\": \"day\", \"uses\": 5}, \"perBranch\": {\"every\": \"week\", \"uses\": 7}"
        );
        shop.Counts.Add(new OfferCount("o", 5, Money.Zero) { Scope = CountScope.Period });
        shop.Counts.Add(new OfferCount("o", 1, new Money(9)) { Scope = CountScope.Branch });
        var basket = shop.Basket(Shop.Goods(1_000));
        var decision = shop.Sell(basket);
        var record = DecisionRecord.Write(decision, shop.Programme, basket, shop.Member, shop.Counts, shop.Now);
        var read = DecisionRecord.ReadAll(record, shop.Programme, basket, shop.Member!.Id);
        read.Facts.Counts.ShouldBe(shop.Counts);
        read.Replay(shop.Programme).Value.Offers.ShouldBe(decision.Offers);
    }

    [Theory]
    [InlineData(CountScope.All, "o")]
    [InlineData(CountScope.Period, "o\nm1405-09")]
    [InlineData(CountScope.Branch, "o\n@north/w2026-11-21")]
    public void A_counter_is_named_by_its_scope(CountScope scope, string key)
    {
        var shop = With(
            "\"uses\": 1, \"perPeriod\": {\"every\": \"month\", \"uses\": 5}, \"perBranch\": {\"every\": \"week\", \"uses\": 7}"
        );
        CounterKey.Of(shop.Programme.Offers[0], scope, Clubs.Tehran, Clubs.Day("2026-11-22"), "north").ShouldBe(key);
    }

    [Theory]
    [InlineData("\"perPeriod\": {\"every\": \"ever\", \"uses\": 5}", "json.choice", "/limits/perPeriod/every")]
    [InlineData("\"perPeriod\": {\"uses\": 5}", "json.required", "/limits/perPeriod/every")]
    [InlineData("\"perPeriod\": {\"every\": \"day\"}", "offer.uses-or-budget", "/limits/perPeriod")]
    [InlineData("\"perBranch\": {}", "offer.uses-or-budget", "/limits/perBranch")]
    [InlineData("\"perBranch\": {\"uses\": 0}", "json.range", "/limits/perBranch/uses")]
    public void What_limits_nothing_is_refused(string limits, string code, string pointer)
    {
        var json = Shop.Json($$"""{"title": {"fa": "x"}, "give": [{{Gives.Off("10")}}], "limits": { {{limits}} } }""");
        var refusal = OfferDocument.Read(json, "o", 1, Shop.Known).Refusals.ShouldHaveSingleItem();
        (refusal.Code, refusal.Pointer).ShouldBe((code, pointer));
    }

    [Theory]
    [InlineData("\"uses\": 1", CountScope.All, "o")]
    [InlineData("\"perBranch\": {\"uses\": 7}", CountScope.Branch, "o\n@north")]
    [InlineData("\"perPeriod\": {\"every\": \"day\", \"uses\": 5}", CountScope.Period, "o\nd2026-11-22")]
    public void The_offer_is_found_again_by_the_name_of_its_counter(string limits, CountScope scope, string key)
    {
        var offer = With(limits).Programme.Offers[0];
        CounterKey.Of(offer, scope, Clubs.Tehran, Clubs.Day("2026-11-22"), "north").ShouldBe(key);
        CounterKey.OfferOf(key).ShouldBe("o");
        offer.Limits.Scopes.ShouldBe([scope]);
    }

    [Fact]
    public void A_counter_is_found_wherever_it_stands_and_another_offers_is_not_taken_for_it()
    {
        var shop = With("\"uses\": 5");
        shop.Counts.Add(new OfferCount("other", 9, Money.Zero));
        shop.Applied(shop.Sell(Shop.Goods(1_000))).ShouldBe(["o"]);
        shop.Counts.Add(new OfferCount("o", 9, Money.Zero) { Scope = CountScope.Branch });
        shop.Applied(shop.Sell(Shop.Goods(1_000))).ShouldBe(["o"]);
        shop.Counts.Add(new OfferCount("o", 5, Money.Zero));
        shop.Verdict(shop.Sell(Shop.Goods(1_000)), "o").Code.ShouldBe(VerdictCode.Uses);
    }
}
