using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vafa.Features.Programme.Approval;

/// <summary>
/// An offer that waits for a second person: what would be live once approved. At most one for each offer; what is in
/// force meanwhile stays in force.
/// </summary>
public sealed class OfferProposal
{
    /// <summary>Code of the offer.</summary>
    public required string Code { get; init; }

    /// <summary>New with each change, so that nobody approves what he did not see.</summary>
    public Guid Id { get; init; }

    /// <summary>The document as it would be stored.</summary>
    public required string Body { get; init; }

    /// <summary>Who proposes it: "staff:sara", "key:web".</summary>
    public required string By { get; init; }

    public DateTimeOffset At { get; init; }
}

internal sealed class OfferProposalMap : IEntityTypeConfiguration<OfferProposal>
{
    public void Configure(EntityTypeBuilder<OfferProposal> builder) => builder.HasKey(p => p.Code);
}
