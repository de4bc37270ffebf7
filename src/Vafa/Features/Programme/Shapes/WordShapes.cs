using System.Text.Json;
using System.Text.Json.Serialization;
using Vafa.Core.Sales;
using Vafa.Web.Description;

namespace Vafa.Features.Programme.Shapes;

/// <summary>A condition: exactly one of these words.</summary>
[ExactlyOneField]
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ConditionShape
{
    public IReadOnlyList<ConditionShape>? All { get; init; }

    public IReadOnlyList<ConditionShape>? Any { get; init; }

    public ConditionShape? Not { get; init; }

    /// <summary>Goods at original price.</summary>
    public BoundShape? BasketTotal { get; init; }

    /// <summary>Sales before this one.</summary>
    public BoundWithinShape? Visits { get; init; }

    public SpentShape? Spent { get; init; }

    public BirthdayShape? Birthday { get; init; }

    /// <summary>Groups of members.</summary>
    public CodesShape? Group { get; init; }

    public ProductGroupConditionShape? ProductGroup { get; init; }

    public ProductConditionShape? Product { get; init; }

    public CodesShape? Branch { get; init; }

    public ChannelsShape? Channel { get; init; }

    public CodesShape? PaymentMethod { get; init; }

    /// <summary>Only true.</summary>
    public bool? FirstPurchase { get; init; }

    public DaysShape? DaysSinceLastVisit { get; init; }

    public DaysShape? MemberFor { get; init; }

    public WalletConditionShape? Wallet { get; init; }

    public FieldConditionShape? Field { get; init; }

    public CodesShape? Code { get; init; }
}

/// <summary>Exactly one of the two.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal record BoundShape
{
    public long? AtLeast { get; init; }

    public long? MoreThan { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BoundWithinShape : BoundShape
{
    /// <summary>{"days": N}, today included, or "day", "week", "month", "year" of the club's calendar.</summary>
    public JsonElement? Within { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record SpentShape
{
    public required long AtLeast { get; init; }

    /// <summary>{"days": N}, today included, or "day", "week", "month", "year" of the club's calendar.</summary>
    public JsonElement? Within { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BirthdayShape
{
    public int? DaysBefore { get; init; }

    public int? DaysAfter { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CodesShape
{
    public required IReadOnlyList<string> In { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ChannelsShape
{
    public required IReadOnlyList<Channel> In { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ProductGroupConditionShape
{
    public required IReadOnlyList<string> In { get; init; }

    public decimal? Quantity { get; init; }

    public long? Amount { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record ProductConditionShape
{
    public required IReadOnlyList<string> In { get; init; }

    public decimal? Quantity { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record DaysShape
{
    public required int AtLeast { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record WalletConditionShape
{
    public required string Unit { get; init; }

    public required long AtLeast { get; init; }
}

[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record FieldConditionShape
{
    public required string Name { get; init; }

    /// <summary>Text, a number, yes or no, or a list of them.</summary>
    public required JsonElement Is { get; init; }
}
