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
);
