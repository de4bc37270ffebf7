using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Vafa.Core.Sales;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Sales;

/// <summary>The search against every combination there is, on thousands of random shops.</summary>
public sealed class ChooseProperties
{
    private static readonly Config Thousands = Cases.UpTo(3_000);

    [Fact]
    public void The_search_finds_what_trying_every_combination_finds() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), seed => Same(seed, mostOffers: 9)).Check(Thousands);

    [Fact]
    public void Also_with_twelve_offers() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), seed => Same(seed, mostOffers: 12))
            .Check(Cases.UpTo(150));

    /// <summary>
    /// Caps round amounts down to whole ones, which is where a bound of the search could be too tight.
    /// </summary>
    [Fact]
    public void Also_where_every_offer_is_capped() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue - 1)), seed => Same(seed, mostOffers: 7, capped: true))
            .Check(Thousands);

    private static void Same(int seed, int mostOffers, bool capped = false)
    {
        var random = new Random(seed);
        var (shop, lines, offers) = RandomShop.Of(random, random.Next(1, mostOffers + 1), capped);
        var prices = shop.Prices.ToDictionary(p => p.Key, p => p.Value.Minor);
        var force = new BruteForce(lines, shop, RandomShop.PerPoint, prices);
        var best = force.Best(offers);
        var decision = shop.Sell(lines);

        shop.Applied(decision).ShouldBe(best.Codes, ignoreOrder: true, $"seed {seed}");
        decision.Discount.Minor.ShouldBe(best.Discount, $"seed {seed}");
        RandomShop.Check(shop, decision, lines);
        foreach (var verdict in decision.Offers.Where(v => v is { Status: OfferStatus.NotChosen, By: >= 0 }))
        {
            Beaten(verdict, shop.Programme.Offers[verdict.Offer].Code, force, best, offers)
                .ShouldBeTrue($"seed {seed}");
        }
    }

    /// <summary>
    /// Beaten by as much as the choice is worth more than it is with this offer in place of those it excludes.
    /// </summary>
    private static bool Beaten(
        OfferVerdict verdict,
        string code,
        BruteForce force,
        BruteForce.Result best,
        List<PlainOffer> offers
    )
    {
        var inOrder = BruteForce.InOrder(offers);
        var it = inOrder.Single(o => o.Code == code);
        var with = inOrder.Where(o => o == it || (best.Codes.Contains(o.Code) && o.GoesWith(it))).ToList();
        var instead = force.Reckon(with, inOrder);
        verdict.BeatenBy.Minor.ShouldBe((long)(BigInteger.Max(0, best.Value - instead.Value) / 10_000), code);
        return instead.Codes.Contains(code) == (verdict.Code != VerdictCode.GivesNothing);
    }
}
