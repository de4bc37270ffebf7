namespace Vafa.Core.Tiers;

/// <summary>When a standing changes next if the member buys nothing more.</summary>
public static class Foresee
{
    /// <summary>
    /// The next day, after that of <paramref name="window"/>, on which a review could change something or must warn;
    /// null: none ever. A purchase can only postpone it, so it may be early but never late; only a refund brings it
    /// forward.
    /// </summary>
    public static DateOnly? NextReview(
        Ladder ladder,
        Standing standing,
        IReadOnlyCollection<TierDay> days,
        MeasuredDays window
    )
    {
        var next = standing.Placed?.Until?.AddDays(1);
        if (Fall(ladder, standing, days, window) is not { } falls)
        {
            return Earlier(next, WhileItIsReached(ladder, standing, window));
        }

        var begins = standing.GraceUntil is null ? Lapse(ladder, standing, days, window) : null;
        next = Earlier(next, Earlier(begins, falls));
        if (ladder.WarnDays == 0)
        {
            return next;
        }

        var warns = Later(falls.AddDays(-ladder.WarnDays), window.To.AddDays(1));
        return Earlier(next, standing.WarnedOf is { } told ? Later(warns, told) : warns);
    }

    /// <summary>
    /// The day on which the tier is lost if nothing more is bought, with the grace; null when it is not foreseen: no
    /// tier, a ladder without falls, or a year whose sums already reach it.
    /// </summary>
    public static DateOnly? Fall(
        Ladder ladder,
        Standing standing,
        IReadOnlyCollection<TierDay> days,
        MeasuredDays window
    )
    {
        if (ladder.Fall == FallRule.Never || ladder.PlaceOf(standing.Tier) < 0)
        {
            return null;
        }

        return standing.GraceUntil is { } last
            ? last.AddDays(1)
            : Lapse(ladder, standing, days, window)?.AddDays(ladder.GraceDays);
    }

    /// <summary>
    /// The first day on which the tier's requirement no longer holds if nothing more is bought: of a rolling window the
    /// day on which the oldest day that is needed drops out, of a year its turn; null when the running year reaches the
    /// tier by itself. The day of the window itself when it does not hold any more.
    /// </summary>
    private static DateOnly? Lapse(
        Ladder ladder,
        Standing standing,
        IReadOnlyCollection<TierDay> days,
        MeasuredDays window
    )
    {
        var held = ladder.PlaceOf(standing.Tier);
        if (window.Turn is { } turn)
        {
            var measured = Measured.On(days, window);
            return ladder.Reached(measured.Running) >= held ? null
                : ladder.Reached(measured) >= held ? turn
                : window.To;
        }

        var sums = TierSums.None;
        foreach (var day in days.Where(d => d.Day >= window.From && d.Day <= window.To).OrderByDescending(d => d.Day))
        {
            sums = sums.Plus(day.Sums);
            if (ladder.Reached(sums) >= held)
            {
                return day.Day.AddDays(window.Length);
            }
        }

        return window.To;
    }

    /// <summary>A year that reaches the tier keeps it until its turn; then the next one is measured.</summary>
    private static DateOnly? WhileItIsReached(Ladder ladder, Standing standing, MeasuredDays window) =>
        ladder.Fall == FallRule.Never || ladder.PlaceOf(standing.Tier) < 0 ? null : window.Turn;

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly? Earlier(DateOnly? a, DateOnly? b) =>
        a is { } first && b is { } second ? (first < second ? first : second) : a ?? b;
}
