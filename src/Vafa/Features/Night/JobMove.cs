namespace Vafa.Features.Night;

/// <summary>A step moves on: its row is changed only where cursor and lease are as they were read.</summary>
internal sealed record JobMove(
    JobRun Run,
    DateTimeOffset LeaseUntil,
    Guid? Cursor,
    JobState State,
    DateTimeOffset? EndedAt,
    StepTally Done
)
{
    public string Job => Run.Job;

    public DateOnly BusinessDay => Run.BusinessDay;

    public string Step => Run.Step;

    public Guid Lease => Run.Lease;

    public Guid? CursorBefore => Run.Cursor;

    /// <summary>The row as it is kept in memory, once this is committed.</summary>
    public void Committed()
    {
        (Run.Cursor, Run.State, Run.EndedAt, Run.LeaseUntil, Run.Fault) = (Cursor, State, EndedAt, LeaseUntil, null);
        Done.WriteTo(Run);
    }
}
