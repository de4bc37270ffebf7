using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vafa.Features.Staff;

/// <summary>Somebody who works in the shop and signs in.</summary>
public sealed class StaffMember
{
    public Guid Id { get; init; }

    /// <summary>Name to sign in with, lower case.</summary>
    public required string User { get; init; }

    /// <summary>What people call him; null where nobody said.</summary>
    public string? Name { get; set; }

    public required string Role { get; set; }

    /// <summary>The branch he works at; null is none in particular.</summary>
    public string? Branch { get; set; }

    /// <summary>Null until the first sign-in by link has set one.</summary>
    public string? PasswordHash { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when he may not sign in; null while he may.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    public DateTimeOffset? LastSignInAt { get; set; }
}

/// <summary>A one-time sign-in link; only the hash of its secret is kept.</summary>
public sealed class StaffLink
{
    public required byte[] Hash { get; init; }

    public Guid StaffId { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}

/// <summary>A signed-in browser; only the hash of its cookie is kept.</summary>
public sealed class StaffSession
{
    public required byte[] Hash { get; init; }

    /// <summary>
    /// What it is called where it is listed and ended; tells nothing of the cookie. Null in a session that was begun by
    /// a version that did not list them; it is over within 12 hours.
    /// </summary>
    public Guid? Id { get; init; }

    public Guid StaffId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>The browser's own description, cleaned and cut.</summary>
    public string? UserAgent { get; init; }

    /// <summary>Where it signed in from.</summary>
    public string? Address { get; init; }
}

internal sealed class StaffMap
    : IEntityTypeConfiguration<StaffMember>,
        IEntityTypeConfiguration<StaffLink>,
        IEntityTypeConfiguration<StaffSession>
{
    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.ToTable("staff");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.User).HasColumnName("user_name");
        builder.HasIndex(s => s.User).IsUnique();
    }

    public void Configure(EntityTypeBuilder<StaffLink> builder) => builder.HasKey(l => l.Hash);

    public void Configure(EntityTypeBuilder<StaffSession> builder)
    {
        builder.HasKey(s => s.Hash);
        builder.HasIndex(s => s.StaffId);
    }
}
