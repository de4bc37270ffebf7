using System.Text.Json.Serialization;
using Vafa.Core.Offers;
using Vafa.Core.Values;

namespace Vafa.Features.Programme.Shapes;

// The shapes tell the OpenAPI document how documents look; Core's readers decide. A test holds both together.

/// <summary>An offer; all but title and give may be left out.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal record OfferShape
{
    public required LocalText Title { get; init; }

    /// <summary>1 to 10 effects.</summary>
    public required IReadOnlyList<EffectShape> Give { get; init; }

    public ConditionShape? When { get; init; }

    public ScheduleShape? Schedule { get; init; }

    /// <summary>At most one offer of a group is chosen in a sale; "main" unless said.</summary>
    public string? Group { get; init; }

    /// <summary>True: a group of its own.</summary>
    public bool? Combine { get; init; }

    /// <summary>Codes of offers it never goes with.</summary>
    public IReadOnlyList<string>? NotWith { get; init; }

    public int? Priority { get; init; }

    public OfferState? State { get; init; }

    public LimitsShape? Limits { get; init; }

    /// <summary>Percentage of members who do not get it, to measure its effect.</summary>
    public decimal? Holdout { get; init; }
}

/// <summary>An offer as it is stored, with what is to be minded.</summary>
internal sealed record StoredOfferShape : OfferShape
{
    public required string Code { get; init; }

    /// <summary>Only in the answer to a change.</summary>
    public IReadOnlyList<WarningShape>? Warnings { get; init; }
}

/// <summary>An offer that waits for a second person; what was in force stays.</summary>
internal sealed record WaitingOfferShape : OfferShape
{
    public required string Code { get; init; }

    public IReadOnlyList<WarningShape>? Warnings { get; init; }

    public required WaitsShape Waits { get; init; }
}

/// <summary>A proposal: its id, who made it and when.</summary>
internal sealed record WaitsShape(Guid Proposal, string By, DateTimeOffset At);

/// <summary>A rule of thumb that the document breaks.</summary>
internal sealed record WarningShape
{
    public required string Code { get; init; }

    public required string Message { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ScheduleShape
{
    public DateTimeOffset? From { get; init; }

    /// <summary>Exclusive.</summary>
    public DateTimeOffset? To { get; init; }

    public IReadOnlyList<DayOfWeek>? Weekdays { get; init; }

    /// <summary>Like "16:00-18:00", on the club's wall clock; may cross midnight.</summary>
    public IReadOnlyList<string>? Hours { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record LimitsShape
{
    /// <summary>Face money given in all.</summary>
    public long? Budget { get; init; }

    public long? Uses { get; init; }

    public MemberLimitShape? PerMember { get; init; }

    /// <summary>Worth in one sale.</summary>
    public long? MaxValue { get; init; }

    /// <summary>In each day, week, month or year of the club's calendar.</summary>
    public SpanLimitShape? PerPeriod { get; init; }

    /// <summary>At each branch, in each period or ever.</summary>
    public SpanLimitShape? PerBranch { get; init; }
}

/// <summary>Uses, budget or both.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SpanLimitShape
{
    public Period? Every { get; init; }

    public long? Uses { get; init; }

    /// <summary>Face money given.</summary>
    public long? Budget { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MemberLimitShape
{
    public required int Uses { get; init; }

    public Period? Every { get; init; }
}
