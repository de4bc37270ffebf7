using System.Xml.Linq;
using Vafa.Core.Values;

namespace Vafa.Tests.Tidy;

/// <summary>Public types of Core say what they mean, in which unit and range.</summary>
public sealed class CoreDocsTests
{
    [Fact]
    public void Every_public_type_of_Core_says_what_it_means()
    {
        var core = typeof(Money).Assembly;
        var said = XDocument
            .Load(Path.ChangeExtension(core.Location, ".xml"))
            .Descendants("member")
            .Where(m => !string.IsNullOrWhiteSpace(m.Element("summary")?.Value) || m.Element("inheritdoc") is not null)
            .Select(m => m.Attribute("name")!.Value)
            .ToHashSet();
        said.ShouldContain("T:Vafa.Core.Values.Money");
        core.GetExportedTypes()
            .Where(t => !said.Contains("T:" + t.FullName!.Replace('+', '.')))
            .Select(t => t.FullName)
            .ShouldBeEmpty();
    }
}
