using Microsoft.EntityFrameworkCore;
using Vafa.Data;

namespace Vafa.Features.Members;

/// <summary>How many members came last in this time, and not since: a range of the index of last visits.</summary>
public sealed class CountSilent(AppDb db)
{
    public Task<int> Run(DateTimeOffset from, DateTimeOffset until, CancellationToken ct) =>
        Within(db, from, until).CountAsync(ct);

    internal static IQueryable<Member> Within(AppDb db, DateTimeOffset from, DateTimeOffset until) =>
        db.Members.AsNoTracking().Where(m => m.LastVisit >= from && m.LastVisit < until);
}
