namespace Vafa.Tests.Purchases;

/// <summary>Uses, budgets and member limits (semantics 6 and 13), also when two hundred come at once.</summary>
public sealed class LimitTests
{
    [Theory, BothDatabases]
    public async Task Two_hundred_sales_on_the_last_seven_uses_give_exactly_seven(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var nodes = await Nodes(club);
        await club.SetDiscount("first-ten", 10, """, "limits": {"uses": 10}""");
        for (var i = 0; i < 3; i++)
        {
            (await club.Sell(SaleBody.Guest(LineBody.One(10_000)))).Applied().ShouldBe(["first-ten"]);
        }

        var answers = await SellAtOnce(nodes, 200);
        answers.Count(a => a.Applied() is ["first-ten"]).ShouldBe(7);
        answers.Sum(a => a.Long("discount")).ShouldBe(7_000);
        foreach (var late in answers.Where(a => a.Applied() is []))
        {
            late.NotApplied("first-ten").GetProperty("status").GetString().ShouldBe("usedUp");
            late.NotApplied("first-ten").GetProperty("code").GetString().ShouldBe("offer.uses");
        }

        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_budget_is_never_passed_and_never_given_in_part(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var nodes = await Nodes(club);
        await club.SetDiscount("pot", 10, """, "limits": {"budget": 12500}""");
        var answers = await SellAtOnce(nodes, 100);
        // 1,000 each: twelve, and the last 500 go to a smaller sale only.
        answers.Sum(a => a.Long("discount")).ShouldBe(12_000);
        answers.Count(a => a.Applied() is ["pot"]).ShouldBe(12);
        var small = await club.Sell(SaleBody.Guest(LineBody.One(5_000)));
        small.Long("discount").ShouldBe(500);
        var said = (await club.Sell(SaleBody.Guest(LineBody.One(10)))).NotApplied("pot");
        said.GetProperty("code").GetString().ShouldBe("offer.budget");
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_budget_of_credit_counts_what_the_credit_is_worth(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/units/credit", """{"title": {"en": "Credit"}, "worth": 0.5, "maySpend": true}""");
        await club.Set(
            "/offers/back",
            """
            {"title": {"en": "Back"}, "limits": {"budget": 1200},
             "give": [{"creditPercent": {"percent": 10, "unit": "credit"}}]}
            """
        );
        var member = await club.Join();
        var sale = SaleBody.Of(member, LineBody.One(10_000));
        // 1,000 credit are worth 500 rial: two fit into 1,200.
        (await club.Sell(sale))
            .Earned()
            .ShouldBe("1000 credit");
        (await club.Sell(sale)).Earned().ShouldBe("1000 credit");
        (await club.Sell(sale)).Earned().ShouldBe("-");
    }

    [Theory, BothDatabases]
    public async Task A_whole_refund_frees_a_use_and_its_budget_and_a_partial_one_neither(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.SetDiscount("once", 10, """, "limits": {"uses": 1, "budget": 2000}""");
        var sale = SaleBody.Guest(LineBody.Some(2, 10_000));
        var first = await club.Sell(sale);
        first.Applied().ShouldBe(["once"]);
        var refunds = $"/purchases/{first.Id()}/refunds";
        (await club.Api.Post(refunds, """{"lines": [{"line": 1, "quantity": 1}], "reason": "half"}""")).MustBe(201);
        (await club.Sell(sale)).Applied().ShouldBeEmpty();
        (await club.Api.Post(refunds, """{"reason": "the rest"}""")).MustBe(201);
        (await club.Sell(sale)).Applied().ShouldBe(["once"]);
        (await club.Sell(sale)).Applied().ShouldBeEmpty();
        await club.MustBeConsistent();
    }

    [Theory]
    [BothDatabases("day", 1, 1)]
    [BothDatabases("week", 2, 3)]
    [BothDatabases("month", 26, 27)]
    [BothDatabases("year", 360, 361)]
    public async Task A_member_limit_counts_in_the_clubs_own_periods(Engine engine, string every, int same, int next)
    {
        // 5 Farvardin is a Wednesday: the week ends in 2 days, the month (of 31 days) in 26, the year (of 365) in 360.
        await using var club = await TestClub.Start(engine);
        var limits = $$$""", "limits": {"perMember": {"uses": 2, "every": "{{{every}}}"}}""";
        await club.SetDiscount("twice", 10, limits);
        var (one, other) = (await club.Join(), await club.Join("09350000000"));
        (await club.Sell(Sale(one))).Applied().ShouldBe(["twice"]);
        if (every != "day")
        {
            club.Clock.Advance(TimeSpan.FromDays(same));
        }

        (await club.Sell(Sale(one))).Applied().ShouldBe(["twice"]);
        (await club.Sell(Sale(one))).NotApplied("twice").GetProperty("code").GetString().ShouldBe("offer.member-limit");
        (await club.Sell(Sale(other))).Applied().ShouldBe(["twice"]);
        club.Clock.Now = TestClock.Start.AddDays(next);
        (await club.Sell(Sale(one))).Applied().ShouldBe(["twice"]);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_member_limit_holds_for_two_hundred_sales_at_once_and_is_freed_by_a_refund(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var nodes = await Nodes(club);
        await club.SetDiscount("thrice", 10, """, "limits": {"perMember": {"uses": 3, "every": "ever"}}""");
        var member = await club.Join();
        var answers = await SellAtOnce(nodes, 200, Sale(member));
        var lucky = answers.Where(a => a.Applied() is ["thrice"]).ToList();
        lucky.Count.ShouldBe(3);
        (await club.Api.Post($"/purchases/{lucky[0].Id()}/refunds", """{"reason": "back"}""")).MustBe(201);
        (await club.Sell(Sale(member))).Applied().ShouldBe(["thrice"]);
        (await club.Sell(Sale(member))).Applied().ShouldBeEmpty();
        await club.MustBeConsistent();
    }

    private static SaleBody Sale(Guid member) => SaleBody.Of(member, LineBody.One(10_000));

    /// <summary>Two nodes on one database where the engine allows it.</summary>
    internal static async Task<ApiClient[]> Nodes(TestClub club) =>
        club.Engine == Engine.Postgres ? [club.Api, await club.StartNode()] : [club.Api];

    private static async Task<Answer[]> SellAtOnce(ApiClient[] nodes, int count, SaleBody? sale = null)
    {
        var body = sale ?? SaleBody.Guest(LineBody.One(10_000));
        var answers = await Task.WhenAll(
            Enumerable.Range(0, count).Select(i => nodes[i % nodes.Length].Post("/purchases", body))
        );
        return [.. answers.Select(a => a.MustBe(201))];
    }
}
