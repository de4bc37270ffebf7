using System.Collections.Immutable;
using Vafa.Core.Offers;
using Vafa.Core.Sales;
using Vafa.Core.Values;
using Vafa.Features.Ledger.Lane;

namespace Vafa.Features.Purchases;

/// <summary>What is in the bag, with what the club knows of each product; and prices of gifts.</summary>
internal static class SaleBasket
{
    /// <param name="free">The products that a live offer gives.</param>
    public static Basket Of(PurchaseRequest sale, IEnumerable<string> free, LaneState state)
    {
        var lines = ImmutableArray.CreateBuilder<BasketLine>(sale.Lines.Length);
        foreach (var line in sale.Lines)
        {
            var product = line.Sku is null ? default : state.Products.GetValueOrDefault(line.Sku);
            var group = line.Group ?? product.Group;
            lines.Add(
                new BasketLine(line.Sku, group, line.Quantity, line.UnitPrice, line.Amount, line.Kind)
                {
                    Brand = product.Brand,
                    UnitCost = product.Cost,
                }
            );
        }

        Dictionary<string, Money>? prices = null;
        var gone = ImmutableArray<string>.Empty;
        foreach (var sku in free)
        {
            var product = state.Products.GetValueOrDefault(sku);
            if (product.IsGone)
            {
                gone = gone.Add(sku);
            }
            else if (product.Price is { } price)
            {
                (prices ??= new Dictionary<string, Money>(StringComparer.Ordinal))[sku] = price;
            }
        }

        return new Basket(
            lines.MoveToImmutable(),
            sale.Branch,
            sale.Channel,
            [.. sale.Payments.Select(p => p.Method)],
            sale.Codes,
            sale.Spend
        )
        {
            Prices = prices,
            Gone = gone,
            Picks = sale.Picks,
            ByHand = sale.ByHand?.Discount,
        };
    }
}
