using System.Reflection;
using Vafa.Core.Values;
using Vafa.Features.Home;
using Vafa.Features.Staff;
using Vafa.Tests.Purchases;
using Vafa.Tests.Staff;
using Vafa.Ui;
using Vafa.Web;
using Notice = Vafa.Features.Home.Notice;

namespace Vafa.Tests.Home;

/// <summary>The first page: what it says, and who is led past it.</summary>
public sealed class HomePageTests
{
    [Theory, BothDatabases]
    public async Task A_club_without_a_sale_is_told_what_to_do_first_and_then_the_five_questions(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        using var manager = await club.SignedIn("reza", "manager");
        var (status, text) = await manager.Page("/");
        status.ShouldBe(200);
        text.ShouldContain("از کجا شروع کنید؟");
        text.ShouldContain("/members/import");
        text.ShouldNotContain("امروز چطور پیش می‌رود؟");

        await club.Sell(SaleBody.Guest(LineBody.One(1_500_000)));
        (_, text) = await manager.Page("/");
        text.ShouldNotContain("از کجا شروع کنید؟");
        text.ShouldContain("امروز چطور پیش می‌رود؟");
        text.ShouldContain("۱۵۰٬۰۰۰");
        text.ShouldContain("در هفت روز گذشته چه کسانی آمدند؟");
        text.ShouldContain("باشگاه این ماه چه گرفت و چه داد؟");
        text.ShouldContain("همه‌چیز روبه‌راه است");
        text.ShouldContain("چه در راه است؟");
        text.ShouldNotContain("همهٔ شعبه‌ها");
        (_, text) = await manager.Page("/?lang=en");
        text.ShouldContain("How is today going?");
    }

    [Theory, BothDatabases]
    public async Task Who_fell_silent_is_counted_and_found_behind_the_link(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var silent = await club.Join();
        await club.Sell(SaleBody.Of(silent, LineBody.One(10_000)));
        club.Clock.Advance(TimeSpan.FromDays(61));
        await club.Sell(SaleBody.Guest(LineBody.One(10_000)));
        using var manager = await club.SignedIn("reza", "manager");
        var (_, text) = await manager.Page("/");
        text.ShouldContain("۱ عضو در این هفته خاموش شدند");
        text.ShouldContain("href=\"/members?lastVisit=between%3A61..67\"");
        var found = (await club.Api.Get("/members?lastVisit=between%3A61..67")).MustBe(200);
        found["items"].GetArrayLength().ShouldBe(1);
        found.Id("items/0/id").ShouldBe(silent);
    }

    [Theory, BothDatabases]
    public async Task A_branch_is_chosen_by_a_link_and_an_unknown_one_is_said(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        await club.Set("/branches/main", """{"title": {"fa": "مرکزی"}}""");
        await club.Set("/branches/north", """{"title": {"fa": "شمال"}}""");
        await club.Sell(SaleBody.Guest(LineBody.One(70_000)) with { Branch = "north" });
        using var manager = await club.SignedIn("reza", "manager");
        var (_, text) = await manager.Page("/?branch=north");
        text.ShouldContain("href=\"/?branch=main\"");
        text.ShouldContain("«شمال» در یک نگاه");
        (var status, text) = await manager.Page("/?branch=%3Cb%3E");
        status.ShouldBe(200);
        text.ShouldContain("در باشگاه نیست");
        text.ShouldNotContain("<b>");
    }

    [Theory]
    [InlineData("owner", null)]
    [InlineData("manager", null)]
    [InlineData("marketer", null)]
    [InlineData("auditor", null)]
    [InlineData("cashier", "/sale")]
    [InlineData("agent", "/members")]
    public async Task Everybody_is_led_to_where_he_works(string role, string? place)
    {
        var reader = new Reader();
        reader.Visit(null, new Actor("staff:x", "staff:x", Roles.ScopesOf(role), role), "/");
        FrontDoor.Away(reader).ShouldBe(place);
        await using var club = await TestClub.Start(Engine.Sqlite);
        using var browser = await club.SignedIn("sara", role);
        // The owner of an untouched club goes to the first run.
        (await browser.Page("/")).Status.ShouldBe(place is null && role != "owner" ? 200 : 302);
    }

    [Fact]
    public void Every_notice_has_its_sentence_in_both_languages()
    {
        var kinds = typeof(NoticeKinds).GetFields(BindingFlags.Public | BindingFlags.Static);
        kinds.Length.ShouldBeGreaterThan(5);
        foreach (var kind in kinds.Select(k => (string)k.GetRawConstantValue()!))
        {
            var notice = new Vafa.Features.Home.Notice(kind)
            {
                Offer = "summer",
                Title = new LocalText("تابستان", "Summer"),
                Product = "cake",
                Branch = "north",
                Unit = "credit",
                Day = new DateOnly(2026, 3, 20),
                At = TestClock.Start,
                Count = 7,
                Of = 8,
            };
            foreach (var persian in (bool[])[true, false])
            {
                var words = new Wording(persian, Toman: true);
                var line = NoticeLine.Of(notice, words, new Dates(words, new Reader().Time, TestClock.Start));
                line.Sentence.ShouldEndWith(".");
                line.Act.ShouldNotBeEmpty();
                line.Address.ShouldStartWith("/");
            }
        }
    }
}
