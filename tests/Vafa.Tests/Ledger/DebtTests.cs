using Vafa.Tests.Purchases;

namespace Vafa.Tests.Ledger;

/// <summary>
/// What is taken back when it is no longer there, under each of the club's three policies (semantics 12).
/// </summary>
public sealed class DebtTests
{
    [Theory, BothDatabases]
    public async Task What_was_earned_and_spent_becomes_a_debt_which_the_next_earnings_fill(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.Club.SetCreditBack(5);
        var sale = await till.Sell(LineBody.One(1_000_000));
        await till.SpendElsewhere("credit", 50_000, money: 50_000);
        (await till.RefundRest(sale)).ShouldBe("1000000 | 50000 credit | -");
        await till.Holds("credit", -50_000);
        (await till.Club.Api.Post("/purchases", Spending(till, 1))).MustBeProblem(
            422,
            "spend.too-much",
            "/spend/0/amount"
        );

        await till.Sell(LineBody.One(600_000));
        await till.Holds("credit", -20_000);
        await till.Sell(LineBody.One(1_000_000));
        await till.Holds("credit", 30_000);
    }

    [Theory, BothDatabases]
    public async Task An_earning_that_had_filled_a_debt_is_owed_again_when_it_is_taken_back(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.Club.SetCreditBack(10);
        var first = await till.Sell(LineBody.One(300));
        await till.SpendElsewhere("credit", 30, money: 30);
        (await till.RefundRest(first)).ShouldBe("300 | 30 credit | -");
        var second = await till.Sell(LineBody.One(1_000));
        await till.Holds("credit", 70);
        (await till.RefundRest(second)).ShouldBe("1000 | 100 credit | -");
        await till.Holds("credit", -30);
    }

    [Theory, BothDatabases]
    public async Task A_debt_is_filled_by_an_adjustment_too_and_none_goes_below_zero(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.Club.SetCreditBack(5);
        var sale = await till.Sell(LineBody.One(1_000_000));
        await till.SpendElsewhere("credit", 50_000, money: 50_000);
        await till.RefundRest(sale);
        await till.Owns("credit", 60_000);
        await till.Holds("credit", 10_000);
        (
            await till.Club.Api.Post(
                $"/members/{till.Member}/adjustments",
                """{"unit": "credit", "amount": -10001, "reason": "too much"}"""
            )
        ).MustBeProblem(409, "ledger.below-zero", "/amount");
        await till.Holds("credit", 10_000);
    }

    [Theory, BothDatabases]
    public async Task A_club_without_debts_takes_down_to_zero(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.SetDebtPolicy("toZero");
        await till.Club.SetCreditBack(5);
        var sale = await till.Sell(LineBody.One(1_000_000));
        await till.Owns("credit", 7_000);
        await till.SpendElsewhere("credit", 30_000, money: 30_000);
        (await till.RefundRest(sale)).ShouldBe("1000000 | 27000 credit | -");
        await till.Holds("credit", 0);
    }

    [Theory, BothDatabases]
    public async Task A_club_that_takes_only_what_is_pending_leaves_what_is_open(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.SetDebtPolicy("pendingOnly");
        await till.LetCreditWait(days: 3);
        await till.Club.SetCreditBack(6);
        var sale = await till.Sell(LineBody.Some(2, 500_000));
        (await till.Refund(sale, 1, 1)).ShouldBe("500000 | 30000 credit | -");
        await till.Holds("credit", 0, pending: 30_000);
        till.DaysPass(3);
        (await till.Refund(sale, 1, 1)).ShouldBe("500000 | - | -");
        await till.Holds("credit", 30_000);
    }

    [Theory, BothDatabases]
    public async Task What_earned_and_spent_in_one_sale_is_returned_first_and_then_taken_back(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.Club.SetCreditBack(10);
        await till.Owns("credit", 40_000);
        var sale = await till.Sell([new SpendBody("credit", 40_000)], LineBody.One(240_000));
        await till.Holds("credit", 20_000);
        await till.SpendElsewhere("credit", 20_000, money: 20_000);
        // 40,000 come back and 20,000 are taken: no debt stands beside a full wallet.
        (await till.RefundRest(sale)).ShouldBe("200000 | 20000 credit | 40000 credit");
        await till.Holds("credit", 20_000);
    }

    private static SaleBody Spending(RefundTill till, long amount) =>
        SaleBody.Of(till.Member, LineBody.One(10_000)).Spending("credit", amount);
}
