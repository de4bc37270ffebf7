using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vafa.Features.Demo;

namespace Vafa.Tests.Cli;

/// <summary>What the demo promises of its café.</summary>
public sealed class DemoTests
{
    [Theory]
    [InlineData("2025-03-01", "2025-03-29")]
    [InlineData("2026-02-18", "2026-03-19")]
    [InlineData("2027-02-08", "2027-03-08")]
    public void Ramadan_lies_where_the_calendar_has_it(string first, string last)
    {
        var (from, to) = (Day(first), Day(last));
        DemoSeason.IsRamadan(from.AddDays(-1)).ShouldBeFalse();
        DemoSeason.IsRamadan(from).ShouldBeTrue();
        DemoSeason.IsRamadan(to).ShouldBeTrue();
        DemoSeason.IsRamadan(to.AddDays(1)).ShouldBeFalse();
    }

    [Fact]
    public void In_Ramadan_nearly_nobody_comes_by_day()
    {
        var chance = new Random(1);
        var hours = Enumerable.Range(0, 1_000).Select(_ => DemoSeason.Moment(Day("2026-03-01"), chance) / 3_600);
        hours.Count(h => h < 18).ShouldBeLessThan(50);
        DemoSeason.IsClosed(Day("2026-03-21")).ShouldBeTrue();
        DemoSeason.Mood(Day("2026-03-25")).ShouldBeGreaterThan(1);
        DemoSeason.IsClosed(Day("2026-06-25")).ShouldBeTrue("the ninth of Muharram");
    }

    [Fact]
    public void The_menu_has_sixty_items_that_bring_more_than_they_cost()
    {
        DemoMenu.Items.Length.ShouldBe(60);
        DemoMenu.Items.Select(i => i.Sku).Distinct().Count().ShouldBe(60);
        DemoMenu.Items.ShouldAllBe(i => i.Cost > 0 && i.Cost < i.Price && DemoMenu.Groups.Any(g => g.Code == i.Group));
        DemoNames.Women.Concat(DemoNames.Men).Distinct().Count().ShouldBeGreaterThan(60);
        DemoNames.Families.Distinct().Count().ShouldBeGreaterThanOrEqualTo(80);
    }

    [Theory, BothDatabases]
    public async Task Half_a_year_has_all_that_a_page_can_show(Engine engine)
    {
        await using var club = await Cafe.Open(engine, new DemoRequest(Members: 120, Months: 6, Seed: 3));
        var sales = await club.Ask(db =>
            db.Purchases.Select(p => new SaleSeen(p.At, p.Day, p.Cashier, p.IsGuest, p.Spent)).ToListAsync()
        );
        sales.ShouldAllBe(s => DemoStaff.Cashiers.Contains(s.Cashier!) && s.At <= TestClock.Start);
        sales.Count(s => s.IsGuest).ShouldBeInRange(sales.Count / 4, sales.Count / 2);
        sales.ShouldContain(s => s.Spent > 0);
        (await club.Ask(db => db.Refunds.CountAsync())).ShouldBeGreaterThan(0);
        (await club.Ask(db => db.Staff.CountAsync(s => s.PasswordHash == null))).ShouldBe(5);
        (await club.Ask(db => db.MemberGroups.CountAsync())).ShouldBeGreaterThan(0);
        var old = TestClock.Start.AddDays(-4);
        (await club.Ask(db => db.Messages.AnyAsync(m => m.CreatedAt < old))).ShouldBeFalse();
        var offers = (await club.Api.Get("/offers"))["items"].EnumerateArray();
        var states = offers.Select(o => o.GetProperty("state").GetString()).ToList();
        states.Count.ShouldBe(7);
        states.ShouldContain("paused");
        states.ShouldContain("ended");
        (await Cafe.Differences(club.Database)).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_cashier_left_out_the_sundays_of_one_month()
    {
        await using var club = await Cafe.Open(Engine.Sqlite, new DemoRequest(Members: 200, Months: 6, Seed: 3));
        var sundays = (await club.Ask(db => db.Purchases.Select(p => new { p.Cashier, p.Day }).ToListAsync()))
            .Where(s => s.Day.DayOfWeek == DayOfWeek.Sunday)
            .ToLookup(s => s.Cashier == DemoStaff.Careless, s => Month(s.Day));
        var silent = sundays[false].Except(sundays[true]);
        silent.ShouldHaveSingleItem().ShouldBe(Month(DateOnly.FromDateTime(TestClock.Start.AddDays(-45).UtcDateTime)));
    }

    private static (int, int) Month(DateOnly day)
    {
        var date = Core.Values.JalaliDate.FromGregorian(day);
        return (date.Year, date.Month);
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private sealed record SaleSeen(DateTimeOffset At, DateOnly Day, string? Cashier, bool IsGuest, long Spent);
}
