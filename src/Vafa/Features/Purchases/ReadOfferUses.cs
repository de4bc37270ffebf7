using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Purchases;

/// <summary>What is gone of a limited offer.</summary>
/// <param name="Given">Face money.</param>
/// <param name="Held">How many of the uses are kept by sales that are still open.</param>
public sealed record OfferUsed(long Uses, long Given, long Held);

/// <summary>How much of each limited offer is gone.</summary>
public sealed class ReadOfferUses(AppDb db)
{
    /// <param name="offers">Their codes; one that was never used is not in the answer.</param>
    public async Task<Dictionary<string, OfferUsed>> Run(IReadOnlyCollection<string> offers, CancellationToken ct)
    {
        var held = await db
            .SaleHolds.Where(h => h.State == HoldState.Open)
            .Join(
                db.OfferUses.Where(u => u.Counted && !u.Freed && offers.Contains(u.Offer)),
                h => new { h.MemberId, h.Id },
                u => new { u.MemberId, Id = u.PurchaseId },
                (_, u) => u.Offer
            )
            .GroupBy(offer => offer)
            .Select(g => new { Offer = g.Key, Count = g.LongCount() })
            .ToDictionaryAsync(g => g.Offer, g => g.Count, ct);
        return await db
            .OfferCounters.AsNoTracking()
            .Where(c => offers.Contains(c.Offer))
            .ToDictionaryAsync(c => c.Offer, c => new OfferUsed(c.Uses, c.Given, held.GetValueOrDefault(c.Offer)), ct);
    }
}
