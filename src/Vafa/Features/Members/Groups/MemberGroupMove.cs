using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vafa.Features.Members.Groups;

/// <summary>A rule moved a member into its group or out of it; never changed, never deleted.</summary>
public sealed class MemberGroupMove
{
    public Guid MemberId { get; init; }

    public Guid Id { get; init; }

    /// <summary>Of the group.</summary>
    public required string Code { get; init; }

    /// <summary>Into the group; else out of it.</summary>
    public bool Joined { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The version of the programme that brought the rule as it then was.</summary>
    public long RuleVersion { get; init; }
}

internal sealed class MemberGroupMoveMap : IEntityTypeConfiguration<MemberGroupMove>
{
    /// <summary>The index holds all that the group's page counts and lists.</summary>
    public void Configure(EntityTypeBuilder<MemberGroupMove> builder)
    {
        builder.HasKey(m => new { m.MemberId, m.Id });
        builder.HasIndex(m => new
        {
            m.Code,
            m.At,
            m.Id,
            m.Joined,
        });
    }
}
