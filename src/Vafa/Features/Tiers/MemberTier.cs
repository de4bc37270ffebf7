using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Vafa.Core.Tiers;

namespace Vafa.Features.Tiers;

/// <summary>Where a member stands on one ladder; its meaning stands at <see cref="Core.Tiers.Standing"/>.</summary>
public sealed class MemberTier
{
    public Guid MemberId { get; init; }

    public required string Ladder { get; init; }

    /// <summary>What the rules gave; null: none.</summary>
    public string? Tier { get; init; }

    public DateOnly? Since { get; init; }

    public DateOnly? GraceUntil { get; init; }

    /// <summary>What a person gave.</summary>
    public string? PlacedTier { get; init; }

    public DateOnly? PlacedUntil { get; init; }

    public string? PlacedBy { get; init; }

    public DateOnly? WarnedOf { get; init; }

    /// <summary>The next day on which a review could change it; null: none.</summary>
    public DateOnly? ReviewOn { get; init; }

    /// <summary>
    /// The version of the ladder it was last reviewed by: a ladder that has changed since is looked at anew.
    /// </summary>
    public long LadderVersion { get; init; }

    /// <summary>How many moves there were so far: the number of the last one.</summary>
    public long Moves { get; init; }

    public Standing Standing =>
        new(Tier, Since, GraceUntil, PlacedTier is { } placed ? new Placement(placed, PlacedUntil) : null, WarnedOf);
}

/// <summary>One thing that happened to a member's standing; never changed, never deleted.</summary>
public sealed class MemberTierMove
{
    public Guid MemberId { get; init; }

    public Guid Id { get; init; }

    public required string Ladder { get; init; }

    /// <summary>Number within the member and the ladder, 1, 2, 3 …</summary>
    public long No { get; init; }

    public string? FromTier { get; init; }

    public string? ToTier { get; init; }

    /// <summary>Business day from which it counts.</summary>
    public DateOnly Day { get; init; }

    public DateTimeOffset At { get; init; }

    public TierEvent Why { get; init; }

    /// <summary>The sale that reached it.</summary>
    public Guid? CauseId { get; init; }

    /// <summary>The person who gave or took it.</summary>
    public string? By { get; init; }

    public string? Reason { get; init; }
}

internal sealed class TierMap : IEntityTypeConfiguration<MemberTier>, IEntityTypeConfiguration<MemberTierMove>
{
    public void Configure(EntityTypeBuilder<MemberTier> builder)
    {
        builder.HasKey(t => new { t.MemberId, t.Ladder });
        builder.Ignore(t => t.Standing);
        builder.HasIndex(t => new { t.Ladder, t.Tier });
    }

    public void Configure(EntityTypeBuilder<MemberTierMove> builder)
    {
        builder.HasKey(m => new { m.MemberId, m.Id });
        builder.Property(m => m.Why).HasConversion<short>();
    }
}
