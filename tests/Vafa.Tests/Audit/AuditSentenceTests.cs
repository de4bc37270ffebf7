using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Core.Values;
using Vafa.Features.Audit;
using Vafa.Features.Programme;
using Vafa.Tests.Tidy;
using Vafa.Ui;
using Vafa.Web;

namespace Vafa.Tests.Audit;

/// <summary>The audit log as a person reads it.</summary>
public sealed partial class AuditSentenceTests
{
    private static readonly Wording Fa = new(Persian: true, Toman: true);
    private static readonly Wording En = new(Persian: false, Toman: true);

    [Theory]
    [InlineData("staff:sara", "offer.pause", "offer/birthday", "«sara» پیشنهاد «تولد» را موقتاً متوقف کرد.")]
    [InlineData("key:till", "product.put", "product/latte", "کلید «till» کالای «تولد» را تغییر داد.")]
    [InlineData("system", "club.patch", "club/club", "سامانه تنظیمات باشگاه را تغییر داد.")]
    [InlineData("staff:sara", "staff.disabled", "staff/mina", "«sara» دسترسی همکار «mina» را بست.")]
    [InlineData("system", "staff.sign-in-failed", "staff/mina", "تلاش ناموفقی برای ورود به نام همکار «mina» شد.")]
    public void An_entry_is_one_sentence_in_Persian(string by, string action, string subject, string sentence) =>
        Tell(by, action, subject, """{"title":{"fa":"تولد","en":"Birthday"}}""", Fa).Sentence.ShouldBe(sentence);

    [Theory]
    [InlineData("staff:sara", "offer.pause", "offer/birthday", "“sara” paused the offer “Birthday”.")]
    [InlineData("key:till", "product.put", "product/latte", "The key “till” changed the product “Birthday”.")]
    [InlineData("system", "club.patch", "club/club", "The system changed the club's settings.")]
    public void An_entry_is_one_sentence_in_English(string by, string action, string subject, string sentence) =>
        Tell(by, action, subject, """{"title":{"fa":"تولد","en":"Birthday"}}""", En).Sentence.ShouldBe(sentence);

    [Fact]
    public void What_was_not_there_before_was_made()
    {
        var entry = Entry("staff:sara", "branch.put", "branch/north", null, """{"title":{"fa":"شمال"}}""");
        AuditSentence.Of(entry, Fa, Dates(Fa)).Sentence.ShouldBe("«sara» شعبهٔ «شمال» را ساخت.");
    }

    [Fact]
    public void A_member_is_called_by_his_name_and_never_by_his_id()
    {
        var subject = "member/" + Guid.CreateVersion7();
        var named = Entry("staff:sara", "member.enrol", subject, null, """{"firstName":"نگار","lastName":"محمدی"}""");
        AuditSentence.Of(named, Fa, Dates(Fa)).Sentence.ShouldBe("«sara» عضو «نگار محمدی» را در باشگاه ثبت کرد.");
        var nameless = Entry("staff:sara", "wallet.adjusted", subject, null, """{"unit":"credit","amount":-5}""");
        AuditSentence.Of(nameless, En, Dates(En)).Sentence.ShouldBe("“sara” corrected a wallet of the member.");
    }

    [Fact]
    public void Only_what_is_other_than_before_is_listed_as_a_person_writes_it()
    {
        var entry = Entry(
            "staff:sara",
            "product.put",
            "product/latte",
            """{"sku":"latte","title":{"fa":"لاته"},"price":1200000,"group":"coffee","maySpend":true,"groups":["a"]}""",
            """{"sku":"latte","title":{"fa":"لاته"},"price":1300000,"maySpend":false,"groups":["a","b"]}"""
        );
        var told = AuditSentence.Of(entry, Fa, Dates(Fa)).Fields;
        told.Select(f => $"{f.Label}: {f.Before} → {f.After}")
            .ShouldBe([
                "قیمت: ۱۲۰٬۰۰۰ تومان → ۱۳۰٬۰۰۰ تومان",
                "گروه: coffee → ",
                "قابل خرج: بله → خیر",
                "گروه‌ها: a → a، b",
            ]);
    }

    [Fact]
    public void Times_and_roles_are_written_in_the_readers_words()
    {
        var entry = Entry(
            "staff:sara",
            "staff.changed",
            "staff/mina",
            """{"role":"cashier","name":"manager"}""",
            """{"role":"manager","name":"owner","expiresAt":"2026-03-25T09:00:00+00:00"}"""
        );
        var told = AuditSentence.Of(entry, Fa, Dates(Fa)).Fields.Select(f => $"{f.Before}|{f.After}").ToList();
        told.ShouldBe(["صندوق‌دار|مدیر", "manager|owner", "|چهارشنبه ۵ فروردین ۱۴۰۵، ۰۹:۰۰"]);
    }

    [Fact]
    public void Groups_and_own_fields_are_told_by_their_titles_and_an_empty_list_is_nothing()
    {
        var words = Fa with
        {
            Names = (kind, code) =>
                (kind, code) switch
                {
                    (NameKind.Group, "silver") => new LocalText("نقره‌ای", "Silver"),
                    (NameKind.Field, "job") => new LocalText("شغل", "Job"),
                    _ => null,
                },
        };
        var entry = Entry(
            "staff:sara",
            "member.patch",
            "member/1",
            """{"groups":[],"fields":{},"consent":{}}""",
            """{"groups":["silver"],"fields":{"job":"معلم"},"consent":[]}"""
        );
        AuditSentence
            .Of(entry, words, Dates(words))
            .Fields.Select(f => $"{f.Label}: {f.Before}|{f.After}")
            .ShouldBe(["گروه‌ها: |نقره‌ای", "فیلدها: |شغل: معلم"]);
    }

    [Fact]
    public void An_offer_is_told_by_its_own_sentences_while_the_club_knows_its_words()
    {
        var entry = Entry(
            "staff:sara",
            "offer.put",
            "offer/ten",
            """{"give":[{"discountPercent":{"percent":5}}],"limits":{"perMember":{"uses":1}}}""",
            """
            {"give":[{"discountPercent":{"percent":10}}],"limits":{"perMember":{"uses":3}},
             "when":{"group":{"any":["gone"]}}}
            """
        );
        var known = Vafa.Core.Offers.KnownThings.Of([], [], [], []);
        var told = AuditSentence.Of(entry, Fa, Dates(Fa), known).Fields;
        told.Select(f => $"{f.Label}: {f.Before} → {f.After}")
            .Take(2)
            .ShouldBe(["آنچه می‌دهد: ۵٪ تخفیف → ۱۰٪ تخفیف", "سقف‌ها: هر عضو ۱ بار → هر عضو ۳ بار"]);
        told[2].IsRaw.ShouldBeTrue();
    }

    [Fact]
    public void Every_act_has_a_name_to_choose_it_by()
    {
        AuditNames.All(Fa).ShouldAllBe(act => act.Name.Length > 0 && !act.Name.Contains('{'));
        AuditNames.Of("offer.pause", En).ShouldBe("Offer: paused");
        AuditNames.Of("draw.held", En).ShouldBe("draw.held");
    }

    [Fact]
    public async Task Every_action_that_the_code_writes_has_a_sentence()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        var texts = club.Services.GetRequiredService<Texts>();
        var written = SourceFile
            .Under("src/Vafa/", ".cs")
            .Where(f => !f.Path.EndsWith("AuditTexts.cs", StringComparison.Ordinal))
            .Select(f => f.WithoutComments())
            .Where(f => WritesAudit().IsMatch(f.Text))
            .SelectMany(f => Dotted().Matches(f.Text).Select(m => m.Groups[1].Value))
            .Where(word => !texts.Knows(word))
            .Concat(DocumentKind.WithCodes.Select(k => k.Name + ".put"))
            .Concat(Enum.GetNames<OfferMove>().Select(m => "offer." + m.ToLowerInvariant()))
            .Distinct()
            .ToList();
        written.Count.ShouldBeGreaterThan(20);
        written.ShouldContain("staff.enabled");
        written.ShouldContain("wallet.adjusted");
        written.Where(action => !AuditSentence.Knows(action)).ShouldBeEmpty("add a sentence to AuditTexts");
    }

    [Fact]
    public void An_action_of_a_later_version_is_told_by_its_own_word() =>
        Tell("staff:sara", "draw.held", "draw/yalda", "{}", En)
            .Sentence.ShouldBe("“sara” did “draw.held” to draw “yalda”.");

    private static AuditTold Tell(string by, string action, string subject, string state, Wording words) =>
        AuditSentence.Of(Entry(by, action, subject, state, state), words, Dates(words));

    private static AuditEntry Entry(string by, string action, string subject, string? before, string? after) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            At = TestClock.Start,
            By = by,
            Action = action,
            Subject = subject,
            Before = before,
            After = after,
        };

    private static Dates Dates(Wording words) =>
        new(
            words,
            new ClubTime(TimeZoneInfo.Utc, ClubCalendar.Jalali, TimeOnly.MinValue, DayOfWeek.Saturday),
            TestClock.Start
        );

    [GeneratedRegex(@"new Change\(|\bAuditEntry\b|DocumentChange\(|\bAudit\(at,")]
    private static partial Regex WritesAudit();

    [GeneratedRegex("\"([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\"")]
    private static partial Regex Dotted();
}
