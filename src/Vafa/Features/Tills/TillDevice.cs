using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vafa.Features.Tills;

/// <summary>
/// A device that was paired with a till: its browser holds a token of which only the hash is here. It is renewed every
/// day, so that a copied one is found out (<see cref="KnownTills"/>).
/// </summary>
public sealed class TillDevice
{
    public Guid Id { get; init; }

    /// <summary>Code of the till it stands at.</summary>
    public required string Till { get; init; }

    /// <summary>Counts the devices of a till from 1; heads the numbers of its receipts.</summary>
    public int Number { get; init; }

    /// <summary>What its pairing called it: "Chrome, Android".</summary>
    public required string Name { get; set; }

    public required byte[] TokenHash { get; set; }

    /// <summary>The token before the present one; good until that one has been seen.</summary>
    public byte[]? PreviousHash { get; set; }

    public DateTimeOffset TokenSince { get; set; }

    /// <summary>When the present token was first seen; null while it may not have arrived.</summary>
    public DateTimeOffset? TokenSeenAt { get; set; }

    public required string PairedBy { get; init; }

    public DateTimeOffset PairedAt { get; init; }

    /// <summary>To a minute.</summary>
    public DateTimeOffset LastSeenAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>Who revoked it; "system" when a copied token did.</summary>
    public string? RevokedBy { get; set; }

    /// <summary>The member of staff at it; null while nobody has said.</summary>
    public Guid? StaffId { get; set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset? ShiftSince { get; set; }

    /// <summary>When he did something last, to a minute.</summary>
    public DateTimeOffset? ShiftSeenAt { get; set; }

    /// <summary>When the running minute ends in which its look-ups are counted.</summary>
    public DateTimeOffset? LookUpsEnd { get; set; }

    /// <summary>Look-ups of this minute that may have led to several members.</summary>
    public int LookUps { get; set; }

    /// <summary>Look-ups of this minute that led to nobody.</summary>
    public int Misses { get; set; }

    /// <summary>Sales it holds that have not come in, as it said last.</summary>
    public int Waiting { get; set; }

    /// <summary>Sales it told that were not taken, as it said last: somebody has to look at them there.</summary>
    public int Refused { get; set; }

    /// <summary>Numbers of the last few of them with why, a line each.</summary>
    public string? RefusedWhy { get; set; }

    /// <summary>By how many seconds its clock was ahead when it was heard last.</summary>
    public int ClockAhead { get; set; }
}

/// <summary>A code that pairs one device, once; only its hash is kept.</summary>
public sealed class TillPairing
{
    public required byte[] CodeHash { get; init; }

    public required string Till { get; init; }

    public required string MadeBy { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>What a cashier needs a manager for.</summary>
internal enum ApprovalKind : short
{
    /// <summary>To take goods of a sale back.</summary>
    Refund,

    /// <summary>To change a member's wallet by hand.</summary>
    Points,

    /// <summary>To take more off a sale than cashiers may.</summary>
    Discount,
}

/// <summary>
/// That somebody who may has let a cashier do one thing, by typing his PIN at the till. It serves once.
/// </summary>
internal sealed class TillApproval
{
    public Guid Id { get; init; }

    public Guid DeviceId { get; init; }

    public Guid StaffId { get; init; }

    public ApprovalKind Kind { get; init; }

    /// <summary>To what: the sale, or the member.</summary>
    public Guid Subject { get; init; }

    /// <summary>Of a discount: the most that may be taken off.</summary>
    public long? Most { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>
    /// The key of the call that used it; the same call sent again is served again, another one is not.
    /// </summary>
    public string? UsedBy { get; set; }
}

internal sealed class TillMap
    : IEntityTypeConfiguration<TillDevice>,
        IEntityTypeConfiguration<TillPairing>,
        IEntityTypeConfiguration<TillApproval>
{
    public void Configure(EntityTypeBuilder<TillDevice> builder)
    {
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasIndex(d => d.TokenHash).IsUnique();
        builder.HasIndex(d => d.PreviousHash);
        builder.HasIndex(d => new { d.Till, d.Number }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<TillPairing> builder) => builder.HasKey(p => p.CodeHash);

    public void Configure(EntityTypeBuilder<TillApproval> builder)
    {
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Kind).HasConversion<short>();
        builder.Property(a => a.Id).ValueGeneratedNever();
    }
}
