namespace Vafa.Features.Members;

/// <summary>
/// Somebody who joined: profile beside the counters that the sale lane keeps (visits, spent, last visit, last entry
/// number). The back office changes only the profile columns, the lane only the counters.
/// </summary>
public sealed class Member
{
    public Guid Id { get; init; }

    public string Card { get; set; } = "";

    /// <summary>As +989xxxxxxxxx; null after leaving.</summary>
    public string? Mobile { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public DateOnly? BirthDate { get; set; }

    public string? Gender { get; set; }

    public string? Email { get; set; }

    public bool? ConsentSms { get; set; }

    public bool? ConsentEmail { get; set; }

    public Guid? Referrer { get; set; }

    public DateTimeOffset Since { get; init; }

    public DateOnly SinceDay { get; init; }

    public long Visits { get; init; }

    public long Spent { get; init; }

    public DateTimeOffset? LastVisit { get; init; }

    public DateOnly? LastVisitDay { get; init; }

    /// <summary>Number of the member's last ledger entry.</summary>
    public long LastNo { get; init; }

    /// <summary>
    /// Since when this id is no member any more: he left, or was merged. Null for a member. What is kept under the id
    /// (sales, entries, counters) stays; its profile is empty and nothing leads to it.
    /// </summary>
    public DateTimeOffset? GoneAt { get; set; }

    /// <summary>The member this id was merged into; null for a member and for who left.</summary>
    public Guid? MergedInto { get; set; }
}

/// <summary>
/// What leads to a member: his mobile, card and e-mail (unique), and each word of his name, so that a search by the
/// beginning of a word is a range of this index. A name's value is the word, a space and the member's id.
/// </summary>
public sealed class MemberKey
{
    public required string Kind { get; init; }

    public required string Value { get; init; }

    public Guid MemberId { get; init; }

    public const string Mobile = "mobile";
    public const string Card = "card";
    public const string Email = "email";
    public const string Word = "word";

    /// <summary>Month and day of the birthday in the Jalali calendar, a space and the member's id: "0512 …".</summary>
    public const string JalaliBirthday = "birthday-jalali";

    /// <summary>The same in the Gregorian calendar.</summary>
    public const string GregorianBirthday = "birthday-gregorian";
}

/// <summary>Membership of a member in a group of the club.</summary>
public sealed class MemberGroup
{
    public Guid MemberId { get; init; }

    public required string Code { get; init; }
}

/// <summary>The value of a field the owner defined, as text in its canonical form.</summary>
public sealed class MemberField
{
    public Guid MemberId { get; init; }

    public required string Code { get; init; }

    public required string Value { get; set; }
}
