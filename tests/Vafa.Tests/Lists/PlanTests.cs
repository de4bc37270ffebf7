using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Data;
using Vafa.Features.Members.Filter;
using Vafa.Features.Purchases;

namespace Vafa.Tests.Lists;

/// <summary>That a page of a list is a range of an index on both engines, however long the list is.</summary>
public sealed class PlanTests
{
    [Theory, BothDatabases]
    public async Task A_page_of_each_indexed_order_is_a_range_of_its_index(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await using var scope = club.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var place = new MemberPlace(0, TestClock.Start.UtcTicks, Guid.CreateVersion7());
        foreach (
            var (word, index) in new[] { ("-joined", "ix_member_since_id"), ("lastVisit", "ix_member_last_visit_id") }
        )
        {
            var stretch = MemberOrder.Of(word)!.Stretches[0];
            var page = stretch.Sort(stretch.Part(db.Members, place, null)).Select(m => m.Id).Take(50);
            MustUse(await Plan(db, engine, page), index);
        }

        var sales = FindPurchases.Newest(
            FindPurchases.Behind(db.Purchases, new SalePlace(TestClock.Start, Guid.CreateVersion7()))
        );
        MustUse(await Plan(db, engine, sales.Select(p => p.Id).Take(50)), "ix_purchase_at");
        var reference = db.Purchases.Where(p => p.Reference == "A1").Select(p => p.Id);
        MustUse(await Plan(db, engine, reference), "ix_purchase_reference");
        var group = db.MemberGroups.Where(g => g.Code == "silver").Select(g => g.MemberId).Take(5_001);
        MustUse(await Plan(db, engine, group), "ix_member_group_code");
        var messages = db.Messages.OrderByDescending(m => m.CreatedAt).Select(m => m.Id).Take(50);
        MustUse(await Plan(db, engine, messages), "ix_message_created_at");
    }

    private static void MustUse(string plan, string index)
    {
        plan.ShouldContain(index);
        plan.ShouldNotContain("Seq Scan");
    }

    /// <summary>
    /// PostgreSQL scans an empty table whatever there is, so it is asked what it does where it may not.
    /// </summary>
    private static async Task<string> Plan<T>(AppDb db, Engine engine, IQueryable<T> query)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = query.CreateDbCommand();
        if (engine == Engine.Postgres)
        {
            await using var forbid = command.Connection!.CreateCommand();
            forbid.CommandText = "SET enable_seqscan = off; SET enable_bitmapscan = off";
            await forbid.ExecuteNonQueryAsync();
        }

        command.CommandText = (engine == Engine.Postgres ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + command.CommandText;
        await using var reader = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(engine == Engine.Postgres ? 0 : 3));
        }

        return string.Join("; ", steps);
    }
}
