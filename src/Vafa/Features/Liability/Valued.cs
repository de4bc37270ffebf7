using Vafa.Core.Ledger;
using Vafa.Features.Programme;

namespace Vafa.Features.Liability;

/// <summary>Amounts of units in money, as the programme in force values them.</summary>
internal static class Valued
{
    /// <summary>Each unit of the programme that holds something, in its order.</summary>
    public static List<UnitOwed> Units(ClubVersion club, IReadOnlyDictionary<string, long> amounts) =>
        [
            .. club
                .Programme.Units.Where(u => amounts.GetValueOrDefault(u.Code) != 0)
                .Select(u => Of(u, amounts[u.Code])),
        ];

    public static UnitOwed Of(Unit unit, long amount) =>
        new(
            unit.Code,
            unit.Title,
            amount,
            UnitPeriod.Value(amount, unit.Worth).Minor,
            UnitPeriod.Value(amount, unit.Cost).Minor
        );

    /// <summary>Amounts of several units in money by their worth.</summary>
    public static long Worth(ClubVersion club, IEnumerable<(string Unit, long Amount)> amounts) =>
        amounts.Sum(a => club.Programme.UnitOf(a.Unit) is { } unit ? UnitPeriod.Value(a.Amount, unit.Worth).Minor : 0);

    /// <summary>The same by what one costs.</summary>
    public static long Cost(ClubVersion club, IEnumerable<(string Unit, long Amount)> amounts) =>
        amounts.Sum(a => club.Programme.UnitOf(a.Unit) is { } unit ? UnitPeriod.Value(a.Amount, unit.Cost).Minor : 0);
}
