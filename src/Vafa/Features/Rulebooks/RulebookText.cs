using Vafa.Core.Ledger;
using Vafa.Core.Values;
using Vafa.Features.Engagements;
using Vafa.Features.Programme;
using Vafa.Features.Programme.Settings;
using Vafa.Features.Tiers.Settings;
using Ladder = Vafa.Core.Tiers.Ladder;

namespace Vafa.Features.Rulebooks;

/// <summary>
/// The rules of one programme in sentences that its settings make: nothing here is written by hand but the owner's own
/// text at the end. It names no member, no code of a campaign and nothing of what goods cost the club.
/// </summary>
internal static class RulebookText
{
    public static IReadOnlyList<RuleSection> Of(ClubVersion club, bool persian)
    {
        var words = PlainWords.Of(club.Wording(persian));
        RuleSection?[] sections =
        [
            Earning(club, words),
            .. club.Programme.Units.Select(u => OfUnit(u, club, words)),
            Offers(club.Settings, words),
            Returns(club.Settings, words),
            .. club.Programme.Ladders.Select(l => OfLadder(l, words)),
            Days(club.Settings, words),
            Leaving(words),
            Terms(club.Rulebook.Terms, words),
        ];
        return [.. sections.OfType<RuleSection>()];
    }

    private static RuleSection Earning(ClubVersion club, Wording words)
    {
        var sentences = new List<string>();
        var rules = club.Programme.Rules;
        if (rules.IsEmpty)
        {
            sentences.Add(words.Say("خرید به‌خودی‌خود چیزی نمی‌آورد.", "A purchase by itself earns nothing."));
        }
        else
        {
            sentences.Add(
                words.Say(
                    "آنچه خرید می‌آورد از مبلغی است که پس از تخفیف برای کالا پرداخت می‌شود؛ ارسال، انعام و آنچه از کیف "
                        + "خرج شود در آن نیست.",
                    "A purchase earns from what is paid for goods after discounts; shipping, tips and what is spent "
                        + "from a wallet are no part of it."
                )
            );
            sentences.Add(
                words.Say(
                    "همهٔ قانون‌هایی که شرطشان برقرار است با هم حساب می‌شود و هر سهم به پایین گرد می‌شود.",
                    "All rules whose conditions hold earn together, and each share is rounded down."
                )
            );
            sentences.AddRange(rules.Select(r => RuleWords.Sentence(r, words)));
            sentences.Add(words.Say("خرید بدون عضویت چیزی نمی‌آورد.", "A purchase without membership earns nothing."));
        }

        sentences.AddRange(
            club.Engagements.Where(e => !e.Earn.IsEmpty).Select(e => EngagementWords.Sentence(e, club, words))
        );
        return Section(RuleSection.Earning, words.Say("چه چیزی به دست می‌آید", "What is earned"), sentences);
    }

    private static RuleSection OfUnit(Unit unit, ClubVersion club, Wording words)
    {
        var (days, debt) = (club.Settings.ReturnDays, club.Settings.DebtPolicy);
        return Section("unit/" + unit.Code, Title(unit.Title, words), UnitRules.Of(unit, days, debt, words));
    }

    private static RuleSection Offers(ClubSettings club, Wording words)
    {
        var sentences = new List<string>
        {
            words.Say(
                "پیشنهادها افزون بر این‌هاست؛ از پیشنهادهایی که با هم جمع نمی‌شوند، بهترین برای مشتری برگزیده می‌شود.",
                "Offers come on top; of those that do not combine, the best for the customer is chosen."
            ),
        };
        if (club.MaxDiscountPercent.BasisPoints < Percent.Hundred.BasisPoints)
        {
            var most = words.Percent(club.MaxDiscountPercent);
            sentences.Add(
                words.Say(
                    $"پیشنهادها روی‌هم بیش از {most} از قیمت یک کالا کم نمی‌کنند.",
                    $"Offers together take no more than {most} off the price of an item."
                )
            );
        }

        if (club.MaxBasketDiscountPercent.BasisPoints < Percent.Hundred.BasisPoints)
        {
            var most = words.Percent(club.MaxBasketDiscountPercent);
            sentences.Add(
                words.Say(
                    $"پیشنهادها روی‌هم بیش از {most} از کالاهای یک خرید کم نمی‌کنند.",
                    $"Offers together take no more than {most} off the goods of a purchase."
                )
            );
        }

        return Section(RuleSection.Offers, words.Say("پیشنهادها", "Offers"), sentences);
    }

    private static RuleSection Returns(ClubSettings club, Wording words)
    {
        var sentences = new List<string>();
        if (club.ReturnDays > 0)
        {
            var days = words.Number(club.ReturnDays);
            sentences.Add(
                words.Say(
                    $"کالا تا {days} روز پس گرفته می‌شود.",
                    $"Goods may be brought back for {days} {(club.ReturnDays == 1 ? "day" : "days")}."
                )
            );
        }

        sentences.Add(
            words.Say(
                "با برگشت کالا، پول آن و آنچه از کیف برایش خرج شده بود به نسبت همان کالا برمی‌گردد.",
                "With returned goods their money comes back, and what was spent on them from a wallet."
            )
        );
        sentences.Add(
            words.Say(
                "از آنچه خرید آورده بود سهم کالای برگشتی پس گرفته می‌شود، آن‌طور که دربارهٔ هر کدام گفته شد؛ "
                    + "آنچه می‌ماند به پایین گرد می‌شود.",
                "Of what the purchase had earned the share of the returned goods is taken back, as said of each above; "
                    + "what stays is rounded down."
            )
        );
        sentences.Add(
            words.Say(
                "آنچه به کیف برگردد و مهلتش گذشته باشد باطل است.",
                "What comes back to a wallet after its end is gone."
            )
        );
        return Section(RuleSection.Returns, words.Say("برگشت کالا", "Goods brought back"), sentences);
    }

    private static RuleSection OfLadder(Ladder ladder, Wording words) =>
        Section(
            RuleSection.Ladders + ladder.Code,
            Title(ladder.Title, words),
            [
                .. LadderWords.Reaching(ladder, words),
                .. ladder.Tiers.SelectMany(t => LadderWords.Gives(t, words).Prepend(LadderWords.Enters(t, words))),
                .. LadderWords.Keeping(ladder, words),
            ]
        );

    private static RuleSection Days(ClubSettings club, Wording words)
    {
        var sentences = new List<string>
        {
            words.Say("هر مهلت تا پایان روز آخرش برقرار است.", "Every deadline is the end of its last day."),
            club.Calendar == ClubCalendar.Jalali
                ? words.Say("ماه و سال به تقویم خورشیدی است.", "Months and years are those of the Jalali calendar.")
                : words.Say("ماه و سال به تقویم میلادی است.", "Months and years are those of the Gregorian calendar."),
        };
        if (club.WarnBeforeDays.Count > 0)
        {
            var days = Listed(club.WarnBeforeDays, words);
            sentences.Add(
                words.Say(
                    $"{days} روز پیش از پایان هر مهلت خبر داده می‌شود.",
                    $"Members are told {days} before a deadline."
                )
            );
        }

        if (club.DayStartsAt != TimeOnly.MinValue)
        {
            var hour = words.Digits(ClubWords.Hour(club.DayStartsAt));
            sentences.Add(
                words.Say(
                    $"روز از ساعت {hour} آغاز می‌شود؛ خرید پیش از آن به حساب روز پیش است.",
                    $"A day begins at {hour}; a purchase before it counts for the day before."
                )
            );
        }

        if (club.OfflineSpendMost is { } most)
        {
            var (money, hours) = (words.Money(most), words.Number(club.OfflineSpendHours));
            sentences.Add(
                words.Say(
                    $"تا {money} از اعتبار عضو، دست‌بالا {hours} ساعت، برای صندوقی که در آن است کنار می‌رود تا بی‌شبکه "
                        + "هم آنجا خرج شود؛ مانده‌اش به کیف برمی‌گردد.",
                    $"Up to {money} of a member’s credit is set apart for {hours} hours at most at the till he is at, "
                        + "to be spent there without network too; what is left goes back to the wallet."
                )
            );
        }

        return Section(RuleSection.Days, words.Say("روزها و مهلت‌ها", "Days and deadlines"), sentences);
    }

    /// <summary>«۳۰، ۷ و ۱» / "30, 7 and 1 days", the furthest first.</summary>
    private static string Listed(IReadOnlyList<int> days, Wording words)
    {
        var numbers = days.Select(d => words.Number(d)).ToList();
        var all = string.Join(words.Say("، ", ", "), numbers[..^1]);
        var listed = all.Length == 0 ? numbers[^1] : words.Say($"{all} و {numbers[^1]}", $"{all} and {numbers[^1]}");
        return words.Say(listed, $"{listed} {(days is [1] ? "day" : "days")}");
    }

    private static RuleSection Leaving(Wording words) =>
        Section(
            RuleSection.Leaving,
            words.Say("رفتن از باشگاه", "Leaving the club"),
            [
                words.Say(
                    "عضو هر وقت بخواهد از باشگاه می‌رود؛ با رفتن او هرچه در کیف‌هایش مانده باطل می‌شود.",
                    "A member may leave at any time; what is left in the wallets is then gone."
                ),
                words.Say(
                    "نام، موبایل و دیگر مشخصات کسی که رفته پاک می‌شود؛ خریدهایش بی‌نام می‌ماند.",
                    "The name, the mobile and all other personal data of who left are wiped; the "
                        + "purchases stay without a name."
                ),
            ]
        );

    private static RuleSection? Terms(LocalText? terms, Wording words) =>
        terms is null
            ? null
            : new RuleSection(
                RuleSection.Terms,
                words.Say("شرایط و تماس", "Terms and contact"),
                PlainWords.Paragraphs(words.Title(terms))
            );

    private static string Title(LocalText title, Wording words) => words.Title(PlainWords.Of(title));

    private static RuleSection Section(string code, string title, IEnumerable<string> sentences) =>
        new(code, title, [.. sentences.Select(PlainWords.Sentence)]);
}
