using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers.Offline;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>The goods of the basket come to so many pieces, all of them together.</summary>
public sealed class BasketPieces(Quantity atLeast) : Threshold
{
    private static readonly Arg AtLeast = Arg.Quantity("دست‌کم چند عدد", "At least so many") with { Start = "3" };

    public static readonly ConditionEntry Entry = new(
        "basketPieces",
        new("شمار کالاهای خرید", "Pieces in the basket"),
        new(
            "همهٔ کالاهای همین خرید روی هم دست‌کم این‌قدرند.",
            "All goods of this sale together come to at least so many."
        ),
        """{"quantity": 3}"""
    )
    {
        About = WordAbout.Basket,
        Args = [AtLeast],
        Read = Read,
    };

    private static readonly Goods Everything = new(GoodsKind.Basket, []);

    public override ConditionEntry InVocabulary => Entry;

    public override long Least => atLeast.Thousandths;

    public override long? Number(in SaleContext sale) => sale.InBasket(Everything);

    internal override Expression NumberIn(SaleCode code) => code.Sum(Everything, LineMeasure.Quantity);

    internal override JsonObject Offline(OfflineWords words) => new() { ["pieces"] = atLeast.Thousandths };

    public override string Sentence(Wording wording)
    {
        var pieces = wording.Quantity(atLeast);
        return wording.Say($"دست‌کم {pieces} عدد کالا در خرید", $"at least {pieces} pieces in the basket");
    }

    public override string Distance(long missing, Wording wording) => Pieces.More(missing, wording);

    public override Measure MeasureOf(long missing) => Measure.Quantity;

    public override void Write(Utf8JsonWriter json) => Pieces.Write(json, atLeast);

    internal static Condition Read(ArgumentReader at) => new BasketPieces(at.Quantity(AtLeast) ?? Quantity.One);
}
