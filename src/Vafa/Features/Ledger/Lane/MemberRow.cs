namespace Vafa.Features.Ledger.Lane;

/// <summary>A member's row as the lane reads it.</summary>
internal sealed record MemberRow(
    Guid Id,
    DateOnly? Birth,
    DateOnly Since,
    long Visits,
    long Spent,
    DateTimeOffset? LastVisit,
    DateOnly? LastVisitDay,
    long LastNo
)
{
    /// <summary>Since when this id is no member any more.</summary>
    public DateTimeOffset? GoneAt { get; init; }

    /// <summary>The member it was merged into.</summary>
    public Guid? MergedInto { get; init; }
}
