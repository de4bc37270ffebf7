using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>The member joined at least so many business days ago.</summary>
public sealed class MemberFor(int atLeast) : Condition
{
    public const string Name = "memberFor";

    public override string Word => Name;

    public override bool NeedsMember => true;

    public override Verdict Check(in SaleContext sale)
    {
        if (sale.Member is not { } member)
        {
            return NoMember();
        }

        var missing = atLeast - (sale.Day.DayNumber - member.Since.DayNumber);
        return missing <= 0 ? Verdict.Yes : Short(missing);
    }

    public override string Sentence(Wording wording)
    {
        var days = wording.Number(atLeast);
        return wording.Say($"دست‌کم {days} روز عضویت", $"a member for at least {days} days");
    }

    public override string Distance(long missing, Wording wording) =>
        wording.Say(
            $"{wording.Number(missing)} روز دیگر",
            missing == 1 ? "in 1 day" : $"in {wording.Number(missing)} days"
        );

    public override Measure MeasureOf(long missing) => Measure.Days;

    public override void Ask(FactsAsked facts) => facts.Since = true;

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("atLeast", atLeast);
        json.WriteEndObject();
    }

    internal static Condition Read(ArgumentReader at)
    {
        var days = at.Fields.Whole("atLeast", 0, 36_600, required: true) ?? 0;
        at.Fields.Done();
        return new MemberFor((int)days);
    }
}
