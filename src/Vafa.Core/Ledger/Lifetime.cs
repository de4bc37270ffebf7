using System.Collections.Immutable;
using Vafa.Core.Values;

namespace Vafa.Core.Ledger;

/// <summary>
/// How long what is earned lives. Every end is the end of a business day; a lot lives through its last day.
/// </summary>
public abstract record Lifetime
{
    private Lifetime() { }

    /// <summary>
    /// Last business day of what is earned on <paramref name="day"/>; null: it never expires.
    /// </summary>
    public abstract DateOnly? LastDay(ClubTime time, DateOnly day);

    /// <summary>For ever.</summary>
    public sealed record Never : Lifetime
    {
        public static readonly Never Ends = new();

        public override DateOnly? LastDay(ClubTime time, DateOnly day) => null;
    }

    /// <summary>So many days or months after the day it was earned on.</summary>
    public sealed record After(CalendarSpan Span) : Lifetime
    {
        public override DateOnly? LastDay(ClubTime time, DateOnly day) => time.Later(day, Span);
    }

    /// <summary>Until the running month, quarter or year of the club's calendar ends, or a later one.</summary>
    /// <param name="Later">Whole periods more: 1 is the end of the next one.</param>
    public sealed record EndOf(LongPeriod Period, int Later) : Lifetime
    {
        public override DateOnly? LastDay(ClubTime time, DateOnly day) => time.LastDayOf(day, Period, Later);
    }

    /// <summary>
    /// Until the next of these days. After the last one that does not come back nothing expires any more: a promise
    /// is not cut short because nobody wrote down a next day.
    /// </summary>
    public sealed record OnDays(ImmutableArray<LastDayOfLife> Days) : Lifetime
    {
        public override DateOnly? LastDay(ClubTime time, DateOnly day)
        {
            DateOnly? next = null;
            foreach (var end in Days)
            {
                if (end.NextFrom(time, day) is { } found && (next is null || found < next))
                {
                    next = found;
                }
            }

            return next;
        }

        public bool Equals(OnDays? other) => other is not null && Days.AsSpan().SequenceEqual(other.Days.AsSpan());

        public override int GetHashCode() => Days.Length;
    }

    /// <summary>Until the member did nothing for so long; each visit moves the end of all he has.</summary>
    public sealed record Idle(CalendarSpan Span) : Lifetime
    {
        public override DateOnly? LastDay(ClubTime time, DateOnly day) => time.Later(day, Span);
    }
}

/// <summary>A day that ends lives: once, or every year on this day of this month of the club's calendar.</summary>
/// <param name="Once">The one day; null: it comes back.</param>
public readonly record struct LastDayOfLife(DateOnly? Once, int Month, int Day)
{
    public static LastDayOfLife OnlyOn(DateOnly day) => new(day, 0, 0);

    public static LastDayOfLife EveryYear(int month, int day) => new(null, month, day);

    /// <summary>The first such day on or after <paramref name="day"/>.</summary>
    public DateOnly? NextFrom(ClubTime time, DateOnly day)
    {
        if (Once is { } once)
        {
            return once >= day ? once : null;
        }

        var year = time.YearOf(day);
        var kept = time.DayIn(year, Month, Day);
        return kept >= day ? kept : time.DayIn(year + 1, Month, Day);
    }
}

/// <summary>How long what is earned cannot be spent yet.</summary>
/// <param name="Days">Business days; 0: none.</param>
/// <param name="Returns">Until the club's return window ends.</param>
/// <param name="Event">Until an event of this name comes; null: none is waited for.</param>
public readonly record struct Waiting(int Days, bool Returns = false, string? Event = null)
{
    public static readonly Waiting None;
}
