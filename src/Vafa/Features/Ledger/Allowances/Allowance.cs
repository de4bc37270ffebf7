using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vafa.Features.Ledger.Allowances;

public enum AllowanceState
{
    /// <summary>Its device may spend it without network.</summary>
    Open,

    /// <summary>What was left of it went back to the wallet.</summary>
    Ended,
}

/// <summary>
/// What is set apart from one member's wallet for one device at a till, so that it can be spent there without network.
/// </summary>
public sealed class Allowance
{
    public Guid MemberId { get; init; }

    public Guid Id { get; init; }

    public required string Unit { get; init; }

    /// <summary>Code of the till, for the statement.</summary>
    public required string Till { get; init; }

    public Guid DeviceId { get; init; }

    /// <summary>All that was ever set apart under this id.</summary>
    public long Amount { get; init; }

    /// <summary>What still is: no sale has taken it, and it has not gone back.</summary>
    public long Left { get; init; }

    /// <summary>The way back: which lots hold the rest, "3:500,7:200".</summary>
    public required string Lots { get; init; }

    public DateTimeOffset MadeAt { get; init; }

    /// <summary>From then on the device spends nothing of it, and it goes back by itself.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    public AllowanceState State { get; init; }

    /// <summary>Counts its changes: each one is written only over the one that it saw.</summary>
    public long Moves { get; init; }
}

internal sealed class AllowanceMap : IEntityTypeConfiguration<Allowance>
{
    public void Configure(EntityTypeBuilder<Allowance> builder)
    {
        builder.HasKey(a => new { a.MemberId, a.Id });
        // A bare "left" is a word of SQL.
        builder.Property(a => a.Left).HasColumnName("left_over");
        builder.Property(a => a.State).HasConversion<short>();
        // What the sweep looks for; those that ended cost nothing there.
        builder.HasIndex(a => a.ExpiresAt).HasFilter("state = 0");
    }
}
