using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Features.Messages;
using Vafa.Features.Night;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Night;

/// <summary>What the tests of nights say: days pass, a night is made, what it did.</summary>
internal static class Nights
{
    /// <summary>The business day of <see cref="TestClock.Start"/>.</summary>
    public static readonly DateOnly FirstDay = new(2026, 3, 25);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Makes every night that is due; answers the steps that were done, in order.</summary>
    public static async Task<List<string>> MakeNights(this TestClub club, IServiceProvider? node = null)
    {
        var done = new List<string>();
        var nights = (node ?? club.Services).GetRequiredService<RunNights>();
        await nights.Run(
            null,
            run =>
            {
                done.Add($"{run.BusinessDay:yyyy-MM-dd} {run.Step}");
                return Task.CompletedTask;
            },
            Ct
        );
        var faulty = await club.Ask(db =>
            db.JobRuns.Where(r => r.Fault != null).Select(r => r.Fault).FirstOrDefaultAsync()
        );
        faulty.ShouldBeNull(
            string.Join('\n', club.Log.Lines.Where(l => l.Contains("stopped", StringComparison.Ordinal)))
        );
        return done;
    }

    /// <summary>The clock goes on to so many days later at the same hour, and the nights between are made.</summary>
    public static async Task<List<string>> Sleep(this TestClub club, int days = 1)
    {
        club.Clock.Advance(TimeSpan.FromDays(days));
        return await club.MakeNights();
    }

    /// <summary>A step as the API tells it: "2 members, 3 lots, 70 points; 2 messages".</summary>
    public static async Task<string> Step(this TestClub club, DateOnly day, string step)
    {
        var night = (await club.Api.Get($"/nights/{day:yyyy-MM-dd}")).MustBe(200);
        var told = night["steps"].EnumerateArray().Single(s => s.GetProperty("step").GetString() == step);
        return $"{told.GetProperty("state").GetString()}: {told.GetProperty("members")} members, "
            + $"{told.GetProperty("lots")} lots, {Shop.Amounts(told.GetProperty("amounts"))}, "
            + $"{told.GetProperty("messages")} messages, {told.GetProperty("skipped")} skipped";
    }

    /// <summary>The sentences of this kind that wait for a member, the oldest first.</summary>
    public static async Task<string[]> Messages(this TestClub club, Guid member, string kind)
    {
        var list = (await club.Api.Get($"/messages?member={member}&kind={kind}")).MustBe(200);
        return [.. list["items"].EnumerateArray().Select(m => m.GetProperty("text").GetString()!).Reverse()];
    }

    public static Task<string[]> Warnings(this TestClub club, Guid member) => club.Messages(member, MessageText.Ending);

    public static Task<string[]> Openings(this TestClub club, Guid member) => club.Messages(member, MessageText.Opened);

    /// <summary>What expired on a business day by the roll-up.</summary>
    public static Task<long> Expired(this TestClub club, DateOnly day, string unit = "points") =>
        club.Ask(db => db.UnitDays.Where(d => d.Day == day && d.Unit == unit).SumAsync(d => d.Expired));

    /// <summary>New members with 7 points each, which end today.</summary>
    public static async Task<List<Guid>> JoinWithPoints(this TestClub club, int count)
    {
        var members = new List<Guid>();
        for (var i = 0; i < count; i++)
        {
            var member = await club.Join(string.Create(CultureInfo.InvariantCulture, $"0935{i:0000000}"));
            await club.Give(member, "points", 7, club.Clock.Now.AddHours(2));
            members.Add(member);
        }

        return members;
    }

    /// <summary>Waits until a step that runs by itself has come to this.</summary>
    public static async Task Comes(this TestClub club, string day, string step, string told)
    {
        var asked = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        for (var look = 0; look < 200 && await club.Step(asked, step) != told; look++)
        {
            await Task.Delay(50, Ct);
        }

        (await club.Step(asked, step)).ShouldBe(told);
    }
}
