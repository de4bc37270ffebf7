using System.Text;
using Shouldly;

namespace Vafa.Core.Tests;

/// <summary>
/// A text that somebody has read and found right, in a file beside the tests. A change of it is seen in review;
/// VAFA_APPROVE=1 writes it anew.
/// </summary>
internal static class ApprovedText
{
    private static readonly string Folder = Path.Combine(Root(AppContext.BaseDirectory), "tests", "Vafa.Core.Tests");

    public static void ShouldBe(string file, StringBuilder text)
    {
        var path = Path.Combine(Folder, file);
        var said = text.ToString();
        if (Environment.GetEnvironmentVariable("VAFA_APPROVE") == "1")
        {
            File.WriteAllText(path, said);
        }

        var approved = File.Exists(path) ? File.ReadAllText(path).Split('\n') : [];
        var now = said.Split('\n');
        for (var n = 0; n < Math.Max(now.Length, approved.Length); n++)
        {
            now.ElementAtOrDefault(n)
                .ShouldBe(approved.ElementAtOrDefault(n), $"{file}, line {n + 1}: VAFA_APPROVE=1 writes it anew");
        }
    }

    private static string Root(string start)
    {
        var at = new DirectoryInfo(start);
        while (!File.Exists(Path.Combine(at.FullName, "Vafa.slnx")))
        {
            at = at.Parent ?? throw new InvalidOperationException("The tests must run inside the repository.");
        }

        return at.FullName;
    }
}
