using Vafa.Data;
using Ladder = Vafa.Core.Tiers.Ladder;

namespace Vafa.Features.Tiers;

/// <summary>Who holds a tier on a day, along the index of standings: as <see cref="Ladder.Effective"/> says.</summary>
internal static class MembersInTier
{
    /// <summary>
    /// By the rules, unless a person gave a higher one that holds; or given by a person, unless the rules gave a
    /// higher.
    /// </summary>
    public static IQueryable<Guid> Of(AppDb db, Ladder ladder, string tier, DateOnly day)
    {
        var higher = ladder.Tiers.Skip(ladder.PlaceOf(tier) + 1).Select(t => t.Code).ToList();
        return db
            .MemberTiers.Where(t => t.Ladder == ladder.Code)
            .Where(t =>
                (t.Tier == tier && !(higher.Contains(t.PlacedTier!) && (t.PlacedUntil == null || t.PlacedUntil >= day)))
                || (
                    t.PlacedTier == tier
                    && (t.PlacedUntil == null || t.PlacedUntil >= day)
                    && (t.Tier == null || !higher.Contains(t.Tier))
                )
            )
            .Select(t => t.MemberId);
    }

    /// <summary>Who holds any tier of the ladder.</summary>
    public static IQueryable<Guid> OfAny(AppDb db, Ladder ladder, DateOnly day)
    {
        var tiers = ladder.Tiers.Select(t => t.Code).ToList();
        return db
            .MemberTiers.Where(t => t.Ladder == ladder.Code)
            .Where(t =>
                tiers.Contains(t.Tier!)
                || (tiers.Contains(t.PlacedTier!) && (t.PlacedUntil == null || t.PlacedUntil >= day))
            )
            .Select(t => t.MemberId);
    }
}
