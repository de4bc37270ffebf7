using Microsoft.EntityFrameworkCore;
using Vafa.Core.Ledger;
using Vafa.Core.Sales;
using Vafa.Core.Values;
using Vafa.Data;
using Vafa.Features.Programme;

namespace Vafa.Features.Purchases;

/// <summary>Reads a recorded sale back: the same receipt as when it was answered.</summary>
internal sealed class ReceiptReader(AppDb db, ProgrammeStore programmes)
{
    /// <summary>The sale with this id, or nothing.</summary>
    public async Task<RecordedSale?> Read(Guid purchase, CancellationToken ct) =>
        await OwnerOf(purchase, ct) is { } owner ? await Read(owner.Member, purchase, ct) : null;

    /// <summary>Whose sale it is; nothing for an unknown id.</summary>
    public async Task<(Guid Member, bool IsGuest)?> OwnerOf(Guid purchase, CancellationToken ct)
    {
        var key = PurchaseKeys.OfId(purchase);
        var owner = await (
            from k in db.PurchaseKeys
            where k.Key == key
            join p in db.Purchases on new { k.MemberId, Id = k.PurchaseId } equals new { p.MemberId, p.Id }
            select new { p.MemberId, p.IsGuest }
        ).SingleOrDefaultAsync(ct);
        return owner is null ? null : (owner.MemberId, owner.IsGuest);
    }

    /// <summary>A page of a member's sales with all that their receipts need, in few reads.</summary>
    public async Task<IReadOnlyList<RecordedSale>> ReadSome(
        Guid member,
        IReadOnlyList<Purchase> sales,
        CancellationToken ct
    )
    {
        var ids = sales.Select(s => s.Id).ToList();
        var lines = await db
            .PurchaseLines.AsNoTracking()
            .Where(l => l.MemberId == member && ids.Contains(l.PurchaseId))
            .ToListAsync(ct);
        var linesOf = lines.ToLookup(l => l.PurchaseId);
        var read = new List<RecordedSale>(sales.Count);
        foreach (var sale in sales)
        {
            read.Add(await Whole(sale, [.. linesOf[sale.Id].OrderBy(l => l.No)], ct));
        }

        return read;
    }

    public async Task<RecordedSale?> Read(Guid member, Guid purchase, CancellationToken ct)
    {
        var sale = await db
            .Purchases.AsNoTracking()
            .FirstOrDefaultAsync(p => p.MemberId == member && p.Id == purchase, ct);
        if (sale is null)
        {
            return null;
        }

        var lines = await db
            .PurchaseLines.AsNoTracking()
            .Where(l => l.MemberId == member && l.PurchaseId == purchase)
            .OrderBy(l => l.No)
            .ToListAsync(ct);
        return await Whole(sale, lines, ct);
    }

    private async Task<RecordedSale> Whole(Purchase sale, IReadOnlyList<PurchaseLine> lines, CancellationToken ct)
    {
        var club = await programmes.Version(sale.ProgrammeVersion, ct);
        var decision = sale.Decision is { } text
            ? DecisionRecord.Read(text, club.Programme, [.. lines.Select(l => new Money(l.Amount))])
            : null;
        var earned = decision is null ? await EarnedOf(sale, ct) : EarnedItem.Of(decision, club, sale.At, sale.Day);
        return new RecordedSale(sale, lines, earned, decision, PurchaseDetails.Read(sale.Details), club);
    }

    /// <summary>Imported history has no decision: what it earned stands in the ledger alone.</summary>
    private async Task<List<EarnedItem>> EarnedOf(Purchase sale, CancellationToken ct)
    {
        var entries = await db
            .Entries.AsNoTracking()
            .Where(e => e.MemberId == sale.MemberId && e.No >= sale.EntryFrom && e.No < sale.EntryTo)
            .OrderBy(e => e.No)
            .ToListAsync(ct);
        var lots = await db
            .Lots.AsNoTracking()
            .Where(l => l.MemberId == sale.MemberId && l.No >= sale.EntryFrom && l.No < sale.EntryTo)
            .ToDictionaryAsync(l => l.No, l => new LotTerms(l.AvailableFrom, l.ExpiresAt) { Awaits = l.Awaits }, ct);
        return
        [
            .. entries
                .Where(e => e.Kind == EntryKind.Earned)
                .Select(e => new EarnedItem(
                    e.Unit,
                    e.Amount,
                    lots.GetValueOrDefault(e.Lot, new LotTerms(sale.At)),
                    e.CauseCode,
                    null
                )),
        ];
    }
}
