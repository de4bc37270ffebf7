using System.Text.Json;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Effects;

/// <summary>A fixed amount of a unit.</summary>
public sealed class Points(string unit, long amount) : Effect
{
    public const string Name = "points";

    public override string Word => Name;

    public override string Unit => unit;

    public override long Earn(in EarningBase from) => amount;

    public override string Sentence(Wording wording) => wording.Amount(unit, amount);

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteString("unit", unit);
        json.WriteNumber("amount", amount);
    }

    internal static Effect Read(ArgumentReader at) =>
        new Points(at.Unit(), at.Fields.Whole("amount", 1, EarningBase.Most, required: true) ?? 0);
}
