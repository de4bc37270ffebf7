using Microsoft.EntityFrameworkCore;
using Vafa.Core.Ledger;
using Vafa.Data;
using Vafa.Features.Ledger.Lane;

namespace Vafa.Features.Import;

/// <summary>
/// Who has had an opening balance of which unit: the ledger itself tells, so the same file again gives nothing.
/// </summary>
internal sealed class OpenedUnits(IServiceScopeFactory scopes)
{
    public async Task<HashSet<(Guid Member, string Unit)>> Of(IReadOnlyList<MemberRef> keys, CancellationToken ct)
    {
        var values = keys.Select(k => k.Value).ToHashSet(StringComparer.Ordinal);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var members = db.MemberKeys.Where(k => values.Contains(k.Value)).Select(k => k.MemberId);
        var opened = await db
            .Entries.Where(e => e.Kind == EntryKind.Imported && members.Contains(e.MemberId))
            .Select(e => new { e.MemberId, e.Unit })
            .Distinct()
            .ToListAsync(ct);
        return [.. opened.Select(o => (o.MemberId, o.Unit))];
    }
}
