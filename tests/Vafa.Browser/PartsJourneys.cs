using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

/// <summary>The parts that pages are built from, under the product's own headers.</summary>
public sealed class PartsJourneys(Chromium chromium)
{
    private const string Charts = """
        <main id="page" class="page">
          <vafa-chart id="line" aria-label="فروش"><script type="application/json">{"kind": "line", "measure": "money",
            "axis": "day", "x": ["2026-11-23", "2026-11-24", "2026-11-25"], "series": [{"name": "این هفته",
            "values": [120000000, 90000000, 150000000]}, {"name": "هفتهٔ پیش", "values": [80000000, 95000000, 70000000],
            "compare": true}], "marks": [{"at": "2026-11-24", "text": "آغاز پیشنهاد"}]}</script></vafa-chart>
          <vafa-chart aria-label="خرید"><script type="application/json">{"kind": "bar", "axis": "month",
            "x": ["2026-09-23", "2026-10-23", "2026-11-22"], "series": [{"name": "نقره‌ای", "values": [3, 4, 6]},
            {"name": "طلایی", "values": [1, 2, 2]}]}</script></vafa-chart>
          <vafa-chart class="chart-low" aria-label="روزها"><script type="application/json">{"kind": "days",
            "days": [["2026-10-01", 3], ["2026-11-22", 5], ["2026-11-25", 9]]}</script></vafa-chart>
          <vafa-chart class="chart-low" aria-label="ساعت‌ها"><script type="application/json">{"kind": "hours",
            "hours": [[6, 9, 4], [0, 12, 8], [4, 18, 2]]}</script></vafa-chart>
          <vafa-chart class="chart-low" aria-label="گام‌ها"><script type="application/json">{"kind": "funnel",
            "steps": [{"name": "دیدند", "value": 200}, {"name": "خریدند", "value": 25}]}</script></vafa-chart>
        </main>
        """;

    private const string Fields = """
        <main id="page" class="page">
          <form method="get" class="panel panel-body"><vafa-range from="2026-11-01" to="2026-11-25"></vafa-range></form>
          <form class="panel panel-body flex flex-col gap-4" data-send="PUT /api/v1/groups/{code}"
                data-done="ذخیره شد.">
            <div class="field"><label for="code">کد</label><input class="input" id="code" name="code" data-path /></div>
            <div class="field"><label for="fa">نام</label><input class="input" id="fa" name="title/fa" required /></div>
            <div class="field"><label for="day">روز</label><vafa-date id="day"></vafa-date></div>
            <div class="field"><label for="tags">برچسب‌ها</label><vafa-tags id="tags"
                value="قهوه،کیک"></vafa-tags></div>
            <div class="field"><label for="sum">مبلغ</label><input class="input" id="sum" data-as="money" /></div>
            <button class="btn btn-primary self-start" type="submit">ذخیره</button>
          </form>
          <button class="btn self-start" type="button" data-call="POST /api/v1/offers/none/pause"
                  data-confirm="این پیشنهاد می‌ایستد. بایستد؟">نگه‌داشتن</button>
        </main>
        """;

    private const string Menus = """
        <main id="page" class="page">
          <details class="menu self-start"><summary class="btn">کارها</summary>
            <div class="menu-sheet p-4"><a href="/members">اعضا</a></div></details>
          <h1>صفحه</h1>
        </main>
        """;

    [Fact]
    public async Task A_menu_opens_by_keyboard_and_closes_by_escape_a_click_elsewhere_and_going_on()
    {
        await using var shop = await Shop.Open(chromium);
        var screen = await Showing(shop, Menus);
        var summary = screen.Page.Locator("main .menu summary");
        var sheet = screen.Page.Locator(".menu-sheet");
        await summary.FocusAsync();
        await screen.Press("Enter");
        await Expect(sheet).ToBeVisibleAsync();
        await screen.Press("Escape");
        await Expect(sheet).ToBeHiddenAsync();
        await Expect(summary).ToBeFocusedAsync();

        await summary.ClickAsync();
        await sheet.ClickAsync(
            new LocatorClickOptions
            {
                Position = new Position { X = 2, Y = 2 },
            }
        );
        await Expect(sheet).ToBeVisibleAsync();
        await screen.Page.Locator("main h1").ClickAsync();
        await Expect(sheet).ToBeHiddenAsync();

        await summary.ClickAsync();
        await Expect(sheet).ToBeVisibleAsync();
        await screen.Page.Locator("[data-search]").FocusAsync();
        await Expect(sheet).ToBeHiddenAsync();
        await screen.IsSound();
    }

    [Fact]
    public async Task Charts_draw_and_tell_under_the_content_security_policy()
    {
        await using var shop = await Shop.Open(chromium);
        var screen = await Showing(shop, Charts);
        await Expect(screen.Page.Locator("vafa-chart .chart-canvas:has(canvas)")).ToHaveCountAsync(5);
        await Expect(screen.Page.Locator("vafa-chart[role=img]")).ToHaveCountAsync(5);
        await screen.Page.WaitForTimeoutAsync(500);
        await screen.Picture("parts-charts");
        await screen.Page.Locator("#line").HoverAsync();
        await Expect(screen.Page.Locator(".tip").First).ToContainTextAsync("سه‌شنبه ۳ آذر ۱۴۰۵");
        await Expect(screen.Page.Locator(".tip").First).ToContainTextAsync("۹٬۰۰۰٬۰۰۰ تومان");
        await screen.Picture("parts-chart-tip");
        await screen.IsSound();
    }

    [Fact]
    public async Task Fields_and_acts_work_by_keyboard_and_on_a_phone()
    {
        await using var shop = await Shop.Open(chromium);
        var screen = await Showing(shop, Fields, width: 390);
        await screen.IsSound();
        await screen.Page.ClickAsync("[data-send] button[type=submit]");
        await Expect(screen.Page.Locator("#code")).ToBeFocusedAsync();
        await Expect(screen.Page.Locator("#fa")).ToHaveAttributeAsync("aria-invalid", "true");
        await screen.Page.FillAsync("#code", "regulars");
        await screen.Page.FillAsync("#fa", "همیشگی‌ها");
        await screen.Page.FocusAsync("#sum");
        await screen.Type("1234567");
        await Expect(screen.Page.Locator("#sum")).ToHaveValueAsync("۱٬۲۳۴٬۵۶۷");

        await screen.Page.FillAsync("#day", "1405/9/4");
        await screen.Press("ArrowDown");
        await screen.Press("ArrowLeft");
        await screen.Picture("parts-month");
        await screen.IsSound();
        await screen.Press("Enter");
        await Expect(screen.Page.Locator("#day")).ToHaveValueAsync("۱۴۰۵/۰۹/۰۵");

        await screen.Page.ClickAsync("[data-send] button[type=submit]");
        await Expect(screen.Page.GetByText("ذخیره شد.")).ToBeVisibleAsync();
        (await shop.Club.Api.Get("/groups/regulars")).MustBe(200);

        await screen.Page.ClickAsync("[data-call]");
        await screen.Picture("parts-dialog");
        await screen.Press("Escape");
        await Expect(screen.Page.Locator("[data-call]")).ToBeFocusedAsync();
        await screen.IsSound();
    }

    /// <summary>A page of the product with another middle, so that everything around it is real.</summary>
    private static async Task<Screen> Showing(Shop shop, string main, int width = 1366)
    {
        var screen = await shop.SignedIn(width: width);
        await screen.Page.RouteAsync(
            "**/members",
            async route =>
            {
                var answer = await route.FetchAsync();
                var page = await answer.TextAsync();
                var body = page[..page.IndexOf("<main", StringComparison.Ordinal)] + main + "</div></body></html>";
                await route.FulfillAsync(new RouteFulfillOptions { Response = answer, Body = body });
            }
        );
        await screen.Go("/members");
        return screen;
    }
}
