namespace Vafa.Features.Demo.Travel;

/// <summary>
/// The real clock, ahead by as much as it was moved: for looking at what comes, on a club that may be spoiled. Timers
/// and measured spans run in real time. It only goes forward, and a new start is back in the present.
/// </summary>
internal sealed class MovableClock(TimeProvider real) : TimeProvider
{
    private long ahead;

    public TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref ahead));

    public override DateTimeOffset GetUtcNow() => real.GetUtcNow() + Ahead;

    public override long GetTimestamp() => real.GetTimestamp();

    public override long TimestampFrequency => real.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        real.CreateTimer(callback, state, dueTime, period);

    public void Forward(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(by.Ticks, nameof(by));
        Interlocked.Add(ref ahead, by.Ticks);
    }
}
