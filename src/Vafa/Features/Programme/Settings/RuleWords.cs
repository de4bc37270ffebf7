using Vafa.Core.Earning;
using Vafa.Core.Offers.Conditions;
using Vafa.Core.Values;

namespace Vafa.Features.Programme.Settings;

/// <summary>An earning rule in sentences, and what it brings for sales of usual sizes.</summary>
internal static class RuleWords
{
    private static readonly long[] Rials = [1_000_000, 5_000_000, 20_000_000];
    private static readonly long[] Cents = [1_000, 5_000, 20_000];

    /// <summary>A usual step of «one point for each …», in the club's money.</summary>
    public static string Step(Wording words) => words.Money(new Money(words.Currency == "IRR" ? 100_000 : 1_000));

    /// <summary>«برای هر ۱۰٬۰۰۰ تومان کامل، ۱ امتیاز».</summary>
    public static string Gives(EarningRule rule, Wording words)
    {
        var ways = new List<string>();
        if (rule.PerAmount is { } per)
        {
            var (money, earned) = (words.Money(per), words.Amount(rule.Unit, rule.Earn));
            ways.Add(
                rule.Rounding == RuleRounding.Step
                    ? words.Say($"برای هر {money} کامل، {earned}", $"{earned} for each full {money}")
                    : words.Say($"به نسبت هر {money}، {earned}", $"{earned} for each {money}, in proportion")
            );
        }

        if (rule.Share is { } share)
        {
            var (percent, unit) = (words.Percent(share), words.Name(NameKind.Unit, rule.Unit));
            ways.Add(words.Say($"{percent} مبلغ خرید به‌صورت {unit}", $"{percent} of the sale as {unit}"));
        }

        if (rule.PerVisit > 0)
        {
            var visit = words.Amount(rule.Unit, rule.PerVisit);
            ways.Add(words.Say($"برای هر بار خرید، {visit}", $"{visit} for each visit"));
        }

        return string.Join(words.Say(" و ", " and "), ways);
    }

    /// <summary>Each condition that must hold; none when every sale earns.</summary>
    public static IReadOnlyList<string> Conditions(EarningRule rule, Wording words) =>
        rule.When is null ? []
        : rule.When is All all ? [.. all.Parts.Select(p => p.Sentence(words))]
        : [rule.When.Sentence(words)];

    /// <summary>What it brings and when, as one sentence: «برای هر … ، ۱ امتیاز؛ تنها اگر: …».</summary>
    public static string Sentence(EarningRule rule, Wording words)
    {
        var conditions = string.Join(words.Say("، ", ", "), Conditions(rule, words));
        return conditions.Length == 0
            ? Gives(rule, words) + "."
            : words.Say(
                $"{Gives(rule, words)}؛ تنها اگر: {conditions}.",
                $"{Gives(rule, words)}; only if: {conditions}."
            );
    }

    /// <summary>What the rule itself earns from three amounts that are paid for goods.</summary>
    public static IReadOnlyList<(string Paid, string Earned)> Examples(EarningRule rule, Wording words) =>
        [
            .. (words.Currency == "IRR" ? Rials : Cents).Select(goods =>
                (words.Money(new Money(goods)), words.Amount(rule.Unit, rule.EarnFrom(goods)))
            ),
        ];
}
