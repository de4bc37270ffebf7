using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>The moment of a sale as schedules see it.</summary>
internal readonly record struct Moment(DateTimeOffset At, DateOnly Day, TimeOnly Clock, TimeOnly DayStartsAt)
{
    public static Moment Of(DateTimeOffset at, DateOnly day, ClubTime time, bool withClock) =>
        new(at, day, withClock ? time.WallClock(at) : default, time.DayStartsAt);
}

/// <summary>Whether a schedule is on (semantics 16 and 17).</summary>
internal static class Opening
{
    public static bool IsOn(Schedule schedule, in Moment now)
    {
        if (schedule.From is { } from && now.At < from)
        {
            return false;
        }

        if (schedule.To is { } to && now.At >= to)
        {
            return false;
        }

        if (schedule.Hours.IsEmpty)
        {
            return IsOnDay(schedule, now.Day);
        }

        foreach (var hours in schedule.Hours)
        {
            if (Holds(hours, now.Clock) && IsOnDay(schedule, DayOfStart(hours, now)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOnDay(Schedule schedule, DateOnly day) =>
        schedule.Weekdays.IsEmpty || schedule.Weekdays.Contains(day.DayOfWeek);

    private static bool Holds(HourRange hours, TimeOnly clock) =>
        hours.From < hours.To ? hours.From <= clock && clock < hours.To : clock >= hours.From || clock < hours.To;

    /// <summary>The business day in which the running hours started: theirs is the weekday that counts.</summary>
    private static DateOnly DayOfStart(HourRange hours, in Moment now)
    {
        var date = now.Clock < now.DayStartsAt ? now.Day.AddDays(1) : now.Day;
        if (now.Clock < hours.From)
        {
            date = date.AddDays(-1);
        }

        return hours.From < now.DayStartsAt ? date.AddDays(-1) : date;
    }
}
