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
}

/// <summary>One line. <paramref name="Amount"/> is already worked out (given, else unit price × quantity).</summary>
/// <param name="Group">Product group: the line's own, else that of the product.</param>
public readonly record struct BasketLine(
    string? Sku,
    string? Group,
    Quantity Quantity,
    Money UnitPrice,
    Money Amount,
    LineKind Kind
);

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
