namespace Vafa.Core.Tiers;

/// <summary>Where one stands who was two members: the higher of both on each ladder (semantics 15).</summary>
public static class JoinedStanding
{
    /// <summary>
    /// The higher tier of the rules with its day and grace, and the higher placement; of equal tiers the one without
    /// grace, of equal placements the one that lasts longer. The sums of both together are for the next review.
    /// </summary>
    /// <param name="own">Of the member who stays; equal to the other's, his own stays.</param>
    public static Moved Of(Ladder ladder, Standing own, Standing other)
    {
        var next = IsHigher(ladder, own, other)
            ? own with
            {
                Tier = other.Tier,
                Since = other.Since,
                GraceUntil = other.GraceUntil,
                WarnedOf = other.WarnedOf,
            }
            : own;
        var placed = other.Placed is { } theirs && IsHigher(ladder, own.Placed, theirs) ? theirs : own.Placed;
        return To(own, next with { Placed = placed });
    }

    /// <summary>From one standing to another: what is different is a move of its own.</summary>
    public static Moved To(Standing now, Standing next)
    {
        var moves = new List<TierMove>(2);
        if (now with { Placed = null } != next with { Placed = null })
        {
            moves.Add(new TierMove(TierEvent.Merged, now.Tier, next.Tier));
        }

        if (now.Placed != next.Placed)
        {
            var what = next.Placed is null ? TierEvent.PlacementTaken : TierEvent.Placed;
            moves.Add(new TierMove(what, now.Placed?.Tier, next.Placed?.Tier));
        }

        return new Moved(next, moves);
    }

    private static bool IsHigher(Ladder ladder, Standing own, Standing other)
    {
        var (mine, theirs) = (ladder.PlaceOf(own.Tier), ladder.PlaceOf(other.Tier));
        return theirs > mine
            || (theirs == mine && theirs >= 0 && own.GraceUntil is { } ends && !(other.GraceUntil <= ends));
    }

    private static bool IsHigher(Ladder ladder, Placement? own, Placement other)
    {
        var (mine, theirs) = (ladder.PlaceOf(own?.Tier), ladder.PlaceOf(other.Tier));
        return theirs > mine || (theirs == mine && theirs >= 0 && own?.Until is { } ends && !(other.Until <= ends));
    }
}
