using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Web;

namespace Vafa.Features.Purchases;

/// <summary>A sale in a list.</summary>
public sealed record PurchaseItem(
    Guid Id,
    DateTimeOffset At,
    DateTimeOffset RecordedAt,
    ReceiptMember? Member,
    string Branch,
    string? Till,
    string? Cashier,
    string? Reference,
    long Total,
    long Discount,
    long Spent,
    long Payable,
    long Refunded
)
{
    /// <summary>
    /// In what it is another than Vafa would have made it: more, less, discount, offer, short, member, time.
    /// </summary>
    public IReadOnlyList<string> Differs { get; init; } = [];

    /// <summary>What was taken off beyond our own decision; negative when it was less.</summary>
    public long Beyond { get; init; }
}

/// <summary>
/// Lists sales, newest first. A filter that few sales pass is walked along the index of time, so far a call: a page may
/// hold fewer than asked, even none, and still have a next.
/// </summary>
internal sealed class FindPurchases(AppDb db)
{
    internal const int MostWalked = 20_000;
    private const int FirstStep = 1_000;

    public async Task<Listed<PurchaseItem>> Run(PurchaseFilter filter, Paging paging, CancellationToken ct)
    {
        filter = await filter.Whole(db, ct);
        var place = paging.After is [var at, var id] ? SalePlace.Of(at, id) : null;
        var (found, left) = (new List<Purchase>(), MostWalked);
        for (var step = Math.Max(FirstStep, paging.Limit); ; step = Math.Min(step * 4, left))
        {
            var end = filter.IsSparse ? await End(filter, place, step, ct) : null;
            var part = filter.Narrow(Behind(filter.Frame(db.Purchases.AsNoTracking()), place));
            part = end is null ? part : part.Where(p => p.At >= end.At);
            found.AddRange(await Newest(part).Take(paging.Limit + 1 - found.Count).ToListAsync(ct));
            if (end is null || found.Count > paging.Limit)
            {
                return Listed<PurchaseItem>.Of(found, paging, Item, p => new SalePlace(p.At, p.Id).Parts);
            }

            (place, left) = (end, left - step);
            if (left <= 0)
            {
                return new Listed<PurchaseItem>([.. found.Select(Item)], Cursor.Write(end.Parts));
            }
        }
    }

    /// <summary>
    /// Where a step along the index of time ends: behind all sales of that moment, so that the index alone is read;
    /// null where the sales end before.
    /// </summary>
    private async Task<SalePlace?> End(PurchaseFilter filter, SalePlace? place, int step, CancellationToken ct)
    {
        var last = await Behind(filter.Frame(db.Purchases), place)
            .OrderByDescending(p => p.At)
            .Select(p => (DateTimeOffset?)p.At)
            .Skip(step - 1)
            .FirstOrDefaultAsync(ct);
        return last is { } at ? new SalePlace(at, Guid.Empty) : null;
    }

    internal static IQueryable<Purchase> Behind(IQueryable<Purchase> sales, SalePlace? place) =>
        place is null ? sales : sales.Where(p => p.At <= place.At && (p.At < place.At || p.Id.CompareTo(place.Id) < 0));

    internal static IOrderedQueryable<Purchase> Newest(IQueryable<Purchase> sales) =>
        sales.OrderByDescending(p => p.At).ThenByDescending(p => p.Id);

    private static PurchaseItem Item(Purchase p) =>
        new(
            p.Id,
            p.At,
            p.RecordedAt,
            p.IsGuest ? null : new ReceiptMember(p.MemberId),
            p.Branch,
            p.Till,
            p.Cashier,
            p.Reference,
            p.Total,
            p.Discount,
            p.Spent,
            p.Payable,
            p.Refunded
        )
        {
            Differs = SaleDifference.Words(p.Differs),
            Beyond = p.Beyond,
        };
}

/// <summary>A place in the list of sales.</summary>
internal sealed record SalePlace(DateTimeOffset At, Guid Id)
{
    public string[] Parts => [At.UtcTicks.ToString(CultureInfo.InvariantCulture), Id.ToString()];

    public static SalePlace? Of(string at, string id) =>
        long.TryParse(at, CultureInfo.InvariantCulture, out var ticks)
        && ticks is > 0 and < 3_155_378_975_999_999_999
        && Guid.TryParse(id, out var guid)
            ? new SalePlace(new DateTimeOffset(ticks, TimeSpan.Zero), guid)
            : null;
}
