using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Vafa.Core.Values;
using Vafa.Features.Programme;
using Vafa.Ui;

namespace Vafa.Features.Tills;

/// <summary>
/// The page of a till: a shell that needs nobody's sign-in and holds nobody's data, so that a device keeps it and opens
/// it without network. What it shows is asked for by its script.
/// </summary>
internal static class TillShell
{
    private const string Page = "/till";
    private const string Worker = "/till/sw.js";
    private const string Manifest = "/till/manifest.webmanifest";

    /// <summary>The mark as a picture, whole and for masks; drawn once for each colour.</summary>
    private static readonly ConcurrentDictionary<(Colour Ground, int Size, bool Bleeds), byte[]> Pictures = new();

    public static void Map(IEndpointRouteBuilder app)
    {
        var shell = app.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        shell.MapGet(Page, Show);
        shell.MapGet(Page + "/customer", Show);
        shell.MapGet(Worker, Keep);
        shell.MapGet(Manifest, Name);
        shell.MapGet("/till/icon-192.png", (ProgrammeStore all, HttpContext to) => Picture(all, to, 192, false));
        shell.MapGet("/till/icon-512.png", (ProgrammeStore all, HttpContext to) => Picture(all, to, 512, false));
        shell.MapGet("/till/icon-mask.png", (ProgrammeStore all, HttpContext to) => Picture(all, to, 512, true));
    }

    private static async Task<IResult> Show(Assets files, ProgrammeStore programmes, HttpContext context)
    {
        var club = (await programmes.Newest(context.RequestAborted)).Settings;
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Text(Html(files, club), "text/html; charset=utf-8", Encoding.UTF8);
    }

    /// <summary>Changes with anything that the page is made of, so that devices fetch it all anew.</summary>
    private static async Task<IResult> Keep(Assets files, ProgrammeStore programmes, HttpContext context)
    {
        var club = (await programmes.Newest(context.RequestAborted)).Settings;
        string[] kept = [Page, .. files.TillFiles, files.Style, files.Font, files.Icons, .. Own(club), Manifest];
        var mark = Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(Html(files, club) + string.Join(' ', kept))).AsSpan(0, 8)
        );
        var script = $"""
            const TILL_VERSION = "{mark}", TILL_FILES = {JsonSerializer.Serialize(kept)};
            {files.TillWorker}
            """;
        var headers = context.Response.Headers;
        headers.CacheControl = "no-cache";
        headers["Service-Worker-Allowed"] = Page;
        return TypedResults.Text(script, "text/javascript; charset=utf-8", Encoding.UTF8);
    }

    private static async Task<IResult> Picture(ProgrammeStore programmes, HttpContext context, int size, bool bleeds)
    {
        const int MostKept = 60;
        var club = (await programmes.Newest(context.RequestAborted)).Settings;
        var ground = Palette.Of(club.Colour).Primary;
        if (Pictures.Count > MostKept)
        {
            Pictures.Clear();
        }

        var png = Pictures.GetOrAdd((ground, size, bleeds), key => IconPicture.Of(key.Ground, key.Size, key.Bleeds));
        context.Response.Headers.CacheControl = "public, max-age=86400";
        return TypedResults.Bytes(png, "image/png");
    }

    private static async Task<IResult> Name(ProgrammeStore programmes, HttpContext context)
    {
        var club = (await programmes.Newest(context.RequestAborted)).Settings;
        var colour = Palette.Of(club.Colour).Primary;
        var persian = club.IsPersian;
        var manifest = new
        {
            id = Page,
            name = (persian ? "صندوق " : "Till of ") + club.Name,
            short_name = persian ? "صندوق" : "Till",
            lang = club.Language,
            dir = persian ? "rtl" : "ltr",
            start_url = Page,
            scope = Page,
            display = "standalone",
            theme_color = colour.ToString(),
            background_color = "#ffffff",
            icons = new[]
            {
                Icon(ClubStyle.IconOf(club.Colour), "any", "image/svg+xml", "any"),
                Icon(Of("icon-192"), "192x192", "image/png", "any"),
                Icon(Of("icon-512"), "512x512", "image/png", "any"),
                Icon(Of("icon-mask"), "512x512", "image/png", "maskable"),
            },
        };
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.Text(
            JsonSerializer.Serialize(manifest, Web.Answers.Json),
            "application/manifest+json",
            Encoding.UTF8
        );

        // The colour stands in the address, so that another one is fetched.
        string Of(string icon) => $"/till/{icon}.png?colour={colour.ToString()[1..]}";

        static object Icon(string src, string sizes, string type, string purpose) =>
            new
            {
                src,
                sizes,
                type,
                purpose,
            };
    }

    private static IEnumerable<string> Own(ClubSettings club) =>
        [ClubStyle.IconOf(club.Colour), .. ClubStyle.SheetOf(club.Colour) is { } sheet ? (string[])[sheet] : []];

    private static string Html(Assets files, ClubSettings club)
    {
        var (persian, name) = (club.IsPersian, WebUtility.HtmlEncode(club.Name));
        var sheet = ClubStyle.SheetOf(club.Colour) is { } own
            ? $"""<link rel="stylesheet" href="{WebUtility.HtmlEncode(own)}" />"""
            : "";
        var needsScript = persian ? "صندوق به جاوااسکریپت نیاز دارد." : "The till needs JavaScript.";
        return $"""
            <!DOCTYPE html>
            <html lang="{club.Language}" dir="{(persian ? "rtl" : "ltr")}" data-theme="vafa" data-night>
            <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta name="color-scheme" content="light dark" />
            <meta name="theme-color" content="{Palette.Of(club.Colour).Primary}" />
            <title>{(persian ? "صندوق" : "Till")} — {name}</title>
            <link rel="preload" href="{files.Font}" as="font" type="font/woff2" crossorigin />
            <link rel="stylesheet" href="{files.Style}" />
            {sheet}
            <link rel="icon" href="{WebUtility.HtmlEncode(ClubStyle.IconOf(club.Colour))}" />
            <link rel="apple-touch-icon" href="/till/icon-mask.png" />
            <link rel="manifest" href="{Manifest}" />
            <script type="module" src="{files.Till}"></script>
            </head>
            <body>
            <div id="till" data-icons="{files.Icons}"></div>
            <noscript><p class="p-4">{needsScript}</p></noscript>
            </body>
            </html>
            """;
    }
}
