using System.Runtime.CompilerServices;
using Vafa.Core.Offers;
using Vafa.Core.Values;
using Vafa.Features.Products;

namespace Vafa.Features.Offers;

/// <summary>A product that an offer names though it was taken off the list.</summary>
public sealed record GoneFromOffer(Offer Offer, string Sku);

/// <summary>Finds them, so that somebody hears of an offer which no sale may meet any more.</summary>
public sealed class GoneFromOffers(SoldGoods goods)
{
    /// <summary>An offer never changes, so what it names is worked out once.</summary>
    private static readonly ConditionalWeakTable<Offer, string[]> Named = [];

    public async Task<IReadOnlyList<GoneFromOffer>> Of(IEnumerable<Offer> offers, CancellationToken ct)
    {
        var named = offers.SelectMany(o => SkusOf(o).Select(sku => new GoneFromOffer(o, sku))).ToList();
        var gone = await goods.Gone([.. named.Select(n => n.Sku).Distinct(StringComparer.Ordinal)], ct);
        return [.. named.Where(n => gone.Contains(n.Sku))];
    }

    /// <summary>The offers that name a product.</summary>
    public static IEnumerable<Offer> Naming(string sku, IEnumerable<Offer> offers) =>
        offers.Where(o => SkusOf(o).Contains(sku));

    private static string[] SkusOf(Offer offer) =>
        Named.GetValue(
            offer,
            static o => [.. OfferWords.NamedBy([o]).Where(n => n.Kind == NameKind.Product).Select(n => n.Code)]
        );
}
