using System.CommandLine;
using System.Globalization;
using Vafa.Data;
using Vafa.Data.Copying;
using Vafa.Features.Demo;

namespace Vafa.Cli;

/// <summary>`demo`: fills an empty club with a believable café.</summary>
internal static class DemoVerb
{
    private const int MostMembers = 5_000;
    private const int MostMonths = 24;

    public static Command Command()
    {
        var members = new Option<int>("--members") { Description = "How many join.", DefaultValueFactory = _ => 2_400 };
        var months = new Option<int>("--months") { Description = "How far back.", DefaultValueFactory = _ => 18 };
        var seed = new Option<int>("--seed")
        {
            Description = "The same seed at the same moment makes the same club.",
            DefaultValueFactory = _ => 1405,
        };
        var command = new Command("demo", "Fills an empty club with a believable café.") { members, months, seed };
        command.SetAction(
            (p, ct) =>
                Run(
                    p.GetValue(Verbs.Data)!,
                    new DemoRequest(p.GetValue(members), p.GetValue(months), p.GetValue(seed)),
                    ct
                )
        );
        return command;
    }

    private static async Task<int> Run(string directory, DemoRequest request, CancellationToken ct)
    {
        if (request.Members is < 1 or > MostMembers || request.Months is < 1 or > MostMonths)
        {
            return await Say.Sorry(
                Verbs.WrongUse,
                $"A demo has 1 to {MostMembers} members and 1 to {MostMonths} months."
            );
        }

        if (await Filled(directory, ct))
        {
            return await Say.Sorry(Verbs.WrongUse, "The club is not empty, so no demo was put into it.");
        }

        var database = Club.Locate(directory) with { IsBeingMade = true };
        var tally = await Make(database, request, ct);
        database.FlushFile();
        await Say.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{tally.Members} members, {tally.Purchases} purchases and {tally.Refunds} refunds"
            ) + string.Create(CultureInfo.InvariantCulture, $" in {request.Months} months")
        );
        return Verbs.Done;
    }

    private static async Task<DemoTally> Make(Database database, DemoRequest request, CancellationToken ct)
    {
        var end = TimeProvider.System.GetUtcNow();
        var clock = new DemoClock(end.AddDays(-request.Days - 1));
        await using var club = await Club.Open(database, clock, ct);
        await using (var scope = club.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<DemoClub>().Mark(end, ct);
        }

        var fill = club.Services.GetRequiredService<FillDemo>();
        return await ProgressBar.Run("demo", moved => fill.Run(request, clock, end, moved, ct));
    }

    private static async Task<bool> Filled(string directory, CancellationToken ct)
    {
        var database = Club.Locate(directory);
        return (database.IsPostgres || File.Exists(database.File))
            && await CopyDatabase.HasAny(database, ["member", "purchase", "product"], ct);
    }
}
