using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers.Offline;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>
/// With this sale the member's pieces of these goods, earlier ones included, reach or pass a multiple of a number: the
/// tenth coffee, the twentieth. What is on the card stands in whole pieces.
/// </summary>
public sealed class NthPiece(Goods goods, int every) : Condition
{
    private static readonly Arg Every = Arg.Whole("every", "هر چند عدد یک بار", "Once for so many", 2, 1_000) with
    {
        Start = "10",
    };

    public static readonly ConditionEntry Entry = new(
        "nthPiece",
        new("چندمین عدد", "The nth piece"),
        new(
            "با همین خرید، شمار این کالاها نزد عضو به ضریبی از این عدد می‌رسد؛ مانند دهمین قهوه.",
            "With this sale the pieces the member has bought reach a multiple of this number: the tenth coffee."
        ),
        """{"on": "productGroup", "in": ["coffee"], "every": 10}"""
    )
    {
        About = WordAbout.Past,
        Args = [.. Goods.PastArgs, Every],
        Read = Read,
    };

    public override ConditionEntry InVocabulary => Entry;

    public override bool NeedsMember => true;

    public override Verdict Check(in SaleContext sale)
    {
        if (sale.Member is null)
        {
            return NoMember();
        }

        var missing = StampCard.Missing(goods, every, sale);
        return missing == 0 ? Verdict.Yes : Short(missing);
    }

    internal override JsonObject Offline(OfflineWords words) =>
        new()
        {
            ["nth"] = words.Bought(goods),
            ["goods"] = OfflineWords.Of(goods),
            ["every"] = every,
        };

    public override string Sentence(Wording wording)
    {
        var (n, names) = (wording.Number(every), goods.Names(wording));
        return wording.Say($"رسیدن به هر {n} عدد {names}", $"every {n} pieces of {names}");
    }

    public override string Distance(long missing, Wording wording) => Pieces.More(missing, wording);

    public override Measure MeasureOf(long missing) => Measure.Quantity;

    public override void Ask(FactsAsked facts) => facts.Bought(goods);

    public override void Write(Utf8JsonWriter json)
    {
        goods.Write(json);
        json.WriteNumber("every", every);
    }

    internal static Condition Read(ArgumentReader at) =>
        new NthPiece(Goods.Read(at, Goods.PastArgs), (int)(at.Whole(Every) ?? 2));
}
