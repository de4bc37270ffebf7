using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vafa.Web;

/// <summary>
/// The answer kept under a client's idempotency key, written in the transaction of what it answered. A sale's answer is
/// built again from the sale (<see cref="PurchaseId"/>), which never changes; other answers are kept as text.
/// </summary>
public sealed class IdempotencyRow
{
    /// <summary>"key:ID" or "staff:ID".</summary>
    public required string Client { get; init; }

    public required string Key { get; init; }

    /// <summary>SHA-256 of method, path and body.</summary>
    public required byte[] Request { get; init; }

    public short Status { get; init; }

    public string? Answer { get; init; }

    public Guid? PurchaseId { get; init; }

    public DateTimeOffset At { get; init; }
}

/// <summary>A data-protection key, shared by all nodes through the database.</summary>
public sealed class DataKey
{
    public required string Name { get; init; }

    public required string Xml { get; init; }
}

internal sealed class WebMap : IEntityTypeConfiguration<IdempotencyRow>, IEntityTypeConfiguration<DataKey>
{
    public void Configure(EntityTypeBuilder<IdempotencyRow> builder)
    {
        builder.ToTable("idempotency");
        builder.HasKey(i => new { i.Client, i.Key });
        builder.HasIndex(i => i.At);
    }

    public void Configure(EntityTypeBuilder<DataKey> builder) => builder.HasKey(k => k.Name);
}
