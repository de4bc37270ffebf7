using Vafa.Core.Sales;

namespace Vafa.Features.Purchases;

/// <summary>
/// A recorded sale. A sale without a member belongs to the guest id of its branch and business day
/// (<see cref="IsGuest"/>).
/// </summary>
public sealed class Purchase
{
    public Guid MemberId { get; init; }

    public Guid Id { get; init; }

    public bool IsGuest { get; init; }

    public required string Branch { get; init; }

    public string? Till { get; init; }

    public string? Cashier { get; init; }

    public Channel Channel { get; init; }

    public string? Reference { get; init; }

    public DateTimeOffset At { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    public DateOnly Day { get; init; }

    public long Total { get; init; }

    public long Discount { get; init; }

    /// <summary>Money paid with wallets.</summary>
    public long Spent { get; init; }

    public long Payable { get; init; }

    /// <summary>Money given back so far.</summary>
    public long Refunded { get; set; }

    /// <summary>Wholly refunded: no visit any more.</summary>
    public bool IsVoid { get; set; }

    public PurchaseSource Source { get; init; }

    /// <summary>What it was to its member when it was recorded; a sale recorded later does not change it.</summary>
    public VisitKind Visit { get; init; }

    /// <summary>Concluded elsewhere, and another than our own decision.</summary>
    public bool IsApart { get; init; }

    /// <summary>In what it is another sale than Vafa would have made of it.</summary>
    public SaleDifferences Differs { get; init; }

    /// <summary>
    /// How much more was taken off at the till than Vafa decided, in money; negative when it was less.
    /// </summary>
    public long Beyond { get; init; }

    public long ProgrammeVersion { get; init; }

    /// <summary>First of its ledger entries and the number after the last; equal when it has none.</summary>
    public long EntryFrom { get; init; }

    public long EntryTo { get; init; }

    /// <summary>The compact decision record (Core/Sales/DecisionRecord); null for imported history.</summary>
    public string? Decision { get; init; }

    /// <summary>
    /// What else the receipt shows, as compact JSON: payments, codes, wallets after the sale; null when empty.
    /// </summary>
    public string? Details { get; init; }
}

public enum PurchaseSource
{
    /// <summary>Decided by Vafa when it was recorded.</summary>
    Live = 0,

    /// <summary>Concluded elsewhere and recorded as fact.</summary>
    Taken = 1,

    /// <summary>Imported history.</summary>
    Import = 2,
}

public sealed class PurchaseLine
{
    public Guid MemberId { get; init; }

    public Guid PurchaseId { get; init; }

    /// <summary>1, 2, 3 …</summary>
    public int No { get; init; }

    public string? Sku { get; init; }

    public string? ProductGroup { get; init; }

    public string? Name { get; init; }

    /// <summary>Thousandths.</summary>
    public long Quantity { get; init; }

    public long UnitPrice { get; init; }

    public long Amount { get; init; }

    public LineKind Kind { get; init; }

    public long Discount { get; init; }

    /// <summary>Wallet money on this line.</summary>
    public long Spent { get; init; }
}

/// <summary>
/// What must be unique among all sales and leads to one: its id ("i" + id), its reference ("r" + hash), an imported
/// row's identity ("m" + hash).
/// </summary>
public sealed class PurchaseKey
{
    public required byte[] Key { get; init; }

    public Guid MemberId { get; init; }

    public Guid PurchaseId { get; init; }

    /// <summary>Hash of the content a client sent under its own id.</summary>
    public byte[]? Content { get; init; }
}

public sealed class Refund
{
    public Guid MemberId { get; init; }

    public Guid Id { get; init; }

    public Guid PurchaseId { get; init; }

    public DateTimeOffset At { get; init; }

    public long Money { get; init; }

    public long Spent { get; init; }

    public string? Reason { get; init; }

    public required string By { get; init; }

    public long EntryFrom { get; init; }

    public long EntryTo { get; init; }
}

public sealed class RefundLine
{
    public Guid MemberId { get; init; }

    public Guid RefundId { get; init; }

    public int No { get; init; }

    public Guid PurchaseId { get; init; }

    public long Quantity { get; init; }

    public long Money { get; init; }

    public long Spent { get; init; }
}

/// <summary>Roll-up of a member's sales of one business day: what windows are read from.</summary>
public sealed class MemberDay
{
    public Guid MemberId { get; init; }

    public DateOnly Day { get; init; }

    public long Visits { get; init; }

    public long Spent { get; init; }
}

/// <summary>
/// Roll-up of what a member bought and kept of a product: what stamp cards and "never bought before" are read from.
/// </summary>
public sealed class MemberProduct
{
    public Guid MemberId { get; init; }

    /// <summary>Empty where the line named none.</summary>
    public required string Sku { get; init; }

    /// <summary>The product group when it was sold; empty for none.</summary>
    public required string ProductGroup { get; init; }

    /// <summary>Thousandths sold less those given back.</summary>
    public long Quantity { get; init; }

    /// <summary>The last business day it was sold on; a refund leaves it.</summary>
    public DateOnly LastDay { get; init; }
}

/// <summary>How much of a limited offer is gone: Σ of its uses that were not freed.</summary>
public sealed class OfferCounter
{
    public required string Offer { get; init; }

    public long Uses { get; init; }

    public long Given { get; init; }
}

/// <summary>
/// One use of a limited offer by one sale; for each counter below the total a use of its own, by its name
/// (<see cref="Core.Offers.CounterKey"/>).
/// </summary>
public sealed class OfferUse
{
    public Guid MemberId { get; init; }

    public Guid PurchaseId { get; init; }

    public required string Offer { get; init; }

    /// <summary>Key of the member's period the use counts in; empty when the offer has no member limit.</summary>
    public required string Period { get; init; }

    /// <summary>Face money given.</summary>
    public long Given { get; init; }

    /// <summary>Whether the offer's total limits count it.</summary>
    public bool Counted { get; init; }

    /// <summary>Given back by a whole refund.</summary>
    public bool Freed { get; set; }
}
