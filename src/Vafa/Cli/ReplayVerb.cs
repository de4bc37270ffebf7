using System.CommandLine;
using System.Globalization;
using Vafa.Features.Programme;
using Vafa.Features.Purchases.Replay;

namespace Vafa.Cli;

/// <summary>`replay`: decides every recorded sale again and says whether each comes out as it is stored.</summary>
internal static class ReplayVerb
{
    public static Command Command()
    {
        var command = new Command(
            "replay",
            "Decides every recorded sale again by what its record holds; names each difference and exits with 1."
        );
        command.SetAction((parsed, ct) => Run(parsed.GetValue(Verbs.Data)!, ct));
        return command;
    }

    private static async Task<int> Run(string directory, CancellationToken ct)
    {
        if (await Missing.Club(Club.Locate(directory), ct) is { } sentence)
        {
            return await Say.Sorry(Verbs.Failed, sentence);
        }

        await using var club = await Club.Open(directory, ct: ct);
        var replay = new ReplayDecisions(club.Database, club.Services.GetRequiredService<ProgrammeStore>());
        var tally = await replay.Run(difference => Say.Line(difference.ToString()), ct);
        var counts = string.Create(
            CultureInfo.InvariantCulture,
            $"{tally.Decisions} decisions of {tally.Versions} programme versions"
        );
        if (tally.Differences == 0)
        {
            await Say.Line(counts + ": replayed to the same");
            return Verbs.Done;
        }

        var named = string.Create(CultureInfo.InvariantCulture, $"{counts}: {tally.Differences} differences");
        return await Say.Sorry(Verbs.NotSo, named);
    }
}
