using System.Text.Json;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Effects;

/// <summary>
/// Multiplies what the earning rules bring of a unit, after their rounding: adds floor(rule earnings × (times − 1)).
/// What other offers bring is not multiplied (semantics 3).
/// </summary>
/// <param name="unit">The unit whose rules it multiplies.</param>
/// <param name="hundredths">Times in hundredths: 150 is one and a half times.</param>
public sealed class PointsMultiplier(string unit, int hundredths) : Effect
{
    public const string Name = "pointsMultiplier";

    public override string Word => Name;

    public override string Unit => unit;

    public override long Earn(in EarningBase from) => EarningBase.Share(from.ByRules, hundredths - 100, 100);

    public override string Sentence(Wording wording)
    {
        var (times, name) = (wording.Quantity(new Quantity(hundredths * 10L)), wording.NameInside(NameKind.Unit, unit));
        return wording.Say($"{name} {times} برابر", $"{times} times {name}");
    }

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteString("unit", unit);
        Amounts.Write(json, "times", hundredths, 100);
    }

    internal static Effect Read(ArgumentReader at)
    {
        var unit = at.Unit();
        return new PointsMultiplier(unit, (int)(at.Fields.Scaled("times", 2, 101, 10_000, required: true) ?? 200));
    }
}
