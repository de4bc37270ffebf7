namespace Vafa.Tests.Purchases;

/// <summary>Many at once: one key, one credit, one member.</summary>
public sealed class CrowdTests
{
    [Theory, BothDatabases]
    public async Task Two_hundred_sends_of_one_key_make_one_sale(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var nodes = await LimitTests.Nodes(club);
        await club.SetCreditBack(10);
        var member = await club.Join();
        var sale = SaleBody.Of(member, LineBody.One(10_000));
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(i => nodes[i % nodes.Length].Post("/purchases", sale, "one-key"))
        );
        // "In progress" is an honest answer, too; whoever got a receipt got the same one.
        var receipts = answers.Where(a => a.Status != 409).ToList();
        receipts.ShouldAllBe(a => a.Status == 201);
        receipts.Count(a => !a.Replayed).ShouldBe(1);
        receipts.Select(a => a.Text).Distinct().Count().ShouldBe(1);
        foreach (var waiting in answers.Where(a => a.Status == 409))
        {
            waiting.MustBeProblem(409, "idempotency.in-progress");
        }

        (await club.RowCounts()).ShouldContain("purchase 1, ");
        (await club.Wallet(member, "credit")).Balance.ShouldBe(1_000);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Two_tills_spend_the_same_last_credit_and_exactly_one_wins(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var nodes = await LimitTests.Nodes(club);
        var member = await club.Join();
        for (var round = 0; round < 15; round++)
        {
            await club.Give(member, "credit", 7_000);
            var sale = SaleBody.Of(member, LineBody.One(10_000)).Spending("credit", 7_000);
            var answers = await Task.WhenAll(nodes[0].Post("/purchases", sale), nodes[^1].Post("/purchases", sale));
            answers.Select(a => a.Status).Order().ToArray().ShouldBe([201, 422], $"round {round}");
            answers.Single(a => a.Status == 422).MustBeProblem(422, "spend.too-much", "/spend/0/amount");
            (await club.Wallet(member, "credit")).Balance.ShouldBe(0);
        }

        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Three_hundred_sales_of_one_member_at_once_lose_nothing(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var nodes = await LimitTests.Nodes(club);
        await club.SetCreditBack(10);
        await club.SetPointFor(10_000);
        var member = await club.Join();
        await club.Give(member, "credit", 300_000);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(1, 300)
                .Select(i =>
                    nodes[i % nodes.Length]
                        .Post("/purchases", SaleBody.Of(member, LineBody.One(10_000 + (i * 10))).Spending("credit", i))
                )
        );
        foreach (var answer in answers)
        {
            answer.MustBe(201);
        }

        // Σ i = 45,150. Each sale is of 10,000 + 10 i and pays i with credit: 10 % of 10,000 + 9 i come back.
        var paid = 3_000_000L + (45_150 * 9);
        var back = Enumerable.Range(1, 300).Sum(i => (10_000L + (i * 9)) / 10);
        var read = (await club.Api.Get($"/members/{member}")).MustBe(200);
        (read.Long("visits"), read.Long("spent")).ShouldBe((300, paid));
        (await club.Wallet(member, "credit")).ShouldBe((300_000 - 45_150 + back, 0));
        (await club.Wallet(member, "points")).ShouldBe((300, 0));
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Refunds_and_sales_of_one_member_at_once_lose_nothing(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var nodes = await LimitTests.Nodes(club);
        await club.SetCreditBack(10);
        var member = await club.Join();
        var sales = new List<Answer>();
        for (var i = 0; i < 20; i++)
        {
            sales.Add(await club.Sell(SaleBody.Of(member, LineBody.Some(3, 10_000))));
        }

        var part = """{"lines": [{"line": 1, "quantity": 1}], "reason": "one of three"}""";
        var calls = sales.SelectMany(
            (sale, i) =>
                new[]
                {
                    nodes[i % nodes.Length].Post($"/purchases/{sale.Id()}/refunds", part),
                    nodes[(i + 1) % nodes.Length].Post($"/purchases/{sale.Id()}/refunds", part),
                    nodes[i % nodes.Length].Post("/purchases", SaleBody.Of(member, LineBody.One(10_000))),
                }
        );
        foreach (var answer in await Task.WhenAll(calls))
        {
            answer.MustBe(201);
        }

        // Of 20 sales a third is left, and 20 new ones: 20 × 1,000 + 20 × 1,000.
        (await club.Wallet(member, "credit")).ShouldBe((40_000, 0));
        var read = (await club.Api.Get($"/members/{member}")).MustBe(200);
        (read.Long("visits"), read.Long("spent")).ShouldBe((40, 400_000));
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task The_last_piece_is_refunded_once_however_many_ask(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var nodes = await LimitTests.Nodes(club);
        var member = await club.Join();
        await club.SetCreditBack(10);
        var sale = await club.Sell(SaleBody.Of(member, LineBody.One(10_000)));
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 30)
                .Select(i =>
                    nodes[i % nodes.Length].Post($"/purchases/{sale.Id()}/refunds", """{"reason": "broken"}""")
                )
        );
        answers.Count(a => a.Status == 201).ShouldBe(1);
        answers.Count(a => a.Status == 409).ShouldBe(29);
        (await club.Wallet(member, "credit")).ShouldBe((0, 0));
        await club.MustBeConsistent();
    }
}
