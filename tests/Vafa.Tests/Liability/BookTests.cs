using Microsoft.EntityFrameworkCore;
using Vafa.Core.Ledger;
using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Liability;

/// <summary>The file for the general ledger: double entry, to the rial, and the ledger itself.</summary>
public sealed class BookTests
{
    [Theory, BothDatabases]
    public async Task Every_period_balances_and_opens_with_what_the_one_before_left(Engine engine)
    {
        await using var club = await TwoBranches.Open(engine);
        await TwoBranches.Live(club);
        foreach (var by in (string[])["month", "day"])
        {
            var rows = await BookRow.Take(club, "2030-03-01", "2030-03-26", by);
            foreach (var period in rows.GroupBy(r => r.From))
            {
                var moves = period.Where(r => r.IsMove).ToList();
                moves.Sum(r => r.MoneyDebit).ShouldBe(moves.Sum(r => r.MoneyCredit), period.Key);
                moves.Sum(r => r.AmountDebit).ShouldBe(moves.Sum(r => r.AmountCredit), period.Key);
            }

            foreach (var unit in rows.GroupBy(r => r.Unit))
            {
                BookRow? before = null;
                foreach (var period in unit.GroupBy(r => r.From))
                {
                    var (opening, closing) = (
                        period.Single(r => r.Line == "opening"),
                        period.Single(r => r.Line == "closing")
                    );
                    (opening.Amount, opening.Money).ShouldBe((before?.Amount ?? 0, before?.Money ?? 0), period.Key);
                    var moved = period.Where(r => r.IsMove && r.Account == "wallets").ToList();
                    closing.Amount.ShouldBe(opening.Amount + moved.Sum(r => r.Amount));
                    closing.Money.ShouldBe(opening.Money + moved.Sum(r => r.Money));
                    before = closing;
                }
            }
        }
    }

    [Theory, BothDatabases]
    public async Task All_periods_together_are_the_sum_of_the_entries(Engine engine)
    {
        await using var club = await TwoBranches.Open(engine);
        await TwoBranches.Live(club);
        await club.MustBeConsistent();
        var entries = await club.Ask(db =>
            db.Entries.GroupBy(e => new { e.Unit, e.Account })
                .Select(g => new { g.Key, Sum = g.Sum(e => e.Amount) })
                .ToListAsync()
        );
        entries.Select(e => e.Key.Account).Distinct().Count().ShouldBeGreaterThanOrEqualTo(6);
        foreach (var by in (string[])["month", "day"])
        {
            var rows = await BookRow.Take(club, "2030-01-01", "2030-03-26", by);
            foreach (var sum in entries)
            {
                var account = sum.Key.Account.ToString().ToLowerInvariant();
                var told = rows.Where(r => r.IsMove && r.Unit == sum.Key.Unit && r.Account == account).ToList();
                told.Sum(r => -r.Amount).ShouldBe(sum.Sum, $"{by} {sum.Key}");
            }

            foreach (var unit in (string[])["points", "credit"])
            {
                var held = entries.Where(e => e.Key.Unit == unit).Sum(e => e.Sum);
                var last = rows.Last(r => r.Unit == unit && r.Line == "closing");
                var worth = unit == "points" ? new Worth(4_105_000) : new Worth(Worth.Scale);
                (last.Amount, last.Money).ShouldBe((held, UnitPeriod.Value(held, worth).Minor));
            }
        }
    }

    [Theory, BothDatabases]
    public async Task A_month_ends_on_30_esfand_of_a_leap_year_and_branches_stand_apart(Engine engine)
    {
        await using var club = await TwoBranches.Open(engine);
        await TwoBranches.Live(club);
        var rows = await BookRow.Take(club, "2030-03-10", "2030-03-26", "month");
        rows.Select(r => (r.Period, r.From))
            .Distinct()
            .ShouldBe([("1408-12", "2030-03-10"), ("1409-01", "2030-03-21")]);
        var earned = rows.Where(r => r is { IsMove: true, Account: "issued", Unit: "points", Period: "1408-12" })
            .ToList();
        earned.Select(r => r.Branch).Order().ShouldBe(["main", "north"]);
        earned.ShouldAllBe(r => r.AmountDebit > 0 && r.AmountCredit == 0);
        var worths = rows.Where(r => r.Account == "revaluation").ToList();
        worths.ShouldAllBe(r => r.Unit == "points" && r.Amount == 0);
        // A point was worth 500 when Esfand began, then a third of 1,000, then 410.5.
        worths.Select(r => (r.Period, Math.Sign(r.Money))).ShouldBe([("1408-12", 1), ("1409-01", -1)]);
        rows.Where(r => r.Account == "expired").ShouldNotBeEmpty();
        var day = await BookRow.Take(club, "2030-03-20", "2030-03-20", "day");
        day.Select(r => r.Period).Distinct().ShouldBe(["1408-12-30"]);
    }

    [Theory]
    [InlineData("", "/from", "/to")]
    [InlineData("?from=2025-03-01&to=1404-01-01x", "/to")]
    [InlineData("?from=yesterday&to=2025-03-02", "/from")]
    [InlineData("?from=2025-03-01&to=2025-03-02&by=week", "/by")]
    [InlineData("?from=2025-03-02&to=2025-03-01", "/to")]
    [InlineData("?from=2025-03-02&to=2026-03-26", "/to")]
    [InlineData("?from=2001-03-02&to=2026-03-01", "/to")]
    [InlineData("?from=2022-03-02&to=2026-03-01&by=day", "/to")]
    public async Task A_period_that_is_none_is_refused_at_its_place(string query, params string[] places)
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        var answer = (await club.Api.Get("/ledger/export" + query)).MustBe(422);
        var named = answer["errors"].EnumerateArray().Select(e => e.GetProperty("pointer").GetString());
        named.ShouldBe(places);
    }

    [Fact]
    public async Task Who_may_not_read_reports_gets_neither_figures_nor_file()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        using var cashier = await club.SignedIn("mina", "cashier");
        using var auditor = await club.SignedIn("nika", "auditor");
        foreach (var path in (string[])["/liability", "/ledger/export?from=2026-03-01&to=2026-03-02"])
        {
            (await cashier.Call(HttpMethod.Get, path)).MustBe(403);
            (await auditor.Call(HttpMethod.Get, path)).Status.ShouldBe(200);
        }

        (await cashier.Page("/reports/liability")).Status.ShouldBe(403);
        (await auditor.Page("/reports/liability")).Status.ShouldBe(200);
        var took = await club.Ask(db => db.Audit.SingleAsync(a => a.Action == "ledger.export"));
        took.By.ShouldBe("staff:nika");
    }
}
