using System.Globalization;
using Vafa.Data;

namespace Vafa.Features.Ledger.Check;

/// <summary>A member's counters and day roll-ups against his sales; a guest has none.</summary>
internal static class CheckCounters
{
    public static IEnumerable<Difference> Of(Guid member, MemberRows rows, IReadOnlyList<SaleAdded> added)
    {
        var sales = added.Where(s => !s.Stored.IsGuest).ToList();
        if (rows.Members.Rows is [var row])
        {
            foreach (var difference in Counters(member, row, sales))
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

    private static IEnumerable<Difference> Counters(Guid member, CheckedMember row, List<SaleAdded> sales)
    {
        var visits = sales.LongCount(p => !p.IsVoid);
        if (row.Visits != visits)
        {
            yield return Difference.Of("member", $"{member}", "visits", row.Visits, visits);
        }

        var spent = sales.Sum(s => s.Kept);
        if (row.Spent != spent)
        {
            yield return Difference.Of("member", $"{member}", "spent", row.Spent, spent);
        }

        // A refund does not undo that the member was there.
        var last = sales.Count == 0 ? (long?)null : sales.Max(s => s.Stored.At);
        if (row.LastVisit != last)
        {
            yield return new Difference("member", $"{member}", "last_visit", Instant(row.LastVisit), Instant(last));
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
