using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Vafa.Core.Ledger;
using Vafa.Core.Offers;
using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>
/// What a sale comes to: money, what is earned, and the fate of every live offer. Numbers only; sentences are made when
/// it is read (<c>Explain</c>).
/// </summary>
public sealed class Decision
{
    public Money Total { get; init; }

    public Money Discount { get; init; }

    /// <summary>Money paid with wallets.</summary>
    public Money Spent { get; init; }

    public Money Payable => Total - Discount - Spent;

    /// <summary>Discount of each line, in the order of the basket; sums to <see cref="Discount"/>.</summary>
    public Money[] LineDiscounts { get; init; } = [];

    /// <summary>Wallet money on each line; sums to <see cref="Spent"/>.</summary>
    public Money[] LineSpent { get; init; } = [];

    public Earning[] Earned { get; init; } = [];

    /// <summary>What the caps of units cut off the earnings of rules and tiers.</summary>
    public UnitAmount[] Capped { get; init; } = [];

    public Gift[] Gifts { get; init; } = [];

    /// <summary>One for each of <see cref="Programme.Offers"/> that is in its schedule, in their order.</summary>
    public OfferVerdict[] Offers { get; init; } = [];

    public SpendLimit[] MaySpend { get; init; } = [];

    /// <summary>What each effect of the applied offers gave.</summary>
    public EffectValue[] Given { get; init; } = [];

    /// <summary>
    /// How much more, at most, a combination that was not looked at could be worth; 0 when the choice is proven best,
    /// as it is for all but made-up tangles of hundreds of offers.
    /// </summary>
    public Money Gap { get; init; }

    /// <summary>What was taken off by hand; null when nothing was asked for.</summary>
    public GivenByHand? ByHand { get; init; }

    /// <summary>
    /// What we would have decided ourselves, for a sale that was concluded elsewhere; null for our own.
    /// </summary>
    public OwnDecision? Own { get; init; }
}

/// <summary>Our own reckoning of a sale that was concluded elsewhere (semantics 9).</summary>
public sealed record OwnDecision(Money Discount, Money Payable)
{
    /// <summary>What was taken off beyond our own decision; negative when it was less.</summary>
    public Money DiscountBeyond(Decision taken) => new(taken.Discount.Minor - Discount.Minor);
}

/// <summary>What one effect gave in one sale.</summary>
/// <param name="Offer">Index in <see cref="Programme.Offers"/>.</param>
/// <param name="Effect">Index in the offer's <c>give</c>.</param>
/// <param name="Value">Worth in money, rounded down.</param>
public readonly record struct EffectValue(int Offer, int Effect, Money Value);

/// <summary>
/// An amount of a unit that the sale brings, by an earning rule, by the member's tier or by an offer.
/// </summary>
/// <param name="Rule">Index in <see cref="Programme.Rules"/>, or −1.</param>
/// <param name="Offer">Index in <see cref="Programme.Offers"/>, or −1.</param>
/// <param name="ExpiresAfterDays">The effect's own life span; null: the unit's.</param>
public readonly record struct Earning(string Unit, long Amount, int Rule, int Offer, int? ExpiresAfterDays)
{
    /// <summary>Index in the offer's <c>give</c>; 0 for a rule.</summary>
    public int Effect { get; init; }

    /// <summary>Code of the tier that earns more; null for a rule and for an offer.</summary>
    public string? Tier { get; init; }
}

/// <summary>Goods to be handed over because they were not in the basket.</summary>
public readonly record struct Gift(string Product, Quantity Quantity, int Offer)
{
    /// <summary>Index in the offer's <c>give</c>.</summary>
    public int Effect { get; init; }
}

/// <summary>The most of a unit that may be spent on this sale.</summary>
public readonly record struct SpendLimit(string Unit, long Amount);

/// <summary>
/// What became of one offer in one sale. In a sale concluded elsewhere an applied offer keeps the code of the limit or
/// condition that our own decision would have stopped at.
/// </summary>
/// <param name="Offer">Index in <see cref="Programme.Offers"/>.</param>
/// <param name="Node">Pre-order number of the condition in the offer's tree that failed; −1 when none did.</param>
/// <param name="Missing">How far that condition is from being met, in its own measure; 0 when it has none. Of an
/// applied offer: the money that the margin guard kept back from it.</param>
/// <param name="By">Index of the offer that beat it, or −1.</param>
/// <param name="Value">Worth in money, rounded down: of the applied offer's benefit in this sale; of another offer,
/// what it would have given alone.</param>
/// <param name="BeatenBy">By how much the chosen combination beats the best one with this offer in place of those in
/// its way; money, rounded down.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct OfferVerdict(
    int Offer,
    OfferStatus Status,
    VerdictCode Code,
    int Node,
    long Missing,
    int By,
    Money Value,
    Money BeatenBy
);

/// <summary>What became of a live offer in one sale.</summary>
[SuppressMessage("Design", "CA1028", Justification = "Every sale allocates one for each live offer.")]
public enum OfferStatus : byte
{
    Applied = 0,
    NotChosen = 1,
    NotEligible = 2,
    UsedUp = 3,
    HeldOut = 4,
}

/// <summary>Why, within a status. The wire form is the dotted code beside each.</summary>
[SuppressMessage("Design", "CA1028", Justification = "Every sale allocates one for each live offer.")]
public enum VerdictCode : byte
{
    /// <summary>Applied: no reason is needed.</summary>
    None = 0,

    /// <summary>offer.beaten: another of its group gives more.</summary>
    Beaten = 1,

    /// <summary>offer.excluded: it does not go with a chosen one.</summary>
    Excluded = 2,

    /// <summary>
    /// offer.gives-nothing: met, but it gives nothing in this sale, or nothing beside the chosen ones.
    /// </summary>
    GivesNothing = 3,

    /// <summary>offer.condition: the condition at Node is not met.</summary>
    Condition = 4,

    /// <summary>offer.members-only: it needs a member and there is none.</summary>
    MembersOnly = 5,

    /// <summary>offer.uses: all its uses are gone.</summary>
    Uses = 6,

    /// <summary>offer.budget: less than its benefit is left of its budget.</summary>
    Budget = 7,

    /// <summary>offer.member-limit: this member has had it as often as allowed.</summary>
    MemberLimit = 8,

    /// <summary>offer.held-out: the member belongs to its hold-out share.</summary>
    Holdout = 9,

    /// <summary>offer.not-taken: the sale was concluded elsewhere without it, though it applied.</summary>
    NotTaken = 10,

    /// <summary>
    /// offer.not-reached: its conditions hold, but what is bought does not reach what its effect wants; Node is the
    /// effect's index, Missing thousandths of pieces.
    /// </summary>
    NotReached = 11,

    /// <summary>offer.margin: the margin guard leaves nothing to take off.</summary>
    Margin = 12,

    /// <summary>offer.period-limit: this day, week, month or year has had what it may.</summary>
    PeriodLimit = 13,

    /// <summary>offer.branch-limit: this branch has given what it may.</summary>
    BranchLimit = 14,

    /// <summary>offer.product-gone: the goods it gives were taken off the list of products.</summary>
    ProductGone = 15,
}
