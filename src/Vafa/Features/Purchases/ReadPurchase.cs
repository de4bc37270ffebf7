using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;

namespace Vafa.Features.Purchases;

/// <summary>A recorded sale with what went back since.</summary>
public sealed record PurchaseReading(RecordedSale Sale, IReadOnlyList<Refund> Refunds);

/// <summary>Reads one sale by its id; refused: purchase.unknown (404).</summary>
internal sealed class ReadPurchase(AppDb db, ReceiptReader receipts)
{
    public async Task<Outcome<PurchaseReading>> Run(Guid id, CancellationToken ct)
    {
        if (await receipts.Read(id, ct) is not { } sale)
        {
            return Refusal.NotFound("purchase.unknown");
        }

        var refunds = await db
            .Refunds.AsNoTracking()
            .Where(r => r.MemberId == sale.Purchase.MemberId && r.PurchaseId == id)
            .OrderBy(r => r.At)
            .ToListAsync(ct);
        return new PurchaseReading(sale, refunds);
    }
}
