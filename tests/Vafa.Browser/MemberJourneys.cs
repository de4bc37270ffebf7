using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

public sealed class MemberJourneys(Chromium chromium)
{
    [Fact]
    public async Task A_member_is_found_and_a_mistake_in_his_name_is_mended()
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        var member = await Club.Enrol(shop.Club.Api, "09121234567", "نگار", "محمدی");
        await Club.Enrol(shop.Club.Api, "09121234568", "آرش", "کمالی");
        var screen = await shop.SignedIn();
        await screen.Go("/members");
        await screen.Page.FillAsync("main [name=q]", "نگار");
        await screen.Press("Enter");
        await Expect(screen.Page.GetByText("۱ عضو", new() { Exact = true })).ToBeVisibleAsync();
        await screen.Page.ClickAsync("a.row-link");
        await screen.Page.GetByRole(AriaRole.Link, new() { Name = "ویرایش مشخصات" }).ClickAsync();

        // Another member's mobile is refused at its field, and what was typed stays.
        await screen.Page.FillAsync("[name=lastName]", "احمدی");
        await screen.Page.FillAsync("[name=mobile]", "09121234568");
        await screen.Page.ClickAsync("form.form [type=submit]");
        await Expect(screen.Page.Locator("[data-error=mobile]")).ToContainTextAsync("از آنِ عضو دیگری است");
        await Expect(screen.Page.Locator("[name=lastName]")).ToHaveValueAsync("احمدی");
        await screen.Picture("member-edit-refused");
        screen.Forget();

        await screen.Page.FillAsync("[name=mobile]", "09121234567");
        await screen.Page.ClickAsync("form.form [type=submit]");
        await screen.Page.WaitForURLAsync("**/members/" + member);
        await Expect(screen.Page.GetByRole(AriaRole.Heading, new() { Name = "نگار احمدی" })).ToBeVisibleAsync();
        var told = screen.By("timeline").Locator("> li", new() { HasText = "نام خانوادگی:" });
        await Expect(told).ToContainTextAsync("محمدی");
        await Expect(told).ToContainTextAsync("«sara»");
        await screen.IsSound();
    }

    [Fact]
    public async Task Somebody_joins_in_the_office_and_gets_a_gift_and_a_correction()
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        var screen = await shop.SignedIn(width: 390);
        await screen.Go("/members/new");
        await screen.Page.ClickAsync("form.form [type=submit]");
        await Expect(screen.Page.Locator("[name=mobile]")).ToBeFocusedAsync();
        await screen.Page.FillAsync("[name=mobile]", "۰۹۱۲۱۲۳۴۵۶۷");
        await screen.Page.FillAsync("[name=firstName]", "نگار");
        await screen.Page.FillAsync("#f-birthDate", "1369/2/22");
        await screen.Page.GetByLabel("نقره‌ای").CheckAsync();
        await screen.Page.ClickAsync("form.form [type=submit]");
        await Expect(screen.Page.GetByRole(AriaRole.Heading, new() { Name = "نگار" })).ToBeVisibleAsync();
        await Expect(screen.Page.Locator("dd", new() { HasText = "۱۳۶۹/۰۲/۲۲" })).ToBeVisibleAsync();

        await Correct(screen, "50000", "خوشامد");
        await Expect(screen.Page.Locator("[data-unit=credit]")).ToContainTextAsync("۵۰٬۰۰۰");
        await Expect(screen.By("timeline")).ToContainTextAsync("خوشامد");

        // More than there is cannot be taken; the dialog stays and says so at the amount.
        await screen.Page.ClickAsync("[data-open='#adjust-credit']");
        await screen.Page.Locator("#adjust-credit").GetByLabel("اصلاح: کم کن").CheckAsync();
        await screen.Page.FillAsync("#adjust-credit-amount", "60000");
        await screen.Page.FillAsync("#adjust-credit-reason", "اشتباه بود");
        await screen.Page.ClickAsync("#adjust-credit [type=submit]");
        await Expect(screen.Page.Locator("#adjust-credit [data-error=amount]")).ToBeVisibleAsync();
        await screen.Picture("member-adjust-refused");
        screen.Forget();
        await screen.Page.FillAsync("#adjust-credit-amount", "20000");
        await screen.Page.ClickAsync("#adjust-credit [type=submit]");
        await Expect(screen.Page.Locator("[data-unit=credit]")).ToContainTextAsync("۳۰٬۰۰۰");
        await Expect(screen.By("timeline")).ToContainTextAsync("اشتباه بود");
        await screen.IsSound();
    }

    [Fact]
    public async Task A_filter_is_kept_as_a_view_and_all_that_it_finds_join_a_group()
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        (await shop.Club.Api.Put("/groups/sleepers", new { title = Club.Title("خفته‌ها", "Sleepers") })).MustBe(200);
        for (var i = 0; i < 3; i++)
        {
            await Club.Enrol(shop.Club.Api, $"0912123450{i}", "عضو", $"شمارهٔ {i}");
        }

        var screen = await shop.SignedIn();
        await screen.Go("/members");
        await screen.Page.Locator("summary", new() { HasText = "صافی" }).ClickAsync();
        await screen.Page.SelectOptionAsync("#when", "never");
        await screen.Page.FillAsync("#spent + span + input", "۱۰۰٬۰۰۰");
        await screen.Page.ClickAsync("[data-testid=filter] [type=submit]");
        await screen.Page.WaitForURLAsync("**/members?lastVisit=never&spent=..1000000");
        await Expect(screen.Page.GetByText("هنوز خریدی نکرده")).ToBeVisibleAsync();
        await Expect(screen.Page.GetByText("۳ عضو", new() { Exact = true })).ToBeVisibleAsync();

        await screen.Page.ClickAsync("[data-open='#save-view']");
        await screen.Page.FillAsync("#view-name", "نیامده‌ها");
        await screen.Page.ClickAsync("#save-view [type=submit]");
        await Expect(screen.By("views").Locator("[aria-current=page]")).ToHaveTextAsync("نیامده‌ها");

        await screen.Page.CheckAsync("[data-rows]");
        await screen.Page.ClickAsync("[data-bulk-all]");
        await screen.Page.ClickAsync("[data-open='#add-group']");
        await screen.Page.SelectOptionAsync("#add-group-value", "sleepers");
        await screen.Page.ClickAsync("#add-group [type=submit]");
        var sure = screen.Page.Locator("dialog.ask[open]").Last;
        await Expect(sure).ToContainTextAsync("۳ عضو به گروه «خفته‌ها» افزوده می‌شوند.");
        await screen.Picture("members-bulk");
        await sure.Locator(".btn-primary").ClickAsync();
        await Expect(screen.Page.GetByText("انجام شد.")).ToBeVisibleAsync();
        (await shop.Club.Api.Get("/members/count?group=sleepers")).Long("count").ShouldBe(3);

        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "حذف این نما" }).ClickAsync();
        await screen.Page.Locator("dialog.ask[open] .btn-error").ClickAsync();
        await Expect(screen.Page.GetByText("نما حذف شد.")).ToBeVisibleAsync();
        await Expect(screen.By("views")).ToHaveCountAsync(0);
        await screen.IsSound();
    }

    [Fact]
    public async Task The_list_is_narrowed_by_ticking_tiers_and_by_who_has_none()
    {
        await using var shop = await Shop.Open(chromium);
        await Club.SetUp(shop.Club.Api);
        await Club.AddLadder(shop.Club.Api);
        (string Mobile, string Name, string? Tier)[] people =
        [
            ("09121234567", "نگار", "gold"),
            ("09121234568", "آرش", "bronze"),
            ("09121234569", "مینا", null),
        ];
        foreach (var (mobile, name, tier) in people)
        {
            var member = await Club.Enrol(shop.Club.Api, mobile, name, "راد");
            if (tier is not null)
            {
                (await shop.Club.Api.Post($"/members/{member}/tier", new { tier, reason = "دوست" })).MustBe(201);
            }
        }

        var screen = await shop.SignedIn(width: 390);
        await screen.Go("/members");
        await Tick("طلایی");
        await screen.Page.WaitForURLAsync("**/members?tier=gold");
        await Expect(screen.Page.Locator("main tbody a.row-link")).ToHaveTextAsync(["نگار راد"]);
        await Tick("هیچ سطحی ندارد");
        await Expect(screen.Page.GetByText("۲ عضو", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(screen.Page.GetByText("مینا راد")).ToBeVisibleAsync();
        await Expect(screen.Page.GetByText("آرش راد")).ToHaveCountAsync(0);
        await screen.Picture("members-tier");
        await screen.IsSound();

        async Task Tick(string tier)
        {
            await screen.Page.Locator("summary", new() { HasText = "صافی" }).ClickAsync();
            await screen.By("filter").GetByLabel(tier, new() { Exact = true }).CheckAsync();
            await screen.Page.ClickAsync("[data-testid=filter] [type=submit]");
        }
    }

    private static async Task Correct(Screen screen, string amount, string reason)
    {
        await screen.Page.ClickAsync("[data-open='#adjust-credit']");
        await screen.Page.FillAsync("#adjust-credit-amount", amount);
        await screen.Page.FillAsync("#adjust-credit-reason", reason);
        await screen.Page.ClickAsync("#adjust-credit [type=submit]");
        await Expect(screen.Page.GetByText("ثبت شد.")).ToBeVisibleAsync();
    }
}
