using System.Collections.Immutable;
using System.Globalization;
using Vafa.Core.Values;

namespace Vafa.Features.Demo;

/// <param name="Joined">Date of <paramref name="From"/>.</param>
/// <param name="From">Day of the demo on which he joins, at his first visit.</param>
/// <param name="Until">Day after which he comes no more.</param>
/// <param name="Away">Days between which somebody who came back was gone.</param>
/// <param name="PerDay">Chance of a visit on an ordinary day.</param>
/// <param name="FirstSecond">Second of the first day at which he joins.</param>
internal sealed record DemoPerson(
    Guid Id,
    string Card,
    string Mobile,
    string First,
    string Last,
    string Gender,
    DateOnly Birth,
    bool IsRegular,
    string Branch,
    string Drink,
    string Quarter,
    DateOnly Joined,
    int From,
    int Until,
    (int From, int To) Away,
    double PerDay,
    int FirstSecond
)
{
    public bool IsThere(int day) => day >= From && day <= Until && (day < Away.From || day > Away.To);
}

/// <summary>
/// Invented guests of the café. Their mobiles lie in 0999 1…, so that no message could reach a real person.
/// </summary>
internal static class DemoPeople
{
    public static readonly ImmutableArray<string> Quarters = ["همین محله", "محل کار نزدیک است", "از راه دور"];

    /// <summary>What is asked of a member, and the product group that he then takes most.</summary>
    public static readonly ImmutableArray<(string Answer, string Group)> Drinks =
    [
        ("قهوه", DemoMenu.Coffee),
        ("چای و دمنوش", DemoMenu.Tea),
        ("نوشیدنی سرد", DemoMenu.Cold),
    ];

    /// <summary>Everybody, in the order in which they join.</summary>
    /// <param name="first">The demo's first day.</param>
    public static List<DemoPerson> Of(DemoRequest request, DateOnly first, Func<int, DateOnly, DateTimeOffset> at)
    {
        var chance = new Random(request.Seed);
        var days = request.Days;
        var people = new List<DemoPerson>(request.Members);
        for (var i = 0; i < request.Members; i++)
        {
            // A club begins with those who are there, and grows faster once it is talked of.
            var from = chance.NextDouble() < 0.1 ? 0 : (int)(days * Math.Pow(chance.NextDouble(), 0.8));
            people.Add(Person(i, Open(first, Math.Min(from, days - 1)), request, chance, first, at));
        }

        return
        [
            .. people.OrderBy(p => p.From).ThenBy(p => p.FirstSecond).ThenBy(p => p.Mobile, StringComparer.Ordinal),
        ];
    }

    /// <summary>The last day not after this one on which the café is open; else the first after it.</summary>
    private static int Open(DateOnly first, int day)
    {
        var open = day;
        while (open > 0 && DemoSeason.IsClosed(first.AddDays(open)))
        {
            open--;
        }

        while (DemoSeason.IsClosed(first.AddDays(open)))
        {
            open++;
        }

        return open;
    }

    private static DemoPerson Person(
        int number,
        int from,
        DemoRequest request,
        Random chance,
        DateOnly first,
        Func<int, DateOnly, DateTimeOffset> at
    )
    {
        var isWoman = chance.NextDouble() < 0.54;
        var names = isWoman ? DemoNames.Women : DemoNames.Men;
        var (perDay, until, away) = Habit(from, request.Days, chance);
        var second = DemoSeason.Moment(first.AddDays(from), chance);
        return new DemoPerson(
            DemoIds.At(at(second, first.AddDays(from)), chance),
            Members.CardNumber.Of(300_000_000 + (int)(number * 48_271L % 99_999_989)),
            string.Create(CultureInfo.InvariantCulture, $"+989991{number * 7_919L % 1_000_000:000000}"),
            names[chance.Next(names.Length)],
            DemoNames.Families[chance.Next(DemoNames.Families.Length)],
            isWoman ? "female" : "male",
            Birth(chance),
            perDay > 0.135,
            chance.NextDouble() < 0.58 ? DemoStaff.Main : DemoStaff.Tajrish,
            Drinks[
                chance.NextDouble() switch
                {
                    < 0.6 => 0,
                    < 0.85 => 1,
                    _ => 2,
                }
            ].Answer,
            Quarters[chance.Next(Quarters.Length)],
            first.AddDays(from),
            from,
            until,
            away,
            perDay,
            second
        );
    }

    /// <summary>How often he comes, until when, and between which days he stays away.</summary>
    private static (double PerDay, int Until, (int, int) Away) Habit(int from, int days, Random chance)
    {
        var never = (int.MaxValue, int.MinValue);
        var kind = chance.NextDouble();
        var some = chance.NextDouble();
        var left = days - from;
        return kind switch
        {
            // The few who keep a café alive.
            < 0.07 => (0.14 + (0.12 * some), days, never),
            < 0.40 => (0.033 + (0.031 * some), days, never),
            < 0.72 => (0.010 + (0.010 * some), days, never),
            // Came often and then no more.
            < 0.88 => (0.075 + (0.07 * some), from + 12 + (int)(left * 0.6 * some), never),
            // Were gone for months and came back.
            < 0.94 => (0.065, days, (from + (int)(left * 0.3), from + (int)(left * 0.75))),
            // Joined for the first gift and were not seen again.
            _ => (0.02, from + 5, never),
        };
    }

    private static DateOnly Birth(Random chance)
    {
        var month = 1 + chance.Next(12);
        return new JalaliDate(1345 + chance.Next(42), month, 1 + chance.Next(month <= 6 ? 31 : 29)).ToGregorian();
    }
}
