using Microsoft.EntityFrameworkCore;
using Vafa.Core.Earning;
using Vafa.Core.Ledger;
using Vafa.Core.Values;
using Vafa.Data;

namespace Vafa.Features.Ledger;

/// <summary>
/// What a member earned of a unit in the periods that caps look at: the entries themselves, so that there is no second
/// count. What a refund took back counts on the day of its sale.
/// </summary>
internal static class ReadEarned
{
    public static async Task<EarnedBefore> Of(
        AppDb db,
        (Guid Member, string Unit) wallet,
        ClubTime time,
        DateOnly day,
        CancellationToken ct
    )
    {
        var (member, unit) = wallet;
        var earned = db
            .Entries.Where(e => e.MemberId == member && e.Unit == unit && e.Kind == EntryKind.Earned)
            .Select(e => new { e.At, e.Amount });
        var reversed =
            from entry in db.Entries
            where entry.MemberId == member && entry.Unit == unit && entry.Kind == EntryKind.Reversed
            join refund in db.Refunds
                on new { entry.MemberId, Id = entry.CauseId } equals new { refund.MemberId, refund.Id }
            join sale in db.Purchases
                on new { refund.MemberId, Id = refund.PurchaseId } equals new { sale.MemberId, sale.Id }
            select new { sale.At, entry.Amount };
        var moves = await earned.Concat(reversed).ToListAsync(ct);
        var month = time.PeriodStart(day, Period.Month);
        var (from, fromMonth) = (time.StartOf(day), time.StartOf(month));
        var to = time.StartOf(day.AddDays(1));
        var toMonth = time.StartOf(time.LastDayOf(day, LongPeriod.Month).AddDays(1));
        return new EarnedBefore(
            moves.Where(m => m.At >= from && m.At < to).Sum(m => m.Amount),
            moves.Where(m => m.At >= fromMonth && m.At < toMonth).Sum(m => m.Amount),
            moves.Sum(m => m.Amount)
        );
    }
}
