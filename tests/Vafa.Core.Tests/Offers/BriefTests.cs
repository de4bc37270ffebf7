using Shouldly;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Tests.Sales;
using Vafa.Core.Values;
using Xunit;

namespace Vafa.Core.Tests.Offers;

/// <summary>One decision as a cashier and as a member read it.</summary>
public sealed class BriefTests
{
    private static readonly Wording Fa = new(Persian: true, Toman: true);
    private static readonly Wording En = new(Persian: false, Toman: true);

    private static Shop Club() =>
        new Shop()
            .Offer("تولد", Gives.Off("10"))
            .Offer("بزرگ", Gives.Off("20"), """{"basketTotal": {"atLeast": 1500000}}""")
            .Offer("دور", Gives.Off("30"), """{"basketTotal": {"atLeast": 900000000}}""")
            .Offer("همراه", Gives.Points(5), """{"visits": {"atLeast": 9}}""");

    [Fact]
    public void A_cashier_reads_one_line_with_what_applies_and_what_is_nearest()
    {
        var shop = Club();
        var decision = shop.Sell(Shop.Goods(1_000_000));
        var line = Brief.ForCashier(Explain.Of(decision, shop.Programme, Fa), decision, Fa);
        line.ShouldBe("۱۰٪ تخفیف (۱۰٬۰۰۰ تومان). نزدیک: ۵۰٬۰۰۰ تومان دیگر تا «بزرگ».");
        line.ShouldNotContain('\n');
    }

    [Fact]
    public void Without_an_offer_he_reads_that()
    {
        var shop = new Shop();
        var decision = shop.Sell(Shop.Goods(1_000));
        Brief.ForCashier(Explain.Of(decision, shop.Programme, En), decision, En).ShouldBe("No offer applies.");
        Brief.ForMember(Explain.Of(decision, shop.Programme, En), decision, En).ShouldBeEmpty();
    }

    [Fact]
    public void A_member_reads_what_he_got_and_what_is_within_reach()
    {
        var shop = Club();
        var decision = shop.Sell(Shop.Goods(1_000_000));
        var lines = Brief.ForMember(Explain.Of(decision, shop.Programme, Fa), decision, Fa);
        lines.ShouldBe(["تولد: ۱۰٪ تخفیف.", "با ۵۰٬۰۰۰ تومان دیگر به «بزرگ» می‌رسید."]);
    }

    [Fact]
    public void Within_reach_is_money_up_to_the_basket_again_a_few_pieces_and_a_visit_or_two()
    {
        var shop = new Shop { Member = Shop.Somebody(visits: 3) }
            .Offer("visits", Gives.Off("1"), """{"visits": {"atLeast": 5}}""")
            .Offer("far", Gives.Off("1"), """{"visits": {"atLeast": 6}}""")
            .Offer("pieces", Gives.Off("1"), """{"product": {"in": ["tea"], "quantity": 3}}""")
            .Offer("heaps", Gives.Off("1"), """{"product": {"in": ["tea"], "quantity": 4}}""")
            .Offer("money", Gives.Off("1"), """{"basketTotal": {"atLeast": 2000}}""")
            .Offer("fortune", Gives.Off("1"), """{"basketTotal": {"atLeast": 2001}}""")
            .Offer("days", Gives.Off("1"), """{"memberFor": {"atLeast": 3000}}""");
        var decision = shop.Sell(Shop.Goods(1_000));
        var near = Brief.Near(Explain.Of(decision, shop.Programme, Fa), decision);
        near.Select(o => o.Offer).ShouldBe(["money", "pieces", "visits"]);
    }

    [Fact]
    public void In_English_they_read_the_same()
    {
        var shop = Club();
        var decision = shop.Sell(Shop.Goods(1_000_000));
        var said = Explain.Of(decision, shop.Programme, En);
        Brief
            .ForCashier(said, decision, En)
            .ShouldBe("10% off (10,000 toman). Near: 50,000 toman more to “\u2068بزرگ\u2069”.");
        Brief
            .ForMember(said, decision, En)
            .ShouldBe(["\u2068تولد\u2069: 10% off.", "50,000 toman more, and “\u2068بزرگ\u2069” is yours."]);
    }

    [Fact]
    public void Several_effects_are_one_line_of_the_member_and_a_promise_shows_no_money()
    {
        var shop = new Shop()
            .Offer("two", """{"reward": {"text": {"en": "A seat"}}}, {"freeShipping": {}}""")
            .Offer("far", Gives.Off("1"), """{"visits": {"atLeast": 2}}""")
            .Offer("farther", Gives.Off("1"), """{"visits": {"atLeast": 3}}""");
        var decision = shop.Sell(Shop.Goods(1_000), Shop.Other(LineKind.Shipping, 0));
        var said = Explain.Of(decision, shop.Programme, En);
        Brief.ForCashier(said, decision, En).ShouldBe("A seat. Near: 2 more purchases to “far”.");
        decision = shop.Sell(Shop.Goods(1_000), Shop.Other(LineKind.Shipping, 500));
        said = Explain.Of(decision, shop.Programme, En);
        Brief
            .ForCashier(said, decision, En)
            .ShouldBe("A seat; free shipping (50 toman). Near: 2 more purchases to “far”.");
        Brief.ForMember(said, decision, En)[0].ShouldBe("two: A seat and free shipping.");
    }

    [Fact]
    public void No_more_than_three_are_near_and_of_a_kind_the_nearer_first()
    {
        var shop = new Shop();
        foreach (var total in new[] { 1_900, 1_400, 1_600, 1_200 })
        {
            shop.Offer($"o{total}", Gives.Off("1"), $$$"""{"basketTotal": {"atLeast": {{{total}}}}}""");
        }

        var decision = shop.Sell(Shop.Goods(1_000));
        Brief
            .Near(Explain.Of(decision, shop.Programme, Fa), decision)
            .Select(o => o.Offer)
            .ShouldBe(["o1200", "o1400", "o1600"]);
    }

    [Fact]
    public void In_Persian_several_offers_stand_in_one_line_with_what_they_are_worth_together()
    {
        var shop = new Shop()
            .Offer("الف", Gives.Off("10") + "," + Gives.Amount(500), rest: "\"combine\": true")
            .Offer("ب", Gives.Amount(300), rest: "\"combine\": true");
        var decision = shop.Sell(Shop.Goods(10_000));
        var said = Explain.Of(decision, shop.Programme, Fa);
        Brief.ForCashier(said, decision, Fa).ShouldBe("۱۰٪ تخفیف؛ ۵۰ تومان تخفیف؛ ۳۰ تومان تخفیف (۱۸۰ تومان).");
        Brief.ForMember(said, decision, Fa).ShouldBe(["الف: ۱۰٪ تخفیف و ۵۰ تومان تخفیف.", "ب: ۳۰ تومان تخفیف."]);
        var nothing = new Shop().Offer("o", Gives.Off("1"), """{"code": {"in": ["A"]}}""");
        decision = nothing.Sell(Shop.Goods(10_000));
        Brief.ForCashier(Explain.Of(decision, nothing.Programme, Fa), decision, Fa).ShouldBe("پیشنهادی در کار نیست.");
    }

    [Fact]
    public void Days_and_wallets_are_no_talk_of_a_till()
    {
        var shop = new Shop()
            .Offer("day", Gives.Off("1"), """{"memberFor": {"atLeast": 326}}""")
            .Offer("point", Gives.Off("1"), """{"wallet": {"unit": "points", "atLeast": 1}}""");
        var decision = shop.Sell(Shop.Goods(10_000));
        decision.Offers.ShouldAllBe(v => v.Missing == 1);
        Brief.Near(Explain.Of(decision, shop.Programme, Fa), decision).ShouldBeEmpty();
    }
}
