using Vafa.Core.Offers;
using Vafa.Core.Values;

namespace Vafa.Features.Offers;

/// <summary>Where an offer stands now, as an owner sees it: its state, its schedule and what is left of it.</summary>
public enum OfferStanding
{
    Live,
    Coming,
    UsedUp,
    Paused,
    Ended,
    Draft,
}

/// <summary>What was given of an offer that is limited in all.</summary>
/// <param name="Given">Face money.</param>
/// <param name="Held">How many of the uses are kept by sales that are still open.</param>
public sealed record OfferSpent(long Uses, Money Given, long Held = 0)
{
    public static readonly OfferSpent Nothing = new(0, Money.Zero);
}

public static class Standing
{
    /// <summary>A live offer whose time has passed has ended; one that has given all it may is used up.</summary>
    public static OfferStanding Of(Offer offer, OfferSpent spent, DateTimeOffset now) =>
        offer.State switch
        {
            OfferState.Draft => OfferStanding.Draft,
            OfferState.Ended => OfferStanding.Ended,
            _ when offer.Schedule.To <= now => OfferStanding.Ended,
            OfferState.Paused => OfferStanding.Paused,
            _ when IsUsedUp(offer.Limits, spent) => OfferStanding.UsedUp,
            _ when offer.Schedule.From > now => OfferStanding.Coming,
            _ => OfferStanding.Live,
        };

    /// <summary>
    /// A budget is gone when nothing is left of it; what is left may still be too little for a large sale
    /// (semantics 6).
    /// </summary>
    private static bool IsUsedUp(Limits limits, OfferSpent spent) =>
        limits.Uses <= spent.Uses || (limits.Budget is { } budget && budget.Minor <= spent.Given.Minor);

    public static string Word(OfferStanding standing, Wording words) =>
        standing switch
        {
            OfferStanding.Live => words.Say("فعال", "Live"),
            OfferStanding.Coming => words.Say("در راه", "Coming"),
            OfferStanding.UsedUp => words.Say("ظرفیت تمام شد", "Used up"),
            OfferStanding.Paused => words.Say("نگه‌داشته", "Paused"),
            OfferStanding.Ended => words.Say("پایان‌یافته", "Ended"),
            OfferStanding.Draft => words.Say("پیش‌نویس", "Draft"),
            _ => throw new ArgumentOutOfRangeException(nameof(standing)),
        };
}
