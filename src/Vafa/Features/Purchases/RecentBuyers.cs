using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Purchases;

/// <param name="Since">Sales of this moment or later.</param>
/// <param name="Behind">Where the page before ended; null: the newest first.</param>
internal sealed record RecentBuyersRequest(string Branch, DateTimeOffset Since, SalePlace? Behind);

/// <param name="Members">Each once; who bought last comes first.</param>
/// <param name="Next">Where the next page goes on; null: there is none.</param>
internal sealed record RecentBuyersPage(IReadOnlyList<Guid> Members, SalePlace? Next);

/// <summary>
/// Members who bought at a branch lately, the last first. Each page walks a bounded stretch of the index of times,
/// however few of its sales are of this branch: a page may be empty and still have a next.
/// </summary>
internal sealed class RecentBuyers(AppDb db)
{
    public const int MostMembers = 100;
    private const int MostWalked = 5_000;

    public async Task<RecentBuyersPage> Run(RecentBuyersRequest request, CancellationToken ct)
    {
        var recent = db.Purchases.AsNoTracking().Where(p => p.At >= request.Since);
        var walked = FindPurchases.Behind(recent, request.Behind);
        var end = await walked
            .OrderByDescending(p => p.At)
            .Select(p => (DateTimeOffset?)p.At)
            .Skip(MostWalked - 1)
            .FirstOrDefaultAsync(ct);
        var here = walked.Where(p => p.Branch == request.Branch && !p.IsGuest);
        here = end is null ? here : here.Where(p => p.At >= end);
        var page = await FindPurchases
            .Newest(here)
            .Take(MostMembers)
            .Select(p => new
            {
                p.At,
                p.Id,
                p.MemberId,
            })
            .ToListAsync(ct);
        return new RecentBuyersPage(
            [.. page.Select(p => p.MemberId).Distinct()],
            page.Count == MostMembers ? new SalePlace(page[^1].At, page[^1].Id)
                : end is { } at ? new SalePlace(at, Guid.Empty)
                : null
        );
    }
}
