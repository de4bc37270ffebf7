using System.Collections.Immutable;
using Vafa.Core.Sales;
using Vafa.Core.Values;
using Vafa.Features.Purchases;

namespace Vafa.Features.Demo;

/// <summary>One visit: who, where, when and what is on the tray.</summary>
/// <param name="PaysWithCredit">He means to use the credit he has.</param>
/// <param name="RefundAfter">Minutes after which the whole is brought back.</param>
internal sealed record DemoVisit(
    Guid Id,
    DemoPerson? Person,
    DateOnly Day,
    DateTimeOffset At,
    string Branch,
    string Cashier,
    ImmutableArray<LineRequest> Lines,
    bool PaysWithCredit,
    int? RefundAfter,
    string Method,
    Channel Channel
)
{
    public DateTimeOffset? BackAt => RefundAfter is { } minutes ? At.AddMinutes(minutes) : null;
}

/// <summary>
/// Who comes on a day. Each day has a chance of its own, so that one visit more changes no other day.
/// </summary>
internal sealed class DemoVisits(DemoRequest request, DateOnly first, ClubTime time, List<DemoPerson> people)
{
    /// <summary>Guests whom nobody knows make three sales of ten.</summary>
    private const double GuestsPerMember = 0.45;

    private const double Phone = 0.05;
    private const double Spends = 0.16;
    private const double Refunds = 0.011;
    private const int BirthdayDays = 3;

    private readonly DateOnly careless = first.AddDays(request.Days - (request.Days / 4));

    /// <summary>When somebody comes, by the second of a day on the club's wall clock.</summary>
    public static DateTimeOffset At(ClubTime time, int second, DateOnly day)
    {
        var wall = day.ToDateTime(TimeOnly.MinValue).AddSeconds(second);
        return new DateTimeOffset(wall, time.Zone.GetUtcOffset(wall)).ToUniversalTime();
    }

    /// <summary>
    /// All visits of a day that were recorded, in order of time, not after <paramref name="latest"/>.
    /// </summary>
    public List<DemoVisit> Of(int number, DateTimeOffset latest)
    {
        var day = first.AddDays(number);
        var mood = DemoSeason.Mood(day);
        if (mood == 0)
        {
            return [];
        }

        var chance = new Random(unchecked((request.Seed * 100_003) + number));
        var tray = new DemoTray(day, chance);
        var visits = new List<DemoVisit>();
        foreach (var person in people.TakeWhile(p => p.From <= number).Where(p => p.IsThere(number)))
        {
            var isFirst = person.From == number;
            if (chance.NextDouble() < person.PerDay * mood * Birthday(person, day) || isFirst)
            {
                Add(visits, Visit(person, isFirst, day, tray, chance), day, isFirst);
            }
        }

        var guests = (int)((Expected(number) * mood * GuestsPerMember) + chance.NextDouble() + chance.NextDouble());
        for (var i = 0; i < guests; i++)
        {
            Add(visits, Visit(null, isFirst: false, day, tray, chance), day, isFirst: false);
        }

        return [.. visits.Where(v => v.At <= latest).OrderBy(v => v.At).ThenBy(v => v.Id)];
    }

    private double Expected(int number) =>
        people.TakeWhile(p => p.From <= number).Where(p => p.IsThere(number)).Sum(p => p.PerDay);

    private static double Birthday(DemoPerson person, DateOnly day)
    {
        var born = JalaliDate.FromGregorian(person.Birth);
        var year = JalaliDate.FromGregorian(day).Year;
        var apart = new JalaliDate(year, born.Month, born.Day).ToGregorian().DayNumber - day.DayNumber;
        return Math.Abs(apart) <= BirthdayDays ? 4 : 1;
    }

    private void Add(List<DemoVisit> visits, DemoVisit visit, DateOnly day, bool isFirst)
    {
        if (!DemoStaff.Omits(visit.Cashier, day, careless))
        {
            visits.Add(visit);
        }
        else if (isFirst)
        {
            // Who joined that evening did so at the other branch.
            visits.Add(visit with { Branch = DemoStaff.Main, Cashier = DemoStaff.Cashiers[1] });
        }
    }

    private DemoVisit Visit(DemoPerson? person, bool isFirst, DateOnly day, DemoTray tray, Random chance)
    {
        var drawn = DemoSeason.Moment(day, chance);
        var second = isFirst ? person!.FirstSecond : drawn;
        var at = At(time, second, day);
        var roams = chance.NextDouble() < 0.12;
        var branch =
            person is null || roams ? (chance.NextDouble() < 0.58 ? DemoStaff.Main : DemoStaff.Tajrish) : person.Branch;
        return new DemoVisit(
            DemoIds.At(at, chance),
            person,
            day,
            at,
            branch,
            DemoStaff.Of(branch, second),
            tray.Fill(person, second),
            person is not null && chance.NextDouble() < Spends,
            chance.NextDouble() < Refunds ? 3 + chance.Next(40) : null,
            chance.NextDouble() < 0.88 ? "card" : "cash",
            chance.NextDouble() < Phone ? Channel.Phone : Channel.Store
        );
    }
}
