using Vafa.Tests.Purchases;

namespace Vafa.Tests.Wallets;

/// <summary>Least, most, step, share and place of what pays, at the till (odoo#264931, nopCommerce#2524).</summary>
public sealed class PayingTests
{
    [Theory, BothDatabases]
    public async Task Each_rule_is_refused_with_its_number_and_the_quote_says_what_may_be_spent(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set(
            "/units/credit",
            LifeTests.Credit(
                "\"spending\": {\"least\": 100, \"most\": 500, \"step\": 50, \"maxPercent\": 50, \"productGroups\": [\"cake\"]}"
            )
        );
        var member = await club.Join();
        await club.Give(member, "credit", 10_000);
        var sale = SaleBody.Of(member, LineBody.One(800) with { Group = "cake" }, LineBody.One(1_000));
        var quote = (await club.Api.Post("/purchases/quote", sale)).MustBe(200);
        Shop.Amounts(quote["maySpend"]).ShouldBe("500 credit");
        await Refused(club, sale.Spending("credit", 550), "spend.too-much", "/spend/0/amount");
        await Refused(club, sale.Spending("credit", 50), "spend.too-little", "/spend/0/amount");
        await Refused(club, sale.Spending("credit", 125), "spend.step", "/spend/0/amount");
        var tea = SaleBody.Of(member, LineBody.One(1_000) with { Group = "tea" });
        await Refused(club, tea.Spending("credit", 100), "spend.not-for-these", "/spend/0/unit");
        var sold = await club.Sell(sale.Spending("credit", 400));
        (sold.Long("lines/0/discount"), sold.Long("spent"), sold.Long("payable")).ShouldBe((0, 400, 1_400));
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_unit_pays_where_and_when_its_settings_say(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/branches/north", """{"title": {"fa": "شمال"}}""");
        await club.Set(
            "/units/credit",
            LifeTests.Credit("\"spending\": {\"branches\": [\"north\"], \"weekdays\": [\"wednesday\"]}")
        );
        var member = await club.Join();
        await club.Give(member, "credit", 1_000);
        var sale = SaleBody.Of(member, LineBody.One(1_000)).Spending("credit", 100);
        await Refused(club, sale, "spend.not-here", "/spend/0/unit");
        await club.Sell(sale with { Branch = "north" });
        club.Clock.Advance(TimeSpan.FromDays(1));
        await Refused(club, sale with { Branch = "north" }, "spend.not-today", "/spend/0/unit");
    }

    [Theory, BothDatabases]
    public async Task A_unit_of_its_own_debt_policy_goes_its_own_way(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/units/credit", LifeTests.Credit("\"debtPolicy\": \"toZero\""));
        await club.SetCreditBack(10);
        var member = await club.Join();
        var sale = await club.Sell(SaleBody.Of(member, LineBody.One(1_000)));
        await club.Sell(SaleBody.Of(member, LineBody.One(80)).Spending("credit", 80));
        var refund = (await club.Api.Post($"/purchases/{sale.Id()}/refunds", """{"reason": "back"}""")).MustBe(201);
        Shop.Amounts(refund["reversed"]).ShouldBe("20 credit");
        (await club.Wallet(member, "credit")).Balance.ShouldBe(0);
        await club.MustBeConsistent();
    }

    private static async Task Refused(TestClub club, SaleBody sale, string code, string pointer) =>
        (await club.Api.Post("/purchases", sale)).MustBeProblem(422, code, pointer);
}
