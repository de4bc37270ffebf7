using Vafa.Core.Values;

namespace Vafa.Core.Tiers;

/// <summary>A fall that comes if the member buys nothing more.</summary>
/// <param name="Held">The tier that the rules gave.</param>
/// <param name="To">What he would fall to; null: none.</param>
/// <param name="Falls">The day of falling.</param>
/// <param name="Missing">What is missing to stay.</param>
public sealed record TierWarning(Tier Held, Tier? To, DateOnly Falls, Shortfall Missing)
{
    /// <summary>The fall that is foreseen, however far; null: none.</summary>
    public static TierWarning? Of(
        Ladder ladder,
        Standing standing,
        IReadOnlyCollection<TierDay> days,
        MeasuredDays window
    )
    {
        if (Foresee.Fall(ladder, standing, days, window) is not { } falls)
        {
            return null;
        }

        // What counts on the day of falling: of a rolling window what has not dropped out by then.
        var from = window.Turn is null ? falls.AddDays(1 - window.Length) : window.From;
        var (held, sums) = (ladder.PlaceOf(standing.Tier), TierSums.Of(days, from, window.To));
        var reached = ladder.Reached(sums);
        var to = ladder.Fall == FallRule.OneStep ? Math.Max(reached, ladder.Below(held)) : reached;
        return new TierWarning(ladder.Tiers[held], ladder.At(to), falls, Shortfall.Of(ladder.Tiers[held], sums));
    }

    /// <summary>Whether the ladder tells of it already on this day.</summary>
    public bool IsNear(Ladder ladder, DateOnly day) =>
        ladder.WarnDays > 0 && Falls.AddDays(-ladder.WarnDays) <= day && day < Falls;

    /// <summary>
    /// «۲۴۰٬۰۰۰ تومان تا ۱۲ آبان ۱۴۰۵ برای ماندن در طلایی» / "240,000 toman by 2026-11-03 to stay Gold".
    /// </summary>
    public string Sentence(Wording wording)
    {
        var (missing, last) = (Missing.Sentence(wording), wording.Day(Falls.AddDays(-1)));
        var title = wording.Inside(wording.Title(Held.Title));
        return wording.Say($"{missing} تا {last} برای ماندن در {title}", $"{missing} by {last} to stay {title}");
    }
}
