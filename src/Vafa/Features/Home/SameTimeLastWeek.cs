using Vafa.Core.Values;
using Vafa.Features.Purchases;

namespace Vafa.Features.Home;

/// <summary>
/// The sales of this weekday a week ago until the same minute: whole hours from the roll-up, the last part of an hour
/// from the sales themselves.
/// </summary>
internal sealed class SameTimeLastWeek(ReadRollUps rollUps, SumSales sumSales)
{
    private const int Hours = 24;

    public async Task<SalesSum> Run(ClubTime time, DateTimeOffset now, string? branch, CancellationToken ct)
    {
        var today = time.DayOf(now);
        var day = today.AddDays(-7);
        var then = time.StartOf(day) + (now - time.StartOf(today));
        var wall = time.WallClock(then);
        var begun = then - (wall - new TimeOnly(wall.Hour, 0));
        var start = time.StartOf(day);
        var part = await sumSales.Run(new SumSalesRequest(begun < start ? start : begun, then, branch), ct);
        var (sales, ofMembers, money) = (part.Sales, part.MemberSales, part.Payable);
        foreach (var (hour, sum) in await rollUps.Hours(day, branch, ct))
        {
            if (Place(time, hour) < Place(time, wall.Hour))
            {
                sales += sum.Sales;
                ofMembers += sum.MemberSales;
                money += sum.Money;
            }
        }

        return new SalesSum(sales, ofMembers, money);
    }

    /// <summary>Which hour of the business day it is.</summary>
    private static int Place(ClubTime time, int hour) => (hour - time.DayStartsAt.Hour + Hours) % Hours;
}
