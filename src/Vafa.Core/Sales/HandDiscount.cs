using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>
/// What somebody at the counter wants to take off, beside what offers give: an amount, or a share of what the goods
/// come to after the offers.
/// </summary>
public readonly record struct HandDiscount(Money Amount, Percent? Share = null)
{
    /// <summary>More than the goods come to is cut instead of refused, as a replay wants it.</summary>
    public bool IsCut { get; init; }

    /// <summary>How much it is of goods that come to so much; a share is rounded down.</summary>
    public Money Of(Money goods) => Share is { } share ? share.Of(goods) : Amount;
}

/// <summary>A discount that was given by hand in one sale; it is part of <see cref="Decision.Discount"/>.</summary>
/// <param name="Amount">What it took off.</param>
/// <param name="Goods">What the goods came to after the offers, before it.</param>
/// <param name="BelowMargin">How much of it the margin guard would have kept back from an offer.</param>
public sealed record GivenByHand(Money Amount, Money Goods, Money BelowMargin)
{
    /// <summary>Whether whoever may take off such a share may give it: within the share and the margin guard.</summary>
    public bool IsWithin(Percent limit) => BelowMargin.Minor == 0 && Amount.Minor <= limit.Of(Goods).Minor;
}
