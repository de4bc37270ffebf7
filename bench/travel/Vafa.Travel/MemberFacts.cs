using Microsoft.EntityFrameworkCore;
using Vafa.Core.Tiers;
using Vafa.Data;
using Vafa.Features.Members;
using Vafa.Features.Programme;
using Vafa.Features.Tiers;

namespace Vafa.Travel;

/// <summary>Where members stand and in which groups after a night, beside what their visits alone say.</summary>
internal sealed class MemberFacts
{
    private readonly HashSet<Guid> gone;
    private readonly HashSet<Guid> merged;
    private readonly ILookup<Guid, Sale> sales;
    private readonly List<MemberTier> standings;
    private readonly ILookup<string, Guid> groups;

    private MemberFacts(
        HashSet<Guid> gone,
        HashSet<Guid> merged,
        ILookup<Guid, Sale> sales,
        List<MemberTier> standings,
        ILookup<string, Guid> groups
    ) => (this.gone, this.merged, this.sales, this.standings, this.groups) = (gone, merged, sales, standings, groups);

    public static async Task<MemberFacts> Read(AppDb db)
    {
        var ids = await db
            .Members.IgnoreQueryFilters()
            .Where(m => m.GoneAt != null || m.MergedInto != null)
            .Select(m => new { m.Id, m.MergedInto })
            .ToListAsync();
        var into = ids.Where(m => m.MergedInto is not null).ToDictionary(m => m.Id, m => m.MergedInto!.Value);
        var sales = await db
            .Purchases.Where(p => !p.IsGuest)
            .Select(p => new { Owner = p.MemberId, Sale = new Sale(p.Day, p.IsVoid) })
            .ToListAsync();
        var members = await db.MemberGroups.AsNoTracking().ToListAsync();
        return new MemberFacts(
            [.. ids.Select(m => m.Id)],
            [.. into.Keys],
            sales.ToLookup(p => into.GetValueOrDefault(p.Owner, p.Owner), p => p.Sale),
            await db.MemberTiers.AsNoTracking().ToListAsync(),
            members.ToLookup(m => m.Code, m => m.MemberId, StringComparer.Ordinal)
        );
    }

    public IEnumerable<string> Wrong(ClubVersion club, DateOnly day) => [.. Tiers(club, day), .. Groups(day)];

    /// <summary>
    /// Nobody stands below what his visits of 90 days reach, and nobody above it without the time the ladder gives him.
    /// Who has left stands nowhere; what stands under an id that was merged is kept for its undoing and says nothing.
    /// </summary>
    private IEnumerable<string> Tiers(ClubVersion club, DateOnly day)
    {
        var ladder = club.Programme.Ladders.Single();
        foreach (var standing in standings.Where(s => s.Ladder == ladder.Code && !merged.Contains(s.MemberId)))
        {
            var count = gone.Contains(standing.MemberId) ? 0 : VisitsSince(standing.MemberId, day.AddDays(-89));
            var reached = ladder.Reached(TierSums.None with { Visits = count });
            var place = ladder.PlaceOf(standing.Tier);
            if (place < reached || (place > reached && !(standing.GraceUntil >= day)))
            {
                yield return $"tiers: {standing.MemberId} at {place}, reached {reached}, grace {standing.GraceUntil}";
            }
        }
    }

    /// <summary>Who brought something back was here, but it was no visit.</summary>
    private IEnumerable<string> Groups(DateOnly day)
    {
        var since = day.AddDays(1 - Crowd.DaysHere);
        var here = sales
            .Where(s => !gone.Contains(s.Key) && s.Any(sale => sale.Day >= since))
            .Select(s => s.Key)
            .ToHashSet();
        var regulars = here.Where(m => VisitsSince(m, DateOnly.MinValue) >= Crowd.VisitsOfRegulars).ToHashSet();
        return [.. Group(Crowd.Here, here), .. Group(Crowd.Regulars, regulars)];
    }

    private IEnumerable<string> Group(string code, HashSet<Guid> expected)
    {
        if (!expected.SetEquals(groups[code]))
        {
            yield return $"groups: {code} has {groups[code].Count()} members, expected {expected.Count}";
        }
    }

    private int VisitsSince(Guid member, DateOnly day) => sales[member].Count(s => !s.IsVoid && s.Day >= day);

    private sealed record Sale(DateOnly Day, bool IsVoid);
}
