using Vafa.Tests.Purchases;

namespace Vafa.Tests.Ledger;

/// <summary>
/// Refunds worked out by hand (semantics 12 and 13), every rial and every unit: "money | taken back | returned", and
/// the wallets after each. The sums in the comments are the calculation.
/// </summary>
public sealed class WorkedRefundTests
{
    [Theory, BothDatabases]
    public async Task R01_points_stay_for_the_goods_that_are_kept(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.Club.SetPointFor(100_000);
        var sale = await till.Sell(LineBody.Some(3, 100_000));
        await till.Holds("points", 3);
        await till.Counts(visits: 1, spent: 300_000);
        (await till.Refund(sale, 1, 1)).ShouldBe("100000 | 1 points | -");
        await till.Holds("points", 2);
        await till.Counts(visits: 1, spent: 200_000);
        (await till.RefundRest(sale)).ShouldBe("200000 | 2 points | -");
        await till.Holds("points", 0);
        await till.Counts(visits: 0, spent: 0);
        (await till.Club.Api.Post($"/purchases/{sale.Id()}/refunds", """{"reason": "again"}""")).MustBeProblem(
            409,
            "refund.nothing-left"
        );
    }

    [Theory, BothDatabases]
    public async Task R02_a_discount_that_does_not_divide_by_three_is_given_back_to_the_rial(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.Club.SetDiscount("ten", 10);
        var sale = await till.Sell(LineBody.Some(3, 33_334));
        // 100,002 − 10,000 = 90,002; thirds of it are 30,000.67.
        sale.Long("payable").ShouldBe(90_002);
        (await till.Refund(sale, 1, 1)).ShouldBe("30000 | - | -");
        (await till.Refund(sale, 1, 1)).ShouldBe("30001 | - | -");
        (await till.Refund(sale, 1, 1)).ShouldBe("30001 | - | -");
        await till.Counts(visits: 0, spent: 0);
    }

    [Theory, BothDatabases]
    public async Task R03_a_discount_over_three_lines_goes_back_as_it_was_split(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.Offer("hundred", """{"discountAmount": {"amount": 100}}""");
        var sale = await till.Sell(LineBody.One(1_000), LineBody.One(1_000), LineBody.One(1_000));
        // 33.33 each: the first line gets the rial that is left over.
        sale["lines"].EnumerateArray().Select(l => l.GetProperty("discount").GetInt64()).ShouldBe([34, 33, 33]);
        (await till.Refund(sale, 1, 1)).ShouldBe("966 | - | -");
        (await till.Refund(sale, 3, 1)).ShouldBe("967 | - | -");
        (await till.RefundRest(sale)).ShouldBe("967 | - | -");
    }

    [Theory, BothDatabases]
    public async Task R04_spent_credit_comes_back_in_the_lines_own_proportion(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.Owns("credit", 100_000);
        var sale = await till.Sell(
            [new SpendBody("credit", 100_000)],
            LineBody.Some(3, 100_000),
            LineBody.One(100_000)
        );
        // 75,000 of it paid line 1 and 25,000 line 2.
        (await till.Refund(sale, 1, 1)).ShouldBe("75000 | - | 25000 credit");
        await till.Holds("credit", 25_000);
        (await till.Refund(sale, 2, 1)).ShouldBe("75000 | - | 25000 credit");
        (await till.RefundRest(sale)).ShouldBe("150000 | - | 50000 credit");
        await till.Holds("credit", 100_000);
    }

    [Theory, BothDatabases]
    public async Task R05_discount_credit_and_percent_that_do_not_divide_by_seven(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.Club.SetCreditBack(5);
        await till.Offer("off", """{"discountAmount": {"amount": 100001}}""");
        await till.Owns("credit", 200_003);
        var sale = await till.Sell([new SpendBody("credit", 200_003)], new LineBody(7, 142_857) { Amount = 1_000_000 });
        // Paid 1,000,000 − 100,001 − 200,003 = 699,996; 5 % of it are 34,999.8.
        sale.Long("payable").ShouldBe(699_996);
        sale.Earned().ShouldBe("34999 credit");
        // 3/7: money 299,998.29; credit 85,715.57; goods kept 571,429, so 34,999 × 0.571429 = 19,999.44 stay.
        (await till.Refund(sale, 1, 3)).ShouldBe("299998 | 15000 credit | 85715 credit");
        await till.Holds("credit", 85_715 + 19_999);
        (await till.RefundRest(sale)).ShouldBe("399998 | 19999 credit | 114288 credit");
        await till.Holds("credit", 200_003);
    }

    [Theory, BothDatabases]
    public async Task R06_a_weighed_line_comes_back_by_the_gram_of_what_it_cost(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        // The scale said 62,345, though 0.345 × 180,000 are 62,100.
        var sale = await till.Sell(new LineBody(0.345m, 180_000) { Sku = "cheese", Amount = 62_345 });
        sale.Long("payable").ShouldBe(62_345);
        // 62,345 × 100/345 = 18,071.01; × 101/345 = 18,251.72.
        (await till.Refund(sale, 1, 0.1m)).ShouldBe("18071 | - | -");
        (await till.Refund(sale, 1, 0.001m)).ShouldBe("180 | - | -");
        (await till.RefundRest(sale)).ShouldBe("44094 | - | -");
    }

    [Theory, BothDatabases]
    public async Task R07_fixed_points_of_a_visit_and_of_an_offer_go_back_in_proportion_too(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.Club.Set("/earning-rules/visit", """{"title": {"en": "Visit"}, "unit": "points", "perVisit": 5}""");
        await till.Offer("twenty", """{"points": {"unit": "points", "amount": 20}}""");
        var sale = await till.Sell(LineBody.One(400_000), LineBody.One(200_000));
        // 25 × 400,000 ÷ 600,000 = 16.67 stay 16.
        (await till.Refund(sale, 2, 1)).ShouldBe("200000 | 9 points | -");
        await till.Holds("points", 16);
        (await till.RefundRest(sale)).ShouldBe("400000 | 16 points | -");
        await till.Holds("points", 0);
    }

    [Theory, BothDatabases]
    public async Task R08_seven_points_that_paid_500_each_come_back_as_three_and_four(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.LetPointsPay();
        await till.Owns("points", 9);
        var sale = await till.Sell([new SpendBody("points", 7)], LineBody.Some(2, 5_000));
        sale.Long("spent").ShouldBe(3_500);
        (await till.Refund(sale, 1, 1)).ShouldBe("3250 | - | 3 points");
        await till.Holds("points", 5);
        (await till.Refund(sale, 1, 1)).ShouldBe("3250 | - | 4 points");
        await till.Holds("points", 9);
    }

    [Theory, BothDatabases]
    public async Task R09_what_was_taken_from_two_lots_goes_back_to_the_later_one_first(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.Owns("credit", 60, days: 10);
        await till.Owns("credit", 90, days: 20);
        var sale = await till.Sell([new SpendBody("credit", 100)], LineBody.Some(2, 500));
        (await Expiring(till)).ShouldBe([50]);
        (await till.Refund(sale, 1, 1)).ShouldBe("450 | - | 50 credit");
        (await Expiring(till)).ShouldBe([10, 90]);
        (await till.Refund(sale, 1, 1)).ShouldBe("450 | - | 50 credit");
        (await Expiring(till)).ShouldBe([60, 90]);
    }

    [Theory, BothDatabases]
    public async Task R10_what_goes_back_to_a_lot_that_ended_meanwhile_stays_expired(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.Owns("credit", 60_000, days: 10);
        var sale = await till.Sell([new SpendBody("credit", 60_000)], LineBody.One(100_000));
        till.DaysPass(10);
        (await till.RefundRest(sale)).ShouldBe("40000 | - | 60000 credit");
        await till.Holds("credit", 0);
        // Given, spent, returned, expired.
        (await till.Statement("credit"))
            .Select(i => i.GetProperty("amount").GetInt64())
            .ShouldBe([-60_000, 60_000, -60_000, 60_000]);
    }

    private static async Task<long[]> Expiring(RefundTill till)
    {
        var member = (await till.Club.Api.Get($"/members/{till.Member}")).MustBe(200);
        var credit = member["wallets"].EnumerateArray().Single(w => w.GetProperty("unit").GetString() == "credit");
        return [.. credit.GetProperty("expiring").EnumerateArray().Select(e => e.GetProperty("amount").GetInt64())];
    }
}
