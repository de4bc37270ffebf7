using Vafa.Tests.Purchases;

namespace Vafa.Tests.Ledger;

/// <summary>
/// The second half of the worked refunds: gifts, free items, shipping, guests, ended and pending lots.
/// </summary>
public sealed class WorkedRefundsOfMixedSalesTests
{
    [Theory, BothDatabases]
    public async Task R11_a_gift_goes_back_in_proportion_and_what_ended_of_it_is_not_owed(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.Offer("gift", """{"gift": {"unit": "points", "amount": 30, "expiresAfterDays": 7}}""");
        var sale = await till.Sell(LineBody.Some(3, 100_000));
        // A lot of day D with 7 days ends at the start of D+8: 00:00 of 2 April in Tehran.
        sale["earned/0/expiresAt"].GetDateTimeOffset().ShouldBe(new(2026, 4, 1, 20, 30, 0, TimeSpan.Zero));
        (await till.Refund(sale, 1, 1)).ShouldBe("100000 | 10 points | -");
        await till.Holds("points", 20);
        till.DaysPass(8);
        await till.Holds("points", 0);
        (await till.RefundRest(sale)).ShouldBe("200000 | 20 points | -");
        await till.Holds("points", 0);
    }

    [Theory, BothDatabases]
    public async Task R12_points_that_were_spent_before_their_lot_ended_are_owed(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.LetPointsPay(expireAfterDays: 30);
        await till.Club.SetPointFor(100_000);
        var sale = await till.Sell(LineBody.Some(2, 5_000_000));
        await till.SpendElsewhere("points", 40, money: 20_000);
        till.DaysPass(31);
        // Of 100 points 40 are spent and 60 ended. Half of the sale is 50: out of the 60 that ended.
        (await till.Refund(sale, 1, 1)).ShouldBe("5000000 | 50 points | -");
        await till.Holds("points", 0);
        (await till.Refund(sale, 1, 1)).ShouldBe("5000000 | 50 points | -");
        await till.Holds("points", -40);
    }

    [Theory, BothDatabases]
    public async Task R13_pending_credit_goes_before_anything_else_is_touched(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.Owns("credit", 5_000);
        await till.LetCreditWait(days: 7);
        await till.Club.SetCreditBack(5);
        var sale = await till.Sell(LineBody.Some(4, 100_000));
        await till.Holds("credit", 5_000, pending: 20_000);
        (await till.Refund(sale, 1, 3)).ShouldBe("300000 | 15000 credit | -");
        await till.Holds("credit", 5_000, pending: 5_000);
    }

    [Theory, BothDatabases]
    public async Task R14_goods_come_back_before_delivery_which_stays_paid_until_it_is_asked_for(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.Club.SetPointFor(10_000);
        await till.Owns("credit", 23_000);
        var sale = await till.Sell([new SpendBody("credit", 23_000)], LineBody.One(200_000), LineBody.Shipping(30_000));
        // Credit pays goods first, so 177,000 of money earn 17 points and delivery is paid with money.
        sale.Earned().ShouldBe("17 points");
        (await till.Refund(sale, 1, 1)).ShouldBe("177000 | 17 points | 23000 credit");
        await till.Counts(visits: 0, spent: 30_000);
        (await till.RefundRest(sale)).ShouldBe("30000 | - | -");
        await till.Counts(visits: 0, spent: 0);
        await till.Holds("credit", 23_000);
    }

    [Theory, BothDatabases]
    public async Task R15_a_guest_gets_money_back_and_no_wallet_moves(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.Club.SetCreditBack(5);
        await till.Club.SetDiscount("ten", 10);
        var sale = await till.Club.Sell(SaleBody.Guest(LineBody.Some(2, 45_000)));
        (await till.Refund(sale, 1, 1)).ShouldBe("40500 | - | -");
        (await till.RefundRest(sale)).ShouldBe("40500 | - | -");
        (await till.Club.RowCounts()).ShouldContain("entry 0, ");
    }

    [Theory, BothDatabases]
    public async Task R16_a_free_item_gives_no_money_back_but_counts_at_its_price(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.Club.SetPointFor(10_000);
        await till.Club.Set("/products/cake", """{"title": {"en": "Cake"}}""");
        await till.Offer("cake", """{"freeItem": {"product": "cake", "quantity": 1}}""");
        var sale = await till.Sell(new LineBody(1, 90_000) { Sku = "cake" }, LineBody.One(210_000));
        sale.Long("discount").ShouldBe(90_000);
        // 21 × 210,000 ÷ 300,000 = 14.7 stay 14.
        (await till.Refund(sale, 1, 1)).ShouldBe("0 | 7 points | -");
        (await till.RefundRest(sale)).ShouldBe("210000 | 14 points | -");
        await till.Holds("points", 0);
    }

    [Theory, BothDatabases]
    public async Task R17_goods_of_price_0_keep_the_points_of_the_visit_until_all_are_back(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.Club.Set("/earning-rules/visit", """{"title": {"en": "Visit"}, "unit": "points", "perVisit": 10}""");
        var sale = await till.Sell(LineBody.Some(2, 0));
        (await till.Refund(sale, 1, 1)).ShouldBe("0 | - | -");
        await till.Counts(visits: 1, spent: 0);
        (await till.Refund(sale, 1, 1)).ShouldBe("0 | 10 points | -");
        await till.Counts(visits: 0, spent: 0);
        await till.Holds("points", 0);
    }

    [Theory, BothDatabases]
    public async Task R18_credit_and_points_on_one_basket_in_three_parts(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.LetPointsPay();
        await till.Club.SetCreditBack(5);
        await till.Club.SetPointFor(100_000);
        await till.Offer("off", """{"discountAmount": {"amount": 25000}}""");
        await till.Owns("credit", 40_000);
        await till.Owns("points", 31);
        var sale = await till.Sell(
            [new SpendBody("credit", 40_000), new SpendBody("points", 31)],
            new LineBody(3, 83_333) { Amount = 250_000 },
            LineBody.Shipping(60_000)
        );
        // Wallets pay 40,000 + 15,500 of the 225,000 that goods cost: 169,500 earn 5 % and one point.
        sale.Long("payable").ShouldBe(229_500);
        sale.Earned().ShouldBe("8475 credit, 1 points");
        // A third: money 56,500; of 55,500 wallet money 18,500, so 13,333.33 credit and 10.33 points go back.
        // Kept 166,667 of 250,000: 5,650.01 credit and 0.67 points stay.
        (await till.Refund(sale, 1, 1)).ShouldBe("56500 | 2825 credit, 1 points | 13333 credit, 10 points");
        await till.Holds("credit", 8_475 + 13_333 - 2_825);
        await till.Holds("points", 10);
        (await till.Refund(sale, 1, 1)).ShouldBe("56500 | 2825 credit | 13333 credit, 10 points");
        (await till.RefundRest(sale)).ShouldBe("116500 | 2825 credit | 13334 credit, 11 points");
        await till.Holds("credit", 40_000);
        await till.Holds("points", 31);
    }

    [Theory, BothDatabases]
    public async Task R19_a_refund_goes_by_the_recorded_sale_and_not_by_the_rules_of_today(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.Club.SetCreditBack(5);
        await till.Club.SetDiscount("ten", 10);
        var sale = await till.Sell(LineBody.Some(2, 500_000));
        await till.Club.SetCreditBack(50);
        await till.Club.SetDiscount("ten", 60);
        (await till.Refund(sale, 1, 1)).ShouldBe("450000 | 22500 credit | -");
        await till.Holds("credit", 22_500);
    }

    [Theory, BothDatabases]
    public async Task R20_more_than_was_sold_is_refused_and_nothing_moves(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.Club.SetPointFor(100_000);
        var sale = await till.Sell(LineBody.Some(3, 100_000));
        (await till.Refund(sale, 1, 2)).ShouldBe("200000 | 2 points | -");
        var before = await till.Club.RowCounts();
        await Refused(till, sale, """[{"line": 1, "quantity": 1.001}]""", "refund.too-much", "/lines/0/quantity");
        await Refused(till, sale, """[{"line": 2, "quantity": 1}]""", "refund.line-unknown", "/lines/0/line");
        await Refused(
            till,
            sale,
            """[{"line": 1, "quantity": 0.5}, {"line": 1, "quantity": 0.6}]""",
            "refund.too-much",
            "/lines/1/quantity"
        );
        await Refused(till, sale, "[]", "refund.no-lines", "/lines");
        (await till.Club.RowCounts()).ShouldBe(before);
        await till.Holds("points", 1);
    }

    private static async Task Refused(RefundTill till, Answer sale, string lines, string code, string pointer) =>
        (
            await till.Club.Api.Post(
                $"/purchases/{sale.Id()}/refunds",
                $$"""{"lines": {{lines}}, "reason": "too much"}"""
            )
        ).MustBeProblem(422, code, pointer);
}
