using System.Collections.Immutable;
using Vafa.Core.Values;

namespace Vafa.Core.Tiers;

/// <summary>One step of a ladder.</summary>
/// <param name="Code">Unique in the club, over all ladders.</param>
/// <param name="From">What it asks for; empty for one by invitation.</param>
/// <param name="NeedsAll">Whether all of <paramref name="From"/> must be reached, or any of it.</param>
/// <param name="ByInvitation">Only a person gives it.</param>
/// <param name="Earning">Units of which rules earn this member more.</param>
/// <param name="Services">What its members get, a line each.</param>
/// <param name="About">The tier's own page, in longer words.</param>
public sealed record Tier(
    string Code,
    LocalText Title,
    ImmutableArray<Requirement> From,
    bool NeedsAll,
    bool ByInvitation,
    ImmutableArray<TierTimes> Earning,
    ImmutableArray<LocalText> Services,
    LocalText? About,
    Colour? Colour
)
{
    /// <summary>Whether these sums reach it. One by invitation is reached by nothing.</summary>
    public bool IsReachedBy(TierSums sums) =>
        !ByInvitation && (NeedsAll ? From.All(r => sums.Of(r) >= r.Amount) : From.Any(r => sums.Of(r) >= r.Amount));

    /// <summary>How many hundredths of a unit its rules earn: 150 is half as much again; 100 without a word.</summary>
    public int TimesOf(string unit)
    {
        foreach (var earning in Earning)
        {
            if (string.Equals(earning.Unit, unit, StringComparison.Ordinal))
            {
                return earning.Hundredths;
            }
        }

        return 100;
    }

    /// <summary>Whoever reaches this one reaches the other, but not the other way round.</summary>
    public bool IsHarderThan(Tier other) => Implies(other) && !other.Implies(this);

    /// <summary>Each way of reaching this one reaches the other as well.</summary>
    private bool Implies(Tier other) => NeedsAll ? other.IsMetBy(From) : From.All(single => other.IsMetBy([single]));

    private bool IsMetBy(ImmutableArray<Requirement> way) =>
        NeedsAll ? From.All(r => way.Any(w => w.Covers(r))) : From.Any(r => way.Any(w => w.Covers(r)));
}

/// <summary>What a tier asks for.</summary>
/// <param name="Amount">At least so much: money, visits, or an amount of <paramref name="Unit"/>; above 0.</param>
/// <param name="Unit">Of <see cref="RequirementKind.Earned"/>, the unit that was earned.</param>
public readonly record struct Requirement(RequirementKind Kind, long Amount, string? Unit = null)
{
    /// <summary>The same is asked for, and no less of it.</summary>
    public bool Covers(Requirement other) =>
        Kind == other.Kind && string.Equals(Unit, other.Unit, StringComparison.Ordinal) && Amount >= other.Amount;
}

/// <summary>What is counted of a member.</summary>
public enum RequirementKind
{
    /// <summary>Money paid, less what was refunded.</summary>
    Spent = 0,

    /// <summary>Sales that were not wholly refunded.</summary>
    Visits = 1,

    /// <summary>An amount of a unit that was earned by sales and engagement, less what refunds took back.</summary>
    Earned = 2,
}

/// <summary>What rules earn of a unit counts so many times: 150 hundredths are one and a half times.</summary>
public readonly record struct TierTimes(string Unit, int Hundredths);
