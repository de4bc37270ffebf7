using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers.Offline;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>
/// The basket holds one of these products, any at all or so many pieces of them together.
/// </summary>
public sealed class BuysProduct(ImmutableArray<string> products, Quantity? quantity) : Condition
{
    private static readonly Arg Products = Arg.Codes("کد کالاها", "Product codes", NameKind.Product);

    public static readonly ConditionEntry Entry = new(
        "product",
        new("خرید کالای معین", "Buys a product"),
        new(
            "در همین خرید یکی از این کالاها هست؛ به دلخواه دست‌کم چند عدد.",
            "One of these products is in the basket; if you like, so many pieces of it."
        ),
        """{"in": ["latte"], "quantity": 2}"""
    )
    {
        About = WordAbout.Basket,
        Args = [Products, Pieces.AtLeast],
        Read = Read,
    };

    private readonly Goods goods = new(GoodsKind.Product, products);

    public override ConditionEntry InVocabulary => Entry;

    public override Verdict Check(in SaleContext sale)
    {
        var verdict = AnyOf(goods, quantity, null, sale);
        return verdict with { Missing = -verdict.Missing };
    }

    internal override Expression Holds(SaleCode code) => AnyOf(goods, quantity, null, code);

    internal override JsonObject Offline(OfflineWords words) => OfflineWords.Goods(goods, quantity);

    public override string Sentence(Wording wording)
    {
        var names = goods.Names(wording);
        return quantity is { } q
            ? wording.Say($"خرید دست‌کم {wording.Quantity(q)} عدد {names}", $"buying {wording.Quantity(q)} of {names}")
            : wording.Say($"خرید {names}", $"buying {names}");
    }

    public override string Distance(long missing, Wording wording) => Pieces.More(missing, wording);

    public override Measure MeasureOf(long missing) => Measure.Quantity;

    public override void Write(Utf8JsonWriter json)
    {
        Joined.WriteCodes(json, products);
        Pieces.Write(json, quantity);
    }

    internal static Condition Read(ArgumentReader at) =>
        new BuysProduct(at.Codes(Products), at.Quantity(Pieces.AtLeast));
}
