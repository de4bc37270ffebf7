using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vafa.Features.Views;

/// <summary>A filter and an order of a list under a name, so that it is asked for again with one click.</summary>
public sealed class SavedView
{
    public Guid Id { get; init; }

    /// <summary>"members" or "purchases".</summary>
    public required string List { get; init; }

    public required string Name { get; init; }

    /// <summary>The address behind "?": lastVisit=before%3A30&amp;sort=-spent.</summary>
    public required string Query { get; init; }

    /// <summary>Everybody who may read the list sees it; else its author alone.</summary>
    public bool Shared { get; init; }

    /// <summary>Its author, as the audit log names him: "staff:sara".</summary>
    public required string Owner { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class SavedViewMap : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.HasKey(v => v.Id);
        builder.HasIndex(v => new { v.List, v.Owner });
    }
}
