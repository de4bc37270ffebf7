using Vafa.Core.Values;

namespace Vafa.Core.Tiers;

/// <summary>Over which days a ladder measures: the last N business days, or a year.</summary>
/// <param name="Days">Of <see cref="SpanKind.Days"/>: how many, the day itself counted.</param>
public readonly record struct LadderSpan(SpanKind Kind, int Days)
{
    public static readonly LadderSpan Year = new(SpanKind.Year, 0);

    public static readonly LadderSpan Anniversary = new(SpanKind.Anniversary, 0);

    public static LadderSpan LastDays(int days) => new(SpanKind.Days, days);

    /// <summary>
    /// The days that count on a day. A membership year begins on the anniversary of joining in the club's calendar;
    /// who joined on a leap day keeps it a day earlier in common years.
    /// </summary>
    /// <param name="joined">Business day of joining.</param>
    public MeasuredDays On(ClubTime time, DateOnly joined, DateOnly day) =>
        Kind switch
        {
            SpanKind.Days => new MeasuredDays(day.AddDays(1 - Days), day, null, null),
            SpanKind.Year => OfYear(time, day),
            SpanKind.Anniversary => OfMembership(time, joined, day),
            _ => throw new InvalidOperationException($"A ladder measures by {Kind}."),
        };

    private static MeasuredDays OfYear(ClubTime time, DateOnly day)
    {
        var start = time.PeriodStart(day, Period.Year);
        // No year has more days than 366, and none fewer than 365.
        return new MeasuredDays(
            start,
            day,
            time.PeriodStart(start.AddDays(-1), Period.Year),
            time.PeriodStart(start.AddDays(366), Period.Year)
        );
    }

    private static MeasuredDays OfMembership(ClubTime time, DateOnly joined, DateOnly day)
    {
        var year = time.YearOf(day);
        var start = time.AnniversaryIn(joined, year);
        if (start > day)
        {
            year--;
            start = time.AnniversaryIn(joined, year);
        }

        return new MeasuredDays(start, day, time.AnniversaryIn(joined, year - 1), time.AnniversaryIn(joined, year + 1));
    }
}

/// <summary>The kinds of windows a ladder measures by.</summary>
public enum SpanKind
{
    /// <summary>The last N business days.</summary>
    Days = 0,

    /// <summary>The year of the club's calendar.</summary>
    Year = 1,

    /// <summary>The year of membership.</summary>
    Anniversary = 2,
}

/// <summary>The days that count on <paramref name="To"/>.</summary>
/// <param name="EndedFrom">First day of the year before, which ended on the day before <paramref name="From"/>; null
/// for a rolling window.</param>
/// <param name="Turn">First day of the next year; null for a rolling window.</param>
public readonly record struct MeasuredDays(DateOnly From, DateOnly To, DateOnly? EndedFrom, DateOnly? Turn)
{
    /// <summary>The first day that anything must be known of.</summary>
    public DateOnly First => EndedFrom ?? From;

    /// <summary>How many days the window holds up to now.</summary>
    public int Length => To.DayNumber - From.DayNumber + 1;
}
