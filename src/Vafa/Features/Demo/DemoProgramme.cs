using System.Collections.Immutable;
using Vafa.Features.Programme;

namespace Vafa.Features.Demo;

/// <summary>The café's programme: units, rules, groups, fields and branches as an owner would have put them.</summary>
internal static class DemoProgramme
{
    public const string Silver = "silver";

    /// <summary>A group by rule.</summary>
    public const string GoneQuiet = "gone-quiet";

    public const string Club =
        """{"name":"کافه وفا","currency":"IRR","showToman":true,"dayStartsAt":"04:00","timeZone":"Asia/Tehran"}""";

    public static readonly ImmutableArray<(DocumentKind Kind, string Code, string Body)> Documents =
    [
        (DocumentKind.Branch, DemoStaff.Main, """{"title":{"fa":"شعبهٔ ولیعصر","en":"Valiasr branch"}}"""),
        (DocumentKind.Branch, DemoStaff.Tajrish, """{"title":{"fa":"شعبهٔ تجریش","en":"Tajrish branch"}}"""),
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
        (DocumentKind.Group, Silver, """{"title":{"fa":"اعضای نقره‌ای","en":"Silver members"}}"""),
        (DocumentKind.Group, "neighbours", """{"title":{"fa":"همسایه‌ها","en":"Neighbours"}}"""),
        (
            DocumentKind.Field,
            "drink",
            """
            {"title":{"fa":"نوشیدنی محبوب","en":"Favourite drink"},"type":"choice",
             "choices":["قهوه","چای و دمنوش","نوشیدنی سرد"],"order":1,"shownAtTill":true}
            """
        ),
        (
            DocumentKind.Field,
            "quarter",
            """
            {"title":{"fa":"از کجا می‌آید","en":"Where they come from"},"type":"choice",
             "choices":["همین محله","محل کار نزدیک است","از راه دور"],"order":2}
            """
        ),
        (
            DocumentKind.EarningRule,
            "base",
            """
            {"title":{"fa":"هر ۱۰ هزار تومان، یک امتیاز","en":"1 point for each 10,000 toman"},
             "unit":"points","perAmount":100000,"earn":1,"rounding":"step"}
            """
        ),
        (
            DocumentKind.EarningRule,
            "welcome",
            """
            {"title":{"fa":"خرید نخست: ۲۰ هزار تومان اعتبار","en":"First purchase: 20,000 toman credit"},
             "unit":"credit","when":{"firstPurchase":true},"perVisit":200000}
            """
        ),
        (
            DocumentKind.EarningRule,
            Silver,
            """
            {"title":{"fa":"نقره‌ای‌ها: ۳٪ اعتبار","en":"Silver members: 3% credit"},
             "unit":"credit","when":{"group":{"in":["silver"]}},"percent":3}
            """
        ),
    ];
}
