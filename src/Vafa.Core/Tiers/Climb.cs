namespace Vafa.Core.Tiers;

/// <summary>
/// How members rise and fall. A sale only lifts; a review lets fall, and lifts as well (imported history, a ladder that
/// was changed). Doing either twice with the same sums does nothing the second time.
/// </summary>
public static class Climb
{
    /// <summary>
    /// The sums after a sale: a higher tier is reached at once, and a grace ends when the tier is reached again. Never
    /// lowers.
    /// </summary>
    public static Moved Rise(Ladder ladder, Standing standing, Measured measured, DateOnly day)
    {
        var (held, reached) = (ladder.PlaceOf(standing.Tier), ladder.Reached(measured));
        if (reached > held)
        {
            return Rule(standing, TierEvent.Rose, ladder.Tiers[reached].Code, day);
        }

        return reached == held && standing.GraceUntil is not null
            ? new Moved(
                standing with
                {
                    GraceUntil = null,
                    WarnedOf = null,
                },
                [new TierMove(TierEvent.Kept, standing.Tier, standing.Tier)]
            )
            : new Moved(standing, []);
    }

    /// <summary>
    /// What the member is on a day that begins, by the sums up to then: he rises, his grace begins or ends, he falls,
    /// his placement ends, he is to be warned, or nothing. A tier that is not reached is held for the days of grace and
    /// with them the day <see cref="Standing.GraceUntil"/>; without grace it falls on the day itself.
    /// </summary>
    /// <param name="days">The member's days, at least those of <see cref="MeasuredDays.First"/> and later.</param>
    /// <param name="window">What the ladder measures on the day.</param>
    public static Moved Review(Ladder ladder, Standing standing, IReadOnlyCollection<TierDay> days, MeasuredDays window)
    {
        var day = window.To;
        var moves = new List<TierMove>();
        var next = standing;
        if (standing.Placed is { } placed && !placed.HoldsOn(day))
        {
            next = next with { Placed = null };
            moves.Add(new TierMove(TierEvent.PlacementEnded, placed.Tier, null));
        }

        var byRule = ByRule(ladder, next, Measured.On(days, window), window);
        next = byRule.Standing;
        moves.AddRange(byRule.Moves);
        if (Warn(ladder, next, days, window) is { } warned)
        {
            next = warned;
            moves.Add(new TierMove(TierEvent.Warned, next.Tier, next.Tier));
        }

        return new Moved(next, moves);
    }

    /// <summary>A person gives a tier, as a floor.</summary>
    public static Moved Place(Standing standing, Placement placement) =>
        new(
            standing with
            {
                Placed = placement,
            },
            [new TierMove(TierEvent.Placed, standing.Placed?.Tier, placement.Tier)]
        );

    /// <summary>A person ends a placement; nothing happens without one.</summary>
    public static Moved Unplace(Standing standing) =>
        standing.Placed is not { } placed
            ? new Moved(standing, [])
            : new Moved(standing with { Placed = null }, [new TierMove(TierEvent.PlacementTaken, placed.Tier, null)]);

    /// <summary>The member leaves the club: he holds nothing any more, by the rules or by a person.</summary>
    public static Moved Leave(Standing standing)
    {
        var moves = new List<TierMove>(2);
        if (standing.Placed is { } placed)
        {
            moves.Add(new TierMove(TierEvent.PlacementTaken, placed.Tier, null));
        }

        if (standing.Tier is { } tier)
        {
            moves.Add(new TierMove(TierEvent.Left, tier, null));
        }

        return new Moved(Standing.None, moves);
    }

    private static Moved ByRule(Ladder ladder, Standing standing, Measured measured, MeasuredDays window)
    {
        var (held, reached) = (ladder.PlaceOf(standing.Tier), ladder.Reached(measured));
        if (held < 0 && reached < 0 && standing.Tier is not null)
        {
            // The tier was taken off the ladder.
            return Rule(standing, TierEvent.Fell, null, window.To);
        }

        return reached < held
            ? Descend(ladder, standing, reached, window)
            : Rise(ladder, standing, measured, window.To);
    }

    /// <summary>The tier is not reached: its grace begins, goes on, or is over.</summary>
    private static Moved Descend(Ladder ladder, Standing standing, int reached, MeasuredDays window)
    {
        var day = window.To;
        if (ladder.Fall == FallRule.Never || day <= standing.GraceUntil)
        {
            return new Moved(standing, []);
        }

        if (standing.GraceUntil is null && ladder.GraceDays > 0)
        {
            return new Moved(
                standing with
                {
                    GraceUntil = day.AddDays(ladder.GraceDays - 1),
                },
                [new TierMove(TierEvent.GraceBegan, standing.Tier, standing.Tier)]
            );
        }

        var below = ladder.Below(ladder.PlaceOf(standing.Tier));
        if (ladder.Fall == FallRule.Recalculated || below <= reached)
        {
            return Rule(standing, TierEvent.Fell, ladder.At(reached)?.Code, day);
        }

        var fell = Rule(standing, TierEvent.Fell, ladder.Tiers[below].Code, day);
        return fell with { Standing = fell.Standing with { GraceUntil = LastOfStep(ladder, window) } };
    }

    /// <summary>
    /// A step that is not reached either is held as long as one that was: to the next turn of the year, or for the
    /// length of a rolling window; and then for the days of grace.
    /// </summary>
    private static DateOnly LastOfStep(Ladder ladder, MeasuredDays window) =>
        (window.Turn ?? window.To.AddDays(window.Length)).AddDays(ladder.GraceDays - 1);

    /// <summary>
    /// The standing of one who is to be warned. Small purchases may put the fall off day by day: he is told again only
    /// once the day that he was told has come.
    /// </summary>
    private static Standing? Warn(
        Ladder ladder,
        Standing standing,
        IReadOnlyCollection<TierDay> days,
        MeasuredDays window
    ) =>
        ladder.WarnDays > 0
        && Foresee.Fall(ladder, standing, days, window) is { } falls
        && falls.AddDays(-ladder.WarnDays) <= window.To
        && !(window.To < standing.WarnedOf)
            ? standing with
            {
                WarnedOf = falls,
            }
            : null;

    private static Moved Rule(Standing standing, TierEvent what, string? tier, DateOnly day) =>
        new(
            standing with
            {
                Tier = tier,
                Since = tier is null ? null : day,
                GraceUntil = null,
                WarnedOf = null,
            },
            [new TierMove(what, standing.Tier, tier)]
        );
}
