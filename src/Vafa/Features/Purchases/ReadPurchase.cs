using Microsoft.EntityFrameworkCore;
using Vafa.Core.Values;
using Vafa.Data;

namespace Vafa.Features.Purchases;

/// <summary>A recorded sale with what went back since.</summary>
/// <param name="Refunds">The oldest first.</param>
/// <param name="Returned">What each of them brought back, line by line.</param>
public sealed record PurchaseReading(
    RecordedSale Sale,
    IReadOnlyList<Refund> Refunds,
    IReadOnlyList<RefundLine> Returned
)
{
    /// <summary>Of this line, the quantity that went back, in thousandths.</summary>
    public long Back(int no) => Returned.Where(l => l.No == no).Sum(l => l.Quantity);

    /// <summary>Whether something of it can still be given back; a line of quantity 0 goes back once.</summary>
    public bool HasLeft(PurchaseLine line) =>
        line.Quantity == 0 ? !Returned.Any(l => l.No == line.No) : Back(line.No) < line.Quantity;
}

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
        var returned = await db
            .RefundLines.AsNoTracking()
            .Where(l => l.MemberId == sale.Purchase.MemberId && l.PurchaseId == id)
            .ToListAsync(ct);
        return new PurchaseReading(sale, refunds, returned);
    }
}
