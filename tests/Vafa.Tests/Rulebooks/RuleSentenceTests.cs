using Vafa.Features.Programme;

namespace Vafa.Tests.Rulebooks;

/// <summary>
/// Every setting that decides what a member gets stands in the published rules: change it, and they say something else
/// in both languages. A new field of a document must be told here, or be named as nobody else's business.
/// </summary>
public sealed class RuleSentenceTests
{
    private static readonly Dictionary<string, DocumentKind> Kinds = new[]
    {
        DocumentKind.Club,
        DocumentKind.Unit,
        DocumentKind.EarningRule,
        DocumentKind.Engagement,
        DocumentKind.Ladder,
        DocumentKind.Rulebook,
    }.ToDictionary(k => k.Name);

    /// <summary>Kind, field, and the value that is other than in the club of the tests.</summary>
    public static readonly TheoryData<string, string, string> Told = new()
    {
        { "unit", "title", """{"fa": "مهر", "en": "Stamps"}""" },
        { "unit", "spendValue", "400" },
        { "unit", "maySpend", "false" },
        { "unit", "expiresAfterDays", "30" },
        { "unit", "expires", """{"months": 2}""" },
        { "unit", "expires", """{"endOf": "month"}""" },
        { "unit", "expires", """{"endOf": "year", "later": 1}""" },
        { "unit", "expires", """{"on": ["12-29"]}""" },
        { "unit", "expires", """{"idle": {"days": 90}}""" },
        { "unit", "availableAfterDays", "7" },
        { "unit", "available", """{"afterReturns": true}""" },
        { "unit", "available", """{"event": "delivered"}""" },
        { "unit", "caps", """{"purchase": 10}""" },
        { "unit", "caps", """{"day": 10}""" },
        { "unit", "caps", """{"month": 10}""" },
        { "unit", "caps", """{"member": 10}""" },
        { "unit", "spending", """{"least": 5}""" },
        { "unit", "spending", """{"most": 50}""" },
        { "unit", "spending", """{"step": 5}""" },
        { "unit", "spending", """{"maxPercent": 50}""" },
        { "unit", "spending", """{"branches": ["north"]}""" },
        { "unit", "spending", """{"weekdays": ["friday"]}""" },
        { "unit", "spending", """{"productGroups": ["cake"]}""" },
        { "unit", "debtPolicy", "\"toZero\"" },
        { "unit", "debtPolicy", "\"pendingOnly\"" },
        { "unit", "mayTransfer", "true" },
        { "unit", "into", """{"unit": "credit", "per": 10, "gives": 1000}""" },
        { "unit", "into", """{"unit": "credit", "per": 10, "gives": 1000, "nightly": true}""" },
        { "earning-rule", "unit", "\"credit\"" },
        { "earning-rule", "perAmount", "200000" },
        { "earning-rule", "earn", "2" },
        { "earning-rule", "rounding", "\"proportional\"" },
        { "earning-rule", "perVisit", "3" },
        { "earning-rule", "percent", "5" },
        { "earning-rule", "when", """{"branch": {"in": ["north"]}}""" },
        { "earning-rule", "when", """{"productGroup": {"in": ["cake"]}}""" },
        { "engagement", "title", """{"fa": "رویداد", "en": "An event"}""" },
        { "engagement", "earn", """[{"unit": "unit", "amount": 30}]""" },
        { "engagement", "perMember", """{"uses": 2, "every": "month"}""" },
        { "engagement", "profile", """["birthDate"]""" },
        { "ladder", "title", """{"fa": "پله‌ها", "en": "Steps"}""" },
        { "ladder", "measure", """{"days": 60}""" },
        { "ladder", "measure", "\"year\"" },
        { "ladder", "measure", "\"anniversary\"" },
        { "ladder", "tiers/0/title", """{"fa": "الماس", "en": "Diamond"}""" },
        { "ladder", "tiers/0/from", """{"spent": 400000}""" },
        { "ladder", "tiers/0/from", """{"spent": 300000, "visits": 4}""" },
        { "ladder", "tiers/0/from", """{"spent": 300000, "earned": {"unit": "unit", "amount": 4}}""" },
        { "ladder", "tiers/0/earning", """[{"unit": "unit", "times": 1.5}]""" },
        { "ladder", "tiers/0/services", """[{"fa": "قهوه", "en": "Coffee"}]""" },
        { "ladder", "fall", "\"oneStep\"" },
        { "ladder", "fall", "\"never\"" },
        { "ladder", "graceDays", "9" },
        { "ladder", "warnDays", "5" },
        { "ladder", "warnDays", "0" },
        { "club", "returnDays", "8" },
        { "club", "debtPolicy", "\"toZero\"" },
        { "club", "dayStartsAt", "\"04:00\"" },
        { "club", "warnBeforeDays", "[14]" },
        { "club", "warnBeforeDays", "[]" },
        { "club", "calendar", "\"gregorian\"" },
        { "club", "maxDiscountPercent", "40" },
        { "club", "maxBasketDiscountPercent", "30" },
        { "club", "showToman", "false" },
        { "club", "offlineSpendMost", "700000" },
        { "club", "offlineSpendHours", "6" },
        { "rulebook", "terms", """{"fa": "شرایط", "en": "Terms"}""" },
    };

    /// <summary>What the rules say nothing of, and why.</summary>
    private static readonly Dictionary<string, string> Silent = new()
    {
        ["unit/worth"] = "compares offers with each other",
        ["unit/cost"] = "is what it costs the club",
        ["earning-rule/title"] = "is the owner's own name of it, which its settings may have left behind",
        ["club/name"] = "heads the page",
        ["club/currency"] = "stays for ever once something is sold",
        ["club/timeZone"] = "is where the shop is",
        ["club/weekStartsOn"] = "cuts weeks, which no rule of members here asks for",
        ["club/minMarginPercent"] = "is what the club earns",
        ["club/holdoutPercent"] = "measures offers, of which the rules promise none to anybody",
        ["club/cashierDiscountPercent"] = "is between the people of the club",
        ["club/membersOnTill"] = "is of the shop's own devices",
        ["club/approveOffers"] = "is between the people of the club",
        ["club/approveAdjustmentsOver"] = "is between the people of the club",
        ["club/language"] = "is chosen by each reader",
        ["club/colour"] = "is the look of the page",
        ["rulebook/published"] = "is whether there is a page at all",
    };

    [Theory]
    [MemberData(nameof(Told))]
    public void A_setting_that_changes_changes_what_the_rules_say(string kind, string field, string value)
    {
        var club = new WrittenClub();
        var changed = club.With(Kinds[kind], field, value);
        changed.Says(persian: true).ShouldNotBe(club.Says(persian: true));
        changed.Says(persian: false).ShouldNotBe(club.Says(persian: false));
    }

    [Fact]
    public void Any_one_of_several_sums_is_told_apart_from_all_of_them()
    {
        var all = new WrittenClub().With(DocumentKind.Ladder, "tiers/0/from", """{"spent": 300000, "visits": 4}""");
        all.Says(persian: false).ShouldContain("“Gold” is reached with 30,000 toman and 4 visits.");
        var any = all.With(DocumentKind.Ladder, "tiers/0/match", "\"any\"");
        any.Says(persian: false).ShouldContain("“Gold” is reached with 30,000 toman or 4 visits.");
        any.Says(persian: true).ShouldContain("«طلایی» با ۳۰٬۰۰۰ تومان یا ۴ خرید به دست می‌آید.");
    }

    [Fact]
    public void A_tier_by_invitation_is_told_as_such()
    {
        var club = new WrittenClub().With(
            DocumentKind.Ladder,
            "tiers/0",
            """{"code": "gold", "title": {"fa": "طلایی", "en": "Gold"}, "byInvitation": true}"""
        );
        club.Says(persian: true).ShouldContain("«طلایی» تنها با دعوت داده می‌شود.");
        club.Says(persian: false).ShouldContain("“Gold” is given by invitation only.");
    }

    [Fact]
    public void Every_field_of_every_document_is_told_or_has_a_reason_to_be_silent()
    {
        var told = Told.Select(row => row.Data).ToList();
        foreach (var (name, kind) in Kinds)
        {
            var known = told.Where(t => t.Item1 == name).Select(t => t.Item2.Split('/')[0]).ToHashSet();
            new WrittenClub()
                .FieldsOf(kind)
                .Where(field => !known.Contains(field) && !Silent.ContainsKey($"{name}/{field}"))
                .ShouldBeEmpty(name + ": tell it in RulebookText, or say here why not");
        }
    }

    [Fact]
    public void The_sentences_are_those_of_the_settings_pages()
    {
        var club = new WrittenClub()
            .With(DocumentKind.Unit, "expires", """{"idle": {"days": 90}}""")
            .With(DocumentKind.Unit, "spending", """{"maxPercent": 50}""")
            .With(DocumentKind.EarningRule, "when", """{"branch": {"in": ["north"]}}""");
        var fa = club.Says(persian: true);
        fa.ShouldContain("برای هر ۱۰٬۰۰۰ تومان کامل، ۱ ستاره؛ تنها اگر: خرید از شعبهٔ شمال.");
        fa.ShouldContain("تا ۹۰ روز پس از آخرین خرید می‌ماند و پس از آن باطل می‌شود.");
        fa.ShouldContain("هر ۱ ستاره به اندازهٔ ۳۰ تومان از بهای کالا و ارسال را می‌پردازد.");
        fa.ShouldContain("حداکثر ۵۰٪ مبلغ خرید را می‌پردازد.");
        fa.ShouldContain("مثل پول، بهای کالا و ارسال را می‌پردازد.");
        var en = club.Says(persian: false);
        en.ShouldContain("1 Stars for each full 10,000 toman; only if: at the branch North.");
        en.ShouldContain("It lasts until 90 days after the last purchase; then it is gone.");
        en.ShouldContain("Each 1 Stars pays 30 toman of goods and shipping.");
    }

    [Theory]
    [InlineData("[1]", "۱ روز پیش از پایان هر مهلت خبر داده می‌شود.", "Members are told 1 day before a deadline.")]
    [InlineData("[3, 14]", "۱۴ و ۳ روز پیش از پایان", "Members are told 14 and 3 days before a deadline.")]
    [InlineData("[30, 7, 1]", "۳۰، ۷ و ۱ روز پیش از پایان", "Members are told 30, 7 and 1 days before a deadline.")]
    public void Days_of_reminders_are_listed_as_people_say_them(string days, string fa, string en)
    {
        var club = new WrittenClub().With(DocumentKind.Club, "warnBeforeDays", days);
        club.Says(persian: true).ShouldContain(fa);
        club.Says(persian: false).ShouldContain(en);
    }

    [Fact]
    public void A_unit_for_some_goods_alone_promises_no_shipping()
    {
        var club = new WrittenClub().With(DocumentKind.Unit, "spending", """{"productGroups": ["cake"]}""");
        var unit = club.Sections(persian: false).Single(s => s.Code == "unit/unit");
        unit.Sentences.ShouldContain("Each 1 Stars pays 30 toman of goods.");
        unit.Sentences.ShouldContain("It pays for cake only.");
    }

    [Fact]
    public void What_cannot_be_spent_says_nothing_of_how()
    {
        var club = new WrittenClub()
            .With(DocumentKind.Unit, "spending", """{"least": 5}""")
            .With(DocumentKind.Unit, "maySpend", "false");
        var unit = club.Sections(persian: false).Single(s => s.Code == "unit/unit");
        unit.Sentences.ShouldContain("It does not pay for purchases.");
        unit.Sentences.ShouldNotContain(s => s.Contains("At least 5"));
    }

    [Fact]
    public void The_rules_name_no_member_and_no_code_of_a_campaign()
    {
        var member = Guid.CreateVersion7();
        var club = new WrittenClub().With(
            DocumentKind.EarningRule,
            "when",
            $$"""{"all": [{"code": {"in": ["YALDA77"]} }, {"member": {"in": ["{{member}}"]} }]}"""
        );
        foreach (var text in (string[])[club.Says(persian: true), club.Says(persian: false)])
        {
            text.ShouldNotContain("YALDA77");
            text.ShouldNotContain(member.ToString());
        }

        club.Says(persian: true).ShouldContain("تنها اگر: گفتن کد، برای یک عضو معین.");
    }

    [Fact]
    public void A_name_cannot_turn_the_sentence_it_stands_in()
    {
        const string Hostile = "\u202Eniw\u202C\u2067طلا\u2069\u2069";
        var club = new WrittenClub()
            .With(DocumentKind.Unit, "title/fa", $"\"{Hostile}\"")
            .With(DocumentKind.Ladder, "tiers/0/title/fa", $"\"{Hostile}\"")
            .With(DocumentKind.Engagement, "title/fa", $"\"{Hostile}\"")
            .With(DocumentKind.Rulebook, "terms", $$"""{"fa": "یک\n\n  دو {{Hostile}}"}""");
        foreach (var section in club.Sections(persian: true))
        {
            foreach (var sentence in section.Sentences.Append(section.Title))
            {
                sentence.ShouldNotContain(c => c == '\u202E' || c == '\u2067' || c == '\u202C');
                sentence.Count(c => c == '\u2068').ShouldBe(sentence.Count(c => c == '\u2069'), sentence);
            }
        }

        club.Sections(persian: true)[^1].Sentences.ShouldBe(["یک", "دو niwطلا"]);
    }
}
