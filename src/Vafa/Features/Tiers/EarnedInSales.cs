using Microsoft.EntityFrameworkCore;
using Vafa.Core.Ledger;
using Vafa.Data;

namespace Vafa.Features.Tiers;

/// <summary>What sales earned; what a refund took back counts at the time of its sale.</summary>
internal sealed record EarnedInSales
{
    public required Guid Member { get; init; }

    public required string Unit { get; init; }

    public required DateTimeOffset At { get; init; }

    public required long Amount { get; init; }

    public static async Task<List<EarnedInSales>> Of(
        AppDb db,
        Guid member,
        DateTimeOffset since,
        CancellationToken ct
    ) => await Since(db, since).Where(e => e.Member == member).ToListAsync(ct);

    /// <summary>Of all members.</summary>
    public static IQueryable<EarnedInSales> Since(AppDb db, DateTimeOffset since)
    {
        var came =
            from e in db.Entries
            where e.Kind == EntryKind.Earned && e.At >= since
            select new EarnedInSales
            {
                Member = e.MemberId,
                Unit = e.Unit,
                At = e.At,
                Amount = e.Amount,
            };
        var back =
            from e in db.Entries
            where e.Kind == EntryKind.Reversed && e.At >= since
            join r in db.Refunds on new { e.MemberId, Id = e.CauseId } equals new { r.MemberId, r.Id }
            join p in db.Purchases on new { r.MemberId, Id = r.PurchaseId } equals new { p.MemberId, p.Id }
            where p.At >= since
            select new EarnedInSales
            {
                Member = e.MemberId,
                Unit = e.Unit,
                At = p.At,
                Amount = e.Amount,
            };
        return came.Concat(back);
    }
}
