using System.Collections.Immutable;
using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>
/// What is on the counter, and how it will be paid: the input of a decision beside programme and member.
/// </summary>
public sealed record Basket(
    ImmutableArray<BasketLine> Lines,
    string Branch,
    Channel Channel,
    ImmutableArray<string> PaymentMethods,
    ImmutableArray<string> Codes,
    ImmutableArray<SpendRequest> Spend
)
{
    /// <summary>Prices of the products that live offers give for free (<see cref="FactNeeds.FreeProducts"/>); an
    /// unknown one counts 0.</summary>
    public IReadOnlyDictionary<string, Money>? Prices { get; init; }

    /// <summary>Which of these products were taken off the list since: they are not given any more.</summary>
    public ImmutableArray<string> Gone { get; init; } = [];

    /// <summary>What is taken off by hand, beside the offers.</summary>
    public HandDiscount? ByHand { get; init; }

    /// <summary>Which of the goods that an offer lets the customer choose from (<c>freeItemOf</c>) he took.</summary>
    public ImmutableArray<OfferPick> Picks { get; init; } = [];
}

/// <summary>The product a customer chose of those an offer gives.</summary>
public readonly record struct OfferPick(string Offer, string Product);

/// <summary>One line. <paramref name="Amount"/> is already worked out (given, else unit price × quantity).</summary>
/// <param name="Group">Product group: the line's own, else that of the product.</param>
public readonly record struct BasketLine(
    string? Sku,
    string? Group,
    Quantity Quantity,
    Money UnitPrice,
    Money Amount,
    LineKind Kind
)
{
    /// <summary>Brand of the product, where it has one; filled when <see cref="FactNeeds.Brands"/> asks.</summary>
    public string? Brand { get; init; }

    /// <summary>What one of it costs the club; filled when the margin guard asks, null where it is not known.</summary>
    public Money? UnitCost { get; init; }

    /// <summary>What one piece is at original price, rounded down; 0 for a quantity of 0.</summary>
    public long PieceValue =>
        Quantity.Thousandths == 0 ? 0 : (long)((Int128)Amount.Minor * 1_000 / Quantity.Thousandths);

    /// <summary>Whole pieces; a part of one, as weighed goods have it, is none.</summary>
    public long Pieces => Quantity.Thousandths / 1_000;
}

/// <summary>A member pays this many of a unit.</summary>
public readonly record struct SpendRequest(string Unit, long Amount);

/// <summary>What a line sells: only goods earn and are discounted; credit pays goods and shipping.</summary>
public enum LineKind
{
    Goods = 0,
    Shipping = 1,
    Tip = 2,
    StoredValue = 3,
}

/// <summary>Where the customer bought.</summary>
public enum Channel
{
    Store = 0,
    Online = 1,
    Phone = 2,
}
