using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.ApiKeys;
using Vafa.Features.Demo;
using Vafa.Features.Ledger.Check;
using Vafa.Features.Liability;
using Vafa.Features.Night;
using Vafa.Features.Programme;
using Vafa.Web;

namespace Vafa.Travel;

/// <summary>
/// A demo club whose clock is moved day by day over two Nowruz and a 30 Esfand, while customers come. Each night is
/// made by two nodes at once, and what it did is compared with what the tables said before it.
/// </summary>
internal sealed class Journey : IAsyncDisposable
{
    /// <summary>15 Mehr 1407: two years from here hold 29 Esfand 1407 and the leap day 30 Esfand 1408.</summary>
    private static readonly DateTimeOffset Start = new(2028, 10, 6, 8, 0, 0, TimeSpan.Zero);

    private const int MonthsBefore = 6;
    private const int CheckEvery = 30;

    private readonly DemoClock clock;
    private readonly List<WebApplication> nodes;
    private readonly Database database;
    private readonly Crowd crowd;
    private readonly SortedDictionary<string, MonthTally> months = new(StringComparer.Ordinal);
    private readonly List<string> faults = [];

    private Journey(Database database, DemoClock clock, List<WebApplication> nodes, Crowd crowd) =>
        (this.database, this.clock, this.nodes, this.crowd) = (database, clock, nodes, crowd);

    public static async Task<Journey> Begin(Database database, int members, int seed)
    {
        var request = new DemoRequest(members, MonthsBefore, seed);
        var clock = new DemoClock(Start.AddDays(-request.Days - 1));
        List<WebApplication> nodes = [await Node(database, clock)];
        var services = nodes[0].Services;
        await services.GetRequiredService<FillDemo>().Run(request, clock, Start, _ => { }, CancellationToken.None);
        nodes.Add(await Node(database, clock));
        await using var scope = services.CreateAsyncScope();
        var key = await scope
            .ServiceProvider.GetRequiredService<CreateApiKey>()
            .Run(new CreateApiKeyRequest("journey", ["all"], Actor.System), CancellationToken.None);
        var crowd = new Crowd(nodes.ConvertAll(n => new Uri(n.Urls.First())), key.Value.Key, seed);
        await crowd.SetUp();
        return new Journey(database, clock, nodes, crowd);
    }

    /// <summary>Whether every night was right and the club is consistent at the end.</summary>
    public async Task<bool> Run(int days)
    {
        await MakeNights();
        await crowd.MeetMembers();
        for (var number = 1; number <= days; number++)
        {
            await Day(number);
            if (number % CheckEvery == 0 || number == days)
            {
                await Check(number);
            }
        }

        Console.WriteLine(MonthTally.Heading);
        foreach (var month in months.Values)
        {
            Console.WriteLine(month);
        }

        faults.Take(30).ToList().ForEach(Console.WriteLine);
        var (steps, sales) = (months.Values.Sum(m => m.Steps), months.Values.Sum(m => m.Sales));
        Console.WriteLine($"{days} days, {steps} steps of nights, {sales} sales, {faults.Count} faults");
        return faults.Count == 0;
    }

    public async ValueTask DisposeAsync()
    {
        crowd.Dispose();
        foreach (var node in nodes)
        {
            await node.StopAsync();
            await node.DisposeAsync();
        }
    }

    private async Task Day(int number)
    {
        var time = await Time();
        var today = time.DayOf(clock.Now);
        var month = MonthOf(today);
        for (var hour = 0; hour < 12; hour++)
        {
            clock.Now = time.StartOf(today) + TimeSpan.FromHours(5 + hour) + TimeSpan.FromMinutes(7);
            await crowd.Come(month);
        }

        await crowd.OwnerChanges(number);
        time = await Time();
        clock.Now = time.StartOf(today.AddDays(1)).AddMinutes(1);
        var (before, programme) = await Ask(async db => (await NightFacts.Read(db), await Newest()));
        var expected = before.Expect(programme, today, clock.Now);
        var runs = await MakeNights();
        month.Nights++;
        month.Steps += runs.Count;
        var wrong = await Ask(db => NightFacts.Compare(db, programme, today, expected, month));
        faults.AddRange(wrong.Select(w => $"{today:yyyy-MM-dd} {w}"));
        if ((await MakeNights()).Count > 0)
        {
            faults.Add($"{today:yyyy-MM-dd} a step was made twice");
        }

        await using var scope = nodes[0].Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TakeLiability>().Run(today, CancellationToken.None);
        month.Owed = await Ask(db => NightFacts.Owed(db, programme, today));
    }

    /// <summary>Both nodes at once; what they did together.</summary>
    private async Task<IReadOnlyList<string>> MakeNights()
    {
        var done = await Task.WhenAll(
            nodes.Select(async node =>
            {
                var steps = new List<string>();
                await node
                    .Services.GetRequiredService<RunNights>()
                    .Run(
                        null,
                        run =>
                        {
                            steps.Add($"{run.BusinessDay} {run.Step}");
                            return Task.CompletedTask;
                        },
                        CancellationToken.None
                    );
                return steps;
            })
        );
        return [.. done.SelectMany(steps => steps)];
    }

    private async Task Check(int number)
    {
        var tally = await new CheckClub(database).Run(
            difference =>
            {
                faults.Add($"day {number}: {difference}");
                return Task.CompletedTask;
            },
            CancellationToken.None
        );
        await Console.Error.WriteLineAsync($"day {number}: {tally}, {faults.Count} faults");
    }

    private MonthTally MonthOf(DateOnly day)
    {
        var jalali = JalaliDate.FromGregorian(day);
        var name = string.Create(CultureInfo.InvariantCulture, $"{jalali.Year}-{jalali.Month:00}");
        return months.TryGetValue(name, out var month) ? month : months[name] = new MonthTally(name);
    }

    private async Task<ClubTime> Time() => (await Newest()).Time;

    private Task<ClubVersion> Newest() =>
        nodes[0].Services.GetRequiredService<ProgrammeStore>().Newest(CancellationToken.None).AsTask();

    private async Task<T> Ask<T>(Func<AppDb, Task<T>> question)
    {
        await using var scope = nodes[0].Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    private static async Task<WebApplication> Node(Database database, DemoClock clock)
    {
        var node = await Host.Create(
            database,
            "http://127.0.0.1:0",
            builder =>
            {
                builder.Services.AddSingleton<TimeProvider>(clock);
                builder.Services.AddSingleton(_ => new NightCall(Timeout.InfiniteTimeSpan));
                builder.Logging.SetMinimumLevel(LogLevel.Error);
            }
        );
        await node.StartAsync();
        return node;
    }
}
