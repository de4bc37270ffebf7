using System.Globalization;
using System.Runtime.CompilerServices;
using Vafa.Data.Copying;
using Vafa.Features.Ledger.Lane;

namespace Vafa.Features.Ledger.Check;

/// <summary>The stored roll-ups behind the home page, their shards added, against what they should be.</summary>
internal static class CheckRollUps
{
    private static readonly string[] HourColumns =
    [
        "sales",
        "member_sales",
        "total",
        "discount",
        "spent",
        "payable",
        "first_visits",
        "back_visits",
        "apart",
        "refunds",
        "refunded",
    ];

    private static readonly string[] DayColumns =
    [
        "earned",
        "spent",
        "returned",
        "reversed",
        "expired",
        "adjusted",
        "imported",
        "converted",
        "transferred",
        "merged",
        "reinstated",
        "set_apart",
    ];

    private static readonly string[] DueColumns = ["remaining"];

    public static async IAsyncEnumerable<Difference> Of(
        Snapshot snapshot,
        RollUps computed,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var hours = computed.Hours.Values.ToDictionary(
            h => $"{Day(h.Day)}/{h.Hour}/{h.Branch}",
            h =>
                (long[])
                    [
                        h.Sales,
                        h.MemberSales,
                        h.Total,
                        h.Discount,
                        h.Spent,
                        h.Payable,
                        h.FirstVisits,
                        h.BackVisits,
                        h.Apart,
                        h.Refunds,
                        h.Refunded,
                    ]
        );
        var stored = snapshot.Stream(
            Sql("branch_hour", "day, hour, branch", HourColumns),
            r => ($"{Day(r.Day(0))}/{r.Whole(1)}/{r.Text(2)}", Sums(r, 3, HourColumns.Length)),
            ct
        );
        await foreach (var difference in Compare("branch_hour", HourColumns, stored, hours))
        {
            yield return difference;
        }

        var days = computed.Days.Values.ToDictionary(
            d => $"{Day(d.Day)}/{d.Unit}/{d.Branch}",
            d =>
                (long[])
                    [
                        d.Earned,
                        d.Spent,
                        d.Returned,
                        d.Reversed,
                        d.Expired,
                        d.Adjusted,
                        d.Imported,
                        d.Converted,
                        d.Transferred,
                        d.Merged,
                        d.Reinstated,
                        d.SetApart,
                    ]
        );
        var storedDays = snapshot.Stream(
            Sql("unit_day", "day, unit, branch", DayColumns),
            r => ($"{Day(r.Day(0))}/{r.Text(1)}/{r.Text(2)}", Sums(r, 3, DayColumns.Length)),
            ct
        );
        await foreach (var difference in Compare("unit_day", DayColumns, storedDays, days))
        {
            yield return difference;
        }

        var dues = computed.Dues.Values.ToDictionary(d => $"{Day(d.Day)}/{d.Unit}", d => (long[])[d.Remaining]);
        var storedDues = snapshot.Stream(
            Sql("unit_due", "day, unit", DueColumns),
            r => ($"{Day(r.Day(0))}/{r.Text(1)}", Sums(r, 2, DueColumns.Length)),
            ct
        );
        await foreach (var difference in Compare("unit_due", DueColumns, storedDues, dues))
        {
            yield return difference;
        }
    }

    private static async IAsyncEnumerable<Difference> Compare(
        string table,
        string[] columns,
        IAsyncEnumerable<(string Key, long[] Sums)> stored,
        Dictionary<string, long[]> computed
    )
    {
        await foreach (var (key, sums) in stored)
        {
            computed.Remove(key, out var should);
            for (var i = 0; i < columns.Length; i++)
            {
                if (sums[i] != (should?[i] ?? 0))
                {
                    yield return Difference.Of(table, key, columns[i], sums[i], should?[i] ?? 0);
                }
            }
        }

        foreach (var (key, _) in computed.Where(c => c.Value.Any(sum => sum != 0)))
        {
            yield return Difference.Missing(table, key);
        }
    }

    private static string Sql(string table, string key, string[] columns) =>
        $"SELECT {key}, {string.Join(", ", columns.Select(c => $"CAST(sum({c}) AS bigint)"))} "
        + $"FROM {table} GROUP BY {key} ORDER BY {key}";

    private static long[] Sums(StoredRow row, int first, int count)
    {
        var sums = new long[count];
        for (var i = 0; i < count; i++)
        {
            sums[i] = row.Whole(first + i);
        }

        return sums;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
