using Microsoft.EntityFrameworkCore;
using Vafa.Core.Ledger;
using Vafa.Data;

namespace Vafa.Features.Ledger;

/// <summary>
/// The wallets of some members as they stand now, each unit of the club, also those that hold nothing.
/// </summary>
public sealed class ReadWallets(AppDb db, TimeProvider clock)
{
    /// <summary>
    /// Whose stored balance of a unit is at least so much, for a query over members to be narrowed by.
    /// </summary>
    public static IQueryable<Guid> Holding(AppDb db, string unit, long least) =>
        db.Wallets.Where(w => w.Unit == unit && w.Balance >= least).Select(w => w.MemberId);

    /// <param name="members">At most a page of them.</param>
    /// <param name="units">In the order the wallets are to be shown in.</param>
    public async Task<ILookup<Guid, WalletView>> Run(
        IReadOnlyCollection<Guid> members,
        IReadOnlyList<string> units,
        CancellationToken ct
    )
    {
        var rows = await db
            .Lots.AsNoTracking()
            .Where(l => members.Contains(l.MemberId) && l.Remaining != 0)
            .ToListAsync(ct);
        var now = clock.GetUtcNow();
        var lots = rows.ToLookup(l => l.MemberId, l => l.ToLot());
        return members
            .SelectMany(m => WalletView.All(units, [.. lots[m]], now).Select(wallet => (Member: m, Wallet: wallet)))
            .ToLookup(w => w.Member, w => w.Wallet);
    }
}
