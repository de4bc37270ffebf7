using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vafa.Features.Audit;

/// <summary>Who changed what, with before and after as JSON. Written in the transaction of the change.</summary>
public sealed class AuditEntry
{
    public Guid Id { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>"staff:user", "key:name" or "system".</summary>
    public required string By { get; init; }

    /// <summary>Dotted: "offer.put", "member.patch", "staff.signed-in".</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to: "offer/birthday", "member/{id}".</summary>
    public required string Subject { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }
}

internal sealed class AuditMap : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit");
        builder.HasKey(a => a.Id);
        builder.HasIndex(a => new { a.Subject, a.Id });
        builder.HasIndex(a => new { a.By, a.Id });
        builder.HasIndex(a => new { a.Action, a.Id });
    }
}
