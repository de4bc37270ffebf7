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

    [Fact]
    public void Every_package_says_what_it_is_for()
    {
        var page = File.ReadAllText(Repository.File("docs/decisions/0001-packages.md"));
        Central.Length.ShouldBeGreaterThan(10);
        Central.Where(name => !page.Contains($"| {name} |", StringComparison.Ordinal)).ShouldBeEmpty();
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
}
