using System.Collections.Concurrent;
using Vafa.Features.Products;
using Vafa.Features.Programme.Branches;
using Vafa.Features.Purchases;

namespace Vafa.Features.Tills;

/// <summary>What stands at hand at a till.</summary>
/// <param name="At">When the prices were these.</param>
internal sealed record TillFavourites(DateTimeOffset At, IReadOnlyList<TillProduct> Items);

/// <summary>
/// The goods at hand of a till: what its owner pinned, in his order, then what its branch sold in most sales of the
/// last 30 days. Goods without a price are not among them.
/// </summary>
internal sealed class ReadFavourites(
    MostSold mostSold,
    ReadTills readTills,
    ListProducts products,
    SoldLately lately,
    TimeProvider clock
)
{
    /// <summary>As many as a hand finds at once.</summary>
    public const int Most = 24;

    private static readonly TimeSpan Back = TimeSpan.FromDays(30);

    public async Task<TillFavourites> Run(TillStand stand, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var pinned = (await readTills.One(stand.Till, ct))?.Favourites ?? [];
        var sold = await lately.Of(stand.Branch, now, () => mostSold.Run(stand.Branch, now - Back, Most, ct));
        var skus = pinned.Concat(sold).Distinct(StringComparer.Ordinal).ToList();
        var found = (await products.These(skus, ct)).ToDictionary(p => p.Sku, StringComparer.Ordinal);
        return new TillFavourites(
            now,
            [
                .. skus.Select(sku => found.GetValueOrDefault(sku))
                    .OfType<ProductDocument>()
                    .Where(p => p.Price is not null)
                    .Take(Most)
                    .Select(TillProduct.Of),
            ]
        );
    }
}

/// <summary>What each branch sold most, as it was some minutes ago: all its tills ask for it.</summary>
internal sealed class SoldLately
{
    private static readonly TimeSpan Keeps = TimeSpan.FromMinutes(15);

    private readonly ConcurrentDictionary<string, (DateTimeOffset At, IReadOnlyList<string> Skus)> known = new();

    public async Task<IReadOnlyList<string>> Of(string branch, DateTimeOffset now, Func<Task<List<string>>> read)
    {
        if (known.TryGetValue(branch, out var kept) && now - kept.At < Keeps)
        {
            return kept.Skus;
        }

        var skus = await read();
        known[branch] = (now, skus);
        return skus;
    }
}
