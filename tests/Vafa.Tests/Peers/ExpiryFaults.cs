using Vafa.Tests.Ledger;
using Vafa.Tests.Night;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Peers;

/// <summary>Faults of expiry that hurt users of other products, each by its report.</summary>
public sealed class ExpiryFaults
{
    /// <summary>Points without an end, and wallets that had ended but paid in the shop.</summary>
    [Theory, BothDatabases]
    public async Task Odoo_206048_145801_and_247740_what_has_ended_pays_nowhere(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.LetPointsPay(expireAfterDays: 2);
        await till.Club.SetPointFor(1_000);
        await till.Sell(LineBody.One(10_000));
        await till.Owns("points", 5, days: 30);
        var sale = SaleBody.Of(till.Member, LineBody.One(50_000)).Spending("points", 15);
        till.DaysPass(2);
        var agreed = (await till.Club.Api.Post("/purchases/quote", sale)).MustBe(200);
        Shop.Amounts(agreed["maySpend"]).ShouldBe("15 points");
        // It was shown as payable, and ended before the button was pressed; no night was made yet.
        till.DaysPass(1);
        var late = sale with { Expect = new ExpectBody(agreed.Long("payable")) };
        (await till.Club.Api.Post("/purchases", late)).MustBeProblem(422, "spend.too-much", "/spend/0/amount");
        foreach (var channel in new[] { "store", "online", "phone" })
        {
            (await till.Club.Api.Post("/purchases", sale with { Channel = channel })).Status.ShouldBe(422);
        }

        var taken = sale with { Spend = [new SpendBody("points", 5)] };
        (await till.Club.Sell(taken)).Long("spent").ShouldBe(2_500);
    }

    /// <summary>What ends first was not spent first.</summary>
    [Theory, BothDatabases]
    public async Task Odoo_206048_what_ends_first_is_spent_first(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        await till.LetPointsPay();
        var (soon, later) = (till.Club.Clock.Now.AddDays(3), till.Club.Clock.Now.AddDays(9));
        await till.Club.Give(till.Member, "points", 4);
        await till.Club.Give(till.Member, "points", 10, later);
        await till.Club.Give(till.Member, "points", 10, soon);
        await till.SpendElsewhere("points", 12, money: 6_000);
        (await till.Club.Ends(till.Member, "points")).ShouldBe([(8, later)]);
        await till.Holds("points", 12);
    }

    /// <summary>A programme that was over still gave cards.</summary>
    [Theory, BothDatabases]
    public async Task Odoo_208134_what_is_over_gives_nothing_on_any_path(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var end = club.Clock.Now.AddDays(1);
        await club.Set(
            "/offers/over",
            $$$"""
            {"title": {"en": "Over"}, "give": [{"gift": {"unit": "credit", "amount": 500, "expiresAfterDays": 9}}],
             "schedule": {"to": "{{{end:O}}}"}}
            """
        );
        var member = await club.Join();
        var sale = SaleBody.Of(member, LineBody.One(1_000));
        (await club.Sell(sale)).Earned().ShouldBe("500 credit");
        club.Clock.Advance(TimeSpan.FromDays(1));
        (await club.Api.Post("/purchases/quote", sale)).MustBe(200).Earned().ShouldBe("-");
        (await club.Sell(sale)).Earned().ShouldBe("-");
        (await club.Sell(sale with { Channel = "online" })).Earned().ShouldBe("-");
        var hold = (await club.Api.Post("/purchases/holds", sale)).MustBe(201).Id();
        (await club.Sell(sale with { Hold = hold })).Earned().ShouldBe("-");
        (await club.Wallet(member, "credit")).Balance.ShouldBe(500);
        await club.MustBeConsistent();
    }

    /// <summary>Something taken away with an end of its own broke the account.</summary>
    [Theory, BothDatabases]
    public async Task NopCommerce_6336_what_is_taken_away_has_no_end(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await club.Join();
        await club.Give(member, "points", 50);
        var body = new
        {
            unit = "points",
            amount = -20,
            reason = "x",
            expiresAt = club.Clock.Now.AddDays(2),
        };
        (await club.Api.Post($"/members/{member}/adjustments", body)).MustBeProblem(
            422,
            "adjustment.taken-has-no-end",
            "/expiresAt"
        );
        (await club.Wallet(member, "points")).ShouldBe((50, 0));
        await club.Give(member, "points", -20);
        await club.Sleep(5);
        (await club.Wallet(member, "points")).ShouldBe((30, 0));
        await club.MustBeConsistent();
    }

    /// <summary>To open one customer's points, the balance of another was taken; and reading changed it.</summary>
    [Theory, BothDatabases]
    public async Task NopCommerce_6752_each_member_opens_his_own_and_reading_changes_nothing(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        var club = till.Club;
        await till.LetCreditWait(days: 2);
        await club.SetCreditBack(10);
        var other = await club.Join("09121234568");
        await till.Sell(LineBody.One(10_000));
        await club.Sell(SaleBody.Of(other, LineBody.One(70_000)));
        await club.Sleep(3);
        var before = await club.RowCounts();
        for (var i = 0; i < 3; i++)
        {
            (await club.Wallet(till.Member, "credit")).ShouldBe((1_000, 0));
            (await club.Wallet(other, "credit")).ShouldBe((7_000, 0));
            (await club.Api.Get($"/members/{other}/statement")).MustBe(200);
            (await club.Api.Get($"/members/{other}/lots")).MustBe(200);
        }

        (await club.RowCounts()).ShouldBe(before);
    }

    /// <summary>"Expiry on" did nothing, and only the first end was shown.</summary>
    [Theory, BothDatabases]
    public async Task FloCafe_62_every_end_is_shown_and_the_setting_decides(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        var club = till.Club;
        await club.SetPointFor(1_000);
        await till.LetPointsPay();
        await till.Sell(LineBody.One(5_000));
        (await club.Ends(till.Member, "points")).ShouldBeEmpty();
        await till.LetPointsPay(expireAfterDays: 4);
        for (var i = 0; i < 3; i++)
        {
            await till.Sell(LineBody.One(1_000 * (i + 1)));
            await club.Sleep();
        }

        var ends = await club.Ends(till.Member, "points");
        ends.Select(e => e.Amount).ShouldBe([1, 2, 3]);
        ends.Select(e => e.At).ShouldBeUnique();
        await club.Sleep(5);
        (await club.Ends(till.Member, "points")).ShouldBeEmpty();
        await till.Holds("points", 5);
    }
}
