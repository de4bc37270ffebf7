using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vafa.Features.Import.Jobs;

/// <summary>
/// A file that somebody brings in step by step. No cell of it stands here: what the file says of people stays in the
/// file, which goes after the run.
/// </summary>
public sealed class ImportJob
{
    public Guid Id { get; init; }

    /// <summary>"members" or "products".</summary>
    public required string Kind { get; init; }

    public required string FileName { get; init; }

    /// <summary>Who brought it: "staff:user" or "key:name".</summary>
    public required string By { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>One of <see cref="ImportState"/>.</summary>
    public required string State { get; set; }

    /// <summary>The titles of the columns, a list as JSON.</summary>
    public required string Columns { get; init; }

    public long Rows { get; init; }

    /// <summary>The <see cref="ImportSettings"/> as JSON; what was guessed until somebody has chosen.</summary>
    public required string Settings { get; set; }

    /// <summary>How much of the file is done, in thousandths.</summary>
    public int Done { get; set; }

    /// <summary>Which process runs it.</summary>
    public Guid? Runner { get; set; }

    /// <summary>Who started the run; often who brought the file.</summary>
    public string? StartedBy { get; set; }

    /// <summary>The last sign of life of that process.</summary>
    public DateTimeOffset? SeenAt { get; set; }

    /// <summary>The <see cref="ImportCounts"/> of the run as JSON.</summary>
    public string? Counts { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>How far a file is.</summary>
internal static class ImportState
{
    public const string Uploaded = "uploaded";
    public const string Mapped = "mapped";
    public const string Checked = "checked";
    public const string Running = "running";

    /// <summary>Its process went away; it may be run again and adds nothing twice.</summary>
    public const string Interrupted = "interrupted";

    public const string Done = "done";
    public const string Failed = "failed";
}

internal sealed class ImportJobMap : IEntityTypeConfiguration<ImportJob>
{
    public void Configure(EntityTypeBuilder<ImportJob> builder)
    {
        builder.ToTable("import_job");
        builder.HasKey(j => j.Id);
        builder.HasIndex(j => j.State);
    }
}
