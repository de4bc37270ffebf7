using Microsoft.EntityFrameworkCore;
using Vafa.Features.Night;
using Vafa.Tests.Ledger;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Night;

/// <summary>Nights at the seams of days, months and years, and while the club's clock is changed.</summary>
public sealed class CalendarTests
{
    /// <summary>1408 has a thirtieth of Esfand, 1407 has none; 2028 has a 29th of February.</summary>
    [Theory]
    [BothDatabases("2030-03-19", "2030-03-20", "۳۰ اسفند ۱۴۰۸")]
    [BothDatabases("2029-03-19", "2029-03-20", "۱ فروردین ۱۴۰۸")]
    [BothDatabases("2028-02-28", "2028-02-29", "۱۰ اسفند ۱۴۰۶")]
    public async Task A_lot_that_crosses_the_end_of_a_year_ends_with_its_last_day(
        Engine engine,
        string sold,
        string last,
        string said
    )
    {
        await using var till = await RefundTill.Open(engine);
        var (club, member) = (till.Club, till.Member);
        await till.LetPointsPay(expireAfterDays: 1);
        await club.SetPointFor(1_000);
        var (day, lastDay) = (Day(sold), Day(last));
        club.Clock.Now = new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero);
        // As if the club were made on that day: nights begin there.
        await club.Ask(db => db.ProgrammeVersions.ExecuteUpdateAsync(s => s.SetProperty(v => v.At, club.Clock.Now)));
        await club.Restart();
        await club.Sell(SaleBody.Of(member, LineBody.One(30_000)));
        (await club.Sleep()).Count.ShouldBe(NightSteps.Order.Count);
        (await club.Wallet(member, "points")).ShouldBe((30, 0));
        (await club.Warnings(member)).ShouldHaveSingleItem().ShouldContain($" {said} ");
        (await club.Sleep()).Count.ShouldBe(NightSteps.Order.Count);
        (await club.Wallet(member, "points")).ShouldBe((0, 0));
        (await club.Expired(lastDay)).ShouldBe(30);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task A_day_that_starts_at_four_has_its_night_at_four(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        var (club, member) = (till.Club, till.Member);
        (await club.Api.Patch("/club", """{"dayStartsAt": "04:00"}""")).MustBe(200);
        await till.LetPointsPay(expireAfterDays: 0);
        await club.SetPointFor(1_000);
        // One o'clock at night: still the day before.
        club.Clock.Now = new DateTimeOffset(2026, 3, 25, 21, 30, 0, TimeSpan.Zero);
        await club.Sell(SaleBody.Of(member, LineBody.One(30_000)));
        club.Clock.Now = new DateTimeOffset(2026, 3, 26, 0, 29, 59, TimeSpan.Zero);
        (await club.MakeNights()).ShouldBeEmpty();
        (await club.Wallet(member, "points")).ShouldBe((30, 0));
        club.Clock.Advance(TimeSpan.FromSeconds(1));
        (await club.MakeNights()).Count.ShouldBe(NightSteps.Order.Count);
        (await club.Wallet(member, "points")).ShouldBe((0, 0));
        (await club.Expired(Nights.FirstDay)).ShouldBe(30);
        await club.MustBeConsistent();
    }

    [Theory, BothDatabases]
    public async Task Settings_that_change_around_midnight_lose_nothing_and_double_nothing(Engine engine)
    {
        await using var till = await RefundTill.Open(engine);
        var (club, member) = (till.Club, till.Member);
        await till.LetPointsPay(expireAfterDays: 1);
        await club.SetPointFor(1_000);
        var midnight = new DateTimeOffset(2026, 3, 25, 20, 30, 0, TimeSpan.Zero);
        var sold = 0L;
        foreach (var starts in (string[])["04:00", "00:00", "12:00", "00:00", "23:00", "00:00"])
        {
            // Just before midnight, just after it with new settings, and in the afternoon.
            club.Clock.Now = midnight.AddMinutes(-1);
            await club.Sell(SaleBody.Of(member, LineBody.One(10_000)));
            await club.MakeNights();
            club.Clock.Now = midnight.AddMinutes(1);
            (await club.Api.Patch("/club", $$"""{"dayStartsAt": "{{starts}}"}""")).MustBe(200);
            await till.LetPointsPay(expireAfterDays: starts == "00:00" ? 1 : 2);
            await club.MakeNights();
            await club.Sell(SaleBody.Of(member, LineBody.One(10_000)));
            club.Clock.Now = midnight.AddHours(15);
            await club.MakeNights();
            sold += 20;
            midnight = midnight.AddDays(1);
        }

        await club.Sleep(10);
        (await club.Wallet(member, "points")).ShouldBe((0, 0));
        var expired = 0L;
        for (var day = Nights.FirstDay; day < Nights.FirstDay.AddDays(20); day = day.AddDays(1))
        {
            expired += await club.Expired(day);
        }

        expired.ShouldBe(sold);
        // Each of the lots was told of once at its last day, whatever the clock was set to.
        await club.MustBeConsistent();
        var days = (await club.Api.Get("/nights?limit=200")).MustBe(200)["items"];
        var made = days.EnumerateArray().Select(n => n.GetProperty("day").GetString()!).ToList();
        made.ShouldBe(made.OrderDescending(StringComparer.Ordinal));
        made.ShouldBeUnique();
        var first = Day(made[^1]);
        made.Count.ShouldBe(Day(made[0]).DayNumber - first.DayNumber + 1);
    }

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
