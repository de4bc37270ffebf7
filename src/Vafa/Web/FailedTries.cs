using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Vafa.Web;

/// <summary>
/// Counts failed tries (wrong keys, passwords, codes) in the running minute, by address or account. In this process
/// only: two nodes allow twice as much.
/// </summary>
public sealed class FailedTries(TimeProvider clock)
{
    private const int MostKept = 10_000;
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Count> counts = new(StringComparer.Ordinal);

    /// <summary>
    /// Notes a failure; gives the seconds to wait when there were more than <paramref name="allowed"/>.
    /// </summary>
    public int? Note(string who, int allowed)
    {
        var now = clock.GetTimestamp();
        if (counts.Count > MostKept)
        {
            Forget(now);
        }

        var count = counts.AddOrUpdate(
            who,
            _ => new Count(now, 1),
            (_, old) => IsOver(old, now) ? new Count(now, 1) : old with { Failures = old.Failures + 1 }
        );
        return count.Failures > allowed ? SecondsLeft(count, now) : null;
    }

    /// <summary>Seconds to wait when there were already more than <paramref name="allowed"/>; notes nothing.</summary>
    public int? Wait(string who, int allowed)
    {
        var now = clock.GetTimestamp();
        return counts.TryGetValue(who, out var count) && !IsOver(count, now) && count.Failures > allowed
            ? SecondsLeft(count, now)
            : null;
    }

    /// <summary>The caller's address; of IPv6 the /64, which one customer has as a whole.</summary>
    public static string AddressOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? new IPAddress([.. address.GetAddressBytes().AsSpan(0, 8), 0, 0, 0, 0, 0, 0, 0, 0]).ToString()
            : address.ToString();
    }

    private bool IsOver(Count count, long now) => clock.GetElapsedTime(count.Since, now) >= Span;

    private int SecondsLeft(Count count, long now) =>
        Math.Max(1, (int)Math.Ceiling((Span - clock.GetElapsedTime(count.Since, now)).TotalSeconds));

    private void Forget(long now)
    {
        foreach (var (who, count) in counts)
        {
            if (IsOver(count, now))
            {
                counts.TryRemove(who, out _);
            }
        }
    }

    private readonly record struct Count(long Since, int Failures);
}
