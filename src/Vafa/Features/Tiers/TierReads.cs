using Vafa.Core.Tiers;
using Vafa.Core.Values;
using Vafa.Features.Ledger.Lane;

namespace Vafa.Features.Tiers;

/// <summary>What must be read of members to know where they stand.</summary>
internal static class TierReads
{
    /// <summary>For a sale: the standings and the running windows.</summary>
    public static void Ask(LaneReads reads, Core.Sales.Programme programme, DateOnly day) =>
        Ask(reads, programme, day, withEnded: false);

    /// <summary>For a review: of years also the one that ended.</summary>
    public static void AskAll(LaneReads reads, Core.Sales.Programme programme, DateOnly day) =>
        Ask(reads, programme, day, withEnded: true);

    /// <summary>The first day that counts for a ladder, whenever the member joined.</summary>
    public static DateOnly FirstDay(Ladder ladder, ClubTime time, DateOnly day, bool withEnded)
    {
        if (ladder.Span.Kind == SpanKind.Anniversary)
        {
            // A year of membership has at most 366 days; it began on any day of the year before.
            return day.AddDays(withEnded ? -732 : -366);
        }

        var window = ladder.Span.On(time, day, day);
        return withEnded ? window.First : window.From;
    }

    public static bool AsksForEarned(Ladder ladder) =>
        ladder.Tiers.Any(t => t.From.Any(r => r.Kind == RequirementKind.Earned));

    private static void Ask(LaneReads reads, Core.Sales.Programme programme, DateOnly day, bool withEnded)
    {
        foreach (var ladder in programme.Ladders)
        {
            var from = FirstDay(ladder, programme.Club.Time, day, withEnded);
            reads.Tiers = true;
            reads.Days(from, day);
            if (AsksForEarned(ladder))
            {
                reads.Earned(programme.Club.Time, from);
            }
        }
    }
}
