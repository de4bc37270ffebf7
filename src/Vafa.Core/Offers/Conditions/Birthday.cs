using System.Linq.Expressions;
using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>
/// The business day lies from so many days before the member's birthday to so many after it, in the club's calendar
/// (semantics 18). Met by no one whose birth date is unknown.
/// </summary>
public sealed class Birthday(int daysBefore, int daysAfter) : Condition
{
    public static readonly ConditionEntry Entry = new(
        "birthday",
        new("نزدیک تولد", "Around the birthday"),
        new(
            "چند روز پیش تا چند روز پس از تولد، در تقویم باشگاه.",
            "From so many days before the birthday to so many after it, in the club’s calendar."
        ),
        """{"daysBefore": 3, "daysAfter": 3}"""
    )
    {
        About = WordAbout.Member,
        Args = [Days.Before, Days.After],
        Read = Read,
    };

    public int DaysBefore => daysBefore;

    public int DaysAfter => daysAfter;

    public override ConditionEntry InVocabulary => Entry;

    public override bool NeedsMember => true;

    public override Verdict Check(in SaleContext sale)
    {
        if (sale.Member is not { } member)
        {
            return NoMember();
        }

        return When(
            member.Birth is { } birth && sale.Time.AnniversaryNear(birth, sale.Day, daysBefore, daysAfter) is not null
        );
    }

    internal override Expression Holds(SaleCode code)
    {
        var birth = code.Member.Get(nameof(MemberFacts.Birth));
        var near = Expression.Call(
            code.Sale.Get(nameof(SaleContext.Time)),
            nameof(ClubTime.AnniversaryNear),
            null,
            birth.Get(nameof(Nullable<>.Value)),
            code.Sale.Get(nameof(SaleContext.Day)),
            Expression.Constant(daysBefore),
            Expression.Constant(daysAfter)
        );
        return code.ForMember(
            Expression.AndAlso(birth.Get(nameof(Nullable<>.HasValue)), near.Get(nameof(Nullable<>.HasValue)))
        );
    }

    public override string Sentence(Wording wording) =>
        daysBefore == 0 && daysAfter == 0
            ? wording.Say("روز تولد", "on the birthday")
            : wording.Say(
                $"از {wording.Number(daysBefore)} روز پیش تا {wording.Number(daysAfter)} روز پس از تولد",
                $"from {wording.Number(daysBefore)} days before to {wording.Number(daysAfter)} days after the birthday"
            );

    public override void Ask(FactsAsked facts) => facts.Birth = true;

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteNumber("daysBefore", daysBefore);
        json.WriteNumber("daysAfter", daysAfter);
    }

    internal static Condition Read(ArgumentReader at)
    {
        var before = at.Whole(Days.Before) ?? 0;
        var after = at.Whole(Days.After) ?? 0;
        return new Birthday((int)before, (int)after);
    }
}
