using System.Text.Json;

namespace Vafa.Ui;

/// <summary>
/// The files that the npm workspace built, by their hashed addresses. The manifest is read once, at the start; an
/// address never changes its content, so browsers keep it for a year.
/// </summary>
public sealed class Assets
{
    private const string Base = "/dist/";
    private const string TillEntry = "src/till/main.ts";

    private Assets(string style, string script, string sale, string icons, string font)
    {
        Style = style;
        Script = script;
        Sale = sale;
        Icons = icons;
        Font = font;
    }

    public string Style { get; }

    public string Script { get; }

    /// <summary>The sale page's island.</summary>
    public string Sale { get; }

    /// <summary>The first run's island.</summary>
    public required string FirstRun { get; init; }

    /// <summary>The form of an offer.</summary>
    public required string Offer { get; init; }

    /// <summary>The till's own page.</summary>
    public required string Till { get; init; }

    /// <summary>Everything that page is made of, to be kept by its device.</summary>
    public required IReadOnlyList<string> TillFiles { get; init; }

    /// <summary>The script that keeps them, without the list of what to keep.</summary>
    public required string TillWorker { get; init; }

    /// <summary>The sprite of icons; one is <c>{Icons}#name</c>.</summary>
    public string Icons { get; }

    public string Font { get; }

    /// <summary>Reads the manifest of <paramref name="webRoot"/>; the host cannot serve pages without it.</summary>
    public static Assets Read(string webRoot)
    {
        var path = Path.Combine(webRoot, "dist", "manifest.json");
        if (!File.Exists(path))
        {
            throw new FileNotFoundException(
                "The pages' files are missing: run `npm ci && npm run build` in src/web.",
                path
            );
        }

        using var manifest = JsonDocument.Parse(File.ReadAllBytes(path));
        var main = manifest.RootElement.GetProperty("src/main.ts");
        return new Assets(
            Base + main.GetProperty("css")[0].GetString(),
            Base + main.GetProperty("file").GetString(),
            FileOf(manifest, "src/sale/main.ts"),
            FileOf(manifest, "src/icons.svg"),
            FileOf(manifest, "src/vazirmatn.woff2")
        )
        {
            FirstRun = FileOf(manifest, "src/first-run/main.ts"),
            Offer = FileOf(manifest, "src/offer/main.ts"),
            Till = FileOf(manifest, TillEntry),
            TillFiles = [.. FilesOf(manifest, TillEntry).Select(file => Base + file).Distinct()],
            TillWorker = File.ReadAllText(
                Path.Combine(
                    webRoot,
                    "dist",
                    manifest.RootElement.GetProperty("src/till/worker.ts").GetProperty("file").GetString()!
                )
            ),
        };
    }

    /// <summary>A script with all it imports.</summary>
    private static IEnumerable<string> FilesOf(JsonDocument manifest, string source)
    {
        var part = manifest.RootElement.GetProperty(source);
        IEnumerable<string> own = [part.GetProperty("file").GetString()!];
        return part.TryGetProperty("imports", out var imports)
            ? own.Concat(imports.EnumerateArray().SelectMany(i => FilesOf(manifest, i.GetString()!)))
            : own;
    }

    private static string FileOf(JsonDocument manifest, string source) =>
        Base + manifest.RootElement.GetProperty(source).GetProperty("file").GetString();
}
