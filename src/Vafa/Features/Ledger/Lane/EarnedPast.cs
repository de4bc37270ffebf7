using Vafa.Core.Earning;
using Vafa.Core.Ledger;
using Vafa.Core.Values;

namespace Vafa.Features.Ledger.Lane;

/// <summary>From an instant until before another.</summary>
internal readonly record struct EarnedSpan(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>What the caps of a unit look at, for a sale of this business day.</summary>
    public static EarnedSpan Of(in EarningCaps caps, ClubTime time, DateOnly day) =>
        caps.Ever is not null ? new EarnedSpan(DateTimeOffset.MinValue, DateTimeOffset.MaxValue)
        : caps.Month is not null ? Month(time, day)
        : Day(time, day);

    public static EarnedSpan Day(ClubTime time, DateOnly day) => new(time.StartOf(day), time.StartOf(day.AddDays(1)));

    public static EarnedSpan Month(ClubTime time, DateOnly day) =>
        new(
            time.StartOf(time.PeriodStart(day, Period.Month)),
            time.StartOf(time.LastDayOf(day, LongPeriod.Month).AddDays(1))
        );

    public bool Holds(DateTimeOffset at) => From <= at && at < To;
}

/// <summary>
/// What a member earned, as far as it was asked for, moved on by each work of a batch: the entries themselves, so that
/// there is no second count. What a refund took back counts at the moment of its sale.
/// </summary>
internal sealed class EarnedPast
{
    private readonly List<(string Unit, DateTimeOffset At, long Amount)> moves = [];

    public void Add(string unit, DateTimeOffset at, long amount) => moves.Add((unit, at, amount));

    public EarnedBefore Before(string unit, ClubTime time, DateOnly day) =>
        new(Sum(unit, EarnedSpan.Day(time, day)), Sum(unit, EarnedSpan.Month(time, day)), Sum(unit, Always));

    private static EarnedSpan Always => new(DateTimeOffset.MinValue, DateTimeOffset.MaxValue);

    private long Sum(string unit, EarnedSpan span)
    {
        var sum = 0L;
        foreach (var move in moves)
        {
            sum += span.Holds(move.At) && string.Equals(move.Unit, unit, StringComparison.Ordinal) ? move.Amount : 0;
        }

        return sum;
    }
}
