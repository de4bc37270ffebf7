using Vafa.Core.Values;
using Vafa.Features.Ledger.Lane;
using Vafa.Features.Members;
using Vafa.Features.Messages;
using Vafa.Features.Programme;
using Vafa.Features.Purchases;

namespace Vafa.Features.Home;

/// <summary>
/// What the home page says: from roll-ups and short ranges of indexes, so that it costs the same after ten million
/// sales. Refused: home.branch-unknown.
/// </summary>
internal sealed class ReadHome(
    ReadRollUps rollUps,
    SameTimeLastWeek sameTime,
    HomeNotices notices,
    ReadBirthdays birthdays,
    CountSilent silent,
    ProgrammeStore programmes,
    TimeProvider clock
)
{
    private const int WeekDays = 7;
    private const int MonthDays = 30;
    private const int ShownDays = 60;
    private const int TurnDays = 14;
    private const int BirthdaysNamed = 10;

    public async Task<Outcome<HomeFigures>> Run(HomeRequest request, CancellationToken ct)
    {
        var club = await programmes.Newest(ct);
        if (request.Branch is { } branch && !club.Branches.Contains(branch))
        {
            return new Refusal("home.branch-unknown", "/branch", branch);
        }

        var now = clock.GetUtcNow();
        var today = club.Time.DayOf(now);
        var days = new RecentDays(await rollUps.Days(today.AddDays(-RecentDays.Days), today, request.Branch, ct));
        var todays = days.Within(today, today).ToList();
        return new HomeFigures(
            now,
            today,
            request.Branch,
            new TodayFigures(
                days.Sales(today, today),
                await sameTime.Run(club.Time, now, request.Branch, ct),
                today.AddDays(-WeekDays),
                todays.Sum(r => r.Refunds),
                todays.Sum(r => r.Refunded)
            ),
            Span(days, today, WeekDays),
            Span(days, today, MonthDays),
            [.. Enumerable.Range(-ShownDays, ShownDays + 1).Select(by => Point(days, today.AddDays(by)))],
            new VisitorFigures(
                days.Visits(today, today),
                days.Visits(today.AddDays(1 - WeekDays), today),
                days.Visits(today.AddDays(1 - (2 * WeekDays)), today.AddDays(-WeekDays)),
                await silent.Run(
                    club.Time.StartOf(today.AddDays(-VisitKinds.Long - WeekDays)),
                    club.Time.StartOf(today.AddDays(-VisitKinds.Long)),
                    ct
                )
            ),
            await Given(days, club, today, ct),
            await notices.Run(days, club, now, ct),
            await Next(club, now, today, ct)
        );
    }

    private static DayFigures Point(RecentDays days, DateOnly day) => new(day, days.Sales(day, day));

    private static SpanFigures Span(RecentDays days, DateOnly today, int length) =>
        new(
            length,
            days.Sales(today.AddDays(-length), today.AddDays(-1)),
            days.Sales(today.AddDays(-2 * length), today.AddDays(-length - 1))
        );

    private async Task<GivenFigures> Given(RecentDays days, ClubVersion club, DateOnly today, CancellationToken ct)
    {
        var from = club.Time.PeriodStart(today, Period.Month);
        var beforeFrom = club.Time.PeriodStart(from.AddDays(-1), Period.Month);
        var sameDay = beforeFrom.AddDays(today.DayNumber - from.DayNumber);
        var beforeTo = sameDay < from ? sameDay : from.AddDays(-1);
        var units = await rollUps.Units(beforeFrom, today, ct);
        return new GivenFigures(
            from,
            beforeFrom,
            days.Given(from, today),
            days.Given(beforeFrom, beforeTo),
            [
                .. club.Programme.Units.Select(unit => new UnitGiven(
                    unit.Code,
                    unit.Title,
                    Sum(units[unit.Code].Where(d => d.Day >= from)),
                    Sum(units[unit.Code].Where(d => d.Day <= beforeTo))
                )),
            ]
        );
    }

    private static UnitSum Sum(IEnumerable<UnitDay> days)
    {
        var sum = new UnitSum(0, 0, 0, 0, 0, 0);
        foreach (var day in days)
        {
            sum = new UnitSum(
                sum.Earned + day.Earned,
                sum.Spent + day.Spent,
                sum.Expired + day.Expired,
                sum.Returned + day.Returned,
                sum.Reversed + day.Reversed,
                sum.Adjusted + day.Adjusted
            );
        }

        return sum;
    }

    private async Task<NextFigures> Next(ClubVersion club, DateTimeOffset now, DateOnly today, CancellationToken ct)
    {
        var soon = now.AddDays(TurnDays);
        var offers = club.Programme.Offers;
        // What expires at the start of tomorrow, and so on.
        var first = RollUps.DueDay(club.Time.StartOf(today.AddDays(1)));
        var dues = await rollUps.Dues(first, first.AddDays(MonthDays - 1), ct);
        return new NextFigures(
            await birthdays.Run(new BirthdaysRequest(club.Time, today, WeekDays, BirthdaysNamed), ct),
            [
                .. offers
                    .Where(o => o.Schedule.To > now && o.Schedule.To <= soon)
                    .OrderBy(o => o.Schedule.To)
                    .Select(o => new OfferTurn(o.Code, o.Title, o.Schedule.To!.Value)),
            ],
            [
                .. offers
                    .Where(o => o.Schedule.From > now && o.Schedule.From <= soon)
                    .OrderBy(o => o.Schedule.From)
                    .Select(o => new OfferTurn(o.Code, o.Title, o.Schedule.From!.Value)),
            ],
            [
                .. club.Programme.Units.Select(unit => new UnitExpiring(
                    unit.Code,
                    unit.Title,
                    dues[unit.Code].Where(d => d.Day < first.AddDays(WeekDays)).Sum(d => d.Remaining),
                    dues[unit.Code].Sum(d => d.Remaining)
                )),
            ]
        );
    }
}
