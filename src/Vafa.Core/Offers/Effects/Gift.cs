using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers.Offline;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Effects;

/// <summary>A fixed amount of a unit that has its own life span; 0 days: until the end of the business day.</summary>
public sealed class Gift(string unit, long amount, int expiresAfterDays) : Effect
{
    private static readonly Arg Much = Arg.Amount("amount", "مقدار", "Amount");

    private static readonly Arg Lives = Amounts.Lives with { Optional = false, Start = "30" };

    public static readonly EffectEntry Entry = new(
        "gift",
        new("هدیه با مهلت خرج", "A gift that must be spent in time"),
        new(
            "مقداری ثابت از یک واحد که تنها چند روز خرج‌شدنی است.",
            "A fixed amount of a unit that lives for some days only."
        ),
        """{"unit": "credit", "amount": 300000, "expiresAfterDays": 30}"""
    )
    {
        About = WordAbout.Wallet,
        Args = [Much, Arg.Unit, Lives],
        Read = Read,
    };

    public override EffectEntry InVocabulary => Entry;

    public override string Unit => unit;

    public override int? ExpiresAfterDays => expiresAfterDays;

    public override long Earn(in EarningBase from) => amount;

    internal override JsonObject Offline(OfflineWords words) => new() { ["earn"] = "amount", ["amount"] = amount };

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
        var (unit, amount) = (at.Unit(), at.Whole(Much));
        var days = at.Whole(Lives);
        return new Gift(unit, amount ?? 0, (int)(days ?? 0));
    }
}
