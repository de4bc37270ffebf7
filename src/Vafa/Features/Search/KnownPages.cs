using Microsoft.AspNetCore.Components.Endpoints;
using Vafa.Core.Values;

namespace Vafa.Features.Search;

/// <summary>A page that search may lead to.</summary>
/// <param name="Scope">Who may read it; null: everybody who is signed in.</param>
/// <param name="Words">Other words people look for it by, in both languages.</param>
internal sealed record KnownPage(string Address, string? Scope, LocalText Title, string Words)
{
    /// <summary>It is for changing, so reading alone does not open it.</summary>
    public bool Changes { get; init; }
}

/// <summary>
/// The pages by the words an owner uses for them. One that this program does not serve is never offered, so the list
/// may not lead into the void.
/// </summary>
internal sealed class KnownPages(EndpointDataSource endpoints)
{
    private readonly Lazy<HashSet<string>> served = new(() =>
        endpoints
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            .Select(e => "/" + e.RoutePattern.RawText?.TrimStart('/'))
            .ToHashSet(StringComparer.OrdinalIgnoreCase)
    );

    /// <summary>Those where every word of the search begins a word of the title or of its other words.</summary>
    public IEnumerable<KnownPage> Find(IReadOnlyList<string> words, SearchRequest request) =>
        PageWords.All.Where(p => IsOpen(p, request) && served.Value.Contains(p.Address) && Leads(p, words));

    /// <summary>The same without asking what is served; for the test of the words.</summary>
    internal static IEnumerable<KnownPage> Meant(IReadOnlyList<string> words) =>
        PageWords.All.Where(p => Leads(p, words));

    private static bool IsOpen(KnownPage page, SearchRequest request) =>
        page.Scope is null || (page.Changes ? request.MayChange(page.Scope) : request.May(page.Scope));

    private static bool Leads(KnownPage page, IReadOnlyList<string> words)
    {
        var keys = PersianText.SearchKey($"{page.Title.Fa} {page.Title.En} {page.Words}").Split(' ');
        return words.Count > 0 && words.All(w => keys.Any(k => k.StartsWith(w, StringComparison.Ordinal)));
    }
}
