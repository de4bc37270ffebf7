using System.Text.Json.Serialization;
using Vafa.Core.Ledger;
using Vafa.Core.Values;

namespace Vafa.Features.Programme.Shapes;

/// <summary>What members earn for something that is no sale; POST /members/{id}/events tells of it.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal record EngagementShape
{
    public required LocalText Title { get; init; }

    /// <summary>What one time brings; nothing, where only lots wait for it.</summary>
    public IReadOnlyList<UnitAmount>? Earn { get; init; }

    /// <summary>How often it brings something; every time unless said.</summary>
    public MemberLimitShape? PerMember { get; init; }

    /// <summary>
    /// What of a profile must be filled for it to come by itself, once: firstName, lastName, birthDate, gender, email,
    /// sms (the consent), and the club's own fields by their codes.
    /// </summary>
    public IReadOnlyList<string>? Profile { get; init; }
}

internal sealed record StoredEngagementShape : EngagementShape
{
    public required string Code { get; init; }

    public IReadOnlyList<WarningShape>? Warnings { get; init; }
}
