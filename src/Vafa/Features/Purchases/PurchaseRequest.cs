using System.Collections.Immutable;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Features.Purchases;

/// <summary>A sale as it was sent: checked field by field, nothing looked up yet.</summary>
public sealed record PurchaseRequest(
    Guid? Id,
    BuyerRef? Member,
    string Branch,
    string? Till,
    string? Cashier,
    DateTimeOffset? At,
    Channel Channel,
    string? Reference,
    ImmutableArray<LineRequest> Lines,
    ImmutableArray<Payment> Payments,
    ImmutableArray<string> Codes,
    ImmutableArray<SpendRequest> Spend,
    Money? ExpectPayable,
    TakenRequest? Taken
)
{
    /// <summary>The body said how it is paid, if only by an empty list: that must come to what is payable.</summary>
    public bool SaysPayments { get; init; }

    /// <summary>The hold that kept limited offers for this sale.</summary>
    public Guid? Hold { get; init; }

    /// <summary>What is taken off by hand.</summary>
    public ByHandRequest? ByHand { get; init; }

    /// <summary>How much of it is spent of what was set apart for its till.</summary>
    public ImmutableArray<AllowanceUse> Allowances { get; init; } = [];

    /// <summary>Which of the goods an offer lets him choose from the customer took.</summary>
    public ImmutableArray<OfferPick> Picks { get; init; } = [];
}

/// <summary>Who buys: one of id, mobile and card.</summary>
public readonly record struct BuyerRef(Guid? Id, string? Mobile, string? Card);

public sealed record LineRequest(
    string? Sku,
    string? Name,
    string? Group,
    Quantity Quantity,
    Money UnitPrice,
    Money Amount,
    LineKind Kind
);

/// <summary>So much of an allowance, at most.</summary>
public readonly record struct AllowanceUse(Guid Id, long Amount);

public readonly record struct Payment(string Method, Money Amount);

/// <summary>A sale that is already concluded elsewhere.</summary>
public sealed record TakenRequest(Money Discount, Money Payable, ImmutableArray<string> Offers, long? ProgrammeVersion)
{
    /// <summary>The body named a member whom nobody is, and was told without him.</summary>
    public bool WithoutMember { get; init; }

    /// <summary>The body named a moment that cannot be, and was told without it.</summary>
    public bool WithoutTime { get; init; }
}
