using System.Text.Json;
using Vafa.Core.Sales;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Conditions;

/// <summary>The member's wallet holds at least so much of a unit that may be used now.</summary>
public sealed class WalletHolds(string unit, long atLeast) : Condition
{
    public const string Name = "wallet";

    public override string Word => Name;

    public override bool NeedsMember => true;

    public override Verdict Check(in SaleContext sale)
    {
        if (sale.Member is not { } member)
        {
            return NoMember();
        }

        var missing = atLeast - member.Available(unit);
        return missing <= 0 ? Verdict.Yes : Short(missing);
    }

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
        json.WriteStartObject();
        json.WriteString("unit", unit);
        json.WriteNumber("atLeast", atLeast);
        json.WriteEndObject();
    }

    internal static Condition Read(ArgumentReader at)
    {
        var unit = at.Unit();
        var least = at.Fields.Whole("atLeast", 0, Money.Max.Minor, required: true) ?? 0;
        at.Fields.Done();
        return new WalletHolds(unit, least);
    }
}
