using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>
/// The member bought some of these goods before, and last at least so many business days ago. Who never bought them
/// does not meet it.
/// </summary>
public sealed class DaysSinceBought(Goods goods, int atLeast) : Condition
{
    private static readonly Arg AtLeast = Arg.Whole(
        "atLeast",
        "دست‌کم چند روز",
        "At least so many days",
        1,
        36_600
    ) with
    {
        Start = "60",
    };

    public static readonly ConditionEntry Entry = new(
        "daysSinceBought",
        new("روزها از آخرین خرید کالا", "Days since goods were bought"),
        new(
            "عضو این کالاها یا گروه‌ها را پیش‌تر خریده و مدتی است نخریده؛ مانند فیلتری که باید نو شود.",
            "The member bought these goods before, but not for a while: a filter that is due."
        ),
        """{"on": "productGroup", "in": ["filters"], "atLeast": 90}"""
    )
    {
        About = WordAbout.Past,
        Args = [.. Goods.PastArgs, AtLeast],
        Read = Read,
    };

    public override ConditionEntry InVocabulary => Entry;

    public override bool NeedsMember => true;

    public override Verdict Check(in SaleContext sale) =>
        sale.Member is null
            ? NoMember()
            : When(sale.Bought(goods).Last is { } last && sale.Day.DayNumber - last.DayNumber >= atLeast);

    public override string Sentence(Wording wording)
    {
        var (days, names) = (wording.Number(atLeast), goods.Names(wording));
        return wording.Say(
            $"دست‌کم {days} روز پس از آخرین خرید از {names}",
            $"at least {days} days after {names} was last bought"
        );
    }

    public override void Ask(FactsAsked facts) => facts.Bought(goods);

    public override void Write(Utf8JsonWriter json)
    {
        goods.Write(json);
        json.WriteNumber("atLeast", atLeast);
    }

    internal static Condition Read(ArgumentReader at) =>
        new DaysSinceBought(Goods.Read(at, Goods.PastArgs), (int)(at.Whole(AtLeast) ?? 1));
}
