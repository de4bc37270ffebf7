using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Purchases;

/// <summary>When somebody bought last, by the sales recorded under one id; also of a sale that came back.</summary>
internal sealed record LastVisit(DateTimeOffset At, DateOnly Day)
{
    public static Task<LastVisit?> Of(AppDb db, Guid member, CancellationToken ct) =>
        db
            .Purchases.Where(p => p.MemberId == member)
            .OrderByDescending(p => p.At)
            .Select(p => new LastVisit(p.At, p.Day))
            .FirstOrDefaultAsync(ct);
}
