using System.Text.Json;
using System.Xml.Linq;

namespace Vafa.Tests.Tidy;

/// <summary>Packages join with a reason, and only for use.</summary>
public sealed class PackageTests
{
    private static readonly string[] Central =
    [
        .. XDocument
            .Load(Repository.File("Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Select(package => package.Attribute("Include")!.Value),
    ];

    private static readonly string[] NpmFolders = ["src/web", "bench/Vafa.Bench/Peers/json-rules-engine"];

    [Fact]
    public void Every_package_says_what_it_is_for()
    {
        var page = File.ReadAllText(Repository.File("docs/decisions/0001-packages.md"));
        string[] all = [.. Central, .. NpmFolders.SelectMany(OfNpm)];
        all.Length.ShouldBeGreaterThan(25);
        all.Where(name => !page.Contains($"| {name} |", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static List<string> OfNpm(string folder)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Repository.File(folder + "/package.json")));
        return
        [
            .. ((string[])["dependencies", "devDependencies"])
                .Where(kind => file.RootElement.TryGetProperty(kind, out _))
                .SelectMany(kind => file.RootElement.GetProperty(kind).EnumerateObject())
                .Select(package => package.Name),
        ];
    }

    [Fact]
    public void Every_package_is_used()
    {
        var projects = SourceFile
            .Under("", ".csproj", ".props")
            .Where(f => f.Path != "Directory.Packages.props")
            .ToList();
        Central
            .Where(name => !projects.Any(p => p.Text.Contains($"\"{name}\"", StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    /// <summary>
    /// npm leaves out what it could not fetch for another system, and `npm ci` then refuses the whole file.
    /// </summary>
    [Fact]
    public void The_lock_of_the_pages_names_every_package_for_every_system()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Repository.File("src/web/package-lock.json")));
        var packages = file.RootElement.GetProperty("packages").EnumerateObject().ToList();
        packages.Count.ShouldBeGreaterThan(10);
        packages
            .SelectMany(package => Needs(package.Value))
            .Where(need => !packages.Any(p => p.Name.EndsWith("node_modules/" + need, StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    private static IEnumerable<string> Needs(JsonElement package) =>
        ((string[])["dependencies", "optionalDependencies"])
            .Where(kind => package.TryGetProperty(kind, out _))
            .SelectMany(kind => package.GetProperty(kind).EnumerateObject())
            .Select(need => need.Name);
}
