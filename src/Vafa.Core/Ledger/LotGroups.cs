using Vafa.Core.Values;

namespace Vafa.Core.Ledger;

/// <summary>How long a lot has lain with its member, in business days since the one that brought it.</summary>
public enum LotAge
{
    /// <summary>0 to 30 days.</summary>
    Days30 = 0,

    /// <summary>31 to 90.</summary>
    Days90 = 1,

    /// <summary>91 to 180.</summary>
    Days180 = 2,

    /// <summary>181 to 365.</summary>
    Days365 = 3,

    Older = 4,

    /// <summary>It came before days were kept.</summary>
    Unknown = 5,
}

/// <summary>When a lot ends, seen from one moment.</summary>
public enum LotEnd
{
    /// <summary>It has ended, and no posting has taken it away yet.</summary>
    Ended = 0,

    /// <summary>Within seven days, this one included.</summary>
    Week = 1,

    /// <summary>Later, within a month of the club's calendar.</summary>
    Month = 2,

    /// <summary>Later, within three months.</summary>
    Quarter = 3,

    /// <summary>Later, within twelve months.</summary>
    Year = 4,

    Later = 5,
    Never = 6,

    /// <summary>It cannot be spent yet, whenever it ends.</summary>
    Waiting = 7,

    /// <summary>It is a debt, which has no end: what its member owes the club.</summary>
    Debt = 8,
}

/// <summary>The bounds between groups of lots at one moment: of age by the day, of end by the instant.</summary>
/// <param name="Days30">The first day of that group, and so on.</param>
/// <param name="Week">What ends at it or earlier is of that group or an earlier one, and so on.</param>
public sealed record LotBounds(
    DateTimeOffset Now,
    DateOnly Days30,
    DateOnly Days90,
    DateOnly Days180,
    DateOnly Days365,
    DateTimeOffset Week,
    DateTimeOffset Month,
    DateTimeOffset Quarter,
    DateTimeOffset Year
)
{
    public static LotBounds At(ClubTime time, DateTimeOffset now)
    {
        var today = time.DayOf(now);
        return new LotBounds(
            now,
            today.AddDays(-30),
            today.AddDays(-90),
            today.AddDays(-180),
            today.AddDays(-365),
            time.StartOf(today.AddDays(7)),
            time.StartOf(time.Later(today, CalendarSpan.OfMonths(1))),
            time.StartOf(time.Later(today, CalendarSpan.OfMonths(3))),
            time.StartOf(time.Later(today, CalendarSpan.OfMonths(12)))
        );
    }

    public LotAge AgeOf(Lot lot) =>
        lot.Day is not { } day || lot.IsDebt ? LotAge.Unknown
        : day >= Days30 ? LotAge.Days30
        : day >= Days90 ? LotAge.Days90
        : day >= Days180 ? LotAge.Days180
        : day >= Days365 ? LotAge.Days365
        : LotAge.Older;

    public LotEnd EndOf(Lot lot) =>
        lot.IsDebt ? LotEnd.Debt
        : lot.IsExpiredAt(Now) ? LotEnd.Ended
        : lot.IsPendingAt(Now) ? LotEnd.Waiting
        : lot.ExpiresAt is not { } end ? LotEnd.Never
        : end <= Week ? LotEnd.Week
        : end <= Month ? LotEnd.Month
        : end <= Quarter ? LotEnd.Quarter
        : end <= Year ? LotEnd.Year
        : LotEnd.Later;
}
