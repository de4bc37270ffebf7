using System.Linq.Expressions;
using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>
/// The member bought so often before this sale, ever or within a window. Wholly refunded sales do not count.
/// </summary>
public sealed class Visits : Threshold
{
    private static readonly Arg Count = new("bound", ArgKind.Bound, new("چند خرید", "How many")) { Max = 1_000_000 };

    public static readonly ConditionEntry Entry = new(
        "visits",
        new("چند بار خرید پیشین", "Earlier purchases"),
        new(
            "شمار خریدهای پیش از این، از آغاز یا در مدتی معین. از خرید یازدهم: دست‌کم ۱۰.",
            "How often the member bought before, ever or within a time. From the 11th purchase: at least 10."
        ),
        """{"atLeast": 10, "within": {"days": 90}}"""
    )
    {
        About = WordAbout.Past,
        Args = [Count, Arg.Within],
        Read = Read,
    };

    private readonly Bound bound;
    private readonly Window? within;

    private Visits(Bound bound, Window? within)
    {
        this.bound = bound;
        this.within = within;
    }

    public override ConditionEntry InVocabulary => Entry;

    public override bool NeedsMember => true;

    public override long Least => bound.Least;

    public override string NumberOf => within.ToString() ?? "";

    public override long? Number(in SaleContext sale) =>
        sale.Member is not { } member ? null
        : within is { } window ? sale.In(window).Visits
        : member.Visits;

    internal override Expression NumberIn(SaleCode code) =>
        code.NumberOfMember(
            within is { } window
                ? code.In(window, nameof(WindowFact.Visits))
                : code.Member.Get(nameof(MemberFacts.Visits))
        );

    public override string Sentence(Wording wording)
    {
        var (count, span) = (wording.Number(bound.Value), Joined.Within(wording, within));
        return bound.MoreThan
            ? wording.Say($"بیش از {count} خرید پیشین{span}", $"more than {count} earlier purchases{span}")
            : wording.Say($"دست‌کم {count} خرید پیشین{span}", $"at least {count} earlier purchases{span}");
    }

    public override string Distance(long missing, Wording wording) =>
        wording.Say(
            $"{wording.Number(missing)} خرید دیگر",
            missing == 1 ? "1 more purchase" : $"{wording.Number(missing)} more purchases"
        );

    public override Measure MeasureOf(long missing) => Measure.Visits;

    public override void Ask(FactsAsked facts)
    {
        if (within is { } window)
        {
            facts.Window(window);
        }
        else
        {
            facts.Visits = true;
        }
    }

    public override void Write(Utf8JsonWriter json)
    {
        bound.Write(json);
        Joined.WriteWithin(json, within);
    }

    internal static Condition Read(ArgumentReader at)
    {
        var (bound, within) = (at.Bound(Count), at.Within());
        return new Visits(bound, within);
    }
}
