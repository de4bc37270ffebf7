namespace Vafa.Core.Values;

/// <summary>Which calendar months, years and anniversaries are of.</summary>
public enum ClubCalendar
{
    Jalali,
    Gregorian,
}

/// <summary>
/// The club's clock and calendar: turns instants into business days and back. A business day starts at
/// <see cref="DayStartsAt"/> on the wall clock of <see cref="Zone"/>.
/// </summary>
public sealed partial class ClubTime(
    TimeZoneInfo zone,
    ClubCalendar calendar,
    TimeOnly dayStartsAt,
    DayOfWeek weekStartsOn
)
{
    /// <summary>The day asked for last; replaced as a whole, so that threads may share it.</summary>
    private volatile Known? lastDay;

    public TimeZoneInfo Zone { get; } = zone;

    public ClubCalendar Calendar { get; } = calendar;

    public TimeOnly DayStartsAt { get; } = dayStartsAt;

    public DayOfWeek WeekStartsOn { get; } = weekStartsOn;

    /// <summary>What the clock on the club's wall shows.</summary>
    public TimeOnly WallClock(DateTimeOffset at) => TimeOnly.FromDateTime(Local(at));

    /// <summary>
    /// The business day of an instant: what happens before <see cref="DayStartsAt"/> belongs to the day before. Days
    /// never overlap, also where the clock is set back over the start of a day.
    /// </summary>
    public DateOnly DayOf(DateTimeOffset at)
    {
        // Nearly every sale falls on the day of the one before: asking the zone four times takes longer than all else.
        if (lastDay is { } last && last.From <= at && at < last.To)
        {
            return last.Day;
        }

        var day = WorkedOut(at);
        if (day > DateOnly.MinValue.AddDays(2) && day < DateOnly.MaxValue.AddDays(-2))
        {
            lastDay = new Known(day, StartOf(day), StartOf(day.AddDays(1)));
        }

        return day;
    }

    private DateOnly WorkedOut(DateTimeOffset at)
    {
        var local = Local(at);
        var day = DateOnly.FromDateTime(local);
        if (TimeOnly.FromDateTime(local) < DayStartsAt && day > DateOnly.MinValue)
        {
            day = day.AddDays(-1);
        }

        // The wall clock alone misleads by the hour that a change of clocks repeats or leaves out.
        if (day < DateOnly.MaxValue && at >= StartOf(day.AddDays(1)))
        {
            return day.AddDays(1);
        }

        return day;
    }

    /// <summary>
    /// The instant a business day starts, in UTC. Where the clock jumps over that time the day starts with the jump;
    /// where the time comes twice, it starts the first time.
    /// </summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var local = day.ToDateTime(DayStartsAt);
        if (Zone.IsInvalidTime(local))
        {
            // Just before the jump the old offset holds; the missing time read with it is the jump's instant or later.
            var before = Zone.GetUtcOffset(local.AddHours(-3));
            return JumpBefore(new DateTimeOffset(local, before));
        }

        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        var utcTicks = Math.Clamp(local.Ticks - offset.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
        return new DateTimeOffset(utcTicks, TimeSpan.Zero);
    }

    /// <summary>
    /// When a lot of business day <paramref name="day"/> that lives N days ends: the start of day + N + 1.
    /// </summary>
    public DateTimeOffset LotEnd(DateOnly day, int days) => StartOf(day.AddDays(days + 1));

    /// <summary>When a lot that waits N days can be spent: the start of day + N.</summary>
    public DateTimeOffset LotStart(DateOnly day, int availableAfterDays) => StartOf(day.AddDays(availableAfterDays));

    /// <summary>The instant at which the offset changed, within the three hours before.</summary>
    private DateTimeOffset JumpBefore(DateTimeOffset after)
    {
        var (low, high) = (after.UtcDateTime.AddHours(-3), after.UtcDateTime);
        var old = Zone.GetUtcOffset(low);
        while (high - low > TimeSpan.FromSeconds(1))
        {
            var middle = low + ((high - low) / 2);
            (low, high) = Zone.GetUtcOffset(middle) == old ? (middle, high) : (low, middle);
        }

        // Clocks change on whole seconds.
        return new DateTimeOffset(high.Ticks - (high.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
    }

    private DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).DateTime;

    private sealed record Known(DateOnly Day, DateTimeOffset From, DateTimeOffset To);
}
