using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers.Offline;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Effects;

/// <summary>A fixed amount of a unit, whose lot lives as the unit says, or so many days.</summary>
public sealed class Points(string unit, long amount, int? expiresAfterDays) : Effect
{
    private static readonly Arg Much = Arg.Amount("amount", "مقدار", "Amount");

    public static readonly EffectEntry Entry = new(
        "points",
        new("مقداری ثابت امتیاز یا اعتبار", "A fixed amount of points or credit"),
        new(
            "مقداری ثابت از یک واحد؛ به دلخواه با مهلت خرج.",
            "A fixed amount of a unit; if you like, to be spent in time."
        ),
        """{"unit": "points", "amount": 50}"""
    )
    {
        About = WordAbout.Wallet,
        Args = [Much, Arg.Unit, Amounts.Lives],
        Read = Read,
    };

    public override EffectEntry InVocabulary => Entry;

    public override string Unit => unit;

    public override int? ExpiresAfterDays => expiresAfterDays;

    public override long Earn(in EarningBase from) => amount;

    internal override JsonObject Offline(OfflineWords words) => new() { ["earn"] = "amount", ["amount"] = amount };

    public override string Sentence(Wording wording) =>
        wording.Amount(unit, amount) + Amounts.ForDays(expiresAfterDays, wording);

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteString("unit", unit);
        json.WriteNumber("amount", amount);
        Amounts.WriteLives(json, expiresAfterDays);
    }

    internal static Effect Read(ArgumentReader at) =>
        new Points(at.Unit(), at.Whole(Much) ?? 0, (int?)at.Whole(Amounts.Lives));
}
