using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vafa.Features.Engagements;

/// <summary>Something a member did, or that happened to what he bought, that is no sale.</summary>
public sealed class MemberEvent
{
    public Guid MemberId { get; init; }

    public Guid Id { get; init; }

    /// <summary>Code of the engagement, or the name that lots wait for.</summary>
    public required string Event { get; init; }

    /// <summary>The caller's own name for it; one member's event comes once under it.</summary>
    public string? Reference { get; init; }

    /// <summary>The sale it is about.</summary>
    public Guid? PurchaseId { get; init; }

    public string? Branch { get; init; }

    public DateTimeOffset At { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>Business day of <see cref="At"/>.</summary>
    public DateOnly Day { get; init; }

    /// <summary>Whether it brought something: what the limit of a member counts.</summary>
    public bool Earned { get; init; }

    public long EntryFrom { get; init; }

    public long EntryTo { get; init; }
}

internal sealed class MemberEventMap : IEntityTypeConfiguration<MemberEvent>
{
    public void Configure(EntityTypeBuilder<MemberEvent> builder)
    {
        builder.HasKey(e => new { e.MemberId, e.Id });
        builder
            .HasIndex(e => new
            {
                e.MemberId,
                e.Event,
                e.Reference,
            })
            .IsUnique();
    }
}
