using System.Collections.Immutable;
using Vafa.Core.Values;

namespace Vafa.Core.Ledger;

/// <summary>
/// One unit over one period as the books of account tell it: what stood at its start, what moved, what stands at its
/// end, in amounts and in money, equal to the smallest money unit.
/// </summary>
/// <param name="Opening">What all wallets held when it began.</param>
/// <param name="OpeningValue">The same at the worth of that moment.</param>
/// <param name="Closing">Opening + Σ moves.</param>
/// <param name="ClosingValue">The same at the worth of the end.</param>
/// <param name="Revaluation">
/// What the held amount gained in money because one is worth more than at the start; below 0: lost.
/// </param>
public sealed record UnitPeriod(
    string Unit,
    long Opening,
    Money OpeningValue,
    ImmutableArray<ValuedMove> Moves,
    long Closing,
    Money ClosingValue,
    Money Revaluation
)
{
    /// <summary>
    /// Values a period. All its moves count at the worth of its start, and money is rounded by running total: each move
    /// counts what the balance after it is worth, less what the balance before it was, both rounded down. So a move is
    /// never 1 or more off its exact worth, never of another sign than its amount, and opening + moves + revaluation =
    /// closing without a rest.
    /// </summary>
    /// <param name="moves">In the order in which they are told, and so rounded.</param>
    /// <param name="start">The worth of one when the period begins.</param>
    /// <param name="end">The worth of one when it ends.</param>
    public static UnitPeriod Of(string unit, long opening, IEnumerable<AccountMove> moves, Worth start, Worth end)
    {
        var valued = ImmutableArray.CreateBuilder<ValuedMove>();
        var (held, value) = (opening, Value(opening, start));
        foreach (var move in moves)
        {
            held = checked(held + move.Amount);
            var next = Value(held, start);
            valued.Add(new ValuedMove(move, next - value));
            value = next;
        }

        var closing = Value(held, end);
        return new UnitPeriod(
            unit,
            opening,
            Value(opening, start),
            valued.ToImmutable(),
            held,
            closing,
            closing - value
        );
    }

    /// <summary>What a balance counts in money, rounded down, also below zero.</summary>
    public static Money Value(long amount, Worth worth)
    {
        var (whole, rest) = Int128.DivRem(worth.Scaled(amount), Worth.Scale);
        return new Money(checked((long)(rest < 0 ? whole - 1 : whole)));
    }
}
