using System.Text.Json.Serialization;
using Vafa.Core.Offers.Effects;
using Vafa.Web.Description;

namespace Vafa.Features.Programme.Shapes;

/// <summary>An effect: exactly one of these words.</summary>
[ExactlyOneField]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record EffectShape
{
    public DiscountPercentShape? DiscountPercent { get; init; }

    public DiscountAmountShape? DiscountAmount { get; init; }

    public CreditPercentShape? CreditPercent { get; init; }

    public PointsShape? Points { get; init; }

    public PointsMultiplierShape? PointsMultiplier { get; init; }

    public GiftShape? Gift { get; init; }

    public FreeItemShape? FreeItem { get; init; }

    public FreeShippingShape? FreeShipping { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DiscountPercentShape
{
    /// <summary>0.01 to 100, at most two decimals.</summary>
    public required decimal Percent { get; init; }

    public DiscountedGoods? On { get; init; }

    /// <summary>Codes of product groups or skus, with `on`.</summary>
    public IReadOnlyList<string>? In { get; init; }

    public long? Max { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DiscountAmountShape
{
    public required long Amount { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CreditPercentShape
{
    /// <summary>0.01 to 200, at most two decimals; over 100 needs `confirm`.</summary>
    public required decimal Percent { get; init; }

    public required string Unit { get; init; }

    public long? Max { get; init; }

    public bool? Confirm { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PointsShape
{
    public required string Unit { get; init; }

    public required long Amount { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record PointsMultiplierShape
{
    public required string Unit { get; init; }

    /// <summary>1.01 to 100, at most two decimals.</summary>
    public required decimal Times { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record GiftShape
{
    public required string Unit { get; init; }

    public required long Amount { get; init; }

    public required int ExpiresAfterDays { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FreeItemShape
{
    public required string Product { get; init; }

    public decimal? Quantity { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FreeShippingShape;
