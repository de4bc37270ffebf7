using Vafa.Core.Values;

namespace Vafa.Features.Liability;

/// <summary>What the club owes its members, in amounts of units and in the smallest money unit.</summary>
/// <param name="Branch">Only what this branch gave; null: the whole club.</param>
/// <param name="Worth">Everything by what one is worth today, debts taken off.</param>
/// <param name="Cost">The same by what one costs the club.</param>
/// <param name="Units">
/// By unit. Of the whole club from the ledger at this moment: the sum of all entries; of a branch from its lots, as of
/// <see cref="LotFigures.At"/>.
/// </param>
/// <param name="Months">Months of the club's calendar, the oldest first; the running one is the last.</param>
public sealed record LiabilityFigures(
    DateTimeOffset At,
    DateOnly Day,
    string? Branch,
    long Worth,
    long Cost,
    IReadOnlyList<UnitOwed> Units,
    LotFigures Lots,
    IReadOnlyList<LiabilityMonth> Months,
    IReadOnlyList<PlanUse> Plans
);

/// <summary>So much of one unit, and what it counts at today's worth and cost; rounded down.</summary>
public sealed record UnitOwed(string Unit, LocalText Title, long Amount, long Worth, long Cost);

/// <summary>What lies in the lots of members.</summary>
/// <param name="At">As of when: now in a club of up to 100,000 lots, else when the last business day had ended.</param>
/// <param name="Live">Whether that is now.</param>
/// <param name="Ages">By how long ago it came: "0-30" days, "31-90", "91-180", "181-365", "older", "unknown".</param>
/// <param name="Ends">
/// By when it ends: "ended" (not yet taken away), within a "week", "month", "quarter", "year", "later", "never",
/// "waiting" (cannot be spent yet).
/// </param>
/// <param name="Branches">By the branch that gave it; "": no branch did.</param>
/// <param name="Debts">What members owe the club, as amounts above 0; in none of the groups.</param>
public sealed record LotFigures(
    DateTimeOffset At,
    bool Live,
    IReadOnlyList<LotGroup> Ages,
    IReadOnlyList<LotGroup> Ends,
    IReadOnlyList<LotGroup> Branches,
    IReadOnlyList<UnitOwed> Debts
);

/// <summary>One group of lots; groups that hold nothing are left out.</summary>
public sealed record LotGroup(string Group, long Worth, long Cost, IReadOnlyList<UnitOwed> Units);

/// <summary>One month in money at today's worth.</summary>
/// <param name="From">Its first business day.</param>
/// <param name="Given">By rules, offers and by hand, less what refunds took back.</param>
/// <param name="Other">Opening balances, conversions and what moved between members.</param>
/// <param name="Spent">Less what refunds gave back.</param>
/// <param name="Expired">Less what stands again; of one branch unknown, because no branch takes it away.</param>
/// <param name="Outstanding">At its end, or now; of one branch only where its picture is kept.</param>
/// <param name="Cost">The same by what one costs.</param>
public sealed record LiabilityMonth(
    DateOnly From,
    long Given,
    long Other,
    long Spent,
    long? Expired,
    long? Outstanding,
    long? Cost,
    IReadOnlyList<UnitMonth> Units
);

/// <summary>The same of one unit, in its amounts.</summary>
public sealed record UnitMonth(string Unit, long Given, long Other, long Spent, long? Expired, long? Outstanding);

/// <summary>A plan and how far it is used, in money at today's worth.</summary>
/// <param name="IssuePerMonth">What is meant to be given in a month; null: no bound.</param>
/// <param name="Issued">What was given since the first of the month.</param>
/// <param name="IssuedPercent">The share used, rounded down; null without a bound.</param>
/// <param name="Outstanding">What is meant to be owed at most; null: no bound.</param>
/// <param name="Owed">What is owed now; null without a bound.</param>
public sealed record PlanUse(
    string Unit,
    LocalText Title,
    long? IssuePerMonth,
    long Issued,
    long? IssuedPercent,
    long? Outstanding,
    long? Owed,
    long? OwedPercent
)
{
    private const int Warns = 80;
    private const int Full = 100;

    /// <summary>More than 80 of a hundred are given.</summary>
    public bool IssueNearlyGone => IssuePerMonth is { } most && (Int128)Issued * Full > (Int128)most * Warns;

    public bool OwesTooMuch => Outstanding is { } most && Owed > most;
}
