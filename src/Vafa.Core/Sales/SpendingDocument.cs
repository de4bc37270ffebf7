using System.Text.Json;
using Vafa.Core.Ledger;
using Vafa.Core.Offers;
using Vafa.Core.Offers.Effects;
using Vafa.Core.Values;

namespace Vafa.Core.Sales;

/// <summary>
/// The JSON of how a unit pays: {least?, most?, step?, maxPercent?, branches?, weekdays?, productGroups?}; null pays
/// any amount anywhere.
/// </summary>
internal static class SpendingDocument
{
    public const string Name = "spending";

    private static readonly long MostAmount = Money.Max.Minor;

    /// <summary>
    /// Refused: spending.most-below-least, spending.step-passes (no multiple of the step lies between both),
    /// document.unknown-branch.
    /// </summary>
    public static SpendingRules Read(DocumentReader? fields, KnownThings? known)
    {
        if (fields is null)
        {
            return SpendingRules.None;
        }

        var none = SpendingRules.None;
        var rules = new SpendingRules(
            fields.Whole("least", 0, MostAmount) ?? none.Least,
            fields.Whole("most", 1, MostAmount),
            fields.Whole("step", 1, MostAmount) ?? none.Step,
            fields.Percent("maxPercent", 100, minBasisPoints: 1) ?? none.Share
        )
        {
            Branches = fields.Texts("branches"),
            Weekdays = ScheduleDocument.Weekdays(fields),
            ProductGroups = fields.Texts("productGroups"),
        };
        fields.Done();
        if (rules.Most < rules.Least)
        {
            fields.Refuse("spending.most-below-least", "most");
        }
        else if (rules.Most is { } most && most / rules.Step * rules.Step < Math.Max(1, rules.Least))
        {
            fields.Refuse("spending.step-passes", "step");
        }

        for (var i = 0; known is not null && i < rules.Branches.Length; i++)
        {
            if (!known.Branches.Contains(rules.Branches[i]))
            {
                fields.RefuseBelow("spending.unknown-branch", $"branches/{i}", rules.Branches[i]);
            }
        }

        return rules;
    }

    public static void Write(SpendingRules rules, Utf8JsonWriter json)
    {
        if (rules.Equals(SpendingRules.None))
        {
            json.WriteNull(Name);
            return;
        }

        json.WriteStartObject(Name);
        json.WriteNumber("least", rules.Least);
        Amounts.Write(json, "most", rules.Most);
        json.WriteNumber("step", rules.Step);
        Amounts.Write(json, "maxPercent", rules.Share);
        ScheduleDocument.WriteTexts(json, "branches", [.. rules.Branches]);
        ScheduleDocument.WriteWeekdays(json, rules.Weekdays);
        ScheduleDocument.WriteTexts(json, "productGroups", [.. rules.ProductGroups]);
        json.WriteEndObject();
    }
}
