using System.Collections.Immutable;
using System.Text.Json;
using Vafa.Core.Offers.Conditions;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Effects;

/// <summary>
/// So many pieces of one of several products for nothing. The customer chooses; until he does, it is the dearest of
/// them in the basket, else the first of the list that has a price.
/// </summary>
public sealed class FreeItemOf(ImmutableArray<string> products, Quantity quantity) : Effect
{
    private static readonly Arg Products = Arg.Codes("یکی از این کالاها", "One of these products", NameKind.Product);

    public static readonly EffectEntry Entry = new(
        "freeItemOf",
        new("کالای رایگان به انتخاب مشتری", "A free product of the customer’s choice"),
        new(
            "مشتری یکی از این کالاها را رایگان می‌گیرد و خودش انتخاب می‌کند.",
            "The customer takes one of these products for nothing, and chooses which."
        ),
        """{"in": ["latte", "tea"], "quantity": 1}"""
    )
    {
        About = WordAbout.Reward,
        Args = [Products, FreeItem.Many],
        Read = Read,
    };

    public override EffectEntry InVocabulary => Entry;

    public override bool TakesOff => true;

    public override bool HangsOnGoods => true;

    public override ImmutableArray<string> FreeProducts => products;

    public override void TakeOff(in SaleContext sale, string offer, Span<long> weights, Span<long> shares) =>
        FreePieces.TakeOff(ProductFor(sale, offer), quantity, sale.Basket, shares);

    public override Quantity HandOver(in SaleContext sale, string offer) =>
        FreePieces.Rest(ProductFor(sale, offer), quantity, sale.Basket);

    public override string ProductFor(in SaleContext sale, string offer)
    {
        foreach (var pick in sale.Basket.Picks)
        {
            if (
                string.Equals(pick.Offer, offer, StringComparison.Ordinal)
                && CodeList.Has(products.AsSpan(), pick.Product)
                && !sale.Basket.Gone.Contains(pick.Product)
            )
            {
                return pick.Product;
            }
        }

        var (dearest, value) = ((string?)null, -1L);
        foreach (ref readonly var line in sale.Basket.Lines.AsSpan())
        {
            if (
                line.Kind == LineKind.Goods
                && line.Quantity.Thousandths > 0
                && line.PieceValue > value
                && line.Sku is { } sku
                && CodeList.Has(products.AsSpan(), sku)
                && !sale.Basket.Gone.Contains(sku)
            )
            {
                (dearest, value) = (line.Sku, line.PieceValue);
            }
        }

        return dearest ?? FirstWithPrice(sale.Basket);
    }

    public override string Sentence(Wording wording)
    {
        var (pieces, names) = (wording.Quantity(quantity), Joined.Names(wording, NameKind.Product, products));
        return wording.Say(
            $"{pieces} عدد {names} رایگان، به انتخاب مشتری",
            $"{pieces} {names} free, as the customer likes"
        );
    }

    public override void Write(Utf8JsonWriter json)
    {
        Joined.WriteCodes(json, products);
        Amounts.Write(json, FreeItem.Many.Name, quantity);
    }

    internal static Effect Read(ArgumentReader at) =>
        new FreeItemOf(at.Codes(Products), at.Quantity(FreeItem.Many) ?? Quantity.One);

    private string FirstWithPrice(Basket basket)
    {
        var first = (string?)null;
        foreach (var product in products)
        {
            if (basket.Gone.Contains(product))
            {
                continue;
            }

            first ??= product;
            if (basket.Prices is { } prices && prices.TryGetValue(product, out var price) && price.Minor > 0)
            {
                return product;
            }
        }

        return first ?? products[0];
    }
}
