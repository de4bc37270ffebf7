using System.Linq.Expressions;
using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>The member joined at least so many business days ago.</summary>
public sealed class MemberFor(int atLeast) : Threshold
{
    private static readonly Arg AtLeast = Arg.Whole(
        "atLeast",
        "دست‌کم چند روز",
        "At least so many days",
        0,
        36_600
    ) with
    {
        Start = "365",
    };

    public static readonly ConditionEntry Entry = new(
        "memberFor",
        new("روزهای عضویت", "Days of membership"),
        new("چند روز از عضو شدن گذشته است.", "How many days ago the member joined."),
        """{"atLeast": 365}"""
    )
    {
        About = WordAbout.Member,
        Args = [AtLeast],
        Read = Read,
    };

    public override ConditionEntry InVocabulary => Entry;

    public override bool NeedsMember => true;

    public override long Least => atLeast;

    public override long? Number(in SaleContext sale) => sale.Day.DayNumber - sale.Member?.Since.DayNumber;

    internal override Expression NumberIn(SaleCode code) =>
        code.NumberOfMember(code.DaysSince(code.Member.Get(nameof(MemberFacts.Since))));

    public override string Sentence(Wording wording)
    {
        var days = wording.Number(atLeast);
        return wording.Say($"دست‌کم {days} روز عضویت", $"a member for at least {days} days");
    }

    public override string Distance(long missing, Wording wording) =>
        wording.Say(
            $"{wording.Number(missing)} روز دیگر",
            missing == 1 ? "1 more day" : $"{wording.Number(missing)} more days"
        );

    public override Measure MeasureOf(long missing) => Measure.Days;

    public override void Ask(FactsAsked facts) => facts.Since = true;

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteNumber("atLeast", atLeast);
    }

    internal static Condition Read(ArgumentReader at)
    {
        var days = at.Whole(AtLeast) ?? 0;
        return new MemberFor((int)days);
    }
}
