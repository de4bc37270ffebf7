using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vafa.Features.Joining;

/// <summary>Whether people may join by themselves, and the secret that signs the links which lead there.</summary>
public sealed class JoinDoor
{
    public const int Only = 1;

    public int Id { get; init; } = Only;

    public bool Open { get; set; }

    /// <summary>A new one ends every link that was signed by the one before.</summary>
    public required byte[] Key { get; set; }

    public DateTimeOffset KeySince { get; set; }
}

/// <summary>
/// Somebody asked to join and waits for a moment: whether he is a member already is looked up when his answer is gone.
/// </summary>
public sealed class JoinRequest
{
    public Guid Id { get; init; }

    /// <summary>His profile as the API has it.</summary>
    public required string Profile { get; init; }

    /// <summary>The till whose link he followed; null for a poster's.</summary>
    public string? Till { get; init; }

    public DateTimeOffset At { get; init; }
}

internal sealed class JoinMap : IEntityTypeConfiguration<JoinDoor>, IEntityTypeConfiguration<JoinRequest>
{
    public void Configure(EntityTypeBuilder<JoinDoor> builder)
    {
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<JoinRequest> builder)
    {
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
    }
}
