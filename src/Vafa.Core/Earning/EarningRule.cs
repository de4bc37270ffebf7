using Vafa.Core.Offers;
using Vafa.Core.Values;

namespace Vafa.Core.Earning;

/// <summary>
/// What every sale earns when <see cref="When"/> holds: per amount, per visit or a percentage. All rules that hold
/// earn; offers come on top.
/// </summary>
/// <param name="PerAmount">For each full (step) or any share (proportional) of this money, <paramref
/// name="Earn"/>.</param>
/// <param name="PerVisit">A fixed amount for the visit; a guest earns nothing.</param>
/// <param name="Share">Percentage of the earning base, rounded down.</param>
public sealed record EarningRule(
    string Code,
    LocalText Title,
    string Unit,
    Condition? When,
    Money? PerAmount,
    long Earn,
    RuleRounding Rounding,
    long PerVisit,
    Percent? Share
)
{
    /// <summary>
    /// What it brings from what is paid for goods; each way is rounded down by itself, the sum is at most
    /// <see cref="EarningBase.Most"/>.
    /// </summary>
    public long EarnFrom(long goods)
    {
        var earned = PerVisit;
        if (PerAmount is { } per)
        {
            earned +=
                Rounding == RuleRounding.Step
                    ? EarningBase.Share(goods / per.Minor, Earn, 1)
                    : EarningBase.Share(goods, Earn, per.Minor);
        }

        if (Share is { } share)
        {
            earned += share.Of(goods);
        }

        return Math.Min(earned, EarningBase.Most);
    }
}

/// <summary>What an earning rule does with the part of a step.</summary>
public enum RuleRounding
{
    /// <summary>Only full steps earn: 2.5 steps are 2.</summary>
    Step,

    /// <summary>earn × base ÷ perAmount, rounded down once.</summary>
    Proportional,
}
