using System.CommandLine;
using System.Globalization;
using Vafa.Features.Night;
using Vafa.Features.Programme;

namespace Vafa.Cli;

/// <summary>`night`: does what is due of the nights, as a serving process does by itself.</summary>
internal static class NightVerb
{
    public static Command Command()
    {
        var until = new Option<string?>("--until")
        {
            Description = "The last business day to be done, like 2026-03-25; else every one that has ended.",
        };
        var command = new Command("night", "Does the work that is due after business days that have ended.") { until };
        command.SetAction((parsed, ct) => Run(parsed.GetValue(Verbs.Data)!, parsed.GetValue(until), ct));
        return command;
    }

    private static async Task<int> Run(string directory, string? until, CancellationToken ct)
    {
        var last = ReadNights.ParseDay(until);
        if (until is not null && last is null)
        {
            return await Say.Sorry(Verbs.WrongUse, $"\"{until}\" is no day like 2026-03-25.");
        }

        if (await Missing.Club(Club.Locate(directory), ct) is { } sentence)
        {
            return await Say.Sorry(Verbs.Failed, sentence);
        }

        await using var club = await Club.Open(directory, ct: ct);
        var words = (await club.Services.GetRequiredService<ProgrammeStore>().Newest(ct)).Wording(persian: false);
        var done = 0;
        await club
            .Services.GetRequiredService<RunNights>()
            .Run(
                last,
                run =>
                {
                    done++;
                    var told = NightWords.Did(StepView.Of(run), words);
                    return Say.Line($"{ReadNights.Written(run.BusinessDay)} {run.Step}: {told}");
                },
                ct
            );
        await Say.Line(
            done == 0 ? "Nothing is due." : string.Create(CultureInfo.InvariantCulture, $"{done} steps done.")
        );
        return Verbs.Done;
    }
}
