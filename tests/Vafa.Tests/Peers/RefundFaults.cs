using Vafa.Tests.Ledger;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Peers;

/// <summary>Faults of refunds and reversals that hurt users of other products, each by its report.</summary>
public sealed class RefundFaults
{
    private static readonly DateTimeOffset SoonEnd = TestClock.Start.AddDays(3);
    private static readonly DateTimeOffset LateEnd = TestClock.Start.AddDays(30);

    /// <summary>A refund left what was earned: bought and brought back in a loop, points were free.</summary>
    [Theory, BothDatabases]
    public async Task Odoo_257854_a_hundred_times_bought_and_brought_back_leaves_nothing(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.Club.SetPointFor(1_000);
        await till.Club.SetCreditBack(5);
        for (var i = 0; i < 100; i++)
        {
            var sale = await till.Sell(LineBody.One(9_990));
            (await till.Club.Api.Post($"/purchases/{sale.Id()}/refunds", """{"reason": "again"}""")).MustBe(201);
        }

        await till.Counts(visits: 0, spent: 0);
        (await till.Club.Wallet(till.Member, "points")).ShouldBe((0, 0));
        (await till.Club.Wallet(till.Member, "credit")).ShouldBe((0, 0));
        var kept = await till.Sell(LineBody.Some(3, 10_000));
        (await till.Refund(kept, line: 1, quantity: 1)).ShouldBe("10000 | 10 points, 500 credit | -");
        await till.Holds("points", 20);
    }

    /// <summary>The refund charged the points that had paid once more.</summary>
    [Theory, BothDatabases]
    public async Task Odoo_212922_and_221928_a_refund_gives_points_back_to_the_lots_they_came_from(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.LetPointsPay();
        await till.Club.Give(till.Member, "points", 10, SoonEnd);
        await till.Club.Give(till.Member, "points", 20, LateEnd);
        var sale = await till.Sell([new SpendBody("points", 16)], LineBody.One(4_000), LineBody.One(4_000));
        (await Ends(till)).ShouldBe([(14, LateEnd)]);
        (await till.Refund(sale, line: 2, quantity: 1)).ShouldBe("0 | - | 8 points");
        await till.Holds("points", 22);
        (await till.RefundRest(sale)).ShouldBe("0 | - | 8 points");
        (await Ends(till)).ShouldBe([(10, SoonEnd), (20, LateEnd)]);
    }

    /// <summary>Pieces brought back counted as less than nothing in the rules of the next sale.</summary>
    [Theory, BothDatabases]
    public async Task Odoo_177312_rules_see_what_is_sold_and_a_return_is_no_line(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.Club.SetPointFor(10_000);
        await till.Club.SetDiscount("big", 10, """, "when": {"basketTotal": {"atLeast": 20000}}""");
        var mixed = SaleBody.Of(till.Member, LineBody.One(20_000), LineBody.Some(-1, 10_000));
        var before = await till.Club.RowCounts();
        (await till.Club.Api.Post("/purchases", mixed)).MustBeProblem(422, "json.range", "/lines/1/quantity");
        (await till.Club.RowCounts()).ShouldBe(before);

        var sold = await till.Sell(LineBody.One(10_000));
        await till.RefundRest(sold);
        var next = await till.Sell(LineBody.One(20_000));
        next.Applied().ShouldBe(["big"]);
        next.Earned().ShouldBe("1 points");
    }

    /// <summary>A sale that had earned and was paid with points came back without an entry.</summary>
    [Theory, BothDatabases]
    public async Task Erpnext_32951_and_30242_a_sale_that_earned_and_spent_comes_back_both_ways(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.LetPointsPay();
        await till.Club.SetPointFor(1_000);
        await till.Owns("points", 50);
        var sale = await till.Sell([new SpendBody("points", 40)], LineBody.Some(2, 15_000));
        sale.Earned().ShouldBe("10 points");
        await till.Holds("points", 20);
        (await till.Refund(sale, line: 1, quantity: 1)).ShouldBe("5000 | 5 points | 20 points");
        await till.Holds("points", 35);
        (await till.RefundRest(sale)).ShouldBe("5000 | 5 points | 20 points");
        await till.Holds("points", 50);
    }

    /// <summary>The refund was reckoned by the settings of today.</summary>
    [Theory, BothDatabases]
    public async Task NopCommerce_5757_a_refund_takes_what_was_given_whatever_the_rule_says_now(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.Club.SetPointFor(1_000);
        var sale = await till.Sell(LineBody.One(100_000));
        await till.Club.SetPointFor(100);
        (await till.RefundRest(sale)).ShouldBe("100000 | 100 points | -");
        await till.Holds("points", 0);
    }

    /// <summary>Welcome 50, spend 50, earn 21, cancel, refund: the balance was wrong.</summary>
    [Theory, BothDatabases]
    public async Task NopCommerce_5595_welcome_spend_earn_and_cancel_leave_the_welcome(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.LetPointsPay();
        await till.Club.SetPointFor(1_000);
        await till.Owns("points", 50);
        var sale = await till.Sell([new SpendBody("points", 50)], LineBody.One(46_000));
        sale.Earned().ShouldBe("21 points");
        await till.Holds("points", 21);
        (await till.RefundRest(sale)).ShouldBe("21000 | 21 points | 50 points");
        await till.Holds("points", 50);
        var again = await till.Club.Api.Post($"/purchases/{sale.Id()}/refunds", """{"reason": "twice"}""");
        again.Status.ShouldBe(409);
        await till.Holds("points", 50);
    }

    /// <summary>Points of the first order were spent on the second, then the first came back.</summary>
    [Theory]
    [BothDatabases("belowZero", "40 points", -40)]
    [BothDatabases("toZero", "-", 0)]
    [BothDatabases("pendingOnly", "-", 0)]
    public async Task NopCommerce_576_what_is_spent_already_follows_the_clubs_policy(
        Engine engine,
        string policy,
        string reversed,
        long left
    )
    {
        await using var till = await RefundTill.Open(engine);
        await till.LetPointsPay();
        await till.SetDebtPolicy(policy);
        await till.Club.SetPointFor(1_000);
        var first = await till.Sell(LineBody.One(40_000));
        await till.SpendElsewhere("points", 40, money: 20_000);
        (await till.RefundRest(first)).ShouldBe($"40000 | {reversed} | -");
        await till.Holds("points", left);
    }

    /// <summary>The same, where points wait until the return window is over: they never came into his hand.</summary>
    [Theory, BothDatabases]
    public async Task NopCommerce_576_what_waits_for_the_return_window_cannot_be_spent_before_it_is_safe(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.LetCreditWait(days: 7);
        await till.SetDebtPolicy("pendingOnly");
        await till.Club.SetCreditBack(10);
        var sale = await till.Sell(LineBody.One(10_000));
        await till.Holds("credit", 0, pending: 1_000);
        var early = SaleBody.Of(till.Member, LineBody.One(5_000)).Spending("credit", 1);
        (await till.Club.Api.Post("/purchases", early)).MustBeProblem(422, "spend.too-much", "/spend/0/amount");
        (await till.RefundRest(sale)).ShouldBe("10000 | 1000 credit | -");
        await till.Holds("credit", 0);
    }

    /// <summary>A full refund did not free the customer's slot; a partial one must not.</summary>
    [Theory, BothDatabases]
    public async Task Polar_13394_a_full_refund_frees_the_members_use_and_a_partial_one_does_not(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.Club.SetDiscount("once", 10, """, "limits": {"perMember": {"uses": 1}}""");
        var sale = await till.Sell(LineBody.Some(2, 10_000));
        sale.Applied().ShouldBe(["once"]);
        await till.Refund(sale, line: 1, quantity: 1);
        (await till.Sell(LineBody.One(10_000))).Applied().ShouldBeEmpty();
        await till.RefundRest(sale);
        (await till.Sell(LineBody.One(10_000))).Applied().ShouldBe(["once"]);
    }

    /// <summary>Items that were voided, or on the house, earned points.</summary>
    [Theory, BothDatabases]
    public async Task FloCafe_720_what_is_voided_or_on_the_house_earns_nothing(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.Club.SetPointFor(1_000);
        await till.Club.Set("/products/tea", """{"title": {"en": "Tea"}}""");
        await till.Offer("treat", """{"freeItem": {"product": "tea", "quantity": 1}}""");
        var treated = await till.Sell(LineBody.One(10_000), LineBody.One(7_000) with { Sku = "tea" }, LineBody.One(0));
        (treated.Long("lines/1/discount"), treated.Earned()).ShouldBe((7_000, "10 points"));
        var sale = await till.Sell(LineBody.One(10_000), LineBody.One(0), LineBody.One(5_000));
        sale.Earned().ShouldBe("15 points");
        (await till.Refund(sale, line: 3, quantity: 1)).ShouldBe("5000 | 5 points | -");
        await till.Holds("points", 20);
    }

    /// <summary>What ends when, by the member's page.</summary>
    private static async Task<(long Amount, DateTimeOffset At)[]> Ends(RefundTill till) =>
        await till.Club.Ends(till.Member, "points");
}
