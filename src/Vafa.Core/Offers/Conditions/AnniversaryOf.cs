using System.Globalization;
using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>
/// The business day lies around the yearly return of a date that the member has in a field of the club: a wedding, the
/// opening of his shop. Counted as birthdays are (semantics 18).
/// </summary>
public sealed class AnniversaryOf(string field, int daysBefore, int daysAfter) : Condition
{
    private static readonly Arg Field = new("field", ArgKind.Code, new("مشخصهٔ تاریخ", "Field of dates"))
    {
        Of = NameKind.DateField,
    };

    public static readonly ConditionEntry Entry = new(
        "anniversary",
        new("سالگرد یک تاریخ عضو", "Anniversary of a member’s date"),
        new(
            "چند روز پیش تا چند روز پس از سالگرد تاریخی که در مشخصه‌های عضو هست، مانند ازدواج.",
            "Around the yearly return of a date that stands in a field of the member, such as the wedding."
        ),
        """{"field": "wedding", "daysBefore": 3, "daysAfter": 3}"""
    )
    {
        About = WordAbout.Member,
        Args = [Field, Days.Before, Days.After],
        Read = Read,
    };

    public override ConditionEntry InVocabulary => Entry;

    public override bool NeedsMember => true;

    public override Verdict Check(in SaleContext sale)
    {
        if (sale.Member is not { } member)
        {
            return NoMember();
        }

        return When(
            member.DateIn(field) is { } date
                && sale.Time.AnniversaryNear(date, sale.Day, daysBefore, daysAfter) is not null
        );
    }

    public override string Sentence(Wording wording)
    {
        var name = wording.NameInside(NameKind.Field, field);
        var (before, after) = (wording.Number(daysBefore), wording.Number(daysAfter));
        return daysBefore == 0 && daysAfter == 0
            ? wording.Say($"سالگرد {name}", $"on the anniversary of {name}")
            : wording.Say(
                $"از {before} روز پیش تا {after} روز پس از سالگرد {name}",
                $"from {before} days before to {after} days after the anniversary of {name}"
            );
    }

    public override void Ask(FactsAsked facts) => facts.Anniversary(field);

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteString("field", field);
        json.WriteNumber("daysBefore", daysBefore);
        json.WriteNumber("daysAfter", daysAfter);
    }

    internal static Condition Read(ArgumentReader at)
    {
        var field = at.Code(Field);
        if (field.Length > 0 && !at.Known.Fields.Contains(field))
        {
            at.Refuse("offer.unknown-field", Field.Name, field);
        }

        return new AnniversaryOf(field, (int)(at.Whole(Days.Before) ?? 0), (int)(at.Whole(Days.After) ?? 0));
    }
}
