using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Core.Ledger;
using Vafa.Features.Liability;
using Vafa.Tests.Cli;
using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Liability;

/// <summary>What the club owes, in its cuts.</summary>
public sealed class LiabilityTests
{
    [Theory, BothDatabases]
    public async Task What_is_owed_is_the_sum_of_the_entries_in_every_cut(Engine engine)
    {
        await using var club = await TwoBranches.Open(engine);
        await TwoBranches.Live(club);
        var owed = (await club.Api.Get("/liability")).MustBe(200);
        var held = await club.Ask(db =>
            db.Entries.GroupBy(e => e.Unit).Select(g => new { g.Key, Sum = g.Sum(e => e.Amount) }).ToListAsync()
        );
        var debts = Amounts(owed["lots/debts"]);
        foreach (var unit in held)
        {
            Amounts(owed["units"]).GetValueOrDefault(unit.Key).ShouldBe(unit.Sum);
            foreach (var cut in (string[])["lots/ages", "lots/ends", "lots/branches"])
            {
                var inAll = owed[cut]
                    .EnumerateArray()
                    .Sum(g => Amounts(g.GetProperty("units")).GetValueOrDefault(unit.Key));
                inAll.ShouldBe(unit.Sum + debts.GetValueOrDefault(unit.Key), cut);
            }
        }

        var credit = held.Single(h => h.Key == "credit").Sum;
        var points = held.Single(h => h.Key == "points").Sum;
        var pointsWorth = UnitPeriod.Value(points, new Worth(4_105_000)).Minor;
        owed.Long("worth").ShouldBe(credit + pointsWorth);
        owed.Long("cost").ShouldBe(UnitPeriod.Value(credit, new Worth(6_000)).Minor + pointsWorth);
        owed["lots/live"].GetBoolean().ShouldBeTrue();
        owed["lots/branches"].EnumerateArray().Select(b => b.GetProperty("group").GetString()).ShouldContain("north");
    }

    [Theory, BothDatabases]
    public async Task Months_add_up_and_stand_apart_by_branch(Engine engine)
    {
        await using var club = await TwoBranches.Open(engine);
        await TwoBranches.Live(club);
        var owed = (await club.Api.Get("/liability")).MustBe(200);
        var months = owed["months"].EnumerateArray().ToList();
        months.Count.ShouldBe(13);
        (months[^2].GetProperty("from").GetString(), months[^1].GetProperty("from").GetString()).ShouldBe(
            ("2030-02-19", "2030-03-21")
        );
        for (var i = 1; i < months.Count; i++)
        {
            foreach (var (was, now) in Units(months[i - 1]).Zip(Units(months[i])))
            {
                var moved = Long(now, "given") + Long(now, "other") - Long(now, "spent") - Long(now, "expired");
                Long(now, "outstanding").ShouldBe(Long(was, "outstanding") + moved);
            }
        }

        months[^1].GetProperty("outstanding").GetInt64().ShouldBe(owed.Long("worth"));
        var (main, north) = (await Given(club, "main"), await Given(club, "north"));
        (main > 0, north > 0).ShouldBe((true, true));
        (await club.Api.Get("/liability?branch=moon")).MustBeProblem(422, "home.branch-unknown", "/branch");
    }

    [Theory, BothDatabases]
    public async Task What_ends_soon_waits_or_is_owed_by_members_stands_in_its_group(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set(
            "/units/points",
            """{"title": {"en": "Points"}, "worth": 500, "maySpend": false, "availableAfterDays": 3}"""
        );
        await club.SetPointFor(10_000);
        var member = await club.Join();
        await club.Give(member, "credit", 100, club.Clock.Now.AddDays(2));
        await club.Give(member, "credit", 200, club.Clock.Now.AddDays(20));
        await club.Give(member, "credit", 300, club.Clock.Now.AddDays(500));
        await club.Give(member, "credit", 400);
        await club.Sell(SaleBody.Of(member, LineBody.One(50_000)));
        var owed = (await club.Api.Get("/liability")).MustBe(200);
        Groups(owed["lots/ends"]).ShouldBe("week 100, month 200, later 300, never 400, waiting 2500");
        club.Clock.Advance(TimeSpan.FromDays(40));
        owed = (await club.Api.Get("/liability")).MustBe(200);
        Groups(owed["lots/ends"]).ShouldBe("ended 300, later 300, never 2900");
        Groups(owed["lots/ages"]).ShouldBe("31-90 3500");
    }

    [Theory, BothDatabases]
    public async Task A_day_is_put_down_once_and_only_the_last_of_a_month_stays(Engine engine)
    {
        await using var club = await TwoBranches.Open(engine);
        await TwoBranches.Live(club);
        await Take(club, "2030-03-19", true);
        await Take(club, "2030-03-19", false);
        await Take(club, "2030-03-20", true);
        await Take(club, "2030-03-24", true);
        await Take(club, "2030-03-25", true);
        var days = await club.Ask(db => db.LiabilityDays.Select(d => d.Day).Distinct().Order().ToListAsync());
        days.ShouldBe([new(2030, 3, 20), new(2030, 3, 25)]);
        var sums = await club.Ask(db =>
            db.LiabilityDays.Where(d => d.Day == days[1])
                .GroupBy(d => d.Unit)
                .Select(g => new { g.Key, Sum = g.Sum(d => d.Remaining) })
                .ToListAsync()
        );
        var stored = await club.Ask(db =>
            db.Wallets.GroupBy(w => w.Unit).Select(g => new { g.Key, Sum = g.Sum(w => w.Balance) }).ToListAsync()
        );
        sums.OrderBy(s => s.Key).ShouldBe(stored.OrderBy(s => s.Key));

        // From then on it is what a club of many lots shows, and a branch knows the end of Esfand.
        await club.Execute("UPDATE liability_day SET lots = lots + 100000");
        var owed = (await club.Api.Get("/liability?branch=north")).MustBe(200);
        owed["lots/live"].GetBoolean().ShouldBeFalse();
        var months = owed["months"].EnumerateArray().ToList();
        months[^2].GetProperty("outstanding").GetInt64().ShouldBeGreaterThan(0);
        months[^3].TryGetProperty("outstanding", out _).ShouldBeFalse();
        using var manager = await club.SignedIn("reza", "manager");
        (await manager.Page("/reports/liability?branch=north")).Text.ShouldContain("هر شب تازه می‌شود");
    }

    [Theory, BothDatabases]
    public async Task The_page_says_it_in_both_languages_and_search_finds_it(Engine engine)
    {
        await using var club = await TwoBranches.Open(engine);
        using var auditor = await club.SignedIn("nika", "auditor");
        (await auditor.Page("/reports/liability")).Text.ShouldContain("باشگاه هنوز بدهی ندارد");
        await TwoBranches.Live(club);
        using var manager = await club.SignedIn("reza", "manager");
        var (status, text) = await manager.Page("/reports/liability");
        status.ShouldBe(200);
        text.ShouldContain("بدهی به ارزش");
        text.ShouldContain("/api/v1/ledger/export?from=2030-02-19&amp;to=2030-03-20&amp;by=month");
        (await manager.Page("/reports/liability?lang=en")).Text.ShouldContain("When does it end, and how old is it?");
        (await manager.Page("/reports/liability?branch=%3Cb%3E")).Text.ShouldContain("در باشگاه نیست");
        foreach (var word in (string[])["بدهی", "تعهد", "liability", "گزارش"])
        {
            (await manager.Page("/search?q=" + Uri.EscapeDataString(word))).Text.ShouldContain("/reports/liability");
        }
    }

    private static async Task Take(TestClub club, string day, bool taken)
    {
        await using var scope = club.Services.CreateAsyncScope();
        var take = scope.ServiceProvider.GetRequiredService<TakeLiability>();
        var done = await take.Run(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), default);
        done.ShouldBe(taken, day);
    }

    private static async Task<long> Given(TestClub club, string branch)
    {
        var owed = (await club.Api.Get("/liability?branch=" + branch)).MustBe(200);
        owed["months/12"].TryGetProperty("expired", out _).ShouldBeFalse();
        return owed["months/12/given"].GetInt64();
    }

    private static IEnumerable<JsonElement> Units(JsonElement month) => month.GetProperty("units").EnumerateArray();

    private static long Long(JsonElement of, string name) => of.GetProperty(name).GetInt64();

    private static Dictionary<string, long> Amounts(JsonElement units) =>
        units.EnumerateArray().ToDictionary(u => u.GetProperty("unit").GetString()!, u => Long(u, "amount"));

    private static string Groups(JsonElement groups) =>
        string.Join(", ", groups.EnumerateArray().Select(g => $"{g.GetProperty("group")} {Long(g, "worth")}"));
}
