using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Faults;

/// <summary>
/// The plug is pulled while 32 connections sell; nothing that was answered is lost, nothing happens twice.
/// </summary>
public sealed class KillTests
{
    [Fact]
    public async Task A_node_that_is_killed_under_load_loses_no_answered_sale_on_sqlite()
    {
        var club = await EmptyClubs.Take(Engine.Sqlite);
        Rush rush;
        await using (var node = await Node.Start(club))
        {
            rush = await Rush.Prepare(node.Api);
            var selling = rush.Run(node.Api, 32, CancellationToken.None);
            await rush.Passes(1_000);
            await node.Kill();
            await selling;
        }

        rush.Sent.ShouldBeGreaterThan(rush.Answered, "some sales were on their way");
        await using (var node = await Node.Start(club))
        {
            await AllMustBeThereOnce(club, rush, node.Api);
        }

        await EmptyClubs.Return(club);
    }

    [Fact]
    public async Task Of_two_nodes_on_one_postgresql_one_is_killed_and_the_other_sells_on()
    {
        var club = await EmptyClubs.Take(Engine.Postgres);
        var starting = Node.StartBeside(club);
        await using (var survivor = await Node.Start(club))
        await using (var victim = await starting)
        {
            var rush = await Rush.Prepare(survivor.Api);
            using var stop = new CancellationTokenSource();
            var dying = rush.Run(victim.Api, 16, CancellationToken.None);
            var selling = rush.Run(survivor.Api, 16, stop.Token);
            await rush.Passes(600);
            await victim.Kill();
            await dying;
            await rush.Passes(200);
            await stop.CancelAsync();
            await selling;
            rush.Sent.ShouldBeGreaterThan(rush.Answered, "some sales were on their way");
            await AllMustBeThereOnce(club, rush, survivor.Api);
        }

        await EmptyClubs.Return(club);
    }

    private static async Task AllMustBeThereOnce(Database club, Rush rush, ApiClient node)
    {
        await Shop.MustBeConsistent(club);
        var before = await SalesOf(club);
        before.ShouldBeUnique();
        rush.AnsweredSales.Except(before).ShouldBeEmpty("an answered sale is durable");

        var retried = await rush.Retry(node);
        var after = await SalesOf(club);
        after.ShouldBeUnique();
        after.ToHashSet().SetEquals(retried).ShouldBeTrue("each key made one sale, and there is no other");
        after.Count.ShouldBeGreaterThan(2 * Rush.UsesOfTen);
        (await club.Ask(db => db.OfferUses.CountAsync(u => u.Offer == "ten"))).ShouldBe(Rush.UsesOfTen);
        await Shop.MustBeConsistent(club);
    }

    private static Task<List<Guid>> SalesOf(Database club) =>
        club.Ask(db => db.Purchases.Select(p => p.Id).ToListAsync());
}
