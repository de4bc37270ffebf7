using System.Collections.Immutable;
using System.CommandLine;
using Vafa.Data;
using Vafa.Data.Copying;
using Vafa.Features.Ledger.Lane;

namespace Vafa.Cli;

/// <summary>`restore FILE`: a backup into an empty club, whole or not at all, and then checked.</summary>
internal static class RestoreVerb
{
    public static Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "A file that `backup` wrote." };
        var command = new Command("restore", "Restores a backup into an empty club and checks it.") { file };
        command.SetAction((parsed, ct) => Run(parsed.GetValue(Verbs.Data)!, parsed.GetValue(file)!, ct));
        return command;
    }

    private static async Task<int> Run(string directory, string file, CancellationToken ct)
    {
        if (!File.Exists(file))
        {
            return await Say.Sorry(Verbs.WrongUse, $"There is no file {file}.");
        }

        await using var archive = await ArchiveReader.Open(file, ct);
        if (archive is null)
        {
            return await Say.Sorry(Verbs.WrongUse, $"{file} is no backup that this version of Vafa can read.");
        }

        var database = Club.Locate(directory);
        if (await CopyDatabase.FirstFilledTable(database, ct) is { } filled)
        {
            return await Say.Sorry(
                Verbs.WrongUse,
                $"The club is not empty ({filled} has rows), so nothing was restored."
            );
        }

        Database.MakeFolder(database.Directory);
        if (!await CopyDatabase.LayTables(database, archive.Contents.Migration, ct))
        {
            return await Say.Sorry(Verbs.WrongUse, $"{file} was written by a newer Vafa; restore it with that one.");
        }

        await Load(archive, database, ct);
        await CopyDatabase.LayTables(database, null, ct);
        await FillRollUps.Run(database, ct);
        return await CheckVerb.Check(database, ct);
    }

    private static async Task Load(ArchiveReader archive, Database database, CancellationToken ct)
    {
        var tables = archive.Contents.Tables.Select(t => t.Shape).ToImmutableArray();
        await using IRowTarget target = database.IsPostgres
            ? await PostgresTarget.Open(database, ct)
            : await SqliteTarget.Open(database, ct);
        await CopyDatabase.Run(archive, target, tables, (_, _) => { }, ct);
    }
}
