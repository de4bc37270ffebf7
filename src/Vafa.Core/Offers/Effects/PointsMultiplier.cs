using System.Text.Json;
using System.Text.Json.Nodes;
using Vafa.Core.Offers.Offline;
using Vafa.Core.Values;

namespace Vafa.Core.Offers.Effects;

/// <summary>
/// Multiplies what the earning rules bring of a unit, or what one of them brings, after their rounding: adds floor(rule
/// earnings × (times − 1)). What other offers bring is not multiplied (semantics 3).
/// </summary>
/// <param name="unit">The unit whose rules it multiplies.</param>
/// <param name="hundredths">Times in hundredths: 150 is one and a half times.</param>
/// <param name="rule">Code of the only rule it multiplies; null: all of the unit.</param>
public sealed class PointsMultiplier(string unit, int hundredths, string? rule) : Effect
{
    private static readonly Arg Times = new("times", ArgKind.Decimal, new("چند برابر", "Times"))
    {
        Min = 101,
        Max = 10_000,
        Decimals = 2,
        Start = "2",
    };

    private static readonly Arg Rule = new("rule", ArgKind.Code, new("تنها این قاعده", "Only this rule"))
    {
        Of = NameKind.EarningRule,
        Optional = true,
    };

    public static readonly EffectEntry Entry = new(
        "pointsMultiplier",
        new("چند برابر شدن امتیاز خرید", "Points times more"),
        new(
            "آنچه قاعده‌های امتیاز در این خرید می‌دهند چند برابر می‌شود.",
            "What the earning rules bring in this sale, times so much."
        ),
        """{"unit": "points", "times": 2}"""
    )
    {
        About = WordAbout.Wallet,
        Args = [Times, Arg.Unit, Rule],
        Read = Read,
    };

    public override EffectEntry InVocabulary => Entry;

    public override string Unit => unit;

    /// <summary>The only rule it multiplies; null: all rules of its unit.</summary>
    public string? OfRule => rule;

    public override long Earn(in EarningBase from) => EarningBase.Share(from.ByRules, hundredths - 100, 100);

    internal override JsonObject Offline(OfflineWords words) => new() { ["earn"] = "times", ["times"] = hundredths };

    public override string Sentence(Wording wording)
    {
        var (times, name) = (wording.Quantity(new Quantity(hundredths * 10L)), wording.NameInside(NameKind.Unit, unit));
        var of = rule is null ? "" : wording.NameInside(NameKind.EarningRule, rule);
        return rule is null
            ? wording.Say($"{name} {times} برابر", $"{times} times {name}")
            : wording.Say($"{name} «{of}» {times} برابر", $"{times} times {name} of “{of}”");
    }

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteString("unit", unit);
        Amounts.Write(json, "times", hundredths, 100);
        if (rule is not null)
        {
            json.WriteString("rule", rule);
        }
    }

    internal static Effect Read(ArgumentReader at)
    {
        var (unit, times) = (at.Unit(), (int)(at.Decimal(Times) ?? 200));
        return new PointsMultiplier(unit, times, at.Fields.Code(Rule.Name));
    }
}
