using System.Text;

namespace Vafa.Features.Register;

/// <summary>
/// Reads what was put away with something to say of it. Others may write into these folders: only plain files are
/// looked at, only their beginnings are read, and what stands in them is text and nothing else.
/// </summary>
internal static class ReadToldFiles
{
    public const int MostCounted = 10_000;

    private const int MostFiles = 20;
    private const int MostLines = 12;
    private const int MostBytes = 64 * 1024;

    /// <summary>What a till's folder of refused files holds: how many, and the newest with their reasons.</summary>
    public static (int Count, IReadOnlyList<ToldFile> Newest) Refused(string folder, bool persian)
    {
        var refused = Path.Combine(folder, RegisterFolders.Refused);
        var files = Files(refused).Where(f => !IsSaid(f.Name)).ToList();
        return (files.Count, Newest(refused, files, WhyText.OfRefused, persian));
    }

    /// <summary>How many were refused and are still there.</summary>
    public static int CountRefused(string folder) =>
        Files(Path.Combine(folder, RegisterFolders.Refused)).Count(f => !IsSaid(f.Name));

    public static IEnumerable<string> NamesOfRefused(string folder) =>
        Files(Path.Combine(folder, RegisterFolders.Refused)).Where(f => !IsSaid(f.Name)).Select(f => f.Name);

    /// <summary>The newest notes of the newest month, and when the last file came there.</summary>
    public static (DateTimeOffset? LastAt, IReadOnlyList<ToldFile> Notes) Done(string folder, bool persian)
    {
        var done = Path.Combine(folder, RegisterFolders.Done);
        if (NewestMonth(done) is not { } month)
        {
            return (null, []);
        }

        var noted = Files(month)
            .Where(f => f.Name.EndsWith(WhyText.OfNotes, StringComparison.Ordinal))
            .Select(f => f with { Name = f.Name[..^WhyText.OfNotes.Length] })
            .ToList();
        // A folder's own time is that of the last file that came or went.
        return (
            new DateTimeOffset(Directory.GetLastWriteTimeUtc(month)),
            Newest(month, noted, WhyText.OfNotes, persian)
        );
    }

    private static string? NewestMonth(string done) =>
        RegisterFolders.IsFolder(done)
            ? Directory.EnumerateDirectories(done).Where(RegisterFolders.IsFolder).MaxBy(Directory.GetLastWriteTimeUtc)
            : null;

    private static IEnumerable<Dropped> Files(string folder) =>
        RegisterFolders.IsFolder(folder)
            ? Dropped.In(folder).Where(f => f.Kind != DropKind.Folder).Take(MostCounted)
            : [];

    private static bool IsSaid(string name) => name.EndsWith(WhyText.OfRefused, StringComparison.Ordinal);

    private static List<ToldFile> Newest(string folder, List<Dropped> files, string ending, bool persian) =>
        [
            .. files
                .OrderByDescending(f => f.Written)
                .ThenBy(f => f.Name, StringComparer.Ordinal)
                .Take(MostFiles)
                .Select(f => new ToldFile(f.Name, f.Written, Said(Path.Combine(folder, f.Name + ending), persian))),
        ];

    private static IReadOnlyList<string> Said(string path, bool persian)
    {
        try
        {
            if (new FileInfo(path) is not { Exists: true, LinkTarget: null, Length: > 0 })
            {
                return [];
            }

            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[MostBytes];
            var read = file.ReadAtLeast(bytes, MostBytes, throwOnEndOfStream: false);
            return WhyText.Lines(Encoding.UTF8.GetString(bytes, 0, read), persian, MostLines);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Taken up again at this very moment, or not ours to read: the file itself is still told of.
            return [];
        }
    }
}
