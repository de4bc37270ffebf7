using System.Globalization;
using Vafa.Data;

namespace Vafa.Features.Ledger.Check;

/// <summary>A member's counters and day roll-ups against his sales; a guest has none.</summary>
internal static class CheckCounters
{
    public static IEnumerable<Difference> Of(
        Guid member,
        MemberRows rows,
        IReadOnlyList<SaleAdded> added,
        MergedSums merged
    )
    {
        var sales = added.Where(s => !s.Stored.IsGuest).ToList();
        if (rows.Members.Rows is [var row])
        {
            // A refund does not undo that the member was there.
            var last = sales.Count == 0 ? (long?)null : sales.Max(s => s.Stored.At);
            var own = new CountedSales(sales.LongCount(p => !p.IsVoid), sales.Sum(s => s.Kept), last);
            foreach (var difference in merged.Holds(member, row, own) ? [] : Compare(member, row, own))
            {
                yield return difference;
            }
        }
        else if (
            sales.Count > 0
            || rows.Wallets.Rows.Count > 0
            || rows.Entries.Rows.Count > 0
            || rows.Lots.Rows.Count > 0
        )
        {
            yield return Difference.Missing("member", $"{member}");
        }

        foreach (var difference in Days(member, rows, sales).Concat(CheckBought.Of(member, rows)))
        {
            yield return difference;
        }
    }

    public static IEnumerable<Difference> Compare(Guid member, CheckedMember row, CountedSales sum)
    {
        if (row.Visits != sum.Visits)
        {
            yield return Difference.Of("member", $"{member}", "visits", row.Visits, sum.Visits);
        }

        if (row.Spent != sum.Spent)
        {
            yield return Difference.Of("member", $"{member}", "spent", row.Spent, sum.Spent);
        }

        if (row.LastVisit != sum.LastVisit)
        {
            var (stored, last) = (Instant(row.LastVisit), Instant(sum.LastVisit));
            yield return new Difference("member", $"{member}", "last_visit", stored, last);
        }
    }

    private static IEnumerable<Difference> Days(Guid member, MemberRows rows, List<SaleAdded> sales)
    {
        var computed = sales
            .GroupBy(s => s.Stored.Day)
            .ToDictionary(g => g.Key, g => (Visits: g.LongCount(p => !p.IsVoid), Spent: g.Sum(s => s.Kept)));
        foreach (var day in rows.Days.Rows)
        {
            computed.Remove(day.Day, out var sum);
            var key = $"{member}/{Text(day.Day)}";
            if (day.Visits != sum.Visits)
            {
                yield return Difference.Of("member_day", key, "visits", day.Visits, sum.Visits);
            }

            if (day.Spent != sum.Spent)
            {
                yield return Difference.Of("member_day", key, "spent", day.Spent, sum.Spent);
            }
        }

        foreach (var (day, sum) in computed.Where(c => c.Value != (0, 0)))
        {
            yield return Difference.Missing("member_day", $"{member}/{Text(day)}");
        }
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Instant(long? micros) =>
        micros is { } at
            ? SqliteDb.Instant(at).ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture)
            : Difference.Nothing;
}
