using System.CommandLine;
using System.Globalization;
using Vafa.Data;
using Vafa.Features.Ledger.Check;

namespace Vafa.Cli;

/// <summary>`check`: re-adds the whole club and says whether it is consistent.</summary>
internal static class CheckVerb
{
    public static Command Command()
    {
        var command = new Command(
            "check",
            "Re-adds ledger, lots, balances, counters, limits and roll-ups; names each difference and exits with 1."
        );
        command.SetAction((parsed, ct) => Run(Club.Locate(parsed.GetValue(Verbs.Data)!), ct));
        return command;
    }

    /// <summary>Checks and prints; also what `restore` and `copydb` end with.</summary>
    public static async Task<int> Check(Database database, CancellationToken ct)
    {
        var tally = await new CheckClub(database).Run(difference => Say.Line(difference.ToString()), ct);
        var counts = string.Create(
            CultureInfo.InvariantCulture,
            $"{tally.Wallets} wallets, {tally.Entries} entries, {tally.Purchases} purchases"
        );
        if (tally.Differences == 0)
        {
            await Say.Line(counts + ": consistent");
            return Verbs.Done;
        }

        var named = string.Create(CultureInfo.InvariantCulture, $"{counts}: {tally.Differences} differences");
        return await Say.Sorry(Verbs.NotSo, named);
    }

    private static async Task<int> Run(Database database, CancellationToken ct) =>
        await Missing.Club(database, ct) is { } sentence
            ? await Say.Sorry(Verbs.Failed, sentence)
            : await Check(database, ct);
}
