using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Purchases;

/// <summary>How much of each limited offer is gone.</summary>
public sealed class ReadOfferUses(AppDb db)
{
    /// <param name="offers">Their codes; one that was never used is not in the answer.</param>
    public Task<Dictionary<string, OfferCounter>> Run(IReadOnlyCollection<string> offers, CancellationToken ct) =>
        db.OfferCounters.AsNoTracking().Where(c => offers.Contains(c.Offer)).ToDictionaryAsync(c => c.Offer, ct);
}
