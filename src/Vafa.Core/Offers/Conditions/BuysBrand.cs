using System.Collections.Immutable;
using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers.Offline;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>
/// The basket holds goods of one of these brands, as the products name them: any at all, so many pieces, or for so much
/// at original price. A missing quantity is told as a negative distance, missing money as a positive one.
/// </summary>
public sealed class BuysBrand(ImmutableArray<string> brands, Quantity? quantity, Money? amount) : Condition
{
    private static readonly Arg Brands = Arg.Codes("یکی از این برندها", "One of these brands", NameKind.Brand);

    private static readonly Arg Worth = Arg.Money("amount", "دست‌کم چه مبلغی", "At least for") with { Optional = true };

    public static readonly ConditionEntry Entry = new(
        "brand",
        new("خرید از برند", "Buys a brand"),
        new(
            "در همین خرید چیزی از این برندها هست؛ به دلخواه دست‌کم چند عدد یا چه مبلغ.",
            "Something of these brands is in the basket; if you like, so many pieces or so much money of it."
        ),
        """{"in": ["Golestan"], "amount": 2000000}"""
    )
    {
        About = WordAbout.Basket,
        Args = [Brands, Pieces.AtLeast, Worth],
        Read = Read,
    };

    private readonly Goods goods = new(GoodsKind.Brand, brands);

    public override ConditionEntry InVocabulary => Entry;

    public override Verdict Check(in SaleContext sale) => AnyOf(goods, quantity, amount, sale);

    internal override Expression Holds(SaleCode code) => AnyOf(goods, quantity, amount, code);

    internal override JsonObject Offline(OfflineWords words) => OfflineWords.Goods(goods, quantity, amount);

    public override string Sentence(Wording wording)
    {
        var much = Pieces.Much(quantity, amount, wording);
        return wording.Say(
            $"خرید {much}از برند {goods.Names(wording)}",
            $"buying {much}of the brand {goods.Names(wording)}"
        );
    }

    public override string Distance(long missing, Wording wording) => Pieces.MoreOrMoney(missing, wording);

    public override Measure MeasureOf(long missing) => missing < 0 ? Measure.Quantity : Measure.Money;

    public override void Ask(FactsAsked facts) => goods.Ask(facts);

    public override void Write(Utf8JsonWriter json)
    {
        Joined.WriteCodes(json, brands);
        Pieces.Write(json, quantity);
        if (amount is { } a)
        {
            json.WriteNumber("amount", a.Minor);
        }
    }

    internal static Condition Read(ArgumentReader at) =>
        new BuysBrand(at.Codes(Brands), at.Quantity(Pieces.AtLeast), at.Money(Worth));
}
