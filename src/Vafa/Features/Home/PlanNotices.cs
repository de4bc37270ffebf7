using Vafa.Core.Values;
using Vafa.Features.Liability;
using Vafa.Web;

namespace Vafa.Features.Home;

/// <summary>Notices of plans: more is given, or owed, than was meant.</summary>
internal static class PlanNotices
{
    public static IEnumerable<Notice> Of(PlanUse plan)
    {
        if (plan.IssueNearlyGone)
        {
            yield return About(NoticeKinds.PlanNearlyGone, plan, plan.Issued, plan.IssuePerMonth);
        }

        if (plan.OwesTooMuch)
        {
            yield return About(NoticeKinds.PlanPassed, plan, plan.Owed, plan.Outstanding);
        }
    }

    /// <param name="title">The unit's, as it stands in a sentence.</param>
    public static NoticeLine Line(Notice notice, string title, Wording words)
    {
        var (count, of) = (Shown(notice.Count ?? 0, words), Shown(notice.Of ?? 0, words));
        var sentence =
            notice.Kind == NoticeKinds.PlanPassed
                ? words.Say(
                    $"باشگاه {count} «{title}» به اعضا بدهکار است، بیشتر از {of} که در نظر داشتید.",
                    $"The club owes {count} of “{title}”, more than the {of} you meant."
                )
            : notice.Count >= notice.Of
                ? words.Say(
                    $"این ماه {count} «{title}» داده شد؛ برنامهٔ ماه {of} بود.",
                    $"This month {count} of “{title}” was given; the month’s plan was {of}."
                )
            : words.Say(
                $"از برنامهٔ این ماه برای «{title}»، {count} از {of} داده شده است.",
                $"Of this month’s plan for “{title}”, {count} of {of} is given."
            );
        return new NoticeLine(
            "unit",
            sentence,
            words.Say("بدهی باشگاه را ببینید", "See what the club owes"),
            "/reports/liability",
            Scopes.Reports
        );
    }

    private static string Shown(long money, Wording words) => words.Money(Whole.Of(money, words));

    private static Notice About(string kind, PlanUse plan, long? count, long? of) =>
        new(kind)
        {
            Unit = plan.Unit,
            Title = plan.Title,
            Count = count,
            Of = of,
        };
}
