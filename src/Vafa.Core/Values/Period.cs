namespace Vafa.Core.Values;

/// <summary>Spans of the club's calendar; a week starts on the club's first weekday.</summary>
public enum Period
{
    Ever,
    Day,
    Week,
    Month,
    Year,
}

/// <summary>
/// A window behind now: the last N business days with today, or the running day, week, month or year.
/// </summary>
public readonly record struct Window(int Days, Period Period)
{
    public static Window LastDays(int days) => new(days, Period.Ever);

    public static Window This(Period period) => new(0, period);
}
