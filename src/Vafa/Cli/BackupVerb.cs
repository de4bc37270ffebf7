using System.CommandLine;
using System.Globalization;
using Vafa.Data;
using Vafa.Data.Copying;

namespace Vafa.Cli;

/// <summary>`backup FILE`: the club of one moment as one file, while sales go on.</summary>
internal static class BackupVerb
{
    public static Command Command()
    {
        var file = new Argument<string>("FILE") { Description = "Where the backup goes; a backup there is replaced." };
        var command = new Command(
            "backup",
            "Writes a consistent backup of the running club. It restores into SQLite and PostgreSQL alike."
        )
        {
            file,
        };
        command.SetAction((parsed, ct) => Run(parsed.GetValue(Verbs.Data)!, parsed.GetValue(file)!, ct));
        return command;
    }

    private static async Task<int> Run(string directory, string file, CancellationToken ct)
    {
        var database = Club.Locate(directory);
        if (await Missing.Club(database, ct) is { } sentence)
        {
            return await Say.Sorry(Verbs.Failed, sentence);
        }

        if (File.Exists(file) && new FileInfo(file).Length > 0 && !await IsBackup(file, ct))
        {
            return await Say.Sorry(Verbs.WrongUse, $"{file} exists and is no backup of Vafa, so it is not replaced.");
        }

        var migration = CopyDatabase.NewestMigration(database);
        await using var snapshot = await Snapshot.Open(database, ct);
        await using var archive = new ArchiveWriter(file, migration, TimeProvider.System.GetUtcNow());
        var rows = await CopyDatabase.Run(snapshot, archive, TableShape.All, (_, _) => { }, ct);
        await Say.Line(
            string.Create(CultureInfo.InvariantCulture, $"{rows} rows of {TableShape.All.Length} tables are in {file}")
        );
        return Verbs.Done;
    }

    private static async Task<bool> IsBackup(string file, CancellationToken ct)
    {
        await using var archive = await ArchiveReader.Open(file, ct);
        return archive is not null;
    }
}
