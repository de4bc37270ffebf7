using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vafa.Features.Programme.Logo;

/// <summary>
/// The picture that the club's settings name by <see cref="Mark"/>. In the database, so that every node has it and a
/// backup holds it; there is one at most.
/// </summary>
public sealed class ClubLogo
{
    /// <summary>SHA-256 of the picture, its first 16 bytes in hex.</summary>
    public required string Mark { get; init; }

    /// <summary>image/png, image/jpeg or image/webp.</summary>
    public required string Type { get; init; }

    public required byte[] Bytes { get; init; }
}

internal sealed class ClubLogoMap : IEntityTypeConfiguration<ClubLogo>
{
    public void Configure(EntityTypeBuilder<ClubLogo> builder) => builder.HasKey(l => l.Mark);
}
