using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vafa.Features.Messages;

/// <summary>
/// A message that waits to leave (the outbox). It is written in the transaction of what it tells, and holds what its
/// sentence needs; the sentence itself is made when it leaves.
/// </summary>
public sealed class Message
{
    public Guid MemberId { get; init; }

    public Guid Id { get; init; }

    /// <summary>"welcome", "receipt", "offer", "tier", "available" or "expiring".</summary>
    public required string Kind { get; init; }

    public Guid? PurchaseId { get; init; }

    /// <summary>Compact JSON: amounts earned, payable, balances.</summary>
    public required string Body { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class MessageMap : IEntityTypeConfiguration<Message>
{
    /// <summary>
    /// Messages are listed newest first; their index grows at its end alone, which costs a sale little.
    /// </summary>
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.HasKey(m => new { m.MemberId, m.Id });
        builder.HasIndex(m => m.CreatedAt);
    }
}
