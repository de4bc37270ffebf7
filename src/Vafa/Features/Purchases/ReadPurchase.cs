using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;

namespace Vafa.Features.Purchases;

/// <summary>A recorded sale with what went back since.</summary>
/// <param name="Back">Of each line, by its number, the quantity that went back, in thousandths.</param>
public sealed record PurchaseReading(
    RecordedSale Sale,
    IReadOnlyList<Refund> Refunds,
    IReadOnlyDictionary<int, long> Back
);

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
        var back = await db
            .RefundLines.AsNoTracking()
            .Where(l => l.MemberId == sale.Purchase.MemberId && l.PurchaseId == id)
            .GroupBy(l => l.No)
            .Select(g => new { No = g.Key, Quantity = g.Sum(l => l.Quantity) })
            .ToDictionaryAsync(l => l.No, l => l.Quantity, ct);
        return new PurchaseReading(sale, refunds, back);
    }
}
