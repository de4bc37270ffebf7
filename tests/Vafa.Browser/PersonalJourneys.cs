using Microsoft.Playwright;
using Shouldly;
using Vafa.Tests.Harness;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

/// <summary>Offers for a part of the members, for one of them, and with a second person's consent.</summary>
public sealed class PersonalJourneys(Chromium chromium)
{
    /// <summary>At nine seconds an act, three minutes.</summary>
    private const int MostActs = 20;

    [Fact]
    public async Task A_new_owner_makes_a_template_of_his_trade_a_live_offer_in_few_acts()
    {
        await using var shop = await Shop.Open(chromium);
        var screen = await shop.AtFirstRun(1366);
        var (page, acts) = (screen.Page, 0);
        await Do(page.GetByLabel("نام کسب‌وکار").FillAsync("کافه نارنج"));
        await Do(screen.By("onward").ClickAsync());
        await Do(screen.By("onward").ClickAsync());
        await Do(screen.By("onward").ClickAsync());
        await Do(screen.By("onward").ClickAsync());
        await page.WaitForURLAsync("**/sale");
        await Do(screen.Go("/offers"));
        await Do(page.GetByRole(AriaRole.Link, new() { Name = "پیش‌نویس" }).ClickAsync());
        var draft = screen.By("offers").GetByRole(AriaRole.Listitem).Filter(new() { HasText = "از خرید یازدهم" });
        await Do(draft.GetByRole(AriaRole.Link, new() { Name = "ویرایش" }).ClickAsync());
        await Do(page.GetByLabel("نام فارسی").FillAsync("از خرید ششم: ۷٪ اعتبار"));
        await Do(page.GetByLabel("درصد", new() { Exact = true }).FillAsync("۷"));
        await Do(page.GetByLabel("چند خرید").Last.FillAsync("۵"));
        await Expect(screen.By("offer-sentence")).ToContainTextAsync("دست‌کم ۵ خرید پیشین: ۷٪ اعتبار");
        await Do(page.GetByText("فعال", new() { Exact = true }).ClickAsync());
        await screen.Picture("template-to-offer");
        await screen.IsSound();
        await Do(screen.By("save").ClickAsync());
        await Expect(screen.By("says")).ToContainTextAsync("۷٪ اعتبار");
        (await shop.Club.Api.Get("/offers/regular")).MustBe(200).String("state").ShouldBe("live");
        acts.ShouldBeLessThanOrEqualTo(MostActs);

        async Task Do(Task act)
        {
            acts++;
            await act;
        }
    }

    [Theory]
    [InlineData(1366)]
    [InlineData(390)]
    public async Task A_filter_of_members_becomes_a_segment_that_an_offer_asks_for(int width)
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        await Club.Enrol(shop.Club.Api, "09121234500", "نسترن", "شیرازی");
        var screen = await shop.SignedIn(width: width);
        var page = screen.Page;
        await screen.Go("/members?lastVisit=never");
        await page.GetByRole(AriaRole.Link, new() { Name = "ساخت بخش" }).ClickAsync();
        await page.GetByLabel("نام فارسی").FillAsync("نیامده‌ها");
        await screen.Picture("segment-new");
        await screen.IsSound();
        await page.GetByRole(AriaRole.Button, new() { Name = "ذخیره" }).ClickAsync();
        await Expect(screen.By("segments")).ToContainTextAsync("نیامده‌ها");
        await screen.Picture("segments");

        // Its conditions are changed by the same form as those of the list.
        await page.GetByRole(AriaRole.Link, new() { Name = "نیامده‌ها" }).ClickAsync();
        await page.Locator("summary", new() { HasText = "صافی" }).ClickAsync();
        await page.FillAsync("#spent + span + input", "۱۰۰٬۰۰۰");
        await page.ClickAsync("[data-testid=filter] [type=submit]");
        await Expect(page.GetByText("هنوز ذخیره نشده‌اند")).ToBeVisibleAsync();
        await screen.IsSound();
        await page.GetByRole(AriaRole.Button, new() { Name = "ذخیره" }).ClickAsync();
        await Expect(screen.By("segments")).ToContainTextAsync("حداکثر ۱۰۰٬۰۰۰ تومان");

        // Who may only look reads it as a sentence.
        var auditor = await shop.SignedIn("nima", "auditor", width);
        await auditor.Go("/settings/segments");
        await auditor.Page.GetByRole(AriaRole.Link, new() { Name = "نیامده‌ها" }).ClickAsync();
        await Expect(auditor.Page.GetByText("حداکثر ۱۰۰٬۰۰۰ تومان")).ToBeVisibleAsync();
        await Expect(auditor.By("filter")).ToHaveCountAsync(0);
        await Expect(auditor.Page.GetByRole(AriaRole.Button, new() { Name = "ذخیره" })).ToHaveCountAsync(0);
        await auditor.IsSound();

        await screen.Go("/offers/new");
        await page.GetByLabel("نام فارسی").FillAsync("خوش آمدید");
        await page.GetByRole(AriaRole.Button, new() { Name = "افزودن شرط" }).ClickAsync();
        await page.GetByLabel("شرط", new() { Exact = true }).SelectOptionAsync("segment");
        await page.GetByLabel("نیامده‌ها").CheckAsync();
        await page.GetByLabel("درصد", new() { Exact = true }).FillAsync("۱۵");
        await Expect(screen.By("offer-sentence")).ToContainTextAsync("در بخش نیامده‌ها: ۱۵٪ تخفیف");
        await screen.Picture("offer-segment");
        await screen.IsSound();
        await screen.By("save").ClickAsync();
        await Expect(screen.By("says")).ToContainTextAsync("در بخش نیامده‌ها");
    }

    [Theory]
    [InlineData(1366)]
    [InlineData(390)]
    public async Task An_offer_for_one_member_begins_on_his_page_and_takes_another_by_name(int width)
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        await Club.Enrol(shop.Club.Api, "09121234500", "نسترن", "شیرازی");
        await Club.Enrol(shop.Club.Api, "09121234501", "کامران", "بهرامی");
        var id = (await shop.Club.Api.Get("/members?mobile=09121234500")).MustBe(200)["items/0"].GetProperty("id");
        var screen = await shop.SignedIn(width: width);
        var page = screen.Page;
        await screen.Go("/members/" + id.GetGuid());
        await page.GetByRole(AriaRole.Link, new() { Name = "پیشنهاد ویژهٔ او" }).ClickAsync();
        await Expect(page.GetByText("نسترن شیرازی")).ToBeVisibleAsync();
        await page.GetByLabel("این عضوها").FillAsync("کامر");
        await screen.By("found-members").GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(page.GetByText("کامران بهرامی")).ToBeVisibleAsync();
        await Expect(screen.By("offer-sentence")).ToContainTextAsync("برای ۲ عضو معین: ۱۰٪ تخفیف");
        await screen.Picture("offer-members");
        await screen.IsSound();
        await page.GetByRole(AriaRole.Button, new() { Name = "برداشتن «نسترن شیرازی»" }).ClickAsync();
        await screen.By("save").ClickAsync();
        await Expect(screen.By("offer-members")).ToContainTextAsync("کامران بهرامی");
        await Expect(screen.By("offer-members")).Not.ToContainTextAsync("نسترن");

        // The form of an offer that is there knows its members, too, without asking for each.
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await page.GetByRole(AriaRole.Link, new() { Name = "ویرایش" }).ClickAsync();
        await Expect(page.GetByText("کامران بهرامی")).ToBeVisibleAsync();
        await Expect(screen.By("offer-sentence")).ToContainTextAsync("برای یک عضو معین");
        asked.ShouldNotContain(url => url.Contains("/api/v1/members", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_one_writes_another_approves()
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        (await shop.Club.Api.Patch("/club", """{"approveOffers": true}""")).MustBe(200);
        var leila = await shop.SignedIn("leila", "marketer");
        await leila.Go("/offers/birthday/edit");
        await leila.Page.GetByLabel("درصد", new() { Exact = true }).FillAsync("۱۲");
        await leila.By("save").ClickAsync();
        await Expect(leila.Page.GetByText("برای تأیید یک همکار فرستاده شد.")).ToBeVisibleAsync();
        await Expect(leila.By("waits")).ToContainTextAsync("همکار دیگری باید آن را تأیید کند.");
        await leila.Picture("offer-waits-own");
        await leila.IsSound();

        var sara = await shop.SignedIn(width: 390);
        await sara.Page.GetByRole(AriaRole.Link, new() { Name = "ببینید و تأیید یا رد کنید" }).ClickAsync();
        await Expect(sara.By("waits")).ToContainTextAsync("۱۲٪");
        await sara.Picture("offer-waits");
        await sara.IsSound();
        await sara.Page.GetByRole(AriaRole.Button, new() { Name = "تأیید", Exact = true }).ClickAsync();
        await Expect(sara.By("waits")).ToHaveCountAsync(0);
        await Expect(sara.By("says")).ToContainTextAsync("۱۲٪");
        await sara.IsSound();
    }
}
