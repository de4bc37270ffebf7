using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Features.Import;
using Vafa.Features.Ledger.Check;
using Vafa.Features.Ledger.Lane;
using Vafa.Tests.Cli;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Home;

/// <summary>Each number of the roll-ups is checked, and an older club gets them.</summary>
public sealed class RollUpTests
{
    private static readonly (string Table, string[] Columns)[] Numbers =
    [
        (
            "branch_hour",
            [
                "sales",
                "member_sales",
                "total",
                "discount",
                "spent",
                "payable",
                "first_visits",
                "back_visits",
                "apart",
                "refunds",
                "refunded",
            ]
        ),
        ("unit_day", ["earned", "spent", "returned", "reversed", "expired", "adjusted", "imported"]),
        ("unit_due", ["remaining"]),
    ];

    [Theory, BothDatabases]
    public async Task Each_wrong_number_is_named_once_and_nothing_else_is(Engine engine)
    {
        await using var club = await Cafe.Open(engine);
        var member = (await club.Api.Get("/members?limit=1")).Id("items/0/id");
        await club.Give(member, "credit", 50, TestClock.Start.AddDays(30));
        (await Cafe.Differences(club.Database)).ShouldBeEmpty();
        foreach (var (table, columns) in Numbers)
        {
            var where = $"day = (SELECT max(day) FROM {table})";
            where += table == "branch_hour" ? $" AND hour = (SELECT max(hour) FROM {table} WHERE {where})" : "";
            where += table == "branch_hour" ? "" : $" AND unit = (SELECT max(unit) FROM {table} WHERE {where})";
            foreach (var column in columns)
            {
                (await club.Execute($"UPDATE {table} SET {column} = {column} + 7 WHERE {where}")).ShouldBe(1, table);
                var found = await Cafe.Differences(club.Database);
                var named = found.ShouldHaveSingleItem($"{table}.{column}: {string.Join(" · ", found)}");
                (named.Table, named.Column).ShouldBe((table, column), named.ToString());
                await club.Execute($"UPDATE {table} SET {column} = {column} - 7 WHERE {where}");
            }

            await club.Execute($"DELETE FROM {table} WHERE {where}");
            var gone = (await Cafe.Differences(club.Database)).ShouldHaveSingleItem();
            (gone.Table, gone.Column, gone.Stored).ShouldBe((table, "row", Difference.Nothing));
            await Refill(club);
        }
    }

    [Theory, BothDatabases]
    public async Task A_club_older_than_its_roll_ups_gets_the_very_same(Engine engine)
    {
        await using var club = await Cafe.Open(engine);
        var before = await Rows(club);
        before.Count.ShouldBeGreaterThan(50);
        var keys = await club.Ask(db => db.MemberKeys.CountAsync());
        await club.Execute("UPDATE purchase SET visit = 0");
        await club.Execute("DELETE FROM member_key WHERE kind LIKE 'birthday%'");
        await Refill(club);
        (await Rows(club)).ShouldBe(before);
        (await club.Ask(db => db.MemberKeys.CountAsync())).ShouldBe(keys);
        await club.Restart();
        (await Rows(club)).ShouldBe(before);
    }

    [Theory, BothDatabases]
    public async Task Imported_history_counts_on_its_own_days(Engine engine)
    {
        const string File = """
            basket,at,mobile,sku,quantity,unitPrice
            A1,2026-03-20 10:00,09121234567,latte,1,980000
            A2,2026-03-20 10:30,09121234567,tea,1,450000
            A3,2026-03-20 12:00,,tea,1,450000
            """;
        await using var club = await TestClub.Start(engine);
        await club.Import<ImportPurchases>(File, r => r with { Earn = true });
        var hours = await club.Ask(db => db.BranchHours.OrderBy(h => h.Hour).ToListAsync());
        hours
            .Select(h => (h.Hour, h.Sales, h.MemberSales, h.Payable, h.FirstVisits))
            .ShouldBe([(10, 2, 2, 1_430_000, 1), (12, 1, 0, 450_000, 0)]);
        (await Cafe.Differences(club.Database)).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task Roll_ups_agree_after_the_club_moved_the_start_of_its_day(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var member = await club.Join();
        await club.SetPointFor(1_000);
        var first = await club.Sell(SaleBody.Of(member, LineBody.One(10_000)));
        await club.Give(member, "credit", 10, club.Clock.Now.AddDays(3));
        club.Clock.Advance(TimeSpan.FromHours(1));
        (await club.Api.Patch("/club", """{"dayStartsAt": "15:00", "timeZone": "Europe/London"}""")).MustBe(200);
        await club.Sell(SaleBody.Of(member, LineBody.One(20_000)));
        (await club.Api.Post($"/purchases/{first.Id()}/refunds", new { reason = "cold" })).MustBe(201);
        await club.MustBeConsistent();
        (await club.Ask(db => db.BranchHours.Select(h => h.Day).Distinct().CountAsync())).ShouldBe(2);
    }

    /// <summary>As if the roll-ups had come with a migration just now.</summary>
    private static async Task Refill(TestClub club)
    {
        foreach (var (table, _) in Numbers)
        {
            await club.Execute($"DELETE FROM {table}");
        }

        await new FillRollUps(club.Database, club.Services.GetRequiredService<LaneStore>()).Run(default);
        (await Cafe.Differences(club.Database)).ShouldBeEmpty();
    }

    /// <summary>Without their shards, which depend on who wrote.</summary>
    private static Task<List<string>> Rows(TestClub club) =>
        club.Ask(async db =>
        {
            var hours = await db.BranchHours.ToListAsync();
            var days = await db.UnitDays.ToListAsync();
            var dues = await db.UnitDues.ToListAsync();
            return (List<string>)
                [
                    .. hours
                        .GroupBy(h => (h.Day, h.Hour, h.Branch))
                        .Select(g =>
                            $"{g.Key} {g.Sum(h => h.Sales)} {g.Sum(h => h.MemberSales)} {g.Sum(h => h.Payable)} "
                            + $"{g.Sum(h => h.FirstVisits)} {g.Sum(h => h.BackVisits)} {g.Sum(h => h.Refunded)}"
                        )
                        .Order(StringComparer.Ordinal),
                    .. days.GroupBy(d => (d.Day, d.Unit))
                        .Select(g => $"{g.Key} {g.Sum(d => d.Earned)} {g.Sum(d => d.Spent)} {g.Sum(d => d.Reversed)}")
                        .Order(StringComparer.Ordinal),
                    .. dues.GroupBy(d => (d.Day, d.Unit))
                        .Where(g => g.Sum(d => d.Remaining) != 0)
                        .Select(g => $"{g.Key} {g.Sum(d => d.Remaining)}")
                        .Order(StringComparer.Ordinal),
                ];
        });
}
