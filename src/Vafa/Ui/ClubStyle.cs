using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using Vafa.Core.Values;

namespace Vafa.Ui;

/// <summary>
/// The club's colour as files of its own, since pages may hold no style: a sheet that overrides the house's
/// colours, and
/// the mark in the browser's tab. Both follow from the colour in the address alone, so they need nobody's
/// sign-in, and a
/// form shows a colour before it is kept.
/// </summary>
public static class ClubStyle
{
    private const string Sheet = "/club.css";
    private const string Icon = "/club/icon.svg";

    /// <summary>Where the sheet of this colour is; null for the house's own, which the main sheet has.</summary>
    public static string? SheetOf(Colour colour) => colour == Colour.Usual ? null : Address(Sheet, Css, colour);

    public static string IconOf(Colour colour) => Address(Icon, Svg, colour);

    public static void Map(IEndpointRouteBuilder app)
    {
        Serve(app, Sheet, "text/css", Css);
        Serve(app, Icon, "image/svg+xml", Svg);
    }

    private static void Serve(IEndpointRouteBuilder app, string path, string type, Func<Colour, string> draw) =>
        app.MapGet(
                path,
                IResult (HttpContext context, [FromQuery] string? colour, [FromQuery] string? v) =>
                {
                    if (Colour.Parse("#" + colour) is not { } asked)
                    {
                        return TypedResults.NotFound();
                    }

                    var text = draw(asked);
                    Cached.Tell(context, isForEver: v == Mark(text));
                    return TypedResults.Text(text, type + "; charset=utf-8", Encoding.UTF8);
                }
            )
            .AllowAnonymous()
            .ExcludeFromDescription();

    private static string Address(string path, Func<Colour, string> draw, Colour colour) =>
        $"{path}?colour={colour.ToString()[1..]}&v={Mark(draw(colour))}";

    /// <summary>Changes when a newer version of the program draws the same colour otherwise.</summary>
    private static string Mark(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));

    private static string Css(Colour colour) =>
        $$"""
            {{Rule("html[data-theme]", Palette.Of(colour), Colour.White)}}
            @media screen and (prefers-color-scheme: dark) {
            {{Rule("html[data-night]", Palette.AtNight(colour), Palette.NightText)}}
            }
            """;

    private static string Rule(string where, Palette palette, Colour text) =>
        $$"""
            {{where}} {
              --color-primary: {{palette.Primary}};
              --color-primary-content: {{text}};
              --color-accent: {{palette.Primary}};
              --color-accent-content: {{text}};
              --color-info: {{palette.Primary}};
              --color-info-content: {{text}};
              --color-soft-brand: {{palette.Soft}};
            }
            """;

    /// <summary>A bow on a parcel, on the club's colour.</summary>
    private static string Svg(Colour colour) =>
        $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
            <rect width="32" height="32" rx="7" fill="{Palette.Of(colour).Primary}"/>
            <g fill="none" stroke="{Colour.White}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">
            <path d="M7 13h18v4H7zM9 17v8h14v-8M16 13v12"/>
            <path d="M16 13c-5 0-7-1-7-3.500S12.500 6.500 16 13c3.500-6.500 7-5.500 7-3s-2 3-7 3"/>
            </g></svg>
            """;
}

/// <summary>What is told of files that anybody may have and that sign nobody in.</summary>
internal static class Cached
{
    /// <param name="isForEver">The address names this very content.</param>
    public static void Tell(HttpContext context, bool isForEver)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = isForEver ? "public, max-age=31536000, immutable" : "no-cache";

        // A shared cache must not hand one reader's session to another.
        headers.Remove(HeaderNames.SetCookie);
    }
}
