using System.Globalization;
using Vafa.Core.Tiers;
using Vafa.Core.Values;
using Ladder = Vafa.Core.Tiers.Ladder;

namespace Vafa.Features.Tiers.Settings;

/// <summary>A ladder in the words of a shop.</summary>
internal static class LadderWords
{
    /// <summary>«در ۳۶۵ روز گذشته» / "in the last 365 days".</summary>
    public static string Span(LadderSpan span, Wording words) =>
        span.Kind switch
        {
            SpanKind.Days => words.Say(
                $"در {words.Number(span.Days)} روز گذشته",
                $"in the last {words.Number(span.Days)} days"
            ),
            SpanKind.Year => words.Say("در سال تقویم باشگاه", "in the year of the club’s calendar"),
            SpanKind.Anniversary => words.Say("در سال عضویت هر عضو", "in each member’s year of membership"),
            _ => throw new ArgumentOutOfRangeException(nameof(span)),
        };

    /// <summary>«از ۳۰۰٬۰۰۰ تومان» / "from 300,000 toman".</summary>
    public static string From(Tier tier, Wording words)
    {
        if (tier.ByInvitation)
        {
            return words.Say("تنها با دعوت", "by invitation only");
        }

        var from = new Shortfall(tier.From, tier.NeedsAll).Sentence(words);
        return words.Say($"از {from}", $"from {from}");
    }

    /// <summary>«۱٫۵ برابر امتیاز» / "1.5 times points"; null when nothing is earned beyond the rules.</summary>
    public static string? Earning(Tier tier, Wording words) =>
        tier.Earning.IsEmpty
            ? null
            : string.Join(
                words.Say("، ", ", "),
                tier.Earning.Select(e =>
                {
                    var (times, unit) = (Times(e.Hundredths, words), words.NameInside(NameKind.Unit, e.Unit));
                    return words.Say($"{times} برابر {unit}", $"{times} times {unit}");
                })
            );

    /// <summary>What becomes of who no longer reaches his tier.</summary>
    public static string Fall(Ladder ladder, Wording words)
    {
        var grace =
            ladder.GraceDays == 0
                ? ""
                : words.Say(
                    $"پس از {words.Number(ladder.GraceDays)} روز مهلت ",
                    $"after {words.Number(ladder.GraceDays)} days of grace "
                );
        return ladder.Fall switch
        {
            FallRule.Never => words.Say("هیچ‌کس پایین نمی‌آید.", "Nobody falls."),
            FallRule.OneStep => words.Say(
                $"عضوی که دیگر به حد نرسد {grace}یک سطح پایین می‌آید.",
                $"Who no longer reaches his tier falls {grace}by one."
            ),
            FallRule.Recalculated => words.Say(
                $"عضوی که دیگر به حد نرسد {grace}به سطحی می‌رود که خریدهایش می‌دهد.",
                $"Who no longer reaches his tier falls {grace}to what his purchases give."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(ladder)),
        };
    }

    /// <summary>As it is typed: ۱٫۵.</summary>
    public static string Times(int hundredths, Wording words) =>
        words.Digits((hundredths / 100m).ToString("0.##", CultureInfo.InvariantCulture));
}
