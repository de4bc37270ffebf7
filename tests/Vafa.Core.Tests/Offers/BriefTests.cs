using Shouldly;
using Vafa.Core.Offers;
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
}
