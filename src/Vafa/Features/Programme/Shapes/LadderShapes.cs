using System.Text.Json;
using System.Text.Json.Serialization;
using Vafa.Core.Tiers;
using Vafa.Core.Values;

namespace Vafa.Features.Programme.Shapes;

/// <summary>A ladder of tiers, from low to high.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal record LadderShape
{
    public required LocalText Title { get; init; }

    /// <summary>{"days": N} for the last N days, "year" of the club's calendar, or "anniversary" of joining.</summary>
    public required JsonElement Measure { get; init; }

    /// <summary>1 to 12, each harder than the one below.</summary>
    public required IReadOnlyList<TierShape> Tiers { get; init; }

    /// <summary>What becomes of who no longer reaches his tier: recalculated unless said.</summary>
    public FallRule? Fall { get; init; }

    /// <summary>Days a tier that is no longer reached is still held, 0 to 366.</summary>
    public int? GraceDays { get; init; }

    /// <summary>The member is told so many days before he falls, 0 to 92; 14 unless said, 0 for never.</summary>
    public int? WarnDays { get; init; }
}

/// <summary>A tier of a ladder.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record TierShape
{
    /// <summary>Unique in the club.</summary>
    public required string Code { get; init; }

    public required LocalText Title { get; init; }

    /// <summary>What it asks for; a tier by invitation asks for nothing.</summary>
    public TierFromShape? From { get; init; }

    /// <summary>all (unless said) or any.</summary>
    public string? Match { get; init; }

    public bool? ByInvitation { get; init; }

    /// <summary>Units of which rules earn its members more.</summary>
    public IReadOnlyList<TierEarningShape>? Earning { get; init; }

    public IReadOnlyList<LocalText>? Services { get; init; }

    public LocalText? About { get; init; }

    /// <summary>#rrggbb.</summary>
    public string? Colour { get; init; }
}

/// <summary>What a tier asks for, at least one of it.</summary>
internal sealed record TierFromShape
{
    /// <summary>Money paid, less refunds.</summary>
    public long? Spent { get; init; }

    public long? Visits { get; init; }

    public TierEarnedShape? Earned { get; init; }
}

/// <summary>An amount of a unit that came by sales.</summary>
internal sealed record TierEarnedShape(string Unit, long Amount);

/// <param name="Times">1.01 to 10, at most two decimals: floor(rule earnings × (times − 1)) is added.</param>
internal sealed record TierEarningShape(string Unit, decimal Times);

internal sealed record StoredLadderShape : LadderShape
{
    public required string Code { get; init; }

    public IReadOnlyList<WarningShape>? Warnings { get; init; }
}
