using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vafa.Features.Ledger.Approval;

/// <summary>How a correction that needs a second person stands.</summary>
public enum ProposalState : short
{
    Waiting,
    Approved,
    Rejected,
}

/// <summary>A move by hand over the club's amount: nothing moves until a second person approved.</summary>
public sealed class AdjustmentProposal
{
    public Guid MemberId { get; init; }

    public Guid Id { get; init; }

    public required string Kind { get; init; }

    public required string Unit { get; init; }

    public long Amount { get; init; }

    public required string Reason { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Who asked for it: "staff:sara", "key:web".</summary>
    public required string By { get; init; }

    public DateTimeOffset At { get; init; }

    public ProposalState State { get; init; }

    public string? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }
}

internal sealed class AdjustmentProposalMap : IEntityTypeConfiguration<AdjustmentProposal>
{
    public void Configure(EntityTypeBuilder<AdjustmentProposal> builder)
    {
        builder.HasKey(p => new { p.MemberId, p.Id });
        builder.Property(p => p.State).HasConversion<short>();
        // What the home page looks for; what was decided costs nothing there.
        builder.HasIndex(p => p.At).HasFilter("state = 0");
    }
}

/// <summary>A proposal is decided, once.</summary>
internal readonly record struct DecidedProposal(
    Guid MemberId,
    Guid Id,
    ProposalState State,
    string By,
    DateTimeOffset At
);
