using Vafa.Tests.Purchases;

namespace Vafa.Tests.Ledger;

/// <summary>Lots that open later (semantics 11), and sales that arrive late (semantics 16).</summary>
public sealed class PendingAndLateTests
{
    private static readonly DateTimeOffset MidnightInTehran = new(2026, 3, 24, 20, 30, 0, TimeSpan.Zero);

    [Theory, BothDatabases]
    public async Task Pending_credit_opens_at_the_start_of_its_business_day_and_not_before(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.LetCreditWait(days: 2);
        await till.Club.SetCreditBack(10);
        var sale = await till.Sell(LineBody.One(100_000));
        var opens = sale["earned/0/availableFrom"].GetDateTimeOffset();
        opens.ShouldBe(MidnightInTehran.AddDays(2));
        await till.Holds("credit", 0, pending: 10_000);

        till.Club.Clock.Now = opens.AddTicks(-10);
        var spending = SaleBody.Of(till.Member, LineBody.One(20_000)).Spending("credit", 1);
        (await till.Club.Api.Post("/purchases", spending)).MustBeProblem(422, "spend.too-much", "/spend/0/amount");
        till.Club.Clock.Now = opens;
        await till.Holds("credit", 10_000);
        await till.Club.Sell(spending with { Spend = [new SpendBody("credit", 10_000)] });
        // The sale that spent it earned 10 % of the 10,000 that were paid with money.
        await till.Holds("credit", 0, pending: 1_000);
    }

    [Theory, BothDatabases]
    public async Task An_ended_lot_can_not_be_spent_even_before_the_nights_work(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.Owns("credit", 5_000, days: 1);
        till.DaysPass(1);
        await till.Holds("credit", 0);
        var spending = SaleBody.Of(till.Member, LineBody.One(20_000)).Spending("credit", 1);
        (await till.Club.Api.Post("/purchases", spending)).MustBeProblem(422, "spend.too-much", "/spend/0/amount");
    }

    [Theory, BothDatabases]
    public async Task A_late_sale_dates_its_lots_by_its_own_day_and_says_when_it_was_recorded(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.Club.SetCreditBack(10);
        await till.Club.Set(
            "/units/credit",
            """{"title": {"en": "Credit"}, "worth": 1, "maySpend": true, "expiresAfterDays": 5}"""
        );
        // Rules hold for sales from the moment they were set.
        var at = TestClock.Start.AddMinutes(1);
        till.DaysPass(3);
        var sale = await till.Club.Sell(SaleBody.Of(till.Member, LineBody.One(100_000)) with { At = at });
        sale["at"].GetDateTimeOffset().ShouldBe(at);
        sale["recordedAt"].GetDateTimeOffset().ShouldBe(till.Club.Clock.Now);
        // Sold on D with 5 days: until the start of D+6.
        sale["earned/0/expiresAt"].GetDateTimeOffset().ShouldBe(MidnightInTehran.AddDays(6));
        await till.Holds("credit", 10_000);
        var item = (await till.Statement("credit"))[0];
        item.GetProperty("at").GetDateTimeOffset().ShouldBe(at);
        item.GetProperty("recordedAt").GetDateTimeOffset().ShouldBe(till.Club.Clock.Now);
        till.DaysPass(3);
        await till.Holds("credit", 0);
    }

    [Theory, BothDatabases]
    public async Task A_late_sale_does_not_turn_the_last_visit_back(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.Sell(LineBody.One(100_000));
        await till.Club.Sell(SaleBody.Of(till.Member, LineBody.One(50_000)) with { At = TestClock.Start.AddDays(-2) });
        var member = (await till.Club.Api.Get($"/members/{till.Member}")).MustBe(200);
        member["lastVisit"].GetDateTimeOffset().ShouldBe(TestClock.Start);
        await till.Counts(visits: 2, spent: 150_000);
    }

    [Theory, BothDatabases]
    public async Task A_late_sale_counts_in_the_window_of_its_own_day(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.Club.SetDiscount("busy-day", 10, """, "when": {"visits": {"atLeast": 2, "within": {"days": 2}}}""");
        var yesterday = TestClock.Start.AddDays(-1);
        await till.Club.Sell(SaleBody.Of(till.Member, LineBody.One(1_000)) with { At = yesterday.AddDays(-2) });
        (await till.Sell(LineBody.One(1_000))).Applied().ShouldBeEmpty();
        var late = await till.Club.Sell(SaleBody.Of(till.Member, LineBody.One(1_000)) with { At = yesterday });
        late.Applied().ShouldBeEmpty();
        (await till.Sell(LineBody.One(1_000))).Applied().ShouldBe(["busy-day"]);
    }
}
