using System.Collections.Immutable;
using System.Globalization;

namespace Vafa.Features.Demo;

/// <summary>How often somebody comes.</summary>
internal enum DemoHabit
{
    Regular,
    Casual,
    Rare,

    /// <summary>Came often and then no more.</summary>
    Lost,
}

/// <param name="From">Day of the demo on which he joins.</param>
/// <param name="Until">Day after which he comes no more.</param>
/// <param name="PerDay">Chance of a visit on an ordinary day.</param>
internal sealed record DemoPerson(
    string Mobile,
    string First,
    string Last,
    string Birth,
    bool IsSilver,
    string Drink,
    int From,
    int Until,
    double PerDay
);

/// <summary>
/// Invented guests of the café. Their mobiles lie in 0999 1…, so that no message could reach a real person.
/// </summary>
internal static class DemoPeople
{
    private static readonly ImmutableArray<string> Women =
    [
        "زهرا",
        "مریم",
        "فاطمه",
        "سارا",
        "نگار",
        "الهام",
        "نیلوفر",
        "مهسا",
        "شیرین",
        "لیلا",
        "پریسا",
        "آیدا",
    ];

    private static readonly ImmutableArray<string> Men =
    [
        "علی",
        "محمد",
        "رضا",
        "حسین",
        "امیر",
        "مهدی",
        "آرش",
        "کیان",
        "سینا",
        "بهزاد",
        "پویا",
        "نیما",
    ];

    private static readonly ImmutableArray<string> Families =
    [
        "احمدی",
        "محمدی",
        "حسینی",
        "کریمی",
        "رضایی",
        "موسوی",
        "جعفری",
        "رحیمی",
        "صادقی",
        "نوری",
        "کاظمی",
        "هاشمی",
        "یوسفی",
        "اکبری",
        "شریفی",
        "فرهادی",
        "زارع",
        "قاسمی",
        "میرزایی",
        "بهرامی",
    ];

    private static readonly ImmutableArray<string> Drinks = ["قهوه", "قهوه", "چای", "نوشیدنی سرد"];

    public static List<DemoPerson> Of(int count, int days, Random chance)
    {
        var people = new List<DemoPerson>(count);
        for (var i = 0; i < count; i++)
        {
            var names = chance.Next(2) == 0 ? Women : Men;
            var habit = Habit(chance.NextDouble());
            var from = chance.NextDouble() < 0.5 ? 0 : chance.Next(Math.Max(1, days - 3));
            people.Add(
                new DemoPerson(
                    string.Create(CultureInfo.InvariantCulture, $"09991{(i * 7919) % 1_000_000:000000}"),
                    names[chance.Next(names.Length)],
                    Families[chance.Next(Families.Length)],
                    Birth(chance),
                    IsSilver: habit == DemoHabit.Regular && chance.Next(3) == 0,
                    Drinks[chance.Next(Drinks.Length)],
                    from,
                    habit == DemoHabit.Lost ? from + ((days - from) / 2) : days,
                    PerDay(habit)
                )
            );
        }

        return people;
    }

    private static DemoHabit Habit(double share) =>
        share < 0.15 ? DemoHabit.Regular
        : share < 0.55 ? DemoHabit.Casual
        : share < 0.85 ? DemoHabit.Rare
        : DemoHabit.Lost;

    private static double PerDay(DemoHabit habit) =>
        habit switch
        {
            DemoHabit.Regular => 0.30,
            DemoHabit.Casual => 0.06,
            DemoHabit.Rare => 0.015,
            DemoHabit.Lost => 0.15,
            _ => throw new ArgumentOutOfRangeException(nameof(habit)),
        };

    private static string Birth(Random chance) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{1345 + chance.Next(40):0000}/{1 + chance.Next(12):00}/{1 + chance.Next(29):00}"
        );
}
