using System.Text.RegularExpressions;
using Vafa.Tests.Purchases;

namespace Vafa.Tests.Register;

/// <summary>The examples of docs/register.md, dropped as they stand there, come to what the page says.</summary>
public sealed partial class ReceiptFormatTests
{
    public static TheoryData<string> Examples => [.. Parts().Select(p => p.Title)];

    [Fact]
    public void The_page_shows_both_kinds_of_file() =>
        Parts().Select(p => p.Kind).Distinct().ShouldBe(["json", "csv"], ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task What_the_page_shows_is_what_becomes_of_it(string title)
    {
        foreach (var engine in Enum.GetValues<Engine>())
        {
            await Try(engine, Parts().Single(p => p.Title == title));
        }
    }

    [Fact]
    public async Task The_page_is_given_to_whoever_installs_a_register()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        var page = await club.Api.Http.GetStringAsync(
            new Uri("/api/v1/registers/format", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        page.ShouldBe(Page());
    }

    private static async Task Try(Engine engine, Part part)
    {
        await using var club = await TestClub.Start(engine);
        await club.Join();
        var drop = await DropFolder.Open(club);
        drop.Put("a." + part.Kind, part.Text);
        await drop.Look();
        (await drop.Sales()).ShouldBe(part.Said("Recorded").Select(s => s.Replace("`", "", StringComparison.Ordinal)));
        var refused = part.Said("Refused").ToList();
        drop.Refused.ShouldBe(refused.Count == 0 ? [] : ["a." + part.Kind, $"a.{part.Kind}.why.txt"]);
        foreach (var (number, code) in refused.Select(Numbered))
        {
            drop.Why("a." + part.Kind).ShouldMatch($"receipt “{number}”.*: {Regex.Escape(drop.Begin(code))}");
        }

        var noted = part.Said("Noted").ToList();
        drop.Done.ShouldBe(
            refused.Count > 0 ? []
            : noted.Count > 0 ? ["a." + part.Kind, $"a.{part.Kind}.note.txt"]
            : ["a." + part.Kind]
        );
        await club.MustBeConsistent();
    }

    private static (string Number, string Code) Numbered(string said)
    {
        var words = said.Replace("`", "", StringComparison.Ordinal).Split(' ');
        return (words[0], words[1]);
    }

    private static string Page() => File.ReadAllText(Repository.File("docs/register.md"));

    private static List<Part> Parts() =>
        [
            .. Example()
                .Matches(Page())
                .Select(m => new Part(
                    m.Groups["title"].Value,
                    m.Groups["kind"].Value,
                    m.Groups["text"].Value,
                    m.Groups["after"].Value
                )),
        ];

    [GeneratedRegex(
        @"^### (?<title>.+)\n(?<about>[^`#]*)```(?<kind>json|csv)\n(?<text>[\s\S]*?)```\n(?<after>(?:\w+: .+\n?)+)",
        RegexOptions.Multiline
    )]
    private static partial Regex Example();

    private sealed record Part(string Title, string Kind, string Text, string After)
    {
        /// <summary>The items of "Recorded: a, b".</summary>
        public IEnumerable<string> Said(string word) =>
            After
                .Split('\n')
                .Where(line => line.StartsWith(word + ": ", StringComparison.Ordinal))
                .SelectMany(line => line[(word.Length + 2)..].Split(',', StringSplitOptions.TrimEntries));
    }
}
