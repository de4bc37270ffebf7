using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Vafa.Ui;

namespace Vafa.Browser.Walk;

/// <summary>A page's address with something in the place of each parameter.</summary>
/// <param name="Route">As the page says it: "/members/{Id:guid}".</param>
/// <param name="Open">Whether it is read without signing in.</param>
internal sealed record Visited(string Route, string Path, bool Open)
{
    /// <summary>A page that tells of a fault is answered with the status it tells of.</summary>
    public bool IsFault => Route.StartsWith("/no/", StringComparison.Ordinal);

    public override string ToString() => Path;
}

/// <summary>Every page that the program has, by its routes: a new one is walked without being named anywhere.</summary>
internal static class EveryPage
{
    /// <summary>
    /// The pages, each parameter filled from <paramref name="values"/>. Its keys are the address up to the parameter,
    /// with a star for each: "/members/*".
    /// </summary>
    public static IReadOnlyList<Visited> With(IReadOnlyDictionary<string, string> values)
    {
        var pages = Routes().Select(r => (r.Route, r.Open, Path: Filled(r.Route, values))).ToList();
        var unknown = pages.Where(p => p.Path is null).Select(p => p.Route);
        unknown.ShouldBeEmpty("give these parameters a value in LivelyClub.Values");
        return
        [
            .. pages.Select(p => new Visited(p.Route, p.Path!, p.Open)).OrderBy(p => p.Path, StringComparer.Ordinal),
        ];
    }

    /// <summary>Those that need nothing to be there.</summary>
    public static IReadOnlyList<Visited> WithoutParameters() =>
        [
            .. Routes()
                .Where(r => !r.Route.Contains('{', StringComparison.Ordinal))
                .Select(r => new Visited(r.Route, r.Route, r.Open)),
        ];

    /// <summary>Pages for whoever builds the program, at /dev and below, are not there for an owner.</summary>
    private static IEnumerable<(string Route, bool Open)> Routes() =>
        from page in typeof(Site).Assembly.GetTypes()
        from route in page.GetCustomAttributes<RouteAttribute>()
        where route.Template != "/dev" && !route.Template.StartsWith("/dev/", StringComparison.Ordinal)
        select (route.Template, page.GetCustomAttribute<AllowAnonymousAttribute>() is not null);

    private static string? Filled(string route, IReadOnlyDictionary<string, string> values)
    {
        var (path, pattern) = ("", "");
        foreach (var part in route.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var isParameter = part.StartsWith('{');
            pattern += "/" + (isParameter ? "*" : part);
            if (isParameter && part.EndsWith("?}", StringComparison.Ordinal) && !values.ContainsKey(pattern))
            {
                break;
            }

            if (isParameter && !values.ContainsKey(pattern))
            {
                return null;
            }

            path += "/" + (isParameter ? values[pattern] : part);
        }

        return path is "" ? "/" : path;
    }
}
