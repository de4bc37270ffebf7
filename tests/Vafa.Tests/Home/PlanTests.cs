using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Members;
using Vafa.Features.Purchases;

namespace Vafa.Tests.Home;

/// <summary>That the home page costs the same however many members and sales there are.</summary>
public sealed class PlanTests
{
    [Fact]
    public async Task Birthdays_silent_members_and_parts_of_an_hour_are_ranges_of_an_index()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        await using var scope = club.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var tehran = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tehran");
        var time = new ClubTime(tehran, ClubCalendar.Jalali, new TimeOnly(0, 0), DayOfWeek.Saturday);
        var day = time.DayOf(TestClock.Start);
        var birthdays = ReadBirthdays.Within(db, Birthdays.Of(time, day, 1).Single().Range);
        (await Plan(db, birthdays)).ShouldBe(
            "SEARCH m USING INDEX sqlite_autoindex_member_key_1 (kind=? AND value>? AND value<?)"
        );
        (await Plan(db, CountSilent.Within(db, TestClock.Start.AddDays(-67), TestClock.Start.AddDays(-60)))).ShouldBe(
            "SEARCH m USING INDEX ix_member_last_visit_id (last_visit>? AND last_visit<?)"
        );
        var part = new SumSalesRequest(TestClock.Start.AddHours(-1), TestClock.Start, "main");
        (await Plan(db, SumSales.Within(db, part))).ShouldBe("SEARCH p USING INDEX ix_purchase_at (at>? AND at<?)");
        var hours = db.BranchHours.Where(h => h.Day >= day && h.Day <= day);
        (await Plan(db, hours)).ShouldBe("SEARCH b USING INDEX sqlite_autoindex_branch_hour_1 (day>? AND day<?)");
    }

    private static async Task<string> Plan<T>(AppDb db, IQueryable<T> query)
        where T : class
    {
        await db.Database.OpenConnectionAsync();
        await using var command = query.CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await using var reader = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(3));
        }

        return string.Join("; ", steps);
    }
}
