using System.Text.RegularExpressions;

namespace Vafa.Tests.Tidy;

/// <summary>The rules that read the text of one file: each yields what is wrong, with path and line.</summary>
internal static partial class Rules
{
    private const int MostLines = 300;
    private const int LongestLine = 120;

    public static IEnumerable<string> Size(SourceFile file)
    {
        var lines = file.Text.TrimEnd('\n').Count(c => c == '\n') + 1;
        if (lines > MostLines)
        {
            yield return $"{file.Path} has {lines} lines; split it by concept ({MostLines} at most)";
        }

        foreach (var line in file.Lines.Where(l => l.Text.Length > LongestLine && !Quoted(file, l.Text)))
        {
            yield return $"{file.Path}:{line.Number} has {line.Text.Length} letters ({LongestLine} at most)";
        }
    }

    /// <summary>A document in a test stands as it is sent.</summary>
    private static bool Quoted(SourceFile file, string line) =>
        file.Path.StartsWith("tests/", StringComparison.Ordinal) && line.Contains("\":", StringComparison.Ordinal);

    public static IEnumerable<string> Names(SourceFile file) =>
        Finds(file, EmptyName(), "says nothing of the trade; name it by what it does in the shop");

    public static IEnumerable<string> Leftovers(SourceFile file) =>
        Finds(file, Leftover(), "is unfinished work; finish it or file it");

    public static IEnumerable<string> Skips(SourceFile file) =>
        Finds(file, Skipped(), "leaves a test out; a missing engine fails, an unwanted test goes");

    public static IEnumerable<string> BlockedThreads(SourceFile file) =>
        Finds(file, Blocked(), "blocks a thread; await it");

    public static IEnumerable<string> SilentPragmas(SourceFile file) =>
        Finds(file, Pragma(), "silences an analyzer without saying why; add a comment on the line");

    public static IEnumerable<string> Impurity(SourceFile file) =>
        Finds(file.WithoutComments(), Impure(), "has no place in Core; take the value as an argument");

    public static IEnumerable<string> Fractions(SourceFile file) =>
        Finds(file.WithoutComments(), Fraction(), "loses rial; use whole numbers, Percent or Int128");

    public static IEnumerable<string> Decimals(SourceFile file) =>
        Finds(file.WithoutComments(), Decimal(), "has no place in the ledger; use whole numbers");

    public static IEnumerable<string> MachinePaths(SourceFile file) =>
        Finds(file, MachinePath(), "is a path of one machine; name it relative to the repository");

    public static IEnumerable<string> OwnVersions(SourceFile file) =>
        Finds(file, OwnVersion(), "sets a package's version; versions stand in Directory.Packages.props");

    /// <summary>A test says what holds: words joined by underscores.</summary>
    public static IEnumerable<string> TestNames(SourceFile file) =>
        TestMethod()
            .Matches(file.Text)
            .Select(m => m.Groups["name"].Value)
            .Where(name => name.Count(c => c == '_') < 2)
            .Select(name => $"{file.Path}: {name} is no sentence");

    private static IEnumerable<string> Finds(SourceFile file, Regex wrong, string why) =>
        file.Lines.SelectMany(line =>
            wrong.Matches(line.Text).Select(m => $"{file.Path}:{line.Number} {m.Value}: {why}")
        );

    [GeneratedRegex(
        @"\b(class|record|struct|interface|enum)\s+(struct\s+|class\s+)?"
            + @"\w*(Managers?|Helpers?|Utils?|Utility|Services?|Dto|Impl)\b"
    )]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"\b(TO[D]O|FIX[M]E|HA[C]K|Not[I]mplementedException)\b|console\.lo[g]\(")]
    private static partial Regex Leftover();

    [GeneratedRegex(
        @"\bSkip(When|Unless|Type)?\s*=[^=>]|\bAssert\.Ski[p]|\bExplicit\s*=\s*true"
            + @"|\b(test|it|describe)\.(skip|only|todo)\("
    )]
    private static partial Regex Skipped();

    [GeneratedRegex(@"GetAwaiter\(\)\s*\.Ge[t]Result|Task\.Wai[t](All|Any)\(")]
    private static partial Regex Blocked();

    [GeneratedRegex(@"#pragma warning disable(?!.*//).*|\[(assembly: )?SuppressMessage(?!.*Justification).*")]
    private static partial Regex Pragma();

    [GeneratedRegex(
        @"^using (Microsoft|System\.(IO|Net|Data|Threading\.Tasks)).*|\basync\b\s+(Task|ValueTask)|\bTask<"
    )]
    private static partial Regex Impure();

    [GeneratedRegex(@"\b(float|double|Single|Double|Math\.Round|MathF)\b")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"\b(decimal|Decimal)\b|\b\d+m\b")]
    private static partial Regex Decimal();

    [GeneratedRegex(@"(?<![\w.~:/])(/(wor[k]|hom[e]|roo[t]|User[s]|far[m]|mn[t])/[\w.]+|[A-Z]:\\\w+)")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"<PackageReference\b[^>]*\bVersion(Override)?=")]
    private static partial Regex OwnVersion();

    [GeneratedRegex(
        @"\[(Fact|Theory)[^\n]*\n(\s*\[[^\n]*\n)*\s*public\s+(static\s+)?(async\s+)?[\w<>]+\s+(?<name>\w+)\("
    )]
    private static partial Regex TestMethod();
}
