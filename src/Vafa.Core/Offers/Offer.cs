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

    /// <summary>What may be given in each day, week, month or year of the club's calendar.</summary>
    public SpanLimit? PerPeriod { get; init; }

    /// <summary>What each branch may give, in each period or ever.</summary>
    public SpanLimit? PerBranch { get; init; }

    public bool CountsInAll => Budget is not null || Uses is not null;

    /// <summary>The counters its uses move, the total first.</summary>
    public IEnumerable<CountScope> Scopes
    {
        get
        {
            if (CountsInAll)
            {
                yield return CountScope.All;
            }

            if (PerPeriod is not null)
            {
                yield return CountScope.Period;
            }

            if (PerBranch is not null)
            {
                yield return CountScope.Branch;
            }
        }
    }

    /// <summary>What may be given within a scope.</summary>
    public SpanLimit Of(CountScope scope) =>
        scope switch
        {
            CountScope.Period => PerPeriod!,
            CountScope.Branch => PerBranch!,
            _ => new SpanLimit(Period.Ever, Uses, Budget),
        };
}

/// <summary>So many uses, or so much face money, in each period. At least one of the two is set.</summary>
public sealed record SpanLimit(Period Every, long? Uses, Money? Budget);

/// <summary>What a counter of an offer counts.</summary>
public enum CountScope
{
    /// <summary>All its uses.</summary>
    All,

    /// <summary>Those of one period of the club.</summary>
    Period,

    /// <summary>Those of one branch, in one period or ever.</summary>
    Branch,
}

/// <summary>How many times one member may have the offer in each period of the club.</summary>
public sealed record MemberLimit(int Uses, Period Every);
