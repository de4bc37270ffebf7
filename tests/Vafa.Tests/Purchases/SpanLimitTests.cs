namespace Vafa.Tests.Purchases;

/// <summary>Limits in each period and at each branch, also when two hundred come at once.</summary>
public sealed class SpanLimitTests
{
    [Theory, BothDatabases]
    public async Task Two_hundred_sales_of_a_day_get_exactly_what_the_day_may_give(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var nodes = await LimitTests.Nodes(club);
        await club.SetDiscount("happy", 10, """, "limits": {"perPeriod": {"every": "day", "uses": 7}}""");
        var answers = await SellAtOnce(nodes, 200, "main");
        answers.Count(a => a.Applied() is ["happy"]).ShouldBe(7);
        foreach (var late in answers.Where(a => a.Applied() is []).Take(3))
        {
            late.NotApplied("happy").GetProperty("code").GetString().ShouldBe("offer.period-limit");
        }

        club.Clock.Advance(TimeSpan.FromDays(1));
        (await SellAtOnce(nodes, 20, "main")).Count(a => a.Applied() is ["happy"]).ShouldBe(7);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Each_branch_gives_its_own_share_of_the_budget(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var nodes = await LimitTests.Nodes(club);
        await club.Set("/branches/north", """{"title": {"fa": "شمال"}}""");
        await club.SetDiscount("pot", 10, """, "limits": {"uses": 9, "perBranch": {"budget": 5500}}""");
        var both = await Task.WhenAll(SellAtOnce(nodes, 40, "main"), SellAtOnce(nodes, 40, "north"));
        both.SelectMany(a => a).Count(a => a.Applied() is ["pot"]).ShouldBe(9);
        both[0].Count(a => a.Applied() is ["pot"]).ShouldBeInRange(4, 5);
        both[1].Count(a => a.Applied() is ["pot"]).ShouldBeInRange(4, 5);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_whole_refund_frees_every_counter_that_the_sale_moved(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetDiscount(
            "once",
            10,
            """, "limits": {"perPeriod": {"every": "month", "uses": 1}, "perBranch": {"every": "year", "uses": 1}}"""
        );
        var sale = SaleBody.Guest(LineBody.One(10_000));
        var first = await club.Sell(sale);
        first.Applied().ShouldBe(["once"]);
        (await club.Sell(sale)).Applied().ShouldBeEmpty();
        (await club.Api.Post($"/purchases/{first.Id()}/refunds", """{"reason": "back"}""")).MustBe(201);
        (await club.Sell(sale)).Applied().ShouldBe(["once"]);
        (await club.Sell(sale)).Applied().ShouldBeEmpty();
        await club.MustBeConsistent();
    }

    private static async Task<Answer[]> SellAtOnce(ApiClient[] nodes, int count, string branch)
    {
        var body = SaleBody.Guest(LineBody.One(10_000)) with { Branch = branch };
        var answers = await Task.WhenAll(
            Enumerable.Range(0, count).Select(i => nodes[i % nodes.Length].Post("/purchases", body))
        );
        return [.. answers.Select(a => a.MustBe(201))];
    }
}
