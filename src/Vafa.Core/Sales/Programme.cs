using System.Collections.Immutable;
using Vafa.Core.Earning;
using Vafa.Core.Ledger;
using Vafa.Core.Offers;
using Vafa.Core.Tiers;
using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>
/// Everything of the club that decides a sale, at one version. Immutable; made once per version and shared by all
/// sales.
/// </summary>
public sealed class Programme
{
    public Programme(
        long version,
        ClubRules club,
        ImmutableArray<Unit> units,
        ImmutableArray<EarningRule> rules,
        ImmutableArray<Offer> offers,
        ImmutableArray<Festival> festivals = default,
        ImmutableArray<Ladder> ladders = default
    )
    {
        Version = version;
        Club = club;
        Units = units;
        Rules = rules;
        Festivals = festivals.IsDefault ? [] : festivals;
        Ladders = ladders.IsDefault ? [] : ladders;
        Offers = [.. offers.Where(o => o.State == OfferState.Live).OrderBy(o => o.Age)];
        HasSlidingUnits = units.Any(u => u.Life is Lifetime.Idle);
        Needs = FactsAsked.By(this);
        Plan = new OfferPlan(this);
    }

    public long Version { get; }

    public ClubRules Club { get; }

    public ImmutableArray<Unit> Units { get; }

    public ImmutableArray<EarningRule> Rules { get; }

    /// <summary>The club's own festivals, beside those that every calendar has.</summary>
    public ImmutableArray<Festival> Festivals { get; }

    /// <summary>In the order in which they were first made; the first one is the club's own.</summary>
    public ImmutableArray<Ladder> Ladders { get; }

    /// <summary>
    /// The offers in state live, oldest first; an offer's index here is its number in a stored decision.
    /// </summary>
    public ImmutableArray<Offer> Offers { get; }

    public FactNeeds Needs { get; }

    /// <summary>What the choice of offers needs of this version, worked out once.</summary>
    internal OfferPlan Plan { get; }

    /// <summary>Whether a visit makes the life of what a member holds longer.</summary>
    public bool HasSlidingUnits { get; }

    /// <summary>The dates of what is earned of a unit on a business day.</summary>
    /// <param name="ownDays">The life that a gift has of its own.</param>
    public LotTerms TermsOf(string unit, DateTimeOffset at, DateOnly day, int? ownDays = null) =>
        UnitOf(unit)!.TermsOf(Club.Time, at, day, Club.ReturnDays, ownDays);

    /// <summary>What taking back a unit may do; of a unit that is no more, as the club says.</summary>
    public DebtPolicy DebtOf(string unit) => UnitOf(unit)?.OwnDebt ?? Club.Debt;

    /// <summary>When a sliding life ends after a visit on that day; null: the unit's lives do not slide.</summary>
    public DateTimeOffset? SlidesTo(string unit, DateOnly day) =>
        UnitOf(unit)?.Life is Lifetime.Idle idle
            ? Club.Time.StartOf(idle.LastDay(Club.Time, day)!.Value.AddDays(1))
            : null;

    /// <summary>The tier of this code, on whichever ladder it is.</summary>
    public Tier? TierOf(string code)
    {
        foreach (var ladder in Ladders)
        {
            if (ladder.TierOf(code) is { } tier)
            {
                return tier;
            }
        }

        return null;
    }

    public Unit? UnitOf(string code)
    {
        foreach (var unit in Units)
        {
            if (string.Equals(unit.Code, code, StringComparison.Ordinal))
            {
                return unit;
            }
        }

        return null;
    }
}

/// <summary>The club's settings that decide.</summary>
/// <param name="MaxDiscount">The most that offers may take off one goods line, together.</param>
public sealed record ClubRules(ClubTime Time, Percent MaxDiscount, DebtPolicy Debt)
{
    /// <summary>The most that offers may take off all goods of a sale, together.</summary>
    public Percent MaxBasketDiscount { get; init; } = Percent.Hundred;

    /// <summary>
    /// The margin guard: no goods line whose cost is known is sold below cost plus this share of it; null: no guard.
    /// </summary>
    public Percent? MinMargin { get; init; }

    /// <summary>
    /// The share of members who never get an offer, so that what the programme brings can be measured.
    /// </summary>
    public Percent Holdout { get; init; }

    /// <summary>Business days in which goods may be brought back: what waits for their end can be spent then.</summary>
    public int ReturnDays { get; init; }
}
