using System.Text.Json.Serialization;
using Vafa.Core.Ledger;
using Vafa.Core.Sales;
using Vafa.Core.Values;
using Vafa.Features.Tiers;

namespace Vafa.Features.Purchases;

/// <summary>
/// The receipt as the API answers it. Amounts are whole numbers of the smallest money unit, or of the wallet's unit.
/// </summary>
public sealed record Receipt
{
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who bought; absent for a guest.</summary>
    public ReceiptMember? Member { get; init; }

    public required string Branch { get; init; }

    public string? Till { get; init; }

    public string? Cashier { get; init; }

    public required string Channel { get; init; }

    public string? Reference { get; init; }

    /// <summary>Sum of all lines.</summary>
    public required long Total { get; init; }

    public required long Discount { get; init; }

    /// <summary>What of the discount was given by hand; left out when nothing.</summary>
    public ReceiptByHand? ByHand { get; init; }

    /// <summary>Money paid with wallets.</summary>
    public required long Spent { get; init; }

    /// <summary>total − discount − spent.</summary>
    public required long Payable { get; init; }

    public required IReadOnlyList<ReceiptLine> Lines { get; init; }

    public required IReadOnlyList<ReceiptEarned> Earned { get; init; }

    /// <summary>What caps of units cut off what rules and tiers would have brought.</summary>
    public IReadOnlyList<ReceiptCapped>? Capped { get; init; }

    public required IReadOnlyList<ReceiptGift> Gifts { get; init; }

    /// <summary>What staff give that is no money.</summary>
    public required IReadOnlyList<ReceiptReward> Rewards { get; init; }

    public required IReadOnlyList<ReceiptApplied> Applied { get; init; }

    public required IReadOnlyList<ReceiptNotApplied> NotApplied { get; init; }

    /// <summary>The decision told briefly; absent for imported history, which has none.</summary>
    public ReceiptSaid? Said { get; init; }

    public required IReadOnlyList<ReceiptWallet> Wallets { get; init; }

    /// <summary>The most of each unit that may be spent on it; in a quote only.</summary>
    public IReadOnlyList<ReceiptMaySpend>? MaySpend { get; init; }

    /// <summary>The member's tier of the club's first ladder, as it counted in this sale; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Tier { get; init; }

    /// <summary>How far the member is on each ladder with this sale; of a club without ladders left out.</summary>
    public IReadOnlyList<ReceiptTier>? TierProgress { get; init; }

    /// <summary>A tier that this sale reaches; it counts from the next one.</summary>
    public ReceiptReached? Reached { get; init; }

    public required long ProgrammeVersion { get; init; }

    /// <summary>
    /// How much more, at most, a combination of offers that was not looked at could be worth; left out when the choice
    /// is proven best.
    /// </summary>
    public long? BestWithin { get; init; }

    /// <summary>Present when the sale was concluded elsewhere: what we would have decided.</summary>
    public ReceiptTaken? Taken { get; init; }

    /// <summary>What went back so far; in a reading of the sale only.</summary>
    public IReadOnlyList<ReceiptRefund>? Refunds { get; init; }
}

public sealed record ReceiptMember(Guid Id);

/// <param name="By">Who gave it.</param>
/// <param name="AllowedBy">Who let him; left out when his own word was enough.</param>
/// <param name="NeedsManager">It is more than whoever gives it may give by himself.</param>
public sealed record ReceiptByHand(long Amount, string Reason, string By, string? AllowedBy, bool NeedsManager);

/// <param name="Tier">What is held with this sale; null: none.</param>
/// <param name="Next">The next tier that sums reach; null at the top.</param>
/// <param name="Missing">What is missing to the next one; null at the top.</param>
/// <param name="Percent">How much of the way to the next one is gone, 0 to 100.</param>
/// <param name="Message">«۲۴۰٬۰۰۰ تومان تا طلایی»; null at the top.</param>
public sealed record ReceiptTier(
    string Ladder,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Tier,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] MissingToTier? Missing,
    int Percent,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Message
);

/// <param name="Message">Says that it counts from the next sale.</param>
public sealed record ReceiptReached(string Tier, string Title, string Message);

public sealed record ReceiptLine(
    int Line,
    string? Sku,
    string? Name,
    string? Group,
    decimal Quantity,
    long UnitPrice,
    long Amount,
    string Kind,
    long Discount,
    long Spent
);

/// <param name="AvailableFrom">Left out while it waits for an event.</param>
/// <param name="ExpiresAt">Null: never.</param>
/// <param name="Cause">Which rule or offer gave it.</param>
public sealed record ReceiptEarned(
    string Unit,
    long Amount,
    DateTimeOffset? AvailableFrom,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTimeOffset? ExpiresAt,
    ReceiptCause Cause
)
{
    /// <summary>The event that it waits for; until then it cannot be spent.</summary>
    public string? Awaits { get; init; }
}

public sealed record ReceiptCause(string Kind, string? Code, string Title);

/// <summary>What a cap held back of a unit.</summary>
/// <param name="Message">The same in a sentence.</param>
public sealed record ReceiptCapped(string Unit, long Amount, string Message);

/// <summary>Goods to be handed over.</summary>
public sealed record ReceiptGift(string Product, string Title, decimal Quantity, string Offer);

/// <param name="Effect">Word of the effect: discountPercent.</param>
/// <param name="Value">What it is worth in this sale, in money.</param>
/// <param name="Sentence">The effect in words.</param>
public sealed record ReceiptApplied(string Offer, string Title, string Effect, long Value, string Sentence)
{
    /// <summary>What the margin guard kept the whole offer from giving; left out when nothing.</summary>
    public long? KeptBack { get; init; }

    /// <summary>The products the customer may choose from, and which one he has.</summary>
    public IReadOnlyList<ReceiptChoice>? Choices { get; init; }
}

/// <param name="Cashier">One line for whoever stands at the till.</param>
/// <param name="Member">What he got, and what is within reach.</param>
/// <param name="Near">Codes of the offers within reach, the nearest first.</param>
public sealed record ReceiptSaid(string Cashier, IReadOnlyList<string> Member, IReadOnlyList<string> Near);

/// <param name="Chosen">This is the one he gets.</param>
public sealed record ReceiptChoice(string Product, string Title, bool Chosen);

/// <summary>Something that is no money: staff read the text and give it.</summary>
/// <param name="Effect">reward or nextDayShipping.</param>
public sealed record ReceiptReward(string Offer, string Title, string Effect, string Text);

/// <param name="Status">notChosen, notEligible, usedUp or heldOut.</param>
/// <param name="Code">Stable reason: offer.beaten, offer.condition …</param>
/// <param name="Missing">How far the condition is from being met, in its own measure.</param>
/// <param name="Measure">What it is missing: money, quantity, visits, days or units.</param>
/// <param name="Distance">The same in words.</param>
/// <param name="By">Code of the offer that beat it.</param>
/// <param name="Value">What it would have given alone.</param>
/// <param name="BeatenBy">By how much the chosen offers are worth more.</param>
public sealed record ReceiptNotApplied(
    string Offer,
    string Title,
    string Status,
    string Code,
    string Message,
    decimal? Missing,
    string? Measure,
    string? Distance,
    string? By,
    long Value,
    long BeatenBy
);

public sealed record ReceiptWallet(string Unit, long Balance, long Pending, IReadOnlyList<ReceiptExpiring> Expiring);

public sealed record ReceiptExpiring(long Amount, DateTimeOffset At);

public sealed record ReceiptMaySpend(string Unit, long Amount);

public sealed record ReceiptTaken(long OwnDiscount, long OwnPayable, IReadOnlyList<string> OverLimit);

/// <param name="Lines">What of which line went back.</param>
public sealed record ReceiptRefund(
    Guid Id,
    DateTimeOffset At,
    long Refunded,
    string? Reason,
    IReadOnlyList<ReceiptReturned> Lines
);

/// <param name="Line">Number of the line, from 1.</param>
public sealed record ReceiptReturned(int Line, decimal Quantity);
