using Microsoft.EntityFrameworkCore;
using Vafa.Core.Ledger;
using Vafa.Core.Sales;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Ledger;
using Vafa.Features.Ledger.Lane;

namespace Vafa.Features.Purchases;

/// <summary>What is recorded of a sale and its earlier refunds: all that a refund goes by.</summary>
internal sealed record RefundPast(
    Purchase Purchase,
    IReadOnlyList<SoldLine> SoldLines,
    IReadOnlyList<RefundedLine> RefundedLines,
    RecordedMoves Moves,
    IReadOnlyList<Lot> Lots,
    IReadOnlyList<OfferUse> Uses
)
{
    private readonly Dictionary<int, (string? Sku, string? Group)> goods = [];

    /// <summary>Goods that come back are no longer bought.</summary>
    public void TakeBack(BoughtGoods bought, in RefundPart part)
    {
        if (goods.TryGetValue(part.Line, out var line))
        {
            bought.Move(line.Sku, line.Group, -part.Quantity.Thousandths, Purchase.Day);
        }
    }

    public static async Task<RefundPast> Read(LaneScene scene, Guid member, Guid purchase, CancellationToken ct)
    {
        await using var db = scene.Transaction.Context();
        var sale = await db.Purchases.AsNoTracking().FirstAsync(p => p.MemberId == member && p.Id == purchase, ct);
        var lines = await db
            .PurchaseLines.AsNoTracking()
            .Where(l => l.MemberId == member && l.PurchaseId == purchase)
            .OrderBy(l => l.No)
            .ToListAsync(ct);
        var refunds = await db
            .Refunds.AsNoTracking()
            .Where(r => r.MemberId == member && r.PurchaseId == purchase)
            .ToListAsync(ct);
        // What works before in the same batch will write counts as well.
        var rows = scene.Rows;
        refunds.AddRange(rows.Refunds.Rows.Where(r => r.MemberId == member && r.PurchaseId == purchase));
        var back = new List<RefundedLine>();
        var earlier = new List<Entry>();
        foreach (var refund in refunds)
        {
            var parts = await db
                .RefundLines.AsNoTracking()
                .Where(l => l.MemberId == member && l.RefundId == refund.Id)
                .ToListAsync(ct);
            parts.AddRange(rows.RefundLines.Rows.Where(l => l.MemberId == member && l.RefundId == refund.Id));
            back.AddRange(
                parts.Select(p => new RefundedLine(
                    p.No,
                    new Quantity(p.Quantity),
                    new Money(p.Money),
                    new Money(p.Spent)
                ))
            );
            earlier.AddRange(await Entries(db, member, refund.EntryFrom, refund.EntryTo, ct));
            earlier.AddRange(
                rows.Entries.Rows.Where(e => e.MemberId == member && e.No >= refund.EntryFrom && e.No < refund.EntryTo)
                    .Select(EntryOf)
            );
        }

        var own = await Entries(db, member, sale.EntryFrom, sale.EntryTo, ct);
        var numbers = RefundMoves.LotsOf(own).ToList();
        var uses = await db
            .OfferUses.AsNoTracking()
            .Where(u => u.MemberId == member && u.PurchaseId == purchase && !u.Freed)
            .ToListAsync(ct);
        var past = new RefundPast(
            sale,
            [.. lines.Select(SoldLineOf)],
            back,
            new RecordedMoves(own, earlier, await ExpiredOfLots.Of(db, scene.Rows, member, numbers, ct)),
            await LotsOf(db, member, numbers, ct),
            uses
        );
        foreach (var line in lines.Where(l => l.Kind == LineKind.Goods))
        {
            past.goods[line.No] = (line.Sku, line.ProductGroup);
        }

        return past;
    }

    private static SoldLine SoldLineOf(PurchaseLine line) =>
        new(
            line.No,
            line.Kind,
            new Quantity(line.Quantity),
            new Money(line.Amount),
            new Money(line.Discount),
            new Money(line.Spent)
        );

    private static async Task<List<Entry>> Entries(AppDb db, Guid member, long from, long to, CancellationToken ct)
    {
        var rows = await db
            .Entries.AsNoTracking()
            .Where(e => e.MemberId == member && e.No >= from && e.No < to)
            .OrderBy(e => e.No)
            .ToListAsync(ct);
        return [.. rows.Select(EntryOf)];
    }

    private static Entry EntryOf(EntryRow e) =>
        new(e.No, e.Posting, e.Unit, e.Lot, e.Amount, e.Balance, e.Account, e.Kind);

    private static async Task<List<Lot>> LotsOf(AppDb db, Guid member, List<long> numbers, CancellationToken ct)
    {
        var rows = await db
            .Lots.AsNoTracking()
            .Where(l => l.MemberId == member && numbers.Contains(l.No))
            .ToListAsync(ct);
        return rows.ConvertAll(l => l.ToLot());
    }
}
