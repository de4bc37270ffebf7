namespace Vafa.Tests.Tidy;

/// <summary>Style as failing tests: what a reader would otherwise have to ask for in every review.</summary>
public sealed class TextTests
{
    private static readonly string[] Code = [".cs", ".razor", ".ts", ".svelte", ".css", ".sh"];

    [Fact]
    public void No_file_is_over_300_lines_and_no_line_over_120() =>
        Clean(Rules.Size, SourceFile.Under("", Code).Where(f => !f.IsMigration));

    [Fact]
    public void No_type_has_a_name_that_says_nothing() => Clean(Rules.Names, SourceFile.Under("", ".cs", ".ts"));

    [Fact]
    public void No_unfinished_work_is_left_behind() => Clean(Rules.Leftovers, SourceFile.Under("", Code));

    [Fact]
    public void No_test_is_left_out() =>
        Clean(Rules.Skips, Others("tests/").Concat(SourceFile.Under("src/web/", ".ts")));

    [Fact]
    public void No_thread_waits_for_a_task() => Clean(Rules.BlockedThreads, SourceFile.Under("", ".cs", ".razor"));

    [Fact]
    public void Every_silenced_analyzer_has_its_reason() =>
        Clean(Rules.SilentPragmas, SourceFile.Under("", ".cs").Where(f => !f.IsMigration));

    [Fact]
    public void Core_reads_no_clock_file_or_network() =>
        Clean(Rules.Impurity, SourceFile.Under("src/Vafa.Core/", ".cs"));

    [Fact]
    public void Core_counts_in_whole_numbers() => Clean(Rules.Fractions, SourceFile.Under("src/Vafa.Core/", ".cs"));

    [Fact]
    public void The_ledger_knows_no_decimals() =>
        Clean(Rules.Decimals, ((string[])["src/Vafa.Core/", "src/Vafa/Features/"]).SelectMany(Ledger));

    [Fact]
    public void No_file_names_a_path_of_one_machine() =>
        Clean(Rules.MachinePaths, SourceFile.Under("", [".md", ".json", ".http", "", .. Code]));

    [Fact]
    public void Package_versions_stand_in_one_place() => Clean(Rules.OwnVersions, SourceFile.Under("", ".csproj"));

    [Fact]
    public void Every_test_is_named_by_a_sentence() => Clean(Rules.TestNames, SourceFile.Under("tests/", ".cs"));

    [Fact]
    public void Every_project_locks_its_packages()
    {
        var folders = SourceFile.Under("", ".csproj").Select(f => Path.GetDirectoryName(f.Path)!).ToList();
        folders.Count.ShouldBeGreaterThan(3);
        folders.ShouldAllBe(folder => File.Exists(Repository.File(Path.Combine(folder, "packages.lock.json"))));
    }

    [Theory]
    [InlineData(nameof(Rules.Names), "public sealed class PointsMana" + "ger")]
    [InlineData(nameof(Rules.Names), "internal record struct MemberDt" + "o(int A)")]
    [InlineData(nameof(Rules.Leftovers), "// TO" + "DO later")]
    [InlineData(nameof(Rules.Leftovers), "throw new NotImplementedExc" + "eption();")]
    [InlineData(nameof(Rules.Skips), "[Fact(Sk" + "ip = \"later\")]")]
    [InlineData(nameof(Rules.Skips), "it.sk" + "ip('later', () => {})")]
    [InlineData(nameof(Rules.BlockedThreads), "Work().GetAwaiter().GetRes" + "ult();")]
    [InlineData(nameof(Rules.SilentPragmas), "#pragma warning dis" + "able CA2000")]
    [InlineData(nameof(Rules.Impurity), "using System.IO;")]
    [InlineData(nameof(Rules.Impurity), "public async Task Run()")]
    [InlineData(nameof(Rules.Fractions), "var share = (double)a / b;")]
    [InlineData(nameof(Rules.Decimals), "var half = amount * 0.5m;")]
    [InlineData(nameof(Rules.MachinePaths), "see /ho" + "me/ali/vafa")]
    [InlineData(nameof(Rules.OwnVersions), "<PackageReference Include=\"A\" Ver" + "sion=\"1.0\" />")]
    [InlineData(nameof(Rules.TestNames), "[Fact]\n    public void Works()")]
    [InlineData(nameof(Rules.TestNames), "[Theory, BothDatabases]\n    public async Task Test1(Engine engine)")]
    public void Each_rule_finds_what_breaks_it(string rule, string text) => Apply(rule, text).ShouldNotBeEmpty();

    [Theory]
    [InlineData(nameof(Rules.Names), "public sealed class Membership")]
    [InlineData(nameof(Rules.Skips), "items.Skip(2)")]
    [InlineData(nameof(Rules.SilentPragmas), "#pragma warning disable CA2000 // the container disposes it")]
    [InlineData(nameof(Rules.MachinePaths), "GET /members/home/x and https://example.com/home/x and src/web/")]
    [InlineData(nameof(Rules.TestNames), "[Fact]\n    public void A_sale_is_kept()")]
    public void No_rule_finds_what_is_right(string rule, string text) => Apply(rule, text).ShouldBeEmpty();

    [Fact]
    public void A_long_file_and_a_long_line_are_found()
    {
        Rules.Size(new SourceFile("a.cs", string.Concat(Enumerable.Repeat("x\n", 301)))).Count().ShouldBe(1);
        Rules.Size(new SourceFile("a.cs", new string('x', 121))).Count().ShouldBe(1);
        Rules
            .Size(new SourceFile("a.cs", string.Concat(Enumerable.Repeat(new string('x', 120) + "\n", 300))))
            .ShouldBeEmpty();
    }

    private static void Clean(Func<SourceFile, IEnumerable<string>> rule, IEnumerable<SourceFile> files)
    {
        var read = files.ToList();
        read.ShouldNotBeEmpty();
        read.SelectMany(rule).ShouldBeEmpty();
    }

    private static IEnumerable<SourceFile> Ledger(string folder) => SourceFile.Under(folder + "Ledger/", ".cs");

    /// <summary>The examples in this file break the rules on purpose.</summary>
    private static IEnumerable<SourceFile> Others(string folder) =>
        SourceFile.Under(folder, ".cs").Where(f => !f.Path.EndsWith("Tidy/TextTests.cs", StringComparison.Ordinal));

    private static IEnumerable<string> Apply(string rule, string text) =>
        (IEnumerable<string>)typeof(Rules).GetMethod(rule)!.Invoke(null, [new SourceFile("example.cs", text)])!;
}
