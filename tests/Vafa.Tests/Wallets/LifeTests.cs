using Vafa.Tests.Purchases;

namespace Vafa.Tests.Wallets;

/// <summary>How long what a sale brings lives and waits, from the setting of the unit to the member's page.</summary>
public sealed class LifeTests
{
    [Theory]
    [BothDatabases("""{"months": 6}""", "2026-09-28T00:00:00+03:30")]
    [BothDatabases("""{"endOf": "month"}""", "2026-04-21T00:00:00+03:30")]
    [BothDatabases("""{"endOf": "quarter"}""", "2026-06-22T00:00:00+03:30")]
    [BothDatabases("""{"endOf": "year", "later": 1}""", "2028-03-20T00:00:00+03:30")]
    [BothDatabases("""{"on": ["06-31", "12-29"]}""", "2026-09-23T00:00:00+03:30")]
    [BothDatabases("""{"idle": {"days": 30}}""", "2026-04-25T00:00:00+03:30")]
    public async Task A_lot_ends_as_its_unit_says(Engine engine, string life, string end)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/units/credit", Credit($"\"expires\": {life}"));
        await club.SetCreditBack(10);
        var member = await club.Join();
        var sale = await club.Sell(SaleBody.Of(member, LineBody.One(1_000)));
        sale["earned/0/expiresAt"].GetDateTimeOffset().ShouldBe(DateTimeOffset.Parse(end));
        var read = (await club.Api.Get($"/purchases/{sale.Id()}")).MustBe(200);
        read["earned/0/expiresAt"].GetDateTimeOffset().ShouldBe(DateTimeOffset.Parse(end));
        var page = (await club.Api.Get($"/members/{member}")).MustBe(200);
        var wallet = page["wallets"].EnumerateArray().First(w => w.GetProperty("unit").GetString() == "credit");
        var ending = wallet.GetProperty("expiring")[0];
        ending.GetProperty("at").GetDateTimeOffset().ShouldBe(DateTimeOffset.Parse(end));
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Each_visit_makes_a_sliding_life_longer_also_of_what_came_before(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/units/credit", Credit("\"expires\": {\"idle\": {\"days\": 30}}"));
        await club.SetCreditBack(10);
        var member = await club.Join();
        await club.Sell(SaleBody.Of(member, LineBody.One(1_000)));
        await club.Give(member, "credit", 7, club.Clock.Now.AddDays(40));
        club.Clock.Advance(TimeSpan.FromDays(20));
        await club.Sell(SaleBody.Of(member, LineBody.One(500)));
        (await Ends(club, member)).ShouldBe(["7 on 2026-05-04", "150 on 2026-05-15"]);
        await club.MustBeConsistent();

        club.Clock.Advance(TimeSpan.FromDays(31));
        (await club.Wallet(member, "credit")).Balance.ShouldBe(0);
        await club.Sell(SaleBody.Of(member, LineBody.One(300)));
        (await club.Wallet(member, "credit")).Balance.ShouldBe(30);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task What_was_given_keeps_its_dates_when_the_setting_changes(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/units/credit", Credit("\"expires\": {\"idle\": {\"days\": 30}}"));
        await club.SetCreditBack(10);
        var member = await club.Join();
        await club.Sell(SaleBody.Of(member, LineBody.One(1_000)));
        await club.Set("/units/credit", Credit("\"expiresAfterDays\": 5"));
        club.Clock.Advance(TimeSpan.FromDays(1));
        await club.Sell(SaleBody.Of(member, LineBody.One(500)));
        (await Ends(club, member)).ShouldBe(["50 on 2026-04-01", "100 on 2026-04-25"]);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task What_waits_for_the_end_of_returns_pays_when_they_are_over(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        (await club.Api.Patch("/club", """{"returnDays": 7}""")).MustBe(200);
        await club.Set("/units/credit", Credit("\"available\": {\"afterReturns\": true}"));
        await club.SetCreditBack(10);
        var member = await club.Join();
        var sale = await club.Sell(SaleBody.Of(member, LineBody.One(1_000)));
        sale["earned/0/availableFrom"].GetDateTimeOffset().ShouldBe(At("2026-04-01T00:00:00+03:30"));
        (await club.Wallet(member, "credit")).ShouldBe((0, 100));
        club.Clock.Advance(TimeSpan.FromDays(7));
        (await club.Wallet(member, "credit")).ShouldBe((100, 0));
    }

    [Theory, BothDatabases]
    public async Task What_waits_for_an_event_pays_when_it_comes(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/units/credit", Credit("\"available\": {\"event\": \"delivered\"}"));
        await club.SetCreditBack(10);
        var member = await club.Join();
        var first = await club.Sell(SaleBody.Of(member, LineBody.One(1_000)));
        await club.Sell(SaleBody.Of(member, LineBody.One(500)));
        first["earned/0"].TryGetProperty("availableFrom", out _).ShouldBeFalse(first.ToString());
        first["earned/0/awaits"].GetString().ShouldBe("delivered");
        club.Clock.Advance(TimeSpan.FromDays(400));
        (await club.Wallet(member, "credit")).ShouldBe((0, 150));

        var tell = new { @event = "delivered", purchase = first.Id() };
        var told = (await club.Api.Post($"/members/{member}/events", tell)).MustBe(201);
        Shop.Amounts(told["freed"]).ShouldBe("100 credit");
        (await club.Wallet(member, "credit")).ShouldBe((100, 50));
        Shop.Amounts((await club.Api.Post($"/members/{member}/events", tell)).MustBe(201)["freed"]).ShouldBe("-");
        var other = await club.Join("09121234568");
        (await club.Api.Post($"/members/{other}/events", tell)).MustBeProblem(
            422,
            "event.unknown-purchase",
            "/purchase"
        );
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_refund_takes_back_what_still_waits(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/units/credit", Credit("\"available\": {\"event\": \"delivered\"}"));
        await club.SetCreditBack(10);
        var member = await club.Join();
        var sale = await club.Sell(SaleBody.Of(member, LineBody.One(1_000)));
        (await club.Api.Post($"/purchases/{sale.Id()}/refunds", """{"reason": "back"}""")).MustBe(201);
        (await club.Wallet(member, "credit")).ShouldBe((0, 0));
        await club.MustBeConsistent();
    }

    internal static string Credit(string more) =>
        $$"""{"title": {"en": "Credit"}, "worth": 1, "maySpend": true, {{more}} }""";

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text);

    /// <summary>What of credit ends on which day of the club, which is the last one it can be spent on.</summary>
    private static async Task<string[]> Ends(TestClub club, Guid member)
    {
        var page = (await club.Api.Get($"/members/{member}")).MustBe(200);
        var wallet = page["wallets"].EnumerateArray().First(w => w.GetProperty("unit").GetString() == "credit");
        return
        [
            .. wallet
                .GetProperty("expiring")
                .EnumerateArray()
                .Select(e =>
                {
                    var end = e.GetProperty("at").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(3.5));
                    return $"{e.GetProperty("amount")} on {end:yyyy-MM-dd}";
                }),
        ];
    }
}
