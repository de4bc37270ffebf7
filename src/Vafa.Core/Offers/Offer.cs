using System.Collections.Immutable;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>
/// What the club gives when a sale meets its condition: schedule + condition tree + effects + group + limits +
/// hold-out. One version of a document; <c>OfferDocument</c> reads and writes its JSON.
/// </summary>
/// <param name="Age">Order of first creation in the club: the smaller, the older.</param>
/// <param name="Priority">The higher goes first.</param>
public sealed record Offer(
    string Code,
    int Age,
    LocalText Title,
    ImmutableArray<Effect> Give,
    Condition? When,
    Schedule Schedule,
    string Group,
    bool Combine,
    ImmutableArray<string> NotWith,
    int Priority,
    OfferState State,
    Limits Limits,
    Percent Holdout
);

/// <summary>Only a live offer is checked, and only within its schedule.</summary>
public enum OfferState
{
    Live,
    Draft,
    Paused,
    Ended,
}

/// <summary>
/// When an offer is on. <paramref name="From"/> and <paramref name="To"/> bound it (to is exclusive), weekdays are
/// those of the business day, hours are on the club's wall clock, may cross midnight and belong to the day they start
/// in.
/// </summary>
public sealed record Schedule(
    DateTimeOffset? From,
    DateTimeOffset? To,
    ImmutableArray<DayOfWeek> Weekdays,
    ImmutableArray<HourRange> Hours
)
{
    public static readonly Schedule Always = new(null, null, [], []);
}

/// <summary>From a time (inclusive) to a time (exclusive); when To ≤ From it crosses midnight.</summary>
public readonly record struct HourRange(TimeOnly From, TimeOnly To);

/// <summary>How much of an offer may be given. Null: without end.</summary>
public sealed record Limits(Money? Budget, long? Uses, MemberLimit? PerMember, Money? MaxValue)
{
    public static readonly Limits None = new(null, null, null, null);

    public bool CountsInAll => Budget is not null || Uses is not null;
}

/// <summary>How many times one member may have the offer in each period of the club.</summary>
public sealed record MemberLimit(int Uses, Period Every);
