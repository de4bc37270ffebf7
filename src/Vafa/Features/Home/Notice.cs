using Vafa.Core.Offers;
using Vafa.Core.Values;
using Vafa.Features.Offers;

namespace Vafa.Features.Home;

/// <summary>
/// Something that a person may want to act on; <see cref="NoticeKinds"/> says which fields each kind has.
/// </summary>
public sealed record Notice(string Kind)
{
    public string? Offer { get; init; }

    public LocalText? Title { get; init; }

    public string? Branch { get; init; }

    public DateOnly? Day { get; init; }

    public DateTimeOffset? At { get; init; }

    /// <summary>The sku of a product.</summary>
    public string? Product { get; init; }

    public string? Unit { get; init; }

    public long? Count { get; init; }

    public long? Of { get; init; }
}

public static class NoticeKinds
{
    /// <summary>Count messages wait, and nothing is set up that sends them; no further counted than Of.</summary>
    public const string MessagesWaiting = "messages-waiting";

    /// <summary>What Offer would be waits for a second person since At.</summary>
    public const string OfferWaiting = "offer-waiting";

    /// <summary>Count bonuses, penalties or corrections wait for a second person, the first since At.</summary>
    public const string AdjustmentsWaiting = "adjustments-waiting";

    /// <summary>Offer names Product, which was taken off the list.</summary>
    public const string ProductGone = "offer-product-gone";

    /// <summary>Offer ends At, within 7 days.</summary>
    public const string OfferEnding = "offer-ending";

    /// <summary>Of Offer's budget Of (money) Count is given: more than 80 %.</summary>
    public const string BudgetNearlyGone = "offer-budget";

    /// <summary>Of Offer's Of uses Count are gone: more than 80 %.</summary>
    public const string UsesNearlyGone = "offer-uses";

    /// <summary>Of what is meant to be given of Unit this month, Of (money), Count is given: more than 80 %.</summary>
    public const string PlanNearlyGone = "plan-issue";

    /// <summary>The club owes Count (money) of Unit and means to owe Of at most.</summary>
    public const string PlanPassed = "plan-outstanding";

    /// <summary>Count sales of the last 7 days were concluded otherwise than Vafa decided.</summary>
    public const string SalesApart = "sales-apart";

    /// <summary>
    /// Branch has no sale on Day, though Count of the Of same weekdays before it had some: a hint, the branch may have
    /// been closed.
    /// </summary>
    public const string DayWithoutSales = "day-without-sales";

    /// <summary>The work of the night after Day stopped by a fault; it is tried again from time to time.</summary>
    public const string NightStopped = "night-stopped";

    /// <summary>The night after Day had to leave Count members out.</summary>
    public const string NightSkipped = "night-skipped";

    /// <summary>The night after Day is due for more than a day.</summary>
    public const string NightMissing = "night-missing";

    /// <summary>Of Count files of cash registers receipts were refused and not taken again since.</summary>
    public const string ReceiptsRefused = "receipts-refused";

    /// <summary>Count folders or files among those of receipts are no till's folder and are not read.</summary>
    public const string ReceiptsUnread = "receipts-unread";
}

/// <summary>Notices of offers, from what is in force and what is used.</summary>
internal static class OfferNotices
{
    private const int EndingDays = 7;

    public static IEnumerable<Notice> Of(Offer offer, long uses, long given, DateTimeOffset now)
    {
        if (offer.Schedule.To is { } end && end > now && end <= now.AddDays(EndingDays))
        {
            yield return About(NoticeKinds.OfferEnding, offer) with
            {
                At = end,
            };
        }

        if (offer.Limits.Budget is { } budget && IsNearlyGone(given, budget.Minor))
        {
            yield return About(NoticeKinds.BudgetNearlyGone, offer) with
            {
                Count = given,
                Of = budget.Minor,
            };
        }

        if (offer.Limits.Uses is { } most && IsNearlyGone(uses, most))
        {
            yield return About(NoticeKinds.UsesNearlyGone, offer) with
            {
                Count = uses,
                Of = most,
            };
        }
    }

    private static bool IsNearlyGone(long used, long most) => (Int128)used * 5 > (Int128)most * 4;

    public static Notice Of(GoneFromOffer gone) =>
        About(NoticeKinds.ProductGone, gone.Offer) with
        {
            Product = gone.Sku,
        };

    private static Notice About(string kind, Offer offer) => new(kind) { Offer = offer.Code, Title = offer.Title };
}
