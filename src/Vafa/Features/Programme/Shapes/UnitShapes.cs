using System.Text.Json.Serialization;
using Vafa.Core.Ledger;
using Vafa.Core.Values;

namespace Vafa.Features.Programme.Shapes;

/// <summary>A kind of value that a member can own.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal record UnitShape
{
    public required LocalText Title { get; init; }

    /// <summary>What one counts in money when benefits are compared; at most four decimals.</summary>
    public required decimal Worth { get; init; }

    /// <summary>What one really costs the club; its worth unless said.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Business days after the day it was earned on; null: as `expires` says, else for ever.</summary>
    public int? ExpiresAfterDays { get; init; }

    public LifeShape? Expires { get; init; }

    public int? AvailableAfterDays { get; init; }

    public WaitShape? Available { get; init; }

    public CapsShape? Caps { get; init; }

    public required bool MaySpend { get; init; }

    /// <summary>What one pays; its worth unless said.</summary>
    public decimal? SpendValue { get; init; }

    public SpendingShape? Spending { get; init; }

    /// <summary>As the club's unless said.</summary>
    public DebtPolicy? DebtPolicy { get; init; }

    /// <summary>Whether members may give it to each other.</summary>
    public bool? MayTransfer { get; init; }

    public IntoShape? Into { get; init; }
}

/// <summary>How long it lives: one of these ways.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record LifeShape
{
    public int? Days { get; init; }

    /// <summary>Of the club's calendar.</summary>
    public int? Months { get; init; }

    /// <summary>Until the running period of the club's calendar ends.</summary>
    public LongPeriod? EndOf { get; init; }

    /// <summary>Whole periods more.</summary>
    public int? Later { get; init; }

    /// <summary>Until the next of these days: "12-29" every year of the club's calendar, "2027-03-20" once.</summary>
    public IReadOnlyList<string>? On { get; init; }

    public IdleShape? Idle { get; init; }
}

/// <summary>Until the member did nothing for so long; each visit moves the end.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record IdleShape
{
    public int? Days { get; init; }

    public int? Months { get; init; }
}

/// <summary>What must come before it can be spent.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WaitShape
{
    /// <summary>The club's `returnDays` are over.</summary>
    public bool? AfterReturns { get; init; }

    /// <summary>The name of an event of the member.</summary>
    public string? Event { get; init; }
}

/// <summary>The most that rules, tiers and engagement bring; what offers give counts and is not cut.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CapsShape
{
    public long? Purchase { get; init; }

    public long? Day { get; init; }

    public long? Month { get; init; }

    public long? Member { get; init; }
}

/// <summary>How much pays at once, and where.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SpendingShape
{
    public long? Least { get; init; }

    public long? Most { get; init; }

    public long? Step { get; init; }

    /// <summary>The largest share of goods and shipping after discounts.</summary>
    public decimal? MaxPercent { get; init; }

    public IReadOnlyList<string>? Branches { get; init; }

    public IReadOnlyList<DayOfWeek>? Weekdays { get; init; }

    /// <summary>It pays goods of these groups alone.</summary>
    public IReadOnlyList<string>? ProductGroups { get; init; }
}

/// <summary>What it turns into.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record IntoShape
{
    public required string Unit { get; init; }

    public required long Per { get; init; }

    public required long Gives { get; init; }

    /// <summary>By itself, every night.</summary>
    public bool? Nightly { get; init; }
}

internal sealed record StoredUnitShape : UnitShape
{
    public required string Code { get; init; }

    public IReadOnlyList<WarningShape>? Warnings { get; init; }
}
