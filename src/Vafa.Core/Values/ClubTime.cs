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
    public TimeZoneInfo Zone { get; } = zone;

    public ClubCalendar Calendar { get; } = calendar;

    public TimeOnly DayStartsAt { get; } = dayStartsAt;

    public DayOfWeek WeekStartsOn { get; } = weekStartsOn;
}
