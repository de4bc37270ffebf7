using Vafa.Core.Values;
using Vafa.Features.Programme;

namespace Vafa.Features.Offers;

/// <summary>An offer to begin with: what it is for, and its document.</summary>
/// <param name="Code">In the address of the form: ?from=birthday.</param>
internal sealed record OfferIdea(string Code, string Icon, LocalText Title, LocalText About, string Body);

/// <summary>Three offers that fit any shop; the owner changes them before they begin.</summary>
internal static class OfferIdeas
{
    /// <summary>Half a million toman, or fifty of another currency.</summary>
    private const long LargeRial = 5_000_000;
    private const long LargeOther = 5_000;

    public static IReadOnlyList<OfferIdea> For(ClubSettings settings) =>
        [
            new(
                "birthday",
                "birthday",
                new LocalText("هدیهٔ تولد", "Birthday gift"),
                new LocalText(
                    "۲۰٪ تخفیف از سه روز پیش تا سه روز پس از تولد، سالی یک بار.",
                    "20% off from three days before to three days after the birthday, once a year."
                ),
                """
                {"title": {"fa": "هدیهٔ تولد", "en": "Birthday gift"}, "state": "draft",
                 "give": [{"discountPercent": {"percent": 20}}],
                 "when": {"birthday": {"daysBefore": 3, "daysAfter": 3}},
                 "limits": {"perMember": {"uses": 1, "every": "year"}}}
                """
            ),
            new(
                "comeback",
                "repeat",
                new LocalText("دلتنگ شما بودیم", "We missed you"),
                new LocalText(
                    "۱۵٪ تخفیف برای عضوی که ۴۵ روز خرید نکرده است.",
                    "15% off for a member who has not bought for 45 days."
                ),
                """
                {"title": {"fa": "دلتنگ شما بودیم", "en": "We missed you"}, "state": "draft",
                 "give": [{"discountPercent": {"percent": 15}}],
                 "when": {"daysSinceLastVisit": {"atLeast": 45}},
                 "limits": {"perMember": {"uses": 1, "every": "month"}}}
                """
            ),
            new(
                "basket",
                "sale",
                new LocalText("خرید بزرگ‌تر", "A larger basket"),
                new LocalText("۱۰٪ تخفیف برای خریدی که از مبلغی بیشتر شود.", "10% off a basket over an amount."),
                $$"""
                {"title": {"fa": "خرید بزرگ‌تر، ارزان‌تر", "en": "Larger basket, better price"}, "state": "draft",
                 "when": {"basketTotal": {"atLeast": {{(settings.Currency == "IRR" ? LargeRial : LargeOther)}} } },
                 "give": [{"discountPercent": {"percent": 10} }] }
                """
            ),
        ];
}
