using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Purchases;

/// <summary>What members bought, for a query of another feature to go on with.</summary>
internal static class DaysOfMembers
{
    /// <summary>The roll-ups of their days, from one day on.</summary>
    public static IQueryable<MemberDay> Since(AppDb db, DateOnly first) =>
        db.MemberDays.AsNoTracking().Where(d => d.Day >= first);

    /// <summary>Each refund with the time of its sale.</summary>
    public static IQueryable<RefundOfSale> Refunds(AppDb db) =>
        from r in db.Refunds
        join p in db.Purchases on new { r.MemberId, Id = r.PurchaseId } equals new { p.MemberId, p.Id }
        select new RefundOfSale
        {
            MemberId = r.MemberId,
            Id = r.Id,
            PurchaseId = r.PurchaseId,
            SoldAt = p.At,
        };
}

/// <summary>A refund and when what came back had been sold.</summary>
internal sealed class RefundOfSale
{
    public Guid MemberId { get; init; }

    public Guid Id { get; init; }

    public Guid PurchaseId { get; init; }

    public DateTimeOffset SoldAt { get; init; }
}
