using System.Collections.Immutable;
using Vafa.Features.Programme;

namespace Vafa.Features.Demo;

/// <summary>The café's programme: units, rules, groups, fields and offers as an owner would have put them.</summary>
internal static class DemoProgramme
{
    public const string Silver = "silver";

    public const string Club =
        """{"name":"کافه وفا","currency":"IRR","showToman":true,"dayStartsAt":"04:00","timeZone":"Asia/Tehran"}""";

    public static readonly ImmutableArray<(DocumentKind Kind, string Code, string Body)> Documents =
    [
        (
            DocumentKind.Unit,
            "credit",
            """
            {"title":{"fa":"اعتبار","en":"Credit"},"worth":1,"maySpend":true,"spendValue":1,"expiresAfterDays":90}
            """
        ),
        (
            DocumentKind.Unit,
            "points",
            """{"title":{"fa":"امتیاز","en":"Points"},"worth":500,"maySpend":false,"expiresAfterDays":365}"""
        ),
        (DocumentKind.Group, Silver, """{"title":{"fa":"مشتریان نقره‌ای","en":"Silver members"}}"""),
        (
            DocumentKind.Field,
            "drink",
            """
            {"title":{"fa":"نوشیدنی محبوب","en":"Favourite drink"},"type":"choice",
             "choices":["قهوه","چای","نوشیدنی سرد"],"shownAtTill":true}
            """
        ),
        (
            DocumentKind.EarningRule,
            "base",
            """
            {"title":{"fa":"هر ۱۰ هزار تومان یک امتیاز","en":"1 point for each 10,000 toman"},
             "unit":"points","perAmount":100000,"earn":1,"rounding":"step"}
            """
        ),
        .. Offers,
    ];

    private static ImmutableArray<(DocumentKind Kind, string Code, string Body)> Offers =>
        [
            Offer(
                "loyal",
                """
                {"title":{"fa":"مشتری همیشگی: ۵٪ اعتبار","en":"Regulars: 5% credit"},
                 "when":{"visits":{"moreThan":10}},"give":[{"creditPercent":{"percent":5,"unit":"credit"}}]}
                """
            ),
            Offer(
                "big-basket",
                """
                {"title":{"fa":"سبد بالای ۵۰۰ هزار تومان: ۱۰٪ تخفیف","en":"Over 500,000 toman: 10% off"},
                 "when":{"basketTotal":{"moreThan":5000000}},"give":[{"discountPercent":{"percent":10}}]}
                """
            ),
            Offer(
                "birthday",
                """
                {"title":{"fa":"هدیهٔ تولد: ۲۰٪ اعتبار","en":"Birthday: 20% credit"},
                 "when":{"birthday":{"daysBefore":3,"daysAfter":3}},
                 "give":[{"creditPercent":{"percent":20,"unit":"credit"}}],
                 "limits":{"perMember":{"uses":1,"every":"year"}}}
                """
            ),
            Offer(
                Silver,
                """
                {"title":{"fa":"نقره‌ای‌ها: ۱۵٪ اعتبار","en":"Silver members: 15% credit"},
                 "when":{"group":{"in":["silver"]}},"give":[{"creditPercent":{"percent":15,"unit":"credit"}}]}
                """
            ),
            Offer(
                DemoMenu.Cake,
                """
                {"title":{"fa":"۷٪ تخفیف کیک و شیرینی","en":"7% off cakes"},
                 "when":{"productGroup":{"in":["cake"]}},
                 "give":[{"discountPercent":{"percent":7,"on":"productGroup","in":["cake"]}}]}
                """
            ),
            Offer(
                "afternoon",
                """
                {"title":{"fa":"عصرانهٔ شنبه تا چهارشنبه: امتیاز دو برابر","en":"Weekday afternoons: double points"},
                 "combine":true,"schedule":{"weekdays":["saturday","sunday","monday","tuesday","wednesday"],
                 "hours":["15:00-18:00"]},"give":[{"pointsMultiplier":{"unit":"points","times":2}}]}
                """
            ),
            Offer(
                "third-visit",
                """
                {"title":{"fa":"سومین خرید: ۵۰ امتیاز","en":"Third purchase: 50 points"},"combine":true,
                 "when":{"all":[{"visits":{"atLeast":2}},{"not":{"visits":{"moreThan":2}}}]},
                 "give":[{"points":{"unit":"points","amount":50}}]}
                """
            ),
            Offer(
                "free-croissant",
                """
                {"title":{"fa":"کروسان مهمان ما با صبحانه (۲۰۰ نفر اول)","en":"A croissant with breakfast (first 200)"},
                 "combine":true,"when":{"productGroup":{"in":["breakfast"]}},
                 "give":[{"freeItem":{"product":"croissant","quantity":1}}],"limits":{"uses":200}}
                """
            ),
            Offer(
                "nowruz",
                """
                {"title":{"fa":"عیدی نوروز","en":"Nowruz gift"},"state":"draft",
                 "give":[{"gift":{"unit":"credit","amount":500000,"expiresAfterDays":30}}]}
                """
            ),
        ];

    private static (DocumentKind, string, string) Offer(string code, string body) => (DocumentKind.Offer, code, body);
}
