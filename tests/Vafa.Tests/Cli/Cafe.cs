using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Data;
using Vafa.Features.Demo;
using Vafa.Features.Import;
using Vafa.Features.Ledger.Check;

namespace Vafa.Tests.Cli;

/// <summary>
/// What the tests of the commands share: a small café with sales, offers, credit and refunds, and its check.
/// </summary>
internal static class Cafe
{
    private static readonly DemoRequest Small = new(Members: 30, Months: 1, Seed: 7);

    public static async Task<TestClub> Open(Engine engine, DemoRequest? request = null)
    {
        var asked = request ?? Small;
        var clock = new DemoClock(TestClock.Start.AddDays(-asked.Days - 1));
        var club = await TestClub.Start(engine, builder => builder.Services.AddSingleton<TimeProvider>(clock));
        var fill = club.Services.GetRequiredService<FillDemo>();
        var tally = await fill.Run(asked, clock, TestClock.Start, _ => { }, CancellationToken.None);
        tally.Purchases.ShouldBeGreaterThan(50);
        return club;
    }

    /// <summary>Every difference that `check` names.</summary>
    public static async Task<List<Difference>> Differences(Database database)
    {
        var found = new List<Difference>();
        var tally = await new CheckClub(database).Run(
            difference =>
            {
                found.Add(difference);
                return Task.CompletedTask;
            },
            CancellationToken.None
        );
        tally.Differences.ShouldBe(found.Count);
        return found;
    }

    public static Task<int> Execute(this TestClub club, string sql) =>
        club.Ask(db => db.Database.ExecuteSqlRawAsync(sql));

    /// <summary>Writes a file beside the club and imports it.</summary>
    public static async Task<ImportTally> Import<T>(
        this TestClub club,
        string text,
        Func<ImportRequest, ImportRequest>? change = null
    )
        where T : notnull
    {
        var file = Path.Combine(club.Database.Directory, "file.csv");
        await File.WriteAllTextAsync(file, text);
        var request = new ImportRequest(file, [], null, Earn: false, CreateMembers: true, DryRun: false);
        request = change is null ? request : change(request);
        await using var scope = club.Services.CreateAsyncScope();
        var progress = new ImportProgress(_ => { });
        var done = scope.ServiceProvider.GetRequiredService<T>() switch
        {
            ImportPurchases import => await import.Run(request, progress, CancellationToken.None),
            ImportMembers import => await import.Run(request, progress, CancellationToken.None),
            ImportProducts import => await import.Run(request, progress, CancellationToken.None),
            var other => throw new ArgumentException(other.ToString()),
        };
        return done.Value;
    }
}
