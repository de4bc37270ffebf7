using System.Collections.Immutable;
using System.Globalization;
using Vafa.Features.Programme;

namespace Vafa.Features.Demo;

/// <summary>
/// A change of the programme in the course of the demo: a document is put, or an offer paused or ended.
/// </summary>
/// <param name="Day">Number of the day on which it is made.</param>
internal sealed record DemoChange(int Day, string Code, string? Body, OfferMove Move)
{
    public DocumentKind Kind { get; init; } = DocumentKind.Offer;
}

/// <summary>
/// What the café offered when: seven offers, of which one is paused, one has ended and one begins soon; and what else
/// its rules brought.
/// </summary>
internal static class DemoStory
{
    private const int SoonIn = 9;
    private const int SoonLasts = 21;

    public static ImmutableArray<DemoChange> Of(int days, DateOnly last) =>
        [
            Put(
                0,
                "loyal",
                """
                {"title":{"fa":"مشتری همیشگی: ۵٪ اعتبار","en":"Regulars: 5% credit"},
                 "when":{"visits":{"moreThan":10}},"give":[{"creditPercent":{"percent":5,"unit":"credit"}}]}
                """
            ),
            Put(
                0,
                "birthday",
                """
                {"title":{"fa":"هدیهٔ تولد: ۲۰٪ اعتبار","en":"Birthday: 20% credit"},
                 "when":{"birthday":{"daysBefore":3,"daysAfter":3}},
                 "give":[{"creditPercent":{"percent":20,"unit":"credit","max":1500000}}],
                 "limits":{"perMember":{"uses":1,"every":"year"}}}
                """
            ),
            Put(
                0,
                "free-croissant",
                """
                {"title":{"fa":"کروسان مهمان ما با صبحانه (۵٬۰۰۰ عدد)","en":"A croissant with breakfast (5,000)"},
                 "combine":true,"when":{"productGroup":{"in":["breakfast"]}},
                 "give":[{"freeItem":{"product":"croissant","quantity":1}}],"limits":{"uses":5000}}
                """
            ),
            Put(days / 12, "summer-iced", SummerIced),
            Put(
                days / 6,
                "big-basket",
                """
                {"title":{"fa":"بالای ۷۰۰ هزار تومان: ۱۰٪ تخفیف","en":"Over 700,000 toman: 10% off"},
                 "when":{"basketTotal":{"moreThan":7000000}},
                 "give":[{"discountPercent":{"percent":10,"max":3000000}}]}
                """
            ),
            Put(
                days / 3,
                "afternoon",
                """
                {"title":{"fa":"عصرانهٔ شنبه تا چهارشنبه: امتیاز دو برابر","en":"Weekday afternoons: double points"},
                 "combine":true,"schedule":{"weekdays":["saturday","sunday","monday","tuesday","wednesday"],
                 "hours":["15:00-18:00"]},"give":[{"pointsMultiplier":{"unit":"points","times":2}}]}
                """
            ),
            Put(days / 2, "review", DemoRules.Review) with
            {
                Kind = DocumentKind.Engagement,
            },
            Put(days * 2 / 3, DemoProgramme.GoneQuiet, Quiet) with
            {
                Kind = DocumentKind.Group,
            },
            new(days * 2 / 3, "summer-iced", null, OfferMove.End),
            new(days - Math.Min(20, days / 10), "big-basket", null, OfferMove.Pause),
            Put(days - 2, "beans-week", Soon(last)),
        ];

    private const string SummerIced = """
        {"title":{"fa":"تابستان خنک: ۱۲٪ تخفیف نوشیدنی سرد","en":"Cool summer: 12% off cold drinks"},
         "when":{"productGroup":{"in":["cold"]}},
         "give":[{"discountPercent":{"percent":12,"on":"productGroup","in":["cold"]}}]}
        """;

    /// <summary>Who came often and has not been seen for two months: they fill this group by themselves.</summary>
    private const string Quiet = """
        {"title":{"fa":"مشتری‌های خاموش","en":"Regulars gone quiet"},
         "rule":{"filter":"visits=8..&lastVisit=before:60"}}
        """;

    private static string Soon(DateOnly last)
    {
        var schedule = $"\"from\":\"{Midnight(last, SoonIn)}\",\"to\":\"{Midnight(last, SoonIn + SoonLasts)}\"";
        return """
                {"title":{"fa":"جشن دان قهوه: ۱۵٪ تخفیف","en":"Coffee bean weeks: 15% off"},
                 "when":{"productGroup":{"in":["beans"]}},
                 "give":[{"discountPercent":{"percent":15,"on":"productGroup","in":["beans"]}}],
                 "schedule":{
                """
            + schedule
            + "}}";
    }

    private static string Midnight(DateOnly last, int after) =>
        last.AddDays(after).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00+03:30";

    private static DemoChange Put(int day, string offer, string body) => new(day, offer, body, OfferMove.Resume);
}
