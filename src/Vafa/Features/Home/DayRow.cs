namespace Vafa.Features.Home;

/// <summary>One branch's business day, its hours and shards added.</summary>
internal sealed record DayRow(
    DateOnly Day,
    string Branch,
    long Sales,
    long MemberSales,
    long Payable,
    long Discount,
    long FirstVisits,
    long BackVisits,
    long Apart,
    long Refunds,
    long Refunded
);

/// <summary>Some days added up. A refund counts on the day it was made.</summary>
/// <param name="Payable">What was to be paid, after discounts and wallets.</param>
public sealed record DaysSum(long Sales, long MemberSales, long Payable, long Discount, long Refunds, long Refunded);

/// <summary>The last ten weeks of one branch or all, to add up from.</summary>
internal sealed class RecentDays(IReadOnlyList<DayRow> rows)
{
    /// <summary>Of how many same weekdays before a day without sales we look at the sales.</summary>
    private const int WeeksLookedAt = 8;
    private const int FewestWeeks = 3;
    private const int MostNotices = 10;

    /// <summary>How far back days without sales are told.</summary>
    public const int DaysTold = 14;

    public const int Days = DaysTold + (WeeksLookedAt * 7);

    public IEnumerable<DayRow> Within(DateOnly first, DateOnly last) =>
        rows.Where(r => r.Day >= first && r.Day <= last);

    public SalesSum Sales(DateOnly first, DateOnly last)
    {
        var (sales, ofMembers, money) = (0L, 0L, 0L);
        foreach (var row in Within(first, last))
        {
            sales += row.Sales;
            ofMembers += row.MemberSales;
            money += row.Payable;
        }

        return new SalesSum(sales, ofMembers, money);
    }

    public VisitSum Visits(DateOnly first, DateOnly last)
    {
        var (news, returning, back, guests) = (0L, 0L, 0L, 0L);
        foreach (var row in Within(first, last))
        {
            news += row.FirstVisits;
            back += row.BackVisits;
            returning += row.MemberSales - row.FirstVisits - row.BackVisits;
            guests += row.Sales - row.MemberSales;
        }

        return new VisitSum(news, returning, back, guests);
    }

    public MoneyGiven Given(DateOnly first, DateOnly last)
    {
        var (money, discount, refunded) = (0L, 0L, 0L);
        foreach (var row in Within(first, last))
        {
            money += row.Payable;
            discount += row.Discount;
            refunded += row.Refunded;
        }

        return new MoneyGiven(money, discount, refunded);
    }

    /// <summary>
    /// Days before <paramref name="today"/> on which a branch recorded nothing, though at least half of the same
    /// weekdays since its first sale that we know (three at least) had sales.
    /// </summary>
    public IEnumerable<Notice> DaysWithoutSales(DateOnly today)
    {
        var missing = rows.Where(r => r.Sales > 0)
            .GroupBy(r => r.Branch)
            .SelectMany(branch => Missing(branch.Key, branch.Select(r => r.Day).ToHashSet(), today));
        return missing.OrderByDescending(n => n.Day).ThenBy(n => n.Branch, StringComparer.Ordinal).Take(MostNotices);
    }

    private static IEnumerable<Notice> Missing(string branch, HashSet<DateOnly> open, DateOnly today)
    {
        var first = open.Min();
        for (var day = today.AddDays(-1); day >= today.AddDays(-DaysTold); day = day.AddDays(-1))
        {
            if (open.Contains(day))
            {
                continue;
            }

            var before = Enumerable.Range(1, WeeksLookedAt).Select(week => day.AddDays(-7 * week)).ToList();
            var known = before.Count(d => d >= first);
            var had = before.Count(open.Contains);
            if (known >= FewestWeeks && had * 2 >= known)
            {
                yield return new Notice(NoticeKinds.DayWithoutSales)
                {
                    Branch = branch,
                    Day = day,
                    Count = had,
                    Of = known,
                };
            }
        }
    }
}
