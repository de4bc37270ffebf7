using System.Diagnostics;

namespace Vafa.Bench.Peers;

/// <summary>
/// Times ways to do one thing in alternating rounds of one run, so that a slow moment of the machine meets all of them.
/// </summary>
internal static class Contest
{
    private const int Rounds = 201;

    /// <summary>Short enough that most rounds are not interrupted where others use the machine, too.</summary>
    private const double RoundSeconds = 0.004;
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
                if (!contenders[i].Itself)
                {
                    // The sales are in the processor's cache for whoever comes second: so for all.
                    contenders[i].Pass();
                }

                var before = GC.GetAllocatedBytesForCurrentThread();
                times[i].Add(Time(contenders[i], passes[i]));
                bytes[i] = GC.GetAllocatedBytesForCurrentThread() - before;
            }
        }

        return
        [
            .. contenders.Select(
                (c, i) => new Result(c.Name, times[i], c.Itself ? null : bytes[i] / passes[i] / Sample.Sales)
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

        var start = Stopwatch.GetTimestamp();
        var best = double.MaxValue;
        for (var n = 0; n < 200 || Stopwatch.GetElapsedTime(start).TotalSeconds < WarmSeconds; n++)
        {
            best = Math.Min(best, Time(contender, 1) * Sample.Sales / 1e9);
        }

        return Math.Max(1, (int)(RoundSeconds / best));
    }
}

/// <summary>One way to do it.</summary>
/// <param name="Pass">Does it once for each sale of the sample.</param>
/// <param name="Itself">It times itself: a pass gives the nanoseconds for a sale.</param>
internal sealed record Contender(string Name, Func<double> Pass, bool Itself = false);

/// <summary>Nanoseconds for a sale in each round, and the bytes it allocates where they are known.</summary>
internal sealed record Result(string Name, IReadOnlyList<double> Times, double? Bytes)
{
    public double Nanoseconds => Median(Times);

    /// <summary>The median of what it took of the other's time in the same round.</summary>
    public double Of(Result other) => Median(Times.Zip(other.Times, (mine, theirs) => mine / theirs));

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
