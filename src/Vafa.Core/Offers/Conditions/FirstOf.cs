using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers.Offline;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>The basket holds some of these goods, and the member never bought and kept any of them before.</summary>
public sealed class FirstOf(Goods goods) : Condition
{
    public static readonly ConditionEntry Entry = new(
        "firstPurchaseOf",
        new("نخستین خرید از کالا", "First purchase of goods"),
        new(
            "عضو برای نخستین بار یکی از این کالاها یا گروه‌ها را می‌خرد.",
            "The member buys one of these products or groups for the first time."
        ),
        """{"on": "product", "in": ["latte"]}"""
    )
    {
        About = WordAbout.Past,
        Args = Goods.PastArgs,
        Read = Read,
    };

    public override ConditionEntry InVocabulary => Entry;

    public override bool NeedsMember => true;

    public override Verdict Check(in SaleContext sale) =>
        sale.Member is null
            ? NoMember()
            : When(sale.InBasket(goods) > 0 && sale.Bought(goods) is { Thousandths: <= 0 });

    internal override JsonObject Offline(OfflineWords words) =>
        new() { ["first"] = words.Bought(goods), ["goods"] = OfflineWords.Of(goods) };

    public override string Sentence(Wording wording)
    {
        var names = goods.Names(wording);
        return wording.Say($"نخستین خرید از {names}", $"the first purchase of {names}");
    }

    public override void Ask(FactsAsked facts) => facts.Bought(goods);

    public override void Write(Utf8JsonWriter json) => goods.Write(json);

    internal static Condition Read(ArgumentReader at) => new FirstOf(Goods.Read(at, Goods.PastArgs));
}
