using System.Text.Json;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Effects;

/// <summary>A fixed amount of a unit that has its own life span; 0 days: until the end of the business day.</summary>
public sealed class Gift(string unit, long amount, int expiresAfterDays) : Effect
{
    public const string Name = "gift";

    public override string Word => Name;

    public override string Unit => unit;

    public override int? ExpiresAfterDays => expiresAfterDays;

    public override long Earn(in EarningBase from) => amount;

    public override string Sentence(Wording wording)
    {
        var (much, days) = (wording.AmountDigits(unit, amount), wording.Number(expiresAfterDays));
        var name = wording.NameInside(NameKind.Unit, unit);
        return wording.Say($"هدیهٔ {much} {name} با مهلت {days} روز", $"a gift of {much} {name} for {days} days");
    }

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteString("unit", unit);
        json.WriteNumber("amount", amount);
        json.WriteNumber("expiresAfterDays", expiresAfterDays);
    }

    internal static Effect Read(ArgumentReader at)
    {
        var (unit, amount) = (at.Unit(), at.Fields.Whole("amount", 1, EarningBase.Most, required: true));
        var days = at.Fields.Whole("expiresAfterDays", 0, 3660, required: true);
        return new Gift(unit, amount ?? 0, (int)(days ?? 0));
    }
}
