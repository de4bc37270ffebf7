using System.Linq.Expressions;
using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>The member's wallet holds at least so much of a unit that may be used now.</summary>
public sealed class WalletHolds(string unit, long atLeast) : Threshold
{
    private static readonly Arg AtLeast = Arg.Amount("atLeast", "دست‌کم", "At least") with
    {
        Min = 0,
        Max = Money.Max.Minor,
    };

    public static readonly ConditionEntry Entry = new(
        "wallet",
        new("موجودی کیف", "Holds in the wallet"),
        new(
            "عضو دست‌کم این‌قدر از یک واحد دارد که هم‌اکنون خرج‌شدنی است.",
            "The member has at least so much of a unit that may be used now."
        ),
        """{"unit": "points", "atLeast": 100}"""
    )
    {
        About = WordAbout.Member,
        Args = [Arg.Unit, AtLeast],
        Read = Read,
    };

    public override ConditionEntry InVocabulary => Entry;

    public override bool NeedsMember => true;

    public override long Least => atLeast;

    public override string NumberOf => unit;

    public override long? Number(in SaleContext sale) => sale.Member?.Available(unit);

    internal override Expression NumberIn(SaleCode code) =>
        code.NumberOfMember(
            Expression.Call(code.Member, nameof(MemberFacts.Available), null, Expression.Constant(unit))
        );

    public override string Sentence(Wording wording)
    {
        var (amount, name) = (wording.AmountDigits(unit, atLeast), wording.NameInside(NameKind.Unit, unit));
        return wording.Say($"دست‌کم {amount} {name} در کیف", $"at least {amount} {name} in the wallet");
    }

    public override string Distance(long missing, Wording wording)
    {
        var (amount, name) = (wording.AmountDigits(unit, missing), wording.NameInside(NameKind.Unit, unit));
        return wording.Say($"{amount} {name} دیگر", $"{amount} {name} more");
    }

    public override Measure MeasureOf(long missing) => Measure.Units;

    public override void Ask(FactsAsked facts) => facts.Wallet(unit);

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteString("unit", unit);
        json.WriteNumber("atLeast", atLeast);
    }

    internal static Condition Read(ArgumentReader at)
    {
        var unit = at.Unit();
        var least = at.Whole(AtLeast) ?? 0;
        return new WalletHolds(unit, least);
    }
}
