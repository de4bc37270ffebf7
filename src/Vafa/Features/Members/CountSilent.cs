using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Members;

/// <summary>How many members came last within these days, and not since: a range of the index of last visits.</summary>
public sealed class CountSilent(AppDb db)
{
    public Task<int> Run(DateOnly first, DateOnly last, CancellationToken ct) => Within(db, first, last).CountAsync(ct);

    internal static IQueryable<Member> Within(AppDb db, DateOnly first, DateOnly last) =>
        db.Members.AsNoTracking().Where(m => m.LastVisitDay >= first && m.LastVisitDay <= last);
}
