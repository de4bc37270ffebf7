using Microsoft.EntityFrameworkCore;
using Vafa.Data;
using Vafa.Features.Members;

namespace Vafa.Features.Tiers;

/// <summary>How many members each tier has by what they bought; a tier that a person gave is not counted.</summary>
public sealed class CountTiers(AppDb db)
{
    public async Task<IReadOnlyDictionary<(string Ladder, string Tier), int>> Run(CancellationToken ct)
    {
        var rows = await db
            .MemberTiers.Where(t => t.Tier != null && !MemberLookup.Gone(db).Contains(t.MemberId))
            .GroupBy(t => new { t.Ladder, t.Tier })
            .Select(g => new
            {
                g.Key.Ladder,
                g.Key.Tier,
                Members = g.Count(),
            })
            .ToListAsync(ct);
        return rows.ToDictionary(r => (r.Ladder, r.Tier!), r => r.Members);
    }
}
