using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Features.Ledger;
using Vafa.Features.Purchases;

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
        List<Guid> ids,
        DateTimeOffset since,
        CancellationToken ct
    ) => await Since(db, since).Where(e => ids.Contains(e.Member)).ToListAsync(ct);

    /// <summary>Of all members.</summary>
    public static IQueryable<EarnedInSales> Since(AppDb db, DateTimeOffset since)
    {
        var came = EntriesOfSales
            .Earned(db, since)
            .Select(e => new EarnedInSales
            {
                Member = e.MemberId,
                Unit = e.Unit,
                At = e.At,
                Amount = e.Amount,
            });
        var back =
            from e in EntriesOfSales.Reversed(db, since)
            join r in DaysOfMembers.Refunds(db) on new { e.MemberId, Id = e.CauseId } equals new { r.MemberId, r.Id }
            where r.SoldAt >= since
            select new EarnedInSales
            {
                Member = e.MemberId,
                Unit = e.Unit,
                At = r.SoldAt,
                Amount = e.Amount,
            };
        return came.Concat(back);
    }
}
