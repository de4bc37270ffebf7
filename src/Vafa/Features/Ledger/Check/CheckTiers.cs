using Vafa.Core.Tiers;

namespace Vafa.Features.Ledger.Check;

/// <summary>Where a member stands on each ladder against the last of what happened there.</summary>
internal static class CheckTiers
{
    public static IEnumerable<Difference> Of(Guid member, MemberRows rows)
    {
        var moves = rows.TierMoves.Rows;
        foreach (var ladder in rows.Tiers.Rows.Select(t => t.Ladder).Union(moves.Select(m => m.Ladder)))
        {
            var stored = rows.Tiers.Rows.FirstOrDefault(t => t.Ladder == ladder);
            var (tier, placed) = (Last(moves, ladder, ofPlacements: false), Last(moves, ladder, ofPlacements: true));
            if (stored is null)
            {
                yield return Difference.Missing("member_tier", $"{member}/{ladder}");
                continue;
            }

            var count = moves.LongCount(m => m.Ladder == ladder);
            if (stored.Moves != count)
            {
                yield return Difference.Of("member_tier", $"{member}/{ladder}", "moves", stored.Moves, count);
            }

            if (stored.Tier != tier)
            {
                yield return Told(member, ladder, "tier", stored.Tier, tier);
            }

            if (stored.Placed != placed)
            {
                yield return Told(member, ladder, "placed_tier", stored.Placed, placed);
            }
        }
    }

    private static string? Last(IReadOnlyList<CheckedTierMove> moves, string ladder, bool ofPlacements) =>
        moves.LastOrDefault(m => m.Ladder == ladder && IsOfPlacement(m.Why) == ofPlacements)?.To;

    private static bool IsOfPlacement(TierEvent why) =>
        why is TierEvent.Placed or TierEvent.PlacementEnded or TierEvent.PlacementTaken;

    private static Difference Told(Guid member, string ladder, string column, string? stored, string? last) =>
        new("member_tier", $"{member}/{ladder}", column, stored ?? Difference.Nothing, last ?? Difference.Nothing);
}
