using Vafa.Core.Values;
using Vafa.Features.Members;
using Vafa.Features.Members.Filter;
using Vafa.Features.Products;
using Vafa.Features.Programme;
using Vafa.Features.Purchases;
using Vafa.Web;

namespace Vafa.Features.Search;

/// <summary>What was found, at most five of each; a group that the reader may not see is left empty.</summary>
public sealed record SearchAnswer(
    IReadOnlyList<SearchHit> Members,
    IReadOnlyList<SearchHit> Sales,
    IReadOnlyList<SearchHit> Offers,
    IReadOnlyList<SearchHit> Products,
    IReadOnlyList<SearchHit> Groups,
    IReadOnlyList<SearchHit> Pages
);

/// <param name="Address">The page that shows it.</param>
/// <param name="Note">What tells it from others of its title: a mobile, a code, a day.</param>
public sealed record SearchHit(string Address, string Title, string? Note);

/// <param name="May">Whether the reader may read what a scope guards.</param>
/// <param name="MayChange">Whether he may change it.</param>
public sealed record SearchRequest(string Words, bool Persian, Func<string, bool> May, Func<string, bool> MayChange);

/// <summary>
/// Finds anything by what is typed into the one search of the office. Every group is one bounded look into an index or
/// into what is in memory. Refused: search.too-long.
/// </summary>
internal sealed class SearchClub(
    FindMembers members,
    FindSales sales,
    FindProducts products,
    KnownPages pages,
    ProgrammeStore programmes
)
{
    public const int Most = 5;
    public const int Longest = 100;

    public async Task<Outcome<SearchAnswer>> Run(SearchRequest request, CancellationToken ct)
    {
        if (request.Words.Length > Longest)
        {
            return new Refusal("search.too-long", "/q", Longest);
        }

        var text = PersianText.Normalise(request.Words);
        var words = MemberKeys.Words(text).ToList();
        if (words.Count == 0)
        {
            return new SearchAnswer([], [], [], [], [], []);
        }

        var club = await programmes.Newest(ct);
        var wording = club.Wording(request.Persian);
        return new SearchAnswer(
            request.May(Scopes.Members) ? await Members(text, wording, ct) : [],
            request.May(Scopes.Purchases) ? await Sales(text, club, wording, ct) : [],
            request.May(Scopes.Offers) ? Titled(club, NameKind.Offer, "/offers/", words, wording) : [],
            request.May(Scopes.Offers) ? await Products(text, wording, ct) : [],
            request.May(Scopes.Club) ? Titled(club, NameKind.Group, "/settings/groups/", words, wording) : [],
            [
                .. pages
                    .Find(words, request)
                    .Take(Most)
                    .Select(p => new SearchHit(p.Address, wording.Title(p.Title), null)),
            ]
        );
    }

    private async Task<IReadOnlyList<SearchHit>> Members(string text, Wording words, CancellationToken ct)
    {
        var filter = new MemberFilter([new NameWords(text)]);
        var found = await members.Run(new FindMembersRequest(filter, MemberOrder.Newest, Most), ct);
        return found.IsRefused
            ? []
            :
            [
                .. found.Value.Items.Select(m => new SearchHit(
                    $"/members/{m.Id}",
                    m.Name ?? words.Say("عضو بی‌نام", "Member without a name"),
                    m.Mobile is { } mobile ? words.Digits(Mobile.OfStored(mobile).Spaced) : words.Digits(m.Card)
                )),
            ];
    }

    private async Task<IReadOnlyList<SearchHit>> Sales(
        string text,
        ClubVersion club,
        Wording words,
        CancellationToken ct
    )
    {
        var found = await sales.Run(text, Most, ct);
        var dates = new Ui.Dates(words, club.Time, DateTimeOffset.UnixEpoch);
        return
        [
            .. found.Select(s => new SearchHit(
                $"/purchases/{s.Id}",
                words.Say($"خرید {words.Money(new(s.Payable))}", $"Purchase of {words.Money(new(s.Payable))}"),
                s.Reference is { } reference ? $"{reference}، {dates.Short(s.At)}" : dates.Short(s.At)
            )),
        ];
    }

    private async Task<IReadOnlyList<SearchHit>> Products(string text, Wording words, CancellationToken ct)
    {
        var found = await products.Run(new FindProductsRequest(text, Most), ct);
        return found.IsRefused
            ? []
            :
            [
                .. found.Value.Select(p => new SearchHit(
                    "/settings/products/" + Uri.EscapeDataString(p.Sku),
                    p.Title is { } title ? words.Title(title) : p.Sku,
                    p.Sku
                )),
            ];
    }

    /// <summary>Offers and groups are in memory with the programme: hundreds, not millions.</summary>
    private static IReadOnlyList<SearchHit> Titled(
        ClubVersion club,
        NameKind kind,
        string address,
        List<string> words,
        Wording wording
    ) =>
        [
            .. club
                .Titles.Where(t => t.Key.Kind == kind)
                .Where(t =>
                {
                    var keys = MemberKeys.Words($"{t.Value.Fa} {t.Value.En} {t.Key.Code}").ToList();
                    return words.All(w => keys.Exists(k => k.StartsWith(w, StringComparison.Ordinal)));
                })
                .OrderBy(t => t.Key.Code, StringComparer.Ordinal)
                .Take(Most)
                .Select(t => new SearchHit(
                    address + Uri.EscapeDataString(t.Key.Code),
                    wording.Title(t.Value),
                    t.Key.Code
                )),
        ];
}
