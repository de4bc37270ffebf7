using Vafa.Tests.Faults;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Merging;

/// <summary>Merges beside sales and beside each other: nothing is lost, nothing doubled.</summary>
public sealed class MergeCrowdTests
{
    private const int Sales = 120;

    [Theory, BothDatabases]
    public async Task Sales_of_both_go_on_while_they_become_one_and_two_again(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var two = await TwoOfOne.In(club);
        await two.Sell(two.Goes, 10_000);
        var card = (await club.Api.Get($"/members/{two.Goes}")).String("card");
        var selling = Enumerable
            .Range(0, Sales)
            .Select(async i =>
            {
                await Task.Delay(i * 4);
                var sale = SaleBody.Of(i % 2 == 0 ? two.Goes : two.Stays, LineBody.One(10_000));
                sale = i % 3 == 0 ? sale with { Member = new BuyerBody { Card = card } } : sale;
                return (await club.Api.Post("/purchases", sale)).MustBe(201);
            })
            .ToList();
        Answer? last = null;
        for (var turn = 0; turn < 5; turn++)
        {
            await Task.Delay(60);
            last = await two.Merge();
            await Task.Delay(60);
            last = turn < 4 ? (await two.Undo(last)).MustBe(200) : last;
        }

        var receipts = await Task.WhenAll(selling);
        receipts.Select(r => r.Id()).ShouldBeUnique();
        var member = await two.Member();
        (member.Long("visits"), member.Long("spent")).ShouldBe((Sales + 1, (Sales + 1) * 10_000L));
        (await club.Wallet(two.Stays, "points")).Balance.ShouldBe(Sales + 1);
        (await club.Wallet(two.Stays, "credit")).Balance.ShouldBe((Sales + 1) * 1_000);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Of_many_merges_at_once_one_is_done(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var two = await TwoOfOne.In(club);
        await club.Give(two.Goes, "points", 30);
        await club.Give(two.Stays, "points", 5);
        var both = Enumerable
            .Range(0, 12)
            .Select(i =>
                i % 2 == 0
                    ? two.Try()
                    : club.Api.Post($"/members/{two.Goes}/merge", new { other = two.Stays.ToString() })
            );
        var answers = await Task.WhenAll(both);
        answers.Count(a => a.Status == 201).ShouldBe(1);
        answers.Where(a => a.Status != 201).ShouldAllBe(a => a.Status == 409 || a.Status == 422);
        (await club.Wallet(two.Stays, "points")).Balance.ShouldBe(35);
        (await club.Api.Get("/members/count")).Long("count").ShouldBe(1);
        await club.MustBeConsistent();

        var key = Guid.CreateVersion7().ToString();
        var third = await club.Join("09121234569");
        var same = await Task.WhenAll(
            Enumerable
                .Range(0, 5)
                .Select(_ => club.Api.Post($"/members/{two.Stays}/merge", new { other = third.ToString() }, key))
        );
        same.Where(a => a.Status == 201).Select(a => a.Id()).Distinct().Count().ShouldBe(1);
        same.ShouldAllBe(a => a.Status == 201 || a.Status == 409);
    }

    [Theory, InlineData(Engine.Sqlite), InlineData(Engine.Postgres)]
    public async Task A_node_that_is_killed_while_merging_leaves_each_merge_whole_or_undone(Engine engine)
    {
        var club = await EmptyClubs.Take(engine);
        const int Pairs = 40;
        var answered = 0;
        await using (var node = await Node.Start(club))
        {
            var members = new List<Guid>();
            for (var i = 0; i < Pairs * 2; i++)
            {
                var joined = await node.Api.Post("/members", new { mobile = $"0912{1_000_000 + i}" });
                members.Add(joined.MustBe(201).Id());
                (
                    await node.Api.Post(
                        $"/members/{members[i]}/adjustments",
                        new
                        {
                            unit = "points",
                            amount = 10,
                            reason = "test",
                        }
                    )
                ).MustBe(201);
            }

            var merging = Enumerable
                .Range(0, Pairs)
                .Select(async i =>
                {
                    try
                    {
                        var url = $"/members/{members[2 * i]}/merge";
                        var done = await node.Api.Post(url, new { other = members[(2 * i) + 1].ToString() });
                        if (done.Status == 201 && Interlocked.Increment(ref answered) == 8)
                        {
                            await node.Kill();
                        }
                    }
                    catch (HttpRequestException)
                    {
                        // The plug was pulled.
                    }
                });
            await Task.WhenAll(merging);
        }

        answered.ShouldBeLessThan(Pairs);
        await Shop.MustBeConsistent(club);
        await using (var node = await Node.Start(club))
        {
            var left = (await node.Api.Get("/members/count")).MustBe(200).Long("count");
            left.ShouldBeInRange(Pairs, (2 * Pairs) - answered);
        }

        await EmptyClubs.Return(club);
    }
}
