namespace Vafa.Tests.Harness;

/// <summary>
/// A clock that stands still until a test moves it. It starts on Wednesday 5 Farvardin 1405 at 12:30 in Tehran. Timers
/// run on real time, so that what waits in the host does not wait for ever.
/// </summary>
public sealed class TestClock : TimeProvider
{
    public static readonly DateTimeOffset Start = new(2026, 3, 25, 9, 0, 0, TimeSpan.Zero);

    private long ticks = Start.UtcTicks;

    public DateTimeOffset Now
    {
        get => GetUtcNow();
        set => Interlocked.Exchange(ref ticks, value.UtcTicks);
    }

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}
