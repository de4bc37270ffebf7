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
    public const string Name = "daysSinceLastVisit";

    public override string Word => Name;

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

    public override string Sentence(Wording wording)
    {
        var days = wording.Number(atLeast);
        return wording.Say($"دست‌کم {days} روز پس از آخرین خرید", $"at least {days} days after the last purchase");
    }

    public override void Ask(FactsAsked facts) => facts.LastVisit = true;

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("atLeast", atLeast);
        json.WriteEndObject();
    }

    internal static Condition Read(ArgumentReader at)
    {
        var days = at.Fields.Whole("atLeast", 1, 36_600, required: true) ?? 1;
        at.Fields.Done();
        return new DaysSinceLastVisit((int)days);
    }
}
