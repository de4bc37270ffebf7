using System.Linq.Expressions;
using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>
/// The last purchase lies at least so many business days back: "we missed you". Who never bought was never missed, and
/// does not meet it.
/// </summary>
public sealed class DaysSinceLastVisit(int atLeast) : Condition
{
    private static readonly Arg AtLeast = Arg.Whole(
        "atLeast",
        "دست‌کم چند روز",
        "At least so many days",
        1,
        36_600
    ) with
    {
        Start = "30",
    };

    public static readonly ConditionEntry Entry = new(
        "daysSinceLastVisit",
        new("روزها از آخرین خرید", "Days since the last purchase"),
        new(
            "عضوی که مدتی نیامده است؛ کسی که هرگز نخریده در آن نیست.",
            "A member who stayed away for a while; who never bought is not meant."
        ),
        """{"atLeast": 30}"""
    )
    {
        About = WordAbout.Past,
        Args = [AtLeast],
        Read = Read,
    };

    public override ConditionEntry InVocabulary => Entry;

    public override bool NeedsMember => true;

    /// <summary>Tells no distance: staying away longer is not what a shop asks of a customer.</summary>
    public override Verdict Check(in SaleContext sale)
    {
        if (sale.Member is not { } member)
        {
            return NoMember();
        }

        return When(member.LastVisit is { } last && sale.Day.DayNumber - last.DayNumber >= atLeast);
    }

    internal override Expression Holds(SaleCode code)
    {
        var last = code.Member.Get(nameof(MemberFacts.LastVisit));
        return code.ForMember(
            Expression.AndAlso(
                last.Get(nameof(Nullable<>.HasValue)),
                Expression.GreaterThanOrEqual(
                    code.DaysSince(last.Get(nameof(Nullable<>.Value))),
                    Expression.Constant(atLeast)
                )
            )
        );
    }

    public override string Sentence(Wording wording)
    {
        var days = wording.Number(atLeast);
        return wording.Say($"دست‌کم {days} روز پس از آخرین خرید", $"at least {days} days after the last purchase");
    }

    public override void Ask(FactsAsked facts) => facts.LastVisit = true;

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteNumber("atLeast", atLeast);
    }

    internal static Condition Read(ArgumentReader at)
    {
        var days = at.Whole(AtLeast) ?? 1;
        return new DaysSinceLastVisit((int)days);
    }
}
