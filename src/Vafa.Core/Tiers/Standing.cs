namespace Vafa.Core.Tiers;

/// <summary>Where a member stands on one ladder.</summary>
/// <param name="Tier">Code of the tier that the rules gave; null: none.</param>
/// <param name="Since">Business day it is held since; null without one.</param>
/// <param name="GraceUntil">The sums no longer reach it, but it is held up to and with this day.</param>
/// <param name="Placed">A floor that a person has set.</param>
/// <param name="WarnedOf">The day of falling that the member was warned of.</param>
public sealed record Standing(
    string? Tier = null,
    DateOnly? Since = null,
    DateOnly? GraceUntil = null,
    Placement? Placed = null,
    DateOnly? WarnedOf = null
)
{
    public static readonly Standing None = new();
}

/// <summary>A tier that a person gave.</summary>
/// <param name="Until">Last business day of it; null: until somebody ends it.</param>
public sealed record Placement(string Tier, DateOnly? Until)
{
    public bool HoldsOn(DateOnly day) => Until is not { } last || day <= last;
}

/// <summary>What happened to a member's standing.</summary>
public enum TierEvent
{
    /// <summary>The sums reached a higher tier.</summary>
    Rose = 1,

    /// <summary>The sums no longer reach the tier; it is held for the days of grace.</summary>
    GraceBegan = 2,

    /// <summary>Within the grace the sums reached the tier again.</summary>
    Kept = 3,

    Fell = 4,

    /// <summary>A person gave a tier.</summary>
    Placed = 5,

    /// <summary>The last day of a placement has passed.</summary>
    PlacementEnded = 6,

    /// <summary>A person ended a placement.</summary>
    PlacementTaken = 7,

    /// <summary>A fall is near; the member is to be told.</summary>
    Warned = 8,

    /// <summary>Two members became one, or two again; the tiers are those that the rules gave.</summary>
    Merged = 9,

    /// <summary>The member left the club; the tier is the one that the rules had given.</summary>
    Left = 10,
}

/// <summary>
/// One thing that happened. Of rises, falls and graces the tiers are those that the rules gave, of placements those
/// that a person gave.
/// </summary>
public readonly record struct TierMove(TierEvent Event, string? From, string? To);

/// <summary>A standing and what led to it; no moves: nothing happened.</summary>
public sealed record Moved(Standing Standing, IReadOnlyList<TierMove> Moves)
{
    /// <summary>Whether another tier was reached or lost, a placement or a grace began or ended.</summary>
    public bool IsAny => Moves.Count > 0;
}
