using System.Collections.Immutable;
using Vafa.Core.Values;
using Vafa.Web;

namespace Vafa.Features.Demo;

/// <summary>Who stands at which till when. They have no password: nobody can sign in as one of them.</summary>
internal static class DemoStaff
{
    public const string Main = "main";
    public const string Tajrish = "tajrish";
    public const string Manager = "سپیده";

    /// <summary>Who did not record the Sundays of one month.</summary>
    public const string Careless = "یاسر";

    /// <summary>The evening shift begins at this second of the day.</summary>
    private const int Evening = 15 * 3_600 + 1_800;

    public static readonly ImmutableArray<string> Cashiers = ["نیلوفر", "کامران", "سحر", Careless];

    public static Actor ActorOf(string user) => Actor.System with { By = "staff:" + user };

    public static string Of(string branch, int second) =>
        (branch, second < Evening) switch
        {
            (Main, true) => Cashiers[0],
            (Main, false) => Cashiers[1],
            (_, true) => Cashiers[2],
            _ => Careless,
        };

    /// <summary>Whether this sale stayed out of the books: the careless one on a Sunday of his month.</summary>
    /// <param name="month">A day of that month.</param>
    public static bool Omits(string cashier, DateOnly day, DateOnly month)
    {
        if (cashier != Careless || day.DayOfWeek != DayOfWeek.Sunday)
        {
            return false;
        }

        var (date, his) = (JalaliDate.FromGregorian(day), JalaliDate.FromGregorian(month));
        return (date.Year, date.Month) == (his.Year, his.Month);
    }
}
