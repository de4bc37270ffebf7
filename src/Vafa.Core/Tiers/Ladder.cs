using System.Collections.Immutable;
using Vafa.Core.Values;

namespace Vafa.Core.Tiers;

/// <summary>
/// A ladder of tiers, from low to high, that members climb by what they buy (or by invitation). A member holds at most
/// one tier of each ladder.
/// </summary>
/// <param name="Span">Over which days a member's sums are measured.</param>
/// <param name="Tiers">From low to high; whoever reaches one reaches those below that ask for something.</param>
/// <param name="GraceDays">Days a tier that is no longer reached is still held.</param>
/// <param name="WarnDays">So many days before a fall the member is told; 0: never.</param>
public sealed record Ladder(
    string Code,
    LocalText Title,
    LadderSpan Span,
    ImmutableArray<Tier> Tiers,
    FallRule Fall,
    int GraceDays,
    int WarnDays
)
{
    /// <summary>
    /// Place of a tier from 0, the lowest; −1 for none and for a code that is no longer on the ladder.
    /// </summary>
    public int PlaceOf(string? code)
    {
        for (var i = 0; i < Tiers.Length; i++)
        {
            if (string.Equals(Tiers[i].Code, code, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    public Tier? TierOf(string? code) => At(PlaceOf(code));

    /// <summary>Place of the highest tier that these sums reach, or −1. One by invitation is never reached.</summary>
    public int Reached(TierSums sums)
    {
        for (var i = Tiers.Length - 1; i >= 0; i--)
        {
            if (Tiers[i].IsReachedBy(sums))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>
    /// Place of the highest tier of what was measured: by the running window, and of a year also by the one that ended.
    /// </summary>
    public int Reached(Measured measured) =>
        measured.Ended is { } ended ? Math.Max(Reached(measured.Running), Reached(ended)) : Reached(measured.Running);

    /// <summary>The tier that counts on a day: the higher of what the rules gave and a placement; null: none.</summary>
    public Tier? Effective(Standing standing, DateOnly day)
    {
        var placed = standing.Placed is { } placement && placement.HoldsOn(day) ? PlaceOf(placement.Tier) : -1;
        return At(Math.Max(PlaceOf(standing.Tier), placed));
    }

    /// <summary>The tier below that asks for something; −1 when there is none.</summary>
    internal int Below(int place)
    {
        do
        {
            place--;
        } while (place >= 0 && Tiers[place].ByInvitation);

        return place;
    }

    /// <summary>The tier at a place; null for −1.</summary>
    public Tier? At(int place) => place < 0 ? null : Tiers[place];
}

/// <summary>What becomes of a member whose sums no longer reach his tier, once his grace is over.</summary>
public enum FallRule
{
    /// <summary>He falls to what his sums give. The default.</summary>
    Recalculated = 0,

    /// <summary>He falls to the tier below; that one is then held as if it had been reached on that day.</summary>
    OneStep = 1,

    /// <summary>He stays.</summary>
    Never = 2,
}
