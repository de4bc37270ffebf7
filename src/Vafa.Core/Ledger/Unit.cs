using System.Collections.Immutable;
using Vafa.Core.Values;

namespace Vafa.Core.Ledger;

/// <summary>
/// A kind of value a member can own: points, credit, stamps, any the owner adds.
/// </summary>
/// <param name="Code">Its name in the API and the tables.</param>
/// <param name="Worth">What one counts in money when benefits are compared.</param>
/// <param name="SpendValue">What one pays at the till; only when <paramref name="MaySpend"/>.</param>
public sealed record Unit(string Code, LocalText Title, Worth Worth, bool MaySpend, Worth SpendValue)
{
    /// <summary>How long an earned lot lives.</summary>
    public Lifetime Life { get; init; } = Lifetime.Never.Ends;

    /// <summary>Until when an earned lot cannot be spent.</summary>
    public Waiting Wait { get; init; }

    /// <summary>The most that rules, tiers and engagement may bring.</summary>
    public EarningCaps Caps { get; init; }

    /// <summary>How much of it pays, and where.</summary>
    public SpendingRules Spending { get; init; } = SpendingRules.None;

    /// <summary>What one really costs the club; null: what it is worth.</summary>
    public Worth? OwnCost { get; init; }

    /// <summary>What a reversal may do; null: as the club says.</summary>
    public DebtPolicy? OwnDebt { get; init; }

    /// <summary>Whether members may give it to each other.</summary>
    public bool MayTransfer { get; init; }

    /// <summary>What it turns into; null: it stays what it is.</summary>
    public Conversion? Into { get; init; }

    /// <summary>What one really costs the club.</summary>
    public Worth Cost => OwnCost ?? Worth;

    /// <summary>
    /// The dates of what is earned on a business day (semantics 11).
    /// </summary>
    /// <param name="at">The moment it is earned: from then on it can be spent unless it waits.</param>
    /// <param name="returnDays">Business days in which goods may be brought back.</param>
    /// <param name="ownDays">The life that a gift has of its own, in business days; null: the unit's.</param>
    public LotTerms TermsOf(ClubTime time, DateTimeOffset at, DateOnly day, int returnDays, int? ownDays = null)
    {
        var days = Wait.Returns ? Math.Max(Wait.Days, returnDays) : Wait.Days;
        var last = ownDays is { } own ? day.AddDays(own) : Life.LastDay(time, day);
        return new LotTerms(
            Wait.Event is not null ? Lot.NotYet
                : days > 0 ? time.LotStart(day, days)
                : at,
            last is { } end ? time.StartOf(end.AddDays(1)) : null
        )
        {
            Awaits = Wait.Event,
            Slides = ownDays is null && Life is Lifetime.Idle,
            Day = day,
        };
    }
}

/// <summary>Money per one of a unit, in ten-thousandths of the smallest money unit: 500 rial is 5,000,000.</summary>
public readonly record struct Worth(long TenThousandths)
{
    public const int Scale = 10_000;

    /// <summary>What <paramref name="amount"/> counts, exactly, in ten-thousandths.</summary>
    public Int128 Scaled(long amount) => Math.BigMul(amount, TenThousandths);

    /// <summary>What <paramref name="amount"/> pays, rounded down to whole money.</summary>
    public Money Of(long amount) => new(checked((long)(Scaled(amount) / Scale)));
}

/// <summary>
/// The most that may be earned of a unit; null: no end. What offers give is a promise and never cut, but it counts.
/// </summary>
/// <param name="Sale">With one sale.</param>
/// <param name="Day">On one business day.</param>
/// <param name="Month">In one month of the club's calendar.</param>
/// <param name="Ever">By one member, for ever.</param>
public readonly record struct EarningCaps(long? Sale, long? Day, long? Month, long? Ever)
{
    /// <summary>Whether it must be known what was earned before.</summary>
    public bool AskPast => Day is not null || Month is not null || Ever is not null;

    public bool Any => Sale is not null || AskPast;
}

/// <summary>How much of a unit pays at once, and where. Empty lists are everywhere.</summary>
/// <param name="Least">The least that is spent at once; 0: any.</param>
/// <param name="Most">The most that is spent in one sale; null: any.</param>
/// <param name="Step">Only multiples of it are spent; 1: any.</param>
/// <param name="Share">The largest share of what goods and shipping cost after discounts.</param>
public sealed record SpendingRules(long Least, long? Most, long Step, Percent Share)
{
    public static readonly SpendingRules None = new(0, null, 1, Percent.Hundred);

    public ImmutableArray<string> Branches { get; init; } = [];

    public ImmutableArray<DayOfWeek> Weekdays { get; init; } = [];

    /// <summary>It pays goods of these groups alone, and no shipping.</summary>
    public ImmutableArray<string> ProductGroups { get; init; } = [];

    public bool Equals(SpendingRules? other) =>
        other is not null
        && (Least, Most, Step, Share) == (other.Least, other.Most, other.Step, other.Share)
        && Branches.AsSpan().SequenceEqual(other.Branches.AsSpan())
        && Weekdays.AsSpan().SequenceEqual(other.Weekdays.AsSpan())
        && ProductGroups.AsSpan().SequenceEqual(other.ProductGroups.AsSpan());

    public override int GetHashCode() => HashCode.Combine(Least, Most, Step, Share);
}

/// <summary>
/// Each full <paramref name="Per"/> of a unit turns into <paramref name="Gives"/> of another: by hand, and with
/// <paramref name="Nightly"/> by itself.
/// </summary>
public sealed record Conversion(string To, long Per, long Gives, bool Nightly)
{
    /// <summary>What of an amount can be converted: the full steps.</summary>
    public long Takes(long amount) => Math.Max(0, amount) / Per * Per;

    /// <summary>What the full steps of an amount become.</summary>
    public long Becomes(long amount) => checked(Math.Max(0, amount) / Per * Gives);
}
