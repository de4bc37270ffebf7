using System.Diagnostics;
using Vafa.Data;
using Vafa.Features.Ledger.Lane;

namespace Vafa.Features.Night;

/// <summary>
/// How many members a transaction takes, and how long it rests after one. Members are held no longer than a sale may
/// wait; and the more of the time sales are being written, the longer it rests, so that a night with an open till takes
/// longer, not the till.
/// </summary>
internal sealed class NightPace(Database database, SaleLane lane, TimeProvider clock)
{
    private const int Fewest = 8;
    private const int MostOnPostgres = 2_000;
    private const int MostOnSqlite = 1_000;

    /// <summary>At full load a chunk is followed by so many times its length of rest (measured, bench/night).</summary>
    private const double RestAtFullLoad = 4;

    /// <summary>SQLite has one writer, which other processes wait for without a queue.</summary>
    private static readonly TimeSpan LeastRestOnSqlite = TimeSpan.FromMilliseconds(8);

    private readonly TimeSpan held = TimeSpan.FromMilliseconds(database.IsPostgres ? 120 : 35);
    private readonly int most = database.IsPostgres ? MostOnPostgres : MostOnSqlite;
    private TimeSpan busy = lane.Busy;
    private long since = Stopwatch.GetTimestamp();

    /// <summary>Members of the next chunk.</summary>
    public int Size { get; private set; } = 64;

    public async Task Took(int members, TimeSpan took, CancellationToken ct)
    {
        var fitting = members * held.TotalMilliseconds / Math.Max(1, took.TotalMilliseconds);
        Size = Math.Clamp((int)Math.Clamp(fitting, Size / 2, Size * 2), Fewest, most);
        var rest = took * (RestAtFullLoad * LoadSinceLast());
        if (!database.IsPostgres && rest < LeastRestOnSqlite)
        {
            rest = LeastRestOnSqlite;
        }

        if (rest > TimeSpan.FromMilliseconds(1))
        {
            await Task.Delay(rest, clock, ct);
        }
    }

    /// <summary>The share of the time in which this node was writing sales.</summary>
    private double LoadSinceLast()
    {
        var (before, from) = (busy, since);
        (busy, since) = (lane.Busy, Stopwatch.GetTimestamp());
        return Math.Clamp((busy - before) / Stopwatch.GetElapsedTime(from, since), 0, 1);
    }
}
