using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vafa.Features.Tiers.Pictures;

/// <summary>
/// The picture of a tier's page. In the database, so that every node has it and a backup holds it. It decides nothing,
/// so it is no part of the programme's versions.
/// </summary>
public sealed class TierPicture
{
    public required string Ladder { get; init; }

    public required string Tier { get; init; }

    /// <summary>SHA-256 of the picture, its first 16 bytes in hex.</summary>
    public required string Mark { get; init; }

    /// <summary>image/png, image/jpeg or image/webp.</summary>
    public required string Type { get; init; }

    /// <summary>In pixels.</summary>
    public int Width { get; init; }

    /// <summary>In pixels.</summary>
    public int Height { get; init; }

    public required byte[] Bytes { get; init; }
}

internal sealed class TierPictureMap : IEntityTypeConfiguration<TierPicture>
{
    public void Configure(EntityTypeBuilder<TierPicture> builder) => builder.HasKey(p => new { p.Ladder, p.Tier });
}
