using System.Text.Json;
using Vafa.Core.Offers;
using Vafa.Core.Offers.Effects;
using Vafa.Core.Values;

namespace Vafa.Core.Earning;

/// <summary>
/// The JSON of an earning rule: {title, unit, when?, perAmount?, earn?, rounding?, perVisit?, percent?}.
/// </summary>
public static class EarningRuleDocument
{
    private static readonly (string Word, RuleRounding Value)[] Roundings =
    [
        ("step", RuleRounding.Step),
        ("proportional", RuleRounding.Proportional),
    ];

    /// <summary>
    /// Reads a document. It needs at least one way of earning (rule.earns-nothing); perAmount and earn come together
    /// (rule.amount-and-earn).
    /// </summary>
    public static Outcome<EarningRule> Read(JsonElement json, string code, KnownThings known)
    {
        var fields = DocumentReader.Of(json);
        var title = fields.Title();
        var unit = new ArgumentReader(json, "", fields.Refusals, known).UnitIn(fields);
        var when = fields.Any("when") is { } tree
            ? ConditionDocument.Read(tree, "/when", fields.Refusals, known)
            : null;
        var perAmount = fields.Money("perAmount", min: 1);
        var earn = fields.Whole("earn", 1, 1_000_000_000);
        var rounding = fields.Choice<RuleRounding>("rounding", required: false, Roundings) ?? RuleRounding.Step;
        var perVisit = fields.Whole("perVisit", 1, EarningBase.Most);
        var percent = fields.Percent("percent", 100, minBasisPoints: 1);
        fields.Done();
        if (fields.IsClean && perAmount is null != earn is null)
        {
            fields.Refuse("rule.amount-and-earn", perAmount is null ? "perAmount" : "earn");
        }
        else if (fields.IsClean && perAmount is null && perVisit is null && percent is null)
        {
            fields.Refuse("rule.earns-nothing", "");
        }

        return fields.IsClean
            ? new EarningRule(code, title!, unit, when, perAmount, earn ?? 0, rounding, perVisit ?? 0, percent)
            : fields.Refusals;
    }

    /// <summary>Writes the document with all defaults shown.</summary>
    public static void Write(EarningRule rule, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        OfferDocument.WriteTitle(json, rule.Title);
        json.WriteString("unit", rule.Unit);
        OfferDocument.WriteWhen(json, rule.When);
        Amounts.Write(json, "perAmount", rule.PerAmount);
        Amounts.Write(json, "earn", rule.PerAmount is null ? null : rule.Earn);
        json.WriteString("rounding", Roundings[(int)rule.Rounding].Word);
        Amounts.Write(json, "perVisit", rule.PerVisit == 0 ? null : rule.PerVisit);
        if (rule.Share is { } percent)
        {
            Amounts.Write(json, "percent", percent);
        }
        else
        {
            json.WriteNull("percent");
        }

        json.WriteEndObject();
    }
}
