using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers.Offline;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Effects;

/// <summary>
/// So many pieces of a product for nothing: off the lines where it stands in the basket, in their order, and the rest
/// to be handed over, valued at product price (semantics 5).
/// </summary>
public sealed class FreeItem(string product, Quantity quantity) : Effect
{
    private static readonly Arg Product = new("product", ArgKind.Code, new("کد کالا", "Product code"))
    {
        Of = NameKind.Product,
    };

    internal static readonly Arg Many = Arg.Quantity("چند عدد", "How many") with { Optional = true, Start = "1" };

    public static readonly EffectEntry Entry = new(
        "freeItem",
        new("کالای رایگان", "A free product"),
        new(
            "یک کالا رایگان: اگر در خرید هست از پولش کم می‌شود، وگرنه تحویل داده می‌شود.",
            "A product for nothing: taken off where it is in the basket, else handed over."
        ),
        """{"product": "latte", "quantity": 1}"""
    )
    {
        About = WordAbout.Reward,
        Args = [Product, Many],
        Read = Read,
    };

    public override EffectEntry InVocabulary => Entry;

    public override bool TakesOff => true;

    public override bool HangsOnGoods => true;

    public override ImmutableArray<string> FreeProducts { get; } = [product];

    public override void TakeOff(in SaleContext sale, string offer, Span<long> weights, Span<long> shares) =>
        FreePieces.TakeOff(product, quantity, sale.Basket, shares);

    public override Quantity HandOver(in SaleContext sale, string offer) =>
        FreePieces.Rest(product, quantity, sale.Basket);

    internal override JsonObject Offline(OfflineWords words) =>
        new()
        {
            ["off"] = "free",
            ["product"] = product,
            ["quantity"] = words.IsGone(product) ? 0 : quantity.Thousandths,
        };

    public override string Sentence(Wording wording)
    {
        var (pieces, name) = (wording.Quantity(quantity), wording.NameInside(NameKind.Product, product));
        return wording.Say($"{pieces} عدد {name} رایگان", $"{pieces} {name} free");
    }

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteString(Product.Name, product);
        Amounts.Write(json, Many.Name, quantity);
    }

    internal static Effect Read(ArgumentReader at) => new FreeItem(at.Code(Product), at.Quantity(Many) ?? Quantity.One);
}
