using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Features.Ledger.Allowances;
using Vafa.Features.Purchases;
using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Tills;

/// <summary>Credit that is set apart for a till, so that it can be spent there without network.</summary>
public sealed class AllowanceTests
{
    [Theory, BothDatabases]
    public async Task Nothing_is_set_apart_until_the_owner_allows_it(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        var member = await club.Join();
        await club.Give(member, "credit", 90_000);
        (await device.Get()).MustBe(200)["spendsOffline"].GetBoolean().ShouldBeFalse();
        (await device.SetApart(member))["items"].GetArrayLength().ShouldBe(0);
        (await club.Api.Patch("/club", new { offlineSpendMost = 50_000, offlineSpendHours = 169 })).MustBeProblem(
            422,
            "json.range",
            "/offlineSpendHours"
        );
        await club.Allow(50_000);
        (await device.Get()).MustBe(200)["spendsOffline"].GetBoolean().ShouldBeTrue();
        var apart = (await device.SetApart(member))["items/0"];
        (apart.GetProperty("unit").GetString(), apart.GetProperty("left").GetInt64()).ShouldBe(("credit", 50_000));
        apart.GetProperty("until").GetDateTimeOffset().ShouldBe(club.Clock.Now.AddHours(24));
        (await club.Wallet(member, "credit")).Balance.ShouldBe(40_000);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Asked_again_it_is_the_same_with_what_has_come_and_for_longer(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        var member = await club.Join();
        await club.Allow(50_000);
        (await device.SetApart(member))["items"].GetArrayLength().ShouldBe(0, "there is nothing to set apart");
        await club.Give(member, "credit", 30_000);
        var first = await device.SetApart(member);
        (await device.SetApart(member)).Text.ShouldBe(first.Text);
        await club.Give(member, "credit", 30_000);
        club.Clock.Advance(TimeSpan.FromHours(1));
        var more = (await device.SetApart(member))["items/0"];
        more.GetProperty("id").GetGuid().ShouldBe(first["items/0/id"].GetGuid());
        (more.GetProperty("amount").GetInt64(), more.GetProperty("left").GetInt64()).ShouldBe((50_000, 50_000));
        more.GetProperty("until").GetDateTimeOffset().ShouldBe(club.Clock.Now.AddHours(24));
        (await club.Wallet(member, "credit")).Balance.ShouldBe(10_000);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_till_that_asks_at_once_many_times_has_it_once(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        using var neighbour = await club.Pair("t2");
        (await neighbour.Post("/shift", new { user = "mina", pin = TillsOfTests.Pin })).MustBe(200);
        var member = await club.Join();
        await club.Give(member, "credit", 80_000);
        await club.Allow(50_000);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => (i % 2 == 0 ? device : neighbour).SetApart(member)));
        var all = await club.Ask(db => db.Allowances.ToListAsync());
        all.Select(a => a.Left).Order().ShouldBe([30_000, 50_000]);
        (await club.Wallet(member, "credit")).Balance.ShouldBe(0);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_sale_without_network_is_settled_against_it_once(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        var (member, apart) = await Ready(club, device);
        var sale = Offline(member, apart, 20_000);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => device.Post("/sales", sale, $"{sale.Id}-{i % 2}")));
        await club.Restart();
        using var again = new TillDeviceClient(club) { Token = device.Token };
        var receipt = (await again.Post("/sales", sale)).MustBe(201);
        (receipt.Long("spent"), receipt.Long("payable")).ShouldBe((20_000, 80_000));
        (await again.SetApart(member))["items/0/left"].GetInt64().ShouldBe(50_000, "it is topped up again");
        (await club.Wallet(member, "credit")).Balance.ShouldBe(20_000);
        await club.MustBeConsistent();
        // A refund finds the way back to the very lots.
        await club.Hire("sara", "owner", "5028");
        (await again.Post("/shift", new { user = "sara", pin = "5028" })).MustBe(200);
        (await again.Post($"/sales/{sale.Id}/refunds", new { reason = "broken" })).MustBe(201);
        (await club.Wallet(member, "credit")).Balance.ShouldBe(40_000);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Two_sales_at_once_never_take_more_than_was_set_apart(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        var (member, apart) = await Ready(club, device, credit: 50_000);
        var sales = Enumerable.Range(0, 4).Select(_ => Offline(member, apart, 20_000)).ToList();
        var done = await Task.WhenAll(sales.Select(s => device.Post("/sales", s)));
        done.Sum(d => d.MustBe(201).Long("spent")).ShouldBe(50_000);
        done.Count(d => d.Long("spent") == 20_000).ShouldBe(2);
        done.ShouldAllBe(d => d.Long("payable") == 80_000, "the till took what it took");
        (await club.Wallet(member, "credit")).Balance.ShouldBe(0);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task With_network_everything_can_be_spent_at_the_same_till(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        var (member, apart) = await Ready(club, device);
        var plain = SaleBody.Of(member, LineBody.One(100_000));
        var quote = (await device.Post("/quote", plain with { Allowances = [new(apart, 50_000)] })).MustBe(200);
        quote["maySpend/0/amount"].GetInt64().ShouldBe(90_000);
        (await device.Post("/quote", plain)).MustBe(200)["maySpend/0/amount"].GetInt64().ShouldBe(40_000);
        var sale = plain.Spending("credit", 90_000) with { Allowances = [new(apart, 50_000)] };
        (await device.Post("/sales", sale with { Allowances = null })).MustBeProblem(
            422,
            "spend.too-much",
            "/spend/0/amount"
        );
        (await device.Post("/sales", sale)).MustBe(201).Long("spent").ShouldBe(90_000);
        (await club.Wallet(member, "credit")).Balance.ShouldBe(0);
        (await club.Ask(db => db.Allowances.SingleAsync())).Left.ShouldBe(0);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Another_till_and_another_member_find_nothing_of_it(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        using var neighbour = await club.Pair("t2");
        (await neighbour.Post("/shift", new { user = "mina", pin = TillsOfTests.Pin })).MustBe(200);
        var (member, apart) = await Ready(club, device, credit: 50_000);
        var other = await club.Join("09351114567");
        var uses = new[] { new AllowanceBody(apart, 50_000) };
        foreach (var (till, who) in new[] { (neighbour, member), (device, other) })
        {
            var sale = SaleBody.Of(who, LineBody.One(100_000)).Spending("credit", 10) with { Allowances = uses };
            (await till.Post("/sales", sale)).MustBeProblem(422, "spend.too-much", "/spend/0/amount");
        }

        (await club.Ask(db => db.Allowances.SingleAsync())).Left.ShouldBe(50_000);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task What_is_over_goes_back_to_the_very_lots_and_what_ended_there_is_gone(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        var member = await club.Join();
        await club.Allow(50_000);
        await club.Give(member, "credit", 20_000, club.Clock.Now.AddHours(3));
        await club.Give(member, "credit", 40_000);
        await device.SetApart(member);
        (await Sweep(club)).ShouldBe(0);
        club.Clock.Advance(TimeSpan.FromHours(24));
        var ended = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Sweep(club)));
        ended.Sum().ShouldBe(1);
        (await club.Wallet(member, "credit")).Balance.ShouldBe(40_000);
        var lots = await club.Ask(db => db.Lots.OrderBy(l => l.No).Select(l => l.Remaining).ToListAsync());
        lots.ShouldBe([0, 40_000]);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_sale_that_comes_late_takes_what_is_still_there_and_the_rest_is_said(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        var (member, apart) = await Ready(club, device, credit: 50_000);
        var sale = Offline(member, apart, 50_000);
        club.Clock.Advance(TimeSpan.FromHours(25));
        await Sweep(club);
        await club.Sell(SaleBody.Of(member, LineBody.One(30_000)).Spending("credit", 30_000));
        var late = (await device.Post("/sales", sale)).MustBe(201);
        (late.Long("spent"), late.Long("discount"), late.Long("payable")).ShouldBe((20_000, 30_000, 50_000));
        var stored = await club.Ask(db => db.Purchases.SingleAsync(p => p.Id == sale.Id));
        stored.Differs.ShouldBe(SaleDifferences.Short);
        (await club.Wallet(member, "credit")).Balance.ShouldBe(0);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_device_that_is_shut_out_leaves_it_until_its_time_is_over(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        var (member, apart) = await Ready(club, device, credit: 50_000);
        var devices = (await club.Api.Get("/till-devices")).MustBe(200);
        (await club.Api.Delete($"/till-devices/{devices["items/0/id"].GetGuid()}")).MustBe(200);
        (await club.Wallet(member, "credit")).Balance.ShouldBe(0);
        using var paired = await club.Pair();
        (await paired.Post("/sales", Offline(member, apart, 20_000))).MustBe(201).Long("spent").ShouldBe(20_000);
        club.Clock.Advance(TimeSpan.FromHours(24));
        await Sweep(club);
        (await club.Wallet(member, "credit")).Balance.ShouldBe(30_000);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Who_is_merged_or_leaves_has_it_back_first(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        var (member, apart) = await Ready(club, device, credit: 50_000);
        var stays = await club.Join("09351114567");
        (await club.Api.Post($"/members/{stays}/merge", new { other = member.ToString() })).MustBe(201);
        (await club.Wallet(stays, "credit")).Balance.ShouldBe(50_000);
        var late = (await device.Post("/sales", Offline(member, apart, 20_000))).MustBe(201);
        late.Long("spent").ShouldBe(20_000);
        (await device.SetApart(stays))["items/0/left"].GetInt64().ShouldBe(30_000);
        (await club.Api.Post($"/members/{stays}/leave", new { reason = "asked" })).MustBe(200);
        (await club.Ask(db => db.Allowances.CountAsync(a => a.State == AllowanceState.Open))).ShouldBe(0);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task The_check_names_what_does_not_add_up(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        await Ready(club, device);
        foreach (
            var (column, wrong) in new[] { ("amount", "1"), ("left_over", "7"), ("lots", "'1:3'"), ("state", "1") }
        )
        {
            var right = await club.Ask(db => db.Allowances.AsNoTracking().SingleAsync());
            await Change(club, $"update allowance set {column} = {wrong}");
            (await club.Differences()).ShouldHaveSingleItem().ShouldContain($": {column} stored");
            await Change(
                club,
                $"update allowance set amount = {right.Amount}, left_over = {right.Left}, "
                    + $"lots = '{right.Lots}', state = 0"
            );
        }

        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task The_statement_and_the_books_say_what_is_set_apart(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var device = await club.Manned();
        var (member, _) = await Ready(club, device);
        var statement = (await club.Api.Get($"/members/{member}/statement?lang=en")).MustBe(200);
        var first = statement["items/0"];
        first.GetProperty("amount").GetInt64().ShouldBe(-50_000);
        first.GetProperty("cause").GetProperty("kind").GetString().ShouldBe("allowance");
        first.GetProperty("cause").GetProperty("title").GetString()!.ShouldContain("صندوق t1");
        using var owner = await club.SignedIn("sara", "owner");
        var (status, page) = await owner.Page($"/members/{member}/wallets/credit");
        status.ShouldBe(200);
        page.ShouldContain("data-testid=\"apart\"");
    }

    private static async Task<(Guid Member, Guid Apart)> Ready(
        TestClub club,
        TillDeviceClient device,
        long credit = 90_000
    )
    {
        var member = await club.Join();
        await club.Give(member, "credit", credit);
        await club.Allow(50_000);
        return (member, (await device.SetApart(member))["items/0/id"].GetGuid());
    }

    private static SaleBody Offline(Guid member, Guid apart, long spent) =>
        SaleBody.Of(member, LineBody.One(100_000)).Spending("credit", spent) with
        {
            Id = Guid.CreateVersion7(),
            Taken = new TakenBody(0, 100_000 - spent),
            Allowances = [new AllowanceBody(apart, spent)],
        };

    private static Task<int> Change(TestClub club, string sql) => club.Ask(db => db.Database.ExecuteSqlRawAsync(sql));

    private static Task<int> Sweep(TestClub club) =>
        club.Services.GetRequiredService<SweepAllowances>().Run(TestContext.Current.CancellationToken);
}

internal static class AllowancesOfTests
{
    public static async Task Allow(this TestClub club, long most, int hours = 24) =>
        (await club.Api.Patch("/club", new { offlineSpendMost = most, offlineSpendHours = hours })).MustBe(200);
}
