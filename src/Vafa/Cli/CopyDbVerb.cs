using System.CommandLine;
using System.Globalization;
using Vafa.Data;
using Vafa.Data.Copying;

namespace Vafa.Cli;

/// <summary>`copydb --to CONNECTION`: a SQLite club into an empty PostgreSQL, and then checked there.</summary>
internal static class CopyDbVerb
{
    public static Command Command()
    {
        var to = new Option<string>("--to") { Description = "PostgreSQL connection string.", Required = true };
        var command = new Command("copydb", "Copies a SQLite club to an empty PostgreSQL and checks it.") { to };
        command.SetAction((parsed, ct) => Run(parsed.GetValue(Verbs.Data)!, parsed.GetValue(to)!, ct));
        return command;
    }

    private static async Task<int> Run(string directory, string connection, CancellationToken ct)
    {
        // The file is the source even where the environment already names the PostgreSQL that the club will live in.
        var source = Club.Locate(directory) with
        {
            Postgres = null,
        };
        if (await Missing.Club(source, ct) is { } sentence)
        {
            return await Say.Sorry(Verbs.Failed, sentence);
        }

        var target = source with { Postgres = Database.Readable(connection, "--to") };
        if (await CopyDatabase.FirstFilledTable(target, ct) is { } filled)
        {
            return await Say.Sorry(Verbs.WrongUse, $"That PostgreSQL is not empty ({filled} has rows).");
        }

        await CopyDatabase.LayTables(target, CopyDatabase.NewestMigration(source), ct);
        await using (var snapshot = await Snapshot.Open(source, ct))
        await using (var copy = await PostgresTarget.Open(target, ct))
        {
            var rows = await CopyDatabase.Run(snapshot, copy, TableShape.All, (_, _) => { }, ct);
            await Say.Line(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{rows} rows of {TableShape.All.Length} tables were copied"
                )
            );
        }

        return await CheckVerb.Check(target, ct);
    }
}
