using Vafa.Core.Ledger;
using Vafa.Core.Values;

namespace Vafa.Core.Earning;

/// <summary>What one sale or event brought its member of a unit, less what a refund took back of it.</summary>
/// <param name="At">The moment it counts at.</param>
/// <param name="Capped">By rules, tiers and engagement: what caps cut.</param>
/// <param name="Beside">By offers: it counts in caps and is never cut.</param>
public readonly record struct EarnedOnce(DateTimeOffset At, long Capped, long Beside)
{
    public long All => Capped + Beside;

    /// <summary>
    /// The same after a refund: it takes from both parts alike, rounded so that nothing comes into being.
    /// </summary>
    /// <param name="back">What was taken back, from 0 to all of it.</param>
    public EarnedOnce Less(long back)
    {
        var left = Math.Clamp(All - back, 0, All);
        var capped = All == 0 ? 0 : (long)((Int128)Capped * left / All);
        return this with { Capped = capped, Beside = left - capped };
    }
}

/// <summary>What caps would have held back of one member's sales and events.</summary>
/// <param name="Times">How many of them would have brought less.</param>
/// <param name="Amount">How much less in all.</param>
public readonly record struct CapsCut(int Times, long Amount);

/// <summary>
/// Runs caps over what a member earned: each sale and event in its order, with what the caps would have let through
/// before it. What caps of those days held back is not known and does not come back.
/// </summary>
public sealed class CapTrial(EarningCaps caps, ClubTime time)
{
    /// <param name="acts">
    /// In the order of their moments: those that are judged, and before them what the day and the month had already
    /// brought.
    /// </param>
    /// <param name="first">The first business day that is judged.</param>
    /// <param name="before">What he had earned before all of <paramref name="acts"/>.</param>
    public CapsCut Of(IEnumerable<EarnedOnce> acts, DateOnly first, long before)
    {
        var (cut, ever) = (default(CapsCut), before);
        (DateOnly Day, DateOnly Month) now = default;
        var (ofDay, ofMonth) = (0L, 0L);
        foreach (var act in acts)
        {
            var day = time.DayOf(act.At);
            var month = time.PeriodStart(day, Period.Month);
            (ofDay, ofMonth) = (now.Day == day ? ofDay : 0, now.Month == month ? ofMonth : 0);
            now = (day, month);
            var let = act.Capped;
            if (day >= first)
            {
                let = Math.Min(let, new EarnedBefore(ofDay, ofMonth, ever).Room(caps));
                cut = let < act.Capped ? new CapsCut(cut.Times + 1, cut.Amount + act.Capped - let) : cut;
            }

            (ofDay, ofMonth, ever) = (ofDay + let + act.Beside, ofMonth + let + act.Beside, ever + let + act.Beside);
        }

        return cut;
    }
}
