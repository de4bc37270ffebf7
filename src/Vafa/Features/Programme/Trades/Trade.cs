using System.Collections.Immutable;
using System.Text.Json;
using Vafa.Core.Offers;
using Vafa.Core.Values;

namespace Vafa.Features.Programme.Trades;

/// <summary>
/// What a club of one trade begins with: units, earning rules, a ladder of tiers, product groups, fields of members and
/// typical offers, as the documents that an owner could have put himself. Amounts are in rial.
/// </summary>
internal sealed record Trade(string Code, LocalText Title, LocalText About, ImmutableArray<TradeDocument> Documents)
{
    /// <summary>Not a document of the programme: goods are rows of their own.</summary>
    public ImmutableArray<(string Code, JsonElement Body)> ProductGroups { get; init; } = [];

    private static readonly (string Part, DocumentKind Kind)[] Parts =
    [
        ("units", DocumentKind.Unit),
        ("fields", DocumentKind.Field),
        ("earningRules", DocumentKind.EarningRule),
        ("ladders", DocumentKind.Ladder),
        ("offers", DocumentKind.Offer),
    ];

    public static readonly ImmutableArray<Trade> All =
    [
        Read(Cafe.Code, Cafe.Documents),
        Read(Clothing.Code, Clothing.Documents),
        Read(Hypermarket.Code, Hypermarket.Documents),
        Read(Salon.Code, Salon.Documents),
        Read(ServiceOffice.Code, ServiceOffice.Documents),
        Read(OnlineShop.Code, OnlineShop.Documents),
    ];

    public IEnumerable<TradeDocument> Offers => Documents.Where(d => d.Kind == DocumentKind.Offer);

    /// <summary>What a document of this trade may name.</summary>
    public KnownThings Known(IEnumerable<string> branches) =>
        KnownThings.Of(Codes(DocumentKind.Unit), [], branches, Codes(DocumentKind.Field));

    private IEnumerable<string> Codes(DocumentKind kind) => Documents.Where(d => d.Kind == kind).Select(d => d.Code);

    private static Trade Read(string code, string text)
    {
        var json = DocumentKind.Parse(text);
        var documents = Parts.SelectMany(part =>
            json.GetProperty(part.Part)
                .EnumerateObject()
                .Select((body, i) => new TradeDocument(part.Kind, body.Name, i + 1, body.Value))
        );
        return new Trade(code, TitleOf(json, "title"), TitleOf(json, "about"), [.. documents])
        {
            ProductGroups = [.. json.GetProperty("productGroups").EnumerateObject().Select(g => (g.Name, g.Value))],
        };
    }

    private static LocalText TitleOf(JsonElement json, string name) =>
        new(json.GetProperty(name).GetProperty("fa").GetString(), json.GetProperty(name).GetProperty("en").GetString());
}

/// <summary>One document of a trade.</summary>
/// <param name="Age">Its place among those of its kind.</param>
internal sealed record TradeDocument(DocumentKind Kind, string Code, int Age, JsonElement Body);
