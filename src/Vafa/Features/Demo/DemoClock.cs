namespace Vafa.Features.Demo;

/// <summary>
/// A clock that the demo moves through the months it tells of, so that everything is recorded in its time.
/// </summary>
public sealed class DemoClock(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;

    public DateTimeOffset Now
    {
        get => GetUtcNow();
        set => Interlocked.Exchange(ref ticks, value.UtcTicks);
    }

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);
}
