namespace Vafa.Tests.Purchases;

/// <summary>The body of POST /purchases and /purchases/quote, as a till writes it; what is null is left out.</summary>
internal sealed record SaleBody
{
    public Guid? Id { get; init; }

    public BuyerBody? Member { get; init; }

    public string? Branch { get; init; }

    public string? Till { get; init; }

    public string? Cashier { get; init; }

    public DateTimeOffset? At { get; init; }

    public string? Channel { get; init; }

    public string? Reference { get; init; }

    public required LineBody[] Lines { get; init; }

    public PaymentBody[]? Payments { get; init; }

    public string[]? Codes { get; init; }

    public SpendBody[]? Spend { get; init; }

    public ChoiceBody[]? Choices { get; init; }

    public ExpectBody? Expect { get; init; }

    public TakenBody? Taken { get; init; }

    public ByHandBody? ByHand { get; init; }

    public Guid? Hold { get; init; }

    public AllowanceBody[]? Allowances { get; init; }

    public int? Minutes { get; init; }

    /// <summary>A guest buys.</summary>
    public static SaleBody Guest(params LineBody[] lines) => new() { Lines = lines };

    /// <summary>A member buys.</summary>
    public static SaleBody Of(Guid member, params LineBody[] lines) =>
        new()
        {
            Member = new BuyerBody { Id = member },
            Lines = lines,
        };

    /// <summary>The same, paid in part with a wallet.</summary>
    public SaleBody Spending(string unit, long amount) =>
        this with
        {
            Spend = [.. Spend ?? [], new SpendBody(unit, amount)],
        };
}

internal sealed record BuyerBody
{
    public Guid? Id { get; init; }

    public string? Mobile { get; init; }

    public string? Card { get; init; }
}

internal sealed record LineBody(decimal Quantity, long UnitPrice)
{
    public string? Sku { get; init; }

    public string? Name { get; init; }

    public string? Group { get; init; }

    public long? Amount { get; init; }

    public string? Kind { get; init; }

    /// <summary>One piece at this price.</summary>
    public static LineBody One(long price, string? group = null) => new(1, price) { Group = group };

    /// <summary>Some pieces, each at this price.</summary>
    public static LineBody Some(decimal quantity, long price) => new(quantity, price);

    public static LineBody Shipping(long price) => new(1, price) { Kind = "shipping" };
}

internal sealed record PaymentBody(string Method, long Amount);

internal sealed record SpendBody(string Unit, long Amount);

internal sealed record ChoiceBody(string Offer, string Product);

internal sealed record ByHandBody(long? Amount = null, decimal? Percent = null)
{
    public string Reason { get; init; } = "a scratch";

    public Guid? Approval { get; init; }
}

internal sealed record AllowanceBody(Guid Id, long Amount);

internal sealed record ExpectBody(long Payable);

internal sealed record TakenBody(long Discount, long Payable)
{
    public string[]? Offers { get; init; }

    public long? ProgrammeVersion { get; init; }

    public bool? WithoutMember { get; init; }

    public bool? WithoutTime { get; init; }
}
