using Vafa.Core.Ledger;
using Vafa.Features.Ledger;
using Vafa.Features.Programme;

namespace Vafa.Features.Liability;

/// <summary>Sums of lots in groups, each group by unit and in money.</summary>
internal static class LotTables
{
    /// <param name="branch">Only what it gave; null: all.</param>
    public static LotFigures Of(LotsThen then, ClubVersion club, string? branch)
    {
        var sums = then.Sums.Where(s => branch is null || s.Branch == branch).ToList();
        var held = sums.Where(s => s.End != LotEnd.Debt).ToList();
        var debts = Amounts(sums.Where(s => s.End == LotEnd.Debt)).ToDictionary(d => d.Key, d => -d.Value);
        return new LotFigures(
            then.At,
            then.Live,
            Groups(club, held.GroupBy(s => s.Age).OrderBy(g => g.Key).Select(g => (CodeOf(g.Key), Amounts(g)))),
            Groups(club, held.GroupBy(s => s.End).OrderBy(g => g.Key).Select(g => (CodeOf(g.Key), Amounts(g)))),
            Groups(club, held.GroupBy(s => s.Branch).OrderBy(g => g.Key).Select(g => (g.Key, Amounts(g)))),
            Valued.Units(club, debts)
        );
    }

    /// <summary>By unit.</summary>
    public static Dictionary<string, long> Amounts(IEnumerable<LotSum> sums) =>
        sums.GroupBy(s => s.Unit, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Sum(s => s.Remaining), StringComparer.Ordinal);

    public static string CodeOf(LotAge age) =>
        age switch
        {
            LotAge.Days30 => "0-30",
            LotAge.Days90 => "31-90",
            LotAge.Days180 => "91-180",
            LotAge.Days365 => "181-365",
            LotAge.Older => "older",
            LotAge.Unknown => "unknown",
            _ => throw new ArgumentOutOfRangeException(nameof(age)),
        };

    public static string CodeOf(LotEnd end) =>
        end switch
        {
            LotEnd.Ended => "ended",
            LotEnd.Week => "week",
            LotEnd.Month => "month",
            LotEnd.Quarter => "quarter",
            LotEnd.Year => "year",
            LotEnd.Later => "later",
            LotEnd.Never => "never",
            LotEnd.Waiting => "waiting",
            LotEnd.Debt => "debt",
            _ => throw new ArgumentOutOfRangeException(nameof(end)),
        };

    private static List<LotGroup> Groups(
        ClubVersion club,
        IEnumerable<(string Code, Dictionary<string, long> Amounts)> groups
    ) =>
        [
            .. groups
                .Select(g => (g.Code, Units: Valued.Units(club, g.Amounts)))
                .Select(g => new LotGroup(g.Code, g.Units.Sum(u => u.Worth), g.Units.Sum(u => u.Cost), g.Units)),
        ];
}
