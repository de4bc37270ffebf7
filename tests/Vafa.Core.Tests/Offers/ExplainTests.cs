using Shouldly;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Offers;

/// <summary>What the receipt and the pages say of each offer, in both languages.</summary>
public sealed class ExplainTests
{
    private static readonly Wording Fa = new(Persian: true, Toman: true);
    private static readonly Wording En = new(Persian: false, Toman: true);

    private static OfferNotApplied Why(string when, Wording wording, BasketLine? line = null)
    {
        var shop = new Shop().Offer("o", Gives.Off("10"), when);
        return Explain.Of(shop.Sell(line ?? Shop.Goods(4_200_000)), shop.Programme, wording).NotApplied.Single();
    }

    [Theory]
    [InlineData("""{"basketTotal": {"atLeast": 5000000}}""", "۸۰٬۰۰۰ تومان دیگر", "80,000 toman more")]
    [InlineData("""{"basketTotal": {"moreThan": 5000000}}""", "بیش از ۸۰٬۰۰۰ تومان دیگر", "over 80,000 toman more")]
    [InlineData("""{"visits": {"atLeast": 3}}""", "۳ خرید دیگر", "3 more purchases")]
    [InlineData("""{"product": {"in": ["x"], "quantity": 1.5}}""", "۱٫۵ عدد دیگر", "1.5 more")]
    [InlineData("""{"productGroup": {"in": ["x"], "quantity": 2}}""", "۲ عدد دیگر", "2 more")]
    [InlineData("""{"productGroup": {"in": ["x"], "amount": 500}}""", "۵۰ تومان دیگر", "50 toman more")]
    [InlineData("""{"wallet": {"unit": "points", "atLeast": 20}}""", "۲۰ \u2068points\u2069 دیگر", "20 points more")]
    [InlineData("""{"memberFor": {"atLeast": 326}}""", "۱ روز دیگر", "1 more day")]
    public void The_distance_is_told(string when, string fa, string en)
    {
        Why(when, Fa).Distance.ShouldBe(fa);
        Why(when, En).Distance.ShouldBe(en);
        Why(when, Fa).Message.ShouldStartWith(fa);
        Why(when, Fa).Code.ShouldBe("offer.condition");
        Why(when, Fa).Status.ShouldBe("notEligible");
        Why(when, Fa).Missing!.Value.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Without_a_distance_the_condition_is_said()
    {
        var why = Why("""{"group": {"in": ["gold", "silver"]}}""", Fa);
        why.Missing.ShouldBeNull();
        why.Message.ShouldBe("شرط برقرار نیست: عضو گروه \u2068gold\u2069 یا \u2068silver\u2069.");
        Why("""{"group": {"in": ["gold"]}}""", En with { Names = (_, _) => new LocalText("طلایی", "Gold club") })
            .Message.ShouldBe("Not met: in the group Gold club.");
    }

    [Fact]
    public void A_code_is_not_told_to_who_does_not_know_it() =>
        Why("""{"code": {"in": ["SECRET"]}}""", En).Message.ShouldNotContain("SECRET");

    [Fact]
    public void What_beat_an_offer_is_named_with_the_difference()
    {
        var shop = new Shop().Offer("ten", Gives.Off("10")).Offer("five", Gives.Off("5"));
        var decision = shop.Sell(Shop.Goods(1_000_000));
        var said = Explain.Of(decision, shop.Programme, Fa);
        said.Applied.Single()
            .ShouldBe(
                new AppliedOffer(
                    "ten",
                    shop.Programme.Offers[0].Title,
                    "discountPercent",
                    "۱۰٪ تخفیف",
                    new Money(100_000)
                )
            );
        var five = said.NotApplied.Single();
        (five.Status, five.Code, five.By).ShouldBe(("notChosen", "offer.beaten", "ten"));
        five.Message.ShouldBe("«\u2068ten\u2069» به‌جای آن ۵٬۰۰۰ تومان بیشتر ارزش دارد.");
        Explain
            .Of(decision, shop.Programme, En)
            .NotApplied.Single()
            .Message.ShouldBe("“ten” is worth 5,000 toman more instead.");
    }

    [Fact]
    public void Every_effect_of_an_applied_offer_has_its_own_value()
    {
        var shop = new Shop().Offer("all", Gives.Off("10") + "," + Gives.Points(3) + "," + Gives.Free("tea"));
        shop.Prices["tea"] = new Money(700);
        var applied = Explain.Of(shop.Sell(Shop.Goods(10_000)), shop.Programme, En).Applied;
        applied
            .Select(a => (a.Effect, a.Value.Minor))
            .ShouldBe([("discountPercent", 1_000L), ("points", 1_500L), ("freeItem", 700L)]);
    }

    [Fact]
    public void Every_code_has_its_word_and_every_status_too()
    {
        Enum.GetValues<VerdictCode>()
            .Select(Explain.CodeOf)
            .Distinct()
            .Count()
            .ShouldBe(Enum.GetValues<VerdictCode>().Length);
        Explain.CodeOf(VerdictCode.None).ShouldBeEmpty();
        Enum.GetValues<OfferStatus>()
            .Select(Explain.WordOf)
            .ShouldBe(["applied", "notChosen", "notEligible", "usedUp", "heldOut"]);
    }

    [Fact]
    public void A_unit_bears_its_own_title_unless_another_name_is_known()
    {
        var shop = new Shop().Offer("o", Gives.Points(3));
        shop.Units[1] = shop.Units[1] with { Title = new LocalText("امتیاز", "Stars") };
        var decision = shop.Sell(Shop.Goods(1_000));
        Explain.Of(decision, shop.Programme, Fa).Applied.Single().Sentence.ShouldBe("۳ امتیاز");
        Explain.Of(decision, shop.Programme, En).Applied.Single().Sentence.ShouldBe("3 Stars");
        var named = En with { Names = (kind, code) => kind == NameKind.Unit ? new LocalText(code, code + "!") : null };
        Explain.Of(decision, shop.Programme, named).Applied.Single().Sentence.ShouldBe("3 points!");
    }

    [Fact]
    public void An_applied_offer_of_which_nothing_is_left_is_told_all_the_same()
    {
        var shop = new Shop { Member = Shop.Somebody(wallets: [("credit", 1_000)]) }.Offer(
            "back",
            Gives.Off("0.01") + "," + Gives.Credit("10")
        );
        var basket = shop.Basket(Shop.Goods(1_000)) with { Spend = [new SpendRequest("credit", 1_000)] };
        var applied = Explain.Of(shop.Sell(basket), shop.Programme, En).Applied.Single();
        (applied.Offer, applied.Effect, applied.EffectIndex, applied.Value).ShouldBe(
            ("back", "discountPercent", 0, Money.Zero)
        );
    }

    [Fact]
    public void Of_a_sale_concluded_elsewhere_the_limit_that_was_passed_is_told()
    {
        var shop = new Shop().Offer("o", Gives.Off("10"), """{"basketTotal": {"atLeast": 5000}}""");
        var basket = shop.Basket(Shop.Goods(1_000));
        var taken = shop.Sell(basket, new Taken(new Money(100), new Money(900), ["o"]));
        var applied = Explain.Of(taken, shop.Programme, En).Applied.Single();
        (applied.Passed, applied.Value.Minor, applied.KeptBack.Minor).ShouldBe(("offer.condition", 100L, 0L));
        applied.PassedMessage.ShouldBe("400 toman more to go. It needs: a basket of at least 500 toman.");
        var own = shop.Sell(shop.Basket(Shop.Goods(5_000)));
        Explain.Of(own, shop.Programme, En).Applied.Single().Passed.ShouldBeNull();
        Explain.Of(own, shop.Programme, En).Applied.Single().PassedMessage.ShouldBeNull();
    }
}
