using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vafa.Features.Staff;

/// <summary>A passkey (WebAuthn credential) of somebody who works here; nothing in it is secret.</summary>
public sealed class Passkey
{
    /// <summary>What it is called in addresses.</summary>
    public Guid Id { get; init; }

    public Guid StaffId { get; init; }

    public required byte[] CredentialId { get; init; }

    /// <summary>COSE key.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>"Phone", "Chrome Windows": its owner's word for it.</summary>
    public required string Name { get; set; }

    /// <summary>The authenticator's own count; one that does not grow betrays a copy.</summary>
    public long SignCount { get; set; }

    /// <summary>How it is reached, with commas between: "internal", "usb,nfc"; null when it did not say.</summary>
    public string? Transports { get; init; }

    public bool IsUserVerified { get; set; }

    public bool IsBackupEligible { get; init; }

    public bool IsBackedUp { get; set; }

    public required byte[] AttestationObject { get; init; }

    public required byte[] ClientDataJson { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; set; }
}

/// <summary>A challenge that was answered, kept until it would be over anyway: it is good once, on all nodes.</summary>
public sealed class AnsweredChallenge
{
    public required byte[] Hash { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }
}

internal sealed class PasskeyMap : IEntityTypeConfiguration<Passkey>, IEntityTypeConfiguration<AnsweredChallenge>
{
    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.ToTable("staff_passkey");
        builder.HasKey(p => p.Id);
        builder.HasIndex(p => p.StaffId);
        builder.HasIndex(p => p.CredentialId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AnsweredChallenge> builder) => builder.HasKey(c => c.Hash);
}
