using System.Diagnostics;

namespace Vafa.Bench.Peers;

/// <summary>
/// Times ways to do one thing in alternating rounds of one run, so that a slow moment of the machine meets all of them.
/// </summary>
internal static class Contest
{
    private const int Rounds = 41;
    private const double RoundSeconds = 0.02;
    private const double WarmSeconds = 1.5;

    public static List<Result> Run(IReadOnlyList<Contender> contenders)
    {
        var passes = contenders.Select(Warm).ToArray();
        var times = contenders.Select(_ => new List<double>(Rounds)).ToArray();
        var bytes = new double[contenders.Count];
        for (var round = 0; round < Rounds; round++)
        {
            for (var n = 0; n < contenders.Count; n++)
            {
                // Another goes first in each round.
                var i = (n + round) % contenders.Count;
                var before = GC.GetAllocatedBytesForCurrentThread();
                times[i].Add(Time(contenders[i], passes[i]));
                bytes[i] = GC.GetAllocatedBytesForCurrentThread() - before;
            }
        }

        return
        [
            .. contenders.Select(
                (c, i) => new Result(c.Name, Median(times[i]), c.Itself ? null : bytes[i] / passes[i] / Sample.Sales)
            ),
        ];
    }

    private static double Time(Contender contender, int passes)
    {
        if (contender.Itself)
        {
            return contender.Pass();
        }

        var start = Stopwatch.GetTimestamp();
        for (var n = 0; n < passes; n++)
        {
            contender.Pass();
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / passes / Sample.Sales;
    }

    /// <summary>Runs it until it is compiled for good; gives how many passes make a round.</summary>
    private static int Warm(Contender contender)
    {
        if (contender.Itself)
        {
            return 1;
        }

        var (passes, start) = (0, Stopwatch.GetTimestamp());
        var took = 0.0;
        while (took < WarmSeconds || passes < 200)
        {
            contender.Pass();
            passes++;
            took = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        return Math.Max(1, (int)(passes * RoundSeconds / took));
    }

    private static double Median(List<double> times)
    {
        times.Sort();
        return times[times.Count / 2];
    }
}

/// <summary>One way to do it.</summary>
/// <param name="Pass">Does it once for each sale of the sample.</param>
/// <param name="Itself">It times itself: a pass gives the nanoseconds for a sale.</param>
internal sealed record Contender(string Name, Func<double> Pass, bool Itself = false);

/// <summary>Median nanoseconds for a sale, and the bytes it allocates where they are known.</summary>
internal sealed record Result(string Name, double Nanoseconds, double? Bytes);
