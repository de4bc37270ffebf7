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

    /// <summary>««طلایی» با ۳۰۰٬۰۰۰ تومان و ۹ خرید به دست می‌آید.»</summary>
    public static string Enters(Tier tier, Wording words)
    {
        var title = words.Quoted(words.Title(tier.Title));
        if (tier.ByInvitation)
        {
            return words.Say($"{title} تنها با دعوت داده می‌شود.", $"{title} is given by invitation only.");
        }

        var sums = new Shortfall(tier.From, tier.NeedsAll).Sentence(words);
        return words.Say($"{title} با {sums} به دست می‌آید.", $"{title} is reached with {sums}.");
    }

    /// <summary>What its members get beyond the rules and beside them, each a sentence.</summary>
    public static IEnumerable<string> Gives(Tier tier, Wording words)
    {
        if (tier.Services.IsEmpty)
        {
            return Multiplies(tier, words);
        }

        var title = words.Quoted(words.Title(tier.Title));
        var services = string.Join(words.Say("؛ ", "; "), tier.Services.Select(s => words.Inside(words.Title(s))));
        return Multiplies(tier, words)
            .Append(words.Say($"خدمات {title}: {services}.", $"Services of {title}: {services}."));
    }

    /// <summary>What rules earn more in it, each a sentence.</summary>
    public static IEnumerable<string> Multiplies(Tier tier, Wording words)
    {
        var title = words.Quoted(words.Title(tier.Title));
        foreach (var (code, hundredths) in tier.Earning)
        {
            var (times, unit) = (Times(hundredths, words), words.NameInside(NameKind.Unit, code));
            yield return words.Say(
                $"در {title} آنچه قانون‌ها از {unit} می‌دهند {times} برابر می‌شود.",
                $"In {title}, what the rules earn of {unit} counts {times} times."
            );
        }
    }

    /// <summary>Which purchases count and when a tier begins, each a sentence.</summary>
    public static IEnumerable<string> Reaching(Ladder ladder, Wording words)
    {
        var span = Span(ladder.Span, words);
        yield return words.Say($"خریدهایی که {span} است شمرده می‌شوند.", $"Purchases {span} count.");
        yield return words.Say(
            "سطحی که با یک خرید به دست آید از خرید بعدی به شمار می‌آید.",
            "A tier that a purchase reaches counts from the next one."
        );
    }

    /// <summary>What keeps a tier and what becomes of who no longer reaches it, each a sentence.</summary>
    public static IEnumerable<string> Keeping(Ladder ladder, Wording words)
    {
        yield return words.Say(
            "خرج کردن از کیف از سطح کسی کم نمی‌کند؛ کالای برگشتی شمرده نمی‌شود.",
            "Spending from a wallet lowers no tier; goods that came back do not count."
        );
        if (ladder.Fall != FallRule.Never && ladder.Span.Kind != SpanKind.Days)
        {
            yield return words.Say(
                "سطح تنها با پایان سال و با خریدهای همان سال بازبینی می‌شود.",
                "Tiers are reviewed only when the year ends, by the purchases of that year."
            );
        }

        yield return Fall(ladder, words);
        if (ladder.Fall != FallRule.Never && ladder.WarnDays > 0)
        {
            var days = words.Number(ladder.WarnDays);
            yield return words.Say(
                $"{days} روز پیش از پایین آمدن خبر داده می‌شود.",
                $"Members are told {days} {(ladder.WarnDays == 1 ? "day" : "days")} before they fall."
            );
        }
    }

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
                $"A member who no longer reaches the tier falls {grace}by one step."
            ),
            FallRule.Recalculated => words.Say(
                $"عضوی که دیگر به حد نرسد {grace}به سطحی می‌رود که خریدهایش می‌دهد.",
                $"A member who no longer reaches the tier falls {grace}to the one that the purchases give."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(ladder)),
        };
    }

    /// <summary>As it is typed: ۱٫۵.</summary>
    public static string Times(int hundredths, Wording words) =>
        words.Digits((hundredths / 100m).ToString("0.##", CultureInfo.InvariantCulture));
}
