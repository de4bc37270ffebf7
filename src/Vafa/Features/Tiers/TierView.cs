using System.Text.Json.Serialization;
using Vafa.Core.Tiers;
using Vafa.Core.Values;

namespace Vafa.Features.Tiers;

/// <summary>Where a member stands on one ladder.</summary>
/// <param name="Tier">The tier that counts today; null: none.</param>
/// <param name="ByRules">What his purchases gave; other than the tier where a person gave a higher one.</param>
/// <param name="Since">Business day since which his purchases give it.</param>
/// <param name="GraceUntil">It is no longer reached, but held up to and with this day.</param>
public sealed record TierOfMember(
    string Ladder,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Tier,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? ByRules,
    DateOnly? Since,
    DateOnly? GraceUntil,
    PlacedTier? Placed
)
{
    /// <summary>The next tier that sums reach; left out at the top and in lists.</summary>
    public string? Next { get; init; }

    /// <summary>What is missing to the next one; left out at the top and in lists.</summary>
    public MissingToTier? Missing { get; init; }

    /// <summary>How much of the way to the next one is gone, 0 to 100; left out in lists.</summary>
    public int? Percent { get; init; }

    /// <summary>The day on which the tier is lost if nothing more is bought, where that is foreseen.</summary>
    public DateOnly? FallsOn { get; init; }

    [JsonIgnore]
    internal TierProgress? Progress { get; init; }

    [JsonIgnore]
    internal TierWarning? Warning { get; init; }

    /// <summary>As in a list, without the way to the next tier.</summary>
    internal TierOfMember InList =>
        this with
        {
            Next = null,
            Missing = null,
            Percent = null,
            FallsOn = null,
            Progress = null,
            Warning = null,
        };

    internal static TierOfMember Of(Ladder ladder, MemberTier? row, DateOnly today)
    {
        var standing = row?.Standing ?? Standing.None;
        return new TierOfMember(
            ladder.Code,
            ladder.Effective(standing, today)?.Code,
            ladder.TierOf(standing.Tier)?.Code,
            standing.Since,
            standing.GraceUntil,
            standing.Placed is { } placed && placed.HoldsOn(today)
                ? new PlacedTier(placed.Tier, placed.Until, row!.PlacedBy)
                : null
        );
    }
}

/// <summary>A tier that a person gave.</summary>
/// <param name="Until">Its last business day; null: until somebody ends it.</param>
public sealed record PlacedTier(
    string Tier,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? Until,
    string? By
);

/// <summary>A member's way on one ladder, in words.</summary>
/// <param name="Message">«۲۴۰٬۰۰۰ تومان تا طلایی»; null at the top.</param>
/// <param name="Warning">What keeps a fall off that is near; left out when none is.</param>
/// <param name="Services">What the tier brings.</param>
public sealed record TierTold(
    TierOfMember Standing,
    string LadderTitle,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Title,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Message,
    string? Warning,
    IReadOnlyList<string> Services
)
{
    internal static TierTold Of(TierOfMember tier, Ladder ladder, DateOnly today, Wording words) =>
        new(
            tier,
            words.Title(ladder.Title),
            ladder.TierOf(tier.Tier) is { } held ? words.Title(held.Title) : null,
            tier.Progress?.Sentence(words),
            tier.Warning is { } warning && warning.IsNear(ladder, today) ? warning.Sentence(words) : null,
            [.. (ladder.TierOf(tier.Tier)?.Services ?? []).Select(words.Title)]
        );
}
