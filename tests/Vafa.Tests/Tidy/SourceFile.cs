namespace Vafa.Tests.Tidy;

/// <summary>A file of the repository that a person wrote.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    private static readonly string[] NotOurs =
    [
        "bin",
        "obj",
        "node_modules",
        "dist",
        "artifacts",
        "data",
        "TestResults",
    ];

    /// <summary>Every text file, read once a run.</summary>
    public static readonly IReadOnlyList<SourceFile> All = [.. Below(Repository.Root)];

    public string Extension => System.IO.Path.GetExtension(Path);

    public bool IsMigration => Path.Contains("/Migrations/", StringComparison.Ordinal);

    public IEnumerable<(int Number, string Text)> Lines => Text.Split('\n').Select((line, at) => (at + 1, line));

    /// <summary>The same lines without what stands behind //.</summary>
    public SourceFile WithoutComments() =>
        this with
        {
            Text = string.Join('\n', Text.Split('\n').Select(line => line.Split("//", 2)[0])),
        };

    public static IEnumerable<SourceFile> Under(string folder, params string[] extensions) =>
        All.Where(f => f.Path.StartsWith(folder, StringComparison.Ordinal) && extensions.Contains(f.Extension));

    private static IEnumerable<SourceFile> Below(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            var path = System.IO.Path.GetRelativePath(Repository.Root, file);
            if (IsText(System.IO.Path.GetExtension(path)))
            {
                yield return new SourceFile(path, File.ReadAllText(file));
            }
        }

        var folders = Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal);
        foreach (var below in folders.Where(f => !NotOurs.Contains(System.IO.Path.GetFileName(f)) && !IsGit(f)))
        {
            foreach (var file in Below(below))
            {
                yield return file;
            }
        }
    }

    private static bool IsGit(string folder) => System.IO.Path.GetFileName(folder) == ".git";

    private static bool IsText(string extension) =>
        extension
            is ".cs"
                or ".razor"
                or ".ts"
                or ".svelte"
                or ".css"
                or ".js"
                or ".html"
                or ".sh"
                or ".md"
                or ".csproj"
                or ".props"
                or ".json"
                or ".http"
                or "";
}
