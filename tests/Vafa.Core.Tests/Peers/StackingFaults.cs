using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Peers;

/// <summary>Faults of stacking and limits that hurt users of other products, each by its report.</summary>
public sealed class StackingFaults
{
    private static readonly Wording English = new(Persian: false, Toman: false);

    private static Shop Both(Shop shop) =>
        shop.Offer("promotion", Gives.Off("40"), rest: "\"combine\": true")
            .Offer("voucher", Gives.Off("70"), rest: "\"combine\": true");

    /// <summary>40 % and 70 % together made the goods free, and nobody had meant it.</summary>
    [Fact]
    public void Saleor_17453_a_percentage_is_of_the_original_price_and_the_clubs_ceiling_holds()
    {
        var shop = Both(new Shop { MaxDiscount = new Percent(8_000) });
        shop.Sell(Shop.Goods(1_000)).Payable.Minor.ShouldBe(200);
        Both(new Shop()).Sell(Shop.Goods(1_000)).Payable.Minor.ShouldBe(0);
        Both(new Shop { MaxBasketDiscount = new Percent(5_000) }).Sell(Shop.Goods(1_000)).Payable.Minor.ShouldBe(500);
    }

    /// <summary>Discounts of one product piled up without an end.</summary>
    [Fact]
    public void Saleor_5689_each_line_has_a_ceiling_of_its_own()
    {
        var shop = new Shop { MaxDiscount = new Percent(3_000) }
            .Offer("cake", Gives.OffGroup("90", "cake"), rest: "\"combine\": true")
            .Offer("more", Gives.Amount(800), rest: "\"combine\": true");
        var decision = shop.Sell(Shop.Goods(1_000, "cake"), Shop.Goods(1_000, "tea"));
        decision.LineDiscounts.ShouldAllBe(d => d.Minor <= 300);
    }

    /// <summary>A taxable base fell below zero where discounts met.</summary>
    [Fact]
    public void Medusa_14899_and_14447_no_line_falls_below_zero() =>
        Prop.ForAll(
                Arb.From(Gen.Choose(0, int.MaxValue - 1)),
                seed =>
                {
                    var (shop, lines, _) = RandomShop.Of(new Random(seed), 6);
                    RandomShop.Check(shop, shop.Sell(lines), lines);
                }
            )
            .Check(Cases.UpTo(1_000));

    public static TheoryData<string> Conditions => [.. Vocabulary.Conditions.Select(c => c.Name)];

    public static TheoryData<string> Effects => [.. Vocabulary.Effects.Select(e => e.Name)];

    /// <summary>An offer that needed an e-mail made a guest's cart fail.</summary>
    [Theory]
    [MemberData(nameof(Conditions))]
    public void Medusa_15823_a_condition_that_cannot_be_met_is_skipped_and_never_a_fault(string word)
    {
        Vocabulary.ConditionNamed(word, out var entry).ShouldBeTrue();
        var shop = new Shop { Member = null }.Offer("o", Gives.Off("10"), $$"""{"{{word}}": {{entry!.Example}}}""");
        shop.Sell(Shop.Goods(1_000)).Offers.Length.ShouldBe(1);
        shop.Sell().Payable.ShouldBe(Money.Zero);
    }

    [Theory]
    [MemberData(nameof(Effects))]
    public void Medusa_15823_an_effect_that_finds_nothing_here_is_skipped_and_never_a_fault(string word)
    {
        Vocabulary.EffectNamed(word, out var entry).ShouldBeTrue();
        var shop = new Shop { Member = null }.Offer("o", $$"""{"{{word}}": {{entry!.Example}}}""");
        shop.Sell(Shop.Goods(1_000)).Offers.Length.ShouldBe(1);
        shop.Sell().Payable.ShouldBe(Money.Zero);
    }

    /// <summary>Nobody was told which offer was left out, nor why.</summary>
    [Fact]
    public void Medusa_15396_what_was_left_out_is_told_with_its_reason()
    {
        var shop = new Shop()
            .Offer("best", Gives.Off("20"))
            .Offer("beaten", Gives.Off("10"))
            .Offer("rich", Gives.Off("30"), "{\"basketTotal\": {\"atLeast\": 5000}}");
        var told = Explain.Of(shop.Sell(Shop.Goods(1_000)), shop.Programme, English).NotApplied;
        told.Select(o => (o.Code, o.By, o.Missing))
            .ShouldBe([("offer.beaten", "best", null), ("offer.condition", null, 4_000)], ignoreOrder: true);
        told.ShouldAllBe(o => o.Title.Fa == o.Offer);
    }

    /// <summary>A badge said "expired" while the till still gave, because two places had two rules.</summary>
    [Theory]
    [InlineData(4, OfferStatus.Applied)]
    [InlineData(5, OfferStatus.UsedUp)]
    public void Medusa_15960_what_is_told_is_what_the_till_did(long used, OfferStatus status)
    {
        var shop = new Shop().Offer("o", Gives.Off("10"), rest: "\"limits\": {\"uses\": 5}");
        shop.Counts.Add(new OfferCount("o", used, Money.Zero));
        var decision = shop.Sell(Shop.Goods(1_000));
        shop.Verdict(decision, "o").Status.ShouldBe(status);
        (decision.Discount.Minor > 0).ShouldBe(status == OfferStatus.Applied);
    }

    /// <summary>Limits were looked at only where there was a code.</summary>
    [Fact]
    public void Vendure_4353_an_offer_without_a_code_has_its_limit()
    {
        var shop = new Shop().Offer("o", Gives.Off("10"), rest: "\"limits\": {\"uses\": 1}");
        shop.Counts.Add(new OfferCount("o", 1, Money.Zero));
        shop.Applied(shop.Sell(Shop.Goods(1_000))).ShouldBeEmpty();
    }

    /// <summary>Guests came as often as they liked.</summary>
    [Fact]
    public void NopCommerce_7790_a_guest_has_no_part_in_what_is_counted_by_member()
    {
        var shop = new Shop { Member = null }.Offer(
            "o",
            Gives.Off("10"),
            rest: "\"limits\": {\"perMember\": {\"uses\": 1}}"
        );
        shop.Verdict(shop.Sell(Shop.Goods(1_000)), "o").Code.ShouldBe(VerdictCode.MembersOnly);
    }
}
