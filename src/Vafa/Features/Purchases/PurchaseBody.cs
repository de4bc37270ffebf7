namespace Vafa.Features.Purchases;

/// <summary>The body of a sale or a quote, for the API's description; <see cref="PurchaseReader"/> reads it.</summary>
public sealed record PurchaseBody(
    IReadOnlyList<PurchaseBodyLine> Lines,
    Guid? Id = null,
    PurchaseBodyMember? Member = null,
    string? Branch = null,
    string? Till = null,
    string? Cashier = null,
    DateTimeOffset? At = null,
    string? Channel = null,
    string? Reference = null,
    IReadOnlyList<PurchaseBodyPayment>? Payments = null,
    IReadOnlyList<string>? Codes = null,
    IReadOnlyList<PurchaseBodySpend>? Spend = null,
    IReadOnlyList<PurchaseBodyChoice>? Choices = null,
    PurchaseBodyExpect? Expect = null,
    PurchaseBodyTaken? Taken = null,
    Guid? Hold = null,
    PurchaseBodyByHand? ByHand = null,
    IReadOnlyList<PurchaseBodyAllowance>? Allowances = null
);

/// <summary>The body of a hold: a sale as it would be recorded, and for how long its offers are kept.</summary>
public sealed record HoldBody(
    IReadOnlyList<PurchaseBodyLine> Lines,
    PurchaseBodyMember? Member = null,
    string? Branch = null,
    string? Channel = null,
    IReadOnlyList<PurchaseBodyPayment>? Payments = null,
    IReadOnlyList<string>? Codes = null,
    IReadOnlyList<PurchaseBodySpend>? Spend = null,
    IReadOnlyList<PurchaseBodyChoice>? Choices = null,
    Guid? Hold = null,
    int? Minutes = null
);

/// <summary>Exactly one of them.</summary>
public sealed record PurchaseBodyMember(Guid? Id = null, string? Mobile = null, string? Card = null);

public sealed record PurchaseBodyLine(
    decimal Quantity,
    long UnitPrice,
    string? Sku = null,
    string? Name = null,
    string? Group = null,
    long? Amount = null,
    string? Kind = null
);

public sealed record PurchaseBodyPayment(string Method, long Amount);

public sealed record PurchaseBodySpend(string Unit, long Amount);

/// <summary>The product that the customer took of those an offer gives (<c>freeItemOf</c>).</summary>
public sealed record PurchaseBodyChoice(string Offer, string Product);

/// <summary>A discount by hand: exactly one of amount and percent (of the goods after offers), and why.</summary>
/// <param name="Approval">A manager's word for it, at a till.</param>
public sealed record PurchaseBodyByHand(
    string Reason,
    long? Amount = null,
    decimal? Percent = null,
    Guid? Approval = null
);

public sealed record PurchaseBodyExpect(long Payable);

public sealed record PurchaseBodyTaken(
    long Discount,
    long Payable,
    IReadOnlyList<string>? Offers = null,
    long? ProgrammeVersion = null,
    bool? WithoutMember = null,
    bool? WithoutTime = null
);

/// <summary>So much of what was set apart for the till of the sale, at most; of what ended meanwhile nothing.</summary>
public sealed record PurchaseBodyAllowance(Guid Id, long Amount);

/// <summary>The body of a refund; without lines all that is left goes back.</summary>
public sealed record RefundBody(string Reason, IReadOnlyList<RefundBodyLine>? Lines = null);

public sealed record RefundBodyLine(int Line, decimal Quantity);
