using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Data;
using Vafa.Features.Ledger;
using Vafa.Features.Members.Groups;
using Vafa.Features.Programme;
using Vafa.Tests.Members;

namespace Vafa.Tests.Night;

/// <summary>That a night finds its members along keys, sorting nothing, on both engines.</summary>
public sealed class PlanTests
{
    [Theory, BothDatabases]
    public async Task Members_are_found_along_the_key_of_lots(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await using var scope = club.Services.CreateAsyncScope();
        var due = scope.ServiceProvider.GetRequiredService<DueLots>();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var (after, span) = (Guid.CreateVersion7(), new DueSpan(TestClock.Start, TestClock.Start.AddDays(1)));
        foreach (
            var members in new[]
            {
                due.OfEnded(after, TestClock.Start),
                due.OfOpened(after, span),
                due.OfEnding(after, [span, span, span]),
            }
        )
        {
            var plan = await Plan(db, engine, DueLots.InOrder(members, 500));
            plan.ShouldContain(engine == Engine.Postgres ? "pk_lot" : "sqlite_autoindex_lot_1 (member_id>?)");
            plan.ShouldNotContain(engine == Engine.Postgres ? "Sort" : "TEMP B-TREE");
        }
    }

    [Theory, BothDatabases]
    public async Task Who_moves_between_groups_is_found_along_a_range_of_ids(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Quietly("rule", "lastVisit=before:30&spent=5000..&wallet=credit:100");
        await using var scope = club.Services.CreateAsyncScope();
        var due = scope.ServiceProvider.GetRequiredService<GroupsDue>();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var programmes = scope.ServiceProvider.GetRequiredService<ProgrammeStore>();
        var programme = await programmes.Newest(TestContext.Current.CancellationToken);
        var group = RuleOrder.Of(programme).Single();
        var range = new IdRange(Guid.CreateVersion7(), Guid.CreateVersion7());
        var meant = await Plan(db, engine, due.Meant(group, programme.Time, range));
        meant.ShouldContain(
            engine == Engine.Postgres ? "pk_member " : "USING INDEX sqlite_autoindex_member_1 (id>? AND id<?)"
        );
        var inside = await Plan(db, engine, due.Inside(group, range));
        inside.ShouldContain("ix_member_group_code_member_id");
        foreach (var plan in new[] { meant, inside })
        {
            // Wallets are asked of each member of the range, not gathered from the whole club.
            plan.ShouldNotContain(engine == Engine.Postgres ? "Seq Scan" : "SCAN");
        }
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
