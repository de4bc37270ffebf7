using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vafa.Features.Purchases;

/// <summary>How a hold stands. Only an open one keeps anything.</summary>
public enum HoldState : short
{
    Open,

    /// <summary>A sale was recorded with it, or another hold took its place.</summary>
    Used,
    Released,
    Expired,
}

/// <summary>
/// A sale that stays open at the till: until it ends, the limited offers it would get count as used. Its uses are rows
/// of <see cref="OfferUse"/> under its id in place of a sale's.
/// </summary>
public sealed class SaleHold
{
    public Guid Id { get; init; }

    /// <summary>The member, or the guest of the branch and day as for a sale.</summary>
    public Guid MemberId { get; init; }

    public bool IsGuest { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>From then on it ends by itself.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    public required string By { get; init; }

    public HoldState State { get; init; }
}

internal sealed class SaleHoldMap : IEntityTypeConfiguration<SaleHold>
{
    public void Configure(EntityTypeBuilder<SaleHold> builder)
    {
        builder.HasKey(h => h.Id);
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Property(h => h.State).HasConversion<short>();
        // What the sweep looks for; holds that ended cost nothing there.
        builder.HasIndex(h => h.ExpiresAt).HasFilter("state = 0");
    }
}
