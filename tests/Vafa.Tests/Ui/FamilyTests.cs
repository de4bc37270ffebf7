using Microsoft.Extensions.Hosting;
using Vafa.Tests.Staff;
using Vafa.Tests.Tidy;

namespace Vafa.Tests.Ui;

/// <summary>The page that shows every part of the house to whoever builds it.</summary>
public sealed class FamilyTests
{
    private const string Folder = "src/Vafa/Ui/";

    /// <summary>Frames and whole pages, which stand around parts.</summary>
    private static readonly string[] Frames = ["Bare", "NoPage", "Open", "SettingsShell", "Shell", "Site", "Steps"];

    [Fact]
    public void Every_part_is_in_the_family()
    {
        var files = SourceFile.Under(Folder, ".razor").ToList();
        var shown = string.Concat(files.Where(f => f.Path.Contains("/Family/")).Select(f => f.Text));
        var parts = files
            .Where(f => !f.Path.Contains("/Family/"))
            .Select(f => Path.GetFileNameWithoutExtension(f.Path));
        parts
            .Except(Frames)
            .Where(part => !shown.Contains($"<{part} ") && !shown.Contains($"<{part}>"))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_there_in_development_alone()
    {
        await using var product = await TestClub.Start(
            Engine.Sqlite,
            b => b.Environment.EnvironmentName = "Production"
        );
        using var owner = await product.SignedIn();
        var (status, text) = await owner.Page("/dev/family");
        status.ShouldBe(404);
        text.ShouldContain("چنین صفحه‌ای نیست");

        await using var workshop = await TestClub.Start(
            Engine.Sqlite,
            b => b.Environment.EnvironmentName = Environments.Development
        );
        using var builder = await workshop.SignedIn();
        (status, text) = await builder.Page("/dev/family");
        status.ShouldBe(200);
        text.ShouldContain("dir=\"ltr\"");
        text.ShouldContain("<vafa-chart");
        (await builder.Page("/dev/family?lang=en")).Status.ShouldBe(200);
    }
}
