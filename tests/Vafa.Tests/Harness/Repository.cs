namespace Vafa.Tests.Harness;

/// <summary>The working copy that the tests were built from.</summary>
internal static class Repository
{
    public static readonly string Root = Find(AppContext.BaseDirectory);

    public static string File(string path) => Path.Combine(Root, path);

    private static string Find(string start)
    {
        for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(at.FullName, "Vafa.slnx")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("The tests must run inside the repository.");
    }
}
