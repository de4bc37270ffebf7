using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Purchases;

/// <summary>Numbers of the ledger entries that a sale caused, which are those of the lots it opened, too.</summary>
/// <param name="To">The first number behind them.</param>
internal readonly record struct SaleEntries(long From, long To)
{
    public bool Holds(long no) => From <= no && no < To;

    /// <summary>Null: the member has no such sale.</summary>
    public static async Task<SaleEntries?> Of(AppDb db, Guid member, Guid purchase, CancellationToken ct)
    {
        var range = await db
            .Purchases.Where(p => p.MemberId == member && p.Id == purchase)
            .Select(p => new { p.EntryFrom, p.EntryTo })
            .FirstOrDefaultAsync(ct);
        return range is null ? null : new SaleEntries(range.EntryFrom, range.EntryTo);
    }
}
