using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Vafa.Features.Night;

/// <summary>
/// One step of a night: how far it is, who is at it, and what it has done. Its row is the only truth about it on every
/// node: a chunk of members and the move of <see cref="Cursor"/> are one transaction, under the condition that the
/// cursor stands where it was read and the lease is still ours.
/// </summary>
public sealed class JobRun
{
    /// <summary>What runs: "night", or "groups" after a group's rule was saved.</summary>
    public required string Job { get; init; }

    /// <summary>The business day that ended; of a rule the one on which it was saved.</summary>
    public DateOnly BusinessDay { get; init; }

    /// <summary>Of a rule the group's code and the version that brought it: "sleeping:17".</summary>
    public required string Step { get; init; }

    /// <summary>What the entries of the step name as their cause.</summary>
    public Guid Id { get; init; }

    public JobState State { get; set; }

    /// <summary>The last member that is done with; null before the first.</summary>
    public Guid? Cursor { get; set; }

    /// <summary>Where the night before ended; what happens by the clock between the two is this night's.</summary>
    public DateTimeOffset SpanFrom { get; init; }

    /// <summary>The end of the business day. Fixed when the step begins: later settings do not move it.</summary>
    public DateTimeOffset SpanUntil { get; init; }

    public long Members { get; set; }

    public long Lots { get; set; }

    public long Messages { get; set; }

    /// <summary>How much of each unit, as JSON: {"points":1240}.</summary>
    public required string Amounts { get; set; }

    /// <summary>How many members could not be done.</summary>
    public long Skipped { get; set; }

    /// <summary>The first of them, each with its fault, as JSON.</summary>
    public string? Skips { get; set; }

    /// <summary>Why the step stopped, in one sentence; null while nothing is wrong.</summary>
    public string? Fault { get; set; }

    /// <summary>When its last round began.</summary>
    public DateTimeOffset StartedAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>The machine that is or was at it.</summary>
    public required string Node { get; set; }

    /// <summary>Drawn by whoever takes the step, so that no two hold it.</summary>
    public Guid Lease { get; set; }

    public DateTimeOffset LeaseUntil { get; set; }

    /// <summary>How often it was taken up since it last went well.</summary>
    public int Tries { get; set; }

    /// <summary>1, and one more each time somebody had it run again.</summary>
    public int Rounds { get; set; }
}

/// <summary>How far a step is.</summary>
public enum JobState
{
    /// <summary>To be done, or being done by who holds the lease.</summary>
    Open = 0,

    Done = 1,

    /// <summary>It stopped by a fault, and is tried again after a while.</summary>
    Failed = 2,
}

internal sealed class JobRunMap : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.ToTable("job_run");
        builder.HasKey(r => new
        {
            r.Job,
            r.BusinessDay,
            r.Step,
        });
        builder.Property(r => r.State).HasConversion<short>();
    }
}
