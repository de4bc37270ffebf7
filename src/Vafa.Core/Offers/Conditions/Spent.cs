using System.Linq.Expressions;
using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>The member spent so much before this sale, ever or within a window.</summary>
public sealed class Spent(Money atLeast, Window? within) : Threshold
{
    private static readonly Arg AtLeast = Arg.Money("atLeast", "دست‌کم", "At least");

    public static readonly ConditionEntry Entry = new(
        "spent",
        new("جمع خریدهای پیشین", "Spent before"),
        new(
            "پولی که عضو پیش از این پرداخته، از آغاز یا در مدتی معین.",
            "What the member paid before, ever or within a time."
        ),
        """{"atLeast": 20000000, "within": "month"}"""
    )
    {
        About = WordAbout.Past,
        Args = [AtLeast, Arg.Within],
        Read = Read,
    };

    public override ConditionEntry InVocabulary => Entry;

    public override bool NeedsMember => true;

    public override long Least => atLeast.Minor;

    public override string NumberOf => within.ToString() ?? "";

    public override long? Number(in SaleContext sale) =>
        sale.Member is not { } member ? null
        : within is { } window ? sale.In(window).Spent.Minor
        : member.Spent.Minor;

    internal override Expression NumberIn(SaleCode code) =>
        code.NumberOfMember(
            (
                within is { } window
                    ? code.In(window, nameof(WindowFact.Spent))
                    : code.Member.Get(nameof(MemberFacts.Spent))
            ).Get(nameof(Money.Minor))
        );

    public override string Sentence(Wording wording)
    {
        var (money, span) = (wording.Money(atLeast), Joined.Within(wording, within));
        return wording.Say($"دست‌کم {money} خرید پیشین{span}", $"earlier purchases of at least {money}{span}");
    }

    public override string Distance(long missing, Wording wording)
    {
        var money = wording.Money(new Money(missing));
        return wording.Say($"{money} خرید دیگر", $"purchases of {money} more");
    }

    public override Measure MeasureOf(long missing) => Measure.Money;

    public override void Ask(FactsAsked facts)
    {
        if (within is { } window)
        {
            facts.Window(window);
        }
        else
        {
            facts.Spent = true;
        }
    }

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteNumber("atLeast", atLeast.Minor);
        Joined.WriteWithin(json, within);
    }

    internal static Condition Read(ArgumentReader at)
    {
        var (least, within) = (at.Money(AtLeast), at.Within());
        return new Spent(least ?? Money.Zero, within);
    }
}
