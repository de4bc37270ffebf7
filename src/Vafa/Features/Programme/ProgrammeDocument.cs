using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vafa.Features.Programme;

/// <summary>One change of the programme: from this moment the documents of this version decide.</summary>
public sealed class ProgrammeVersion
{
    public long Version { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Who: "staff:user", "key:name" or "system".</summary>
    public required string By { get; init; }
}

/// <summary>
/// One version of a document of the programme: club, unit, earning rule, offer, member group, segment, branch or field.
/// It is in force from <see cref="Version"/> until before <see cref="UntilVersion"/>.
/// </summary>
public sealed class ProgrammeDocument
{
    public required string Kind { get; init; }

    public required string Code { get; init; }

    public long Version { get; init; }

    public long? UntilVersion { get; set; }

    /// <summary>Order of first creation within the kind; kept by later versions.</summary>
    public int Age { get; init; }

    /// <summary>The document as JSON, with its defaults written out.</summary>
    public required string Body { get; init; }
}

internal sealed class ProgrammeMap
    : IEntityTypeConfiguration<ProgrammeVersion>,
        IEntityTypeConfiguration<ProgrammeDocument>
{
    public void Configure(EntityTypeBuilder<ProgrammeVersion> builder)
    {
        builder.HasKey(v => v.Version);
        builder.Property(v => v.Version).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<ProgrammeDocument> builder)
    {
        builder.HasKey(d => new
        {
            d.Kind,
            d.Code,
            d.Version,
        });
        builder.HasIndex(d => d.UntilVersion);
    }
}
