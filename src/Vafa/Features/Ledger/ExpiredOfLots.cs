using Microsoft.EntityFrameworkCore;
using Vafa.Core.Ledger;
using Vafa.Data;
using Vafa.Features.Ledger.Lane;

namespace Vafa.Features.Ledger;

/// <summary>
/// What expired out of lots and does not stand again, by the entries that are stored and by those that works before in
/// the same batch will write.
/// </summary>
internal static class ExpiredOfLots
{
    public static async Task<Dictionary<long, long>> Of(
        AppDb db,
        LaneRows pending,
        Guid member,
        IReadOnlyList<long> lots,
        CancellationToken ct
    )
    {
        var expired = await db
            .Entries.AsNoTracking()
            .Where(e => e.MemberId == member && e.Account == ClubAccount.Expired && lots.Contains(e.Lot))
            .GroupBy(e => e.Lot)
            .Select(g => new { Lot = g.Key, Expired = -g.Sum(e => e.Amount) })
            .ToDictionaryAsync(g => g.Lot, g => g.Expired, ct);
        foreach (var entry in pending.Entries.Rows.Where(e => e.MemberId == member && lots.Contains(e.Lot)))
        {
            if (entry.Account == ClubAccount.Expired)
            {
                expired[entry.Lot] = expired.GetValueOrDefault(entry.Lot) - entry.Amount;
            }
        }

        return expired;
    }
}
