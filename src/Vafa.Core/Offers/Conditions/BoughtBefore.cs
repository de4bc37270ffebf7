using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>The member bought and kept so many pieces of these products or product groups before this sale.</summary>
public sealed class BoughtBefore(Goods goods, Quantity atLeast) : Threshold
{
    private static readonly Arg AtLeast = Arg.Quantity("دست‌کم چند عدد", "At least so many") with { Start = "10" };

    public static readonly ConditionEntry Entry = new(
        "boughtBefore",
        new("پیش‌تر این کالا را خریده", "Bought these goods before"),
        new(
            "عضو پیش از این خرید چند عدد از این کالاها یا گروه‌ها خریده و نگه داشته است.",
            "So many pieces of these products or groups were bought, and kept, before this sale."
        ),
        """{"on": "productGroup", "in": ["coffee"], "quantity": 10}"""
    )
    {
        About = WordAbout.Past,
        Args = [.. Goods.PastArgs, AtLeast],
        Read = Read,
    };

    public override ConditionEntry InVocabulary => Entry;

    public override bool NeedsMember => true;

    public override long Least => atLeast.Thousandths;

    public override string NumberOf => $"{goods.On} {string.Join('\n', goods.In)}";

    public override long? Number(in SaleContext sale) => sale.Member is null ? null : sale.Bought(goods).Thousandths;

    public override string Sentence(Wording wording)
    {
        var (pieces, names) = (wording.Quantity(atLeast), goods.Names(wording));
        return wording.Say($"دست‌کم {pieces} عدد خرید پیشین از {names}", $"at least {pieces} of {names} bought before");
    }

    public override string Distance(long missing, Wording wording) => Pieces.More(missing, wording);

    public override Measure MeasureOf(long missing) => Measure.Quantity;

    public override void Ask(FactsAsked facts) => facts.Bought(goods);

    public override void Write(Utf8JsonWriter json)
    {
        goods.Write(json);
        Pieces.Write(json, atLeast);
    }

    internal static Condition Read(ArgumentReader at) =>
        new BoughtBefore(Goods.Read(at, Goods.PastArgs), at.Quantity(AtLeast) ?? Quantity.One);
}
