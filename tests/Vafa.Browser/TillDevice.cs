using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Vafa.Features.Staff;
using Vafa.Tests.Harness;
using static Microsoft.Playwright.Assertions;

namespace Vafa.Browser;

/// <summary>A device at a till in a browser of its own: paired, and with a cashier whose PIN is known.</summary>
internal sealed class TillDevice(Screen screen, ApiClient api)
{
    private readonly ApiClient api = api;
    public const string Pin = "7391";

    public Screen Screen { get; } = screen;

    public IPage Page => Screen.Page;

    private ILocator Entry => Page.GetByRole(AriaRole.Combobox);

    /// <summary>A café with a till, a cashier, and a device that is paired with it and at which she stands.</summary>
    public static async Task<TillDevice> Open(Shop shop, int width = 1366)
    {
        await SetUp(shop.Club.Api);
        await Hire(shop.Club.Services, "mina", "cashier");
        return await Pair(shop, await shop.Window(width));
    }

    /// <summary>A till by the door, set up by the office.</summary>
    public static async Task SetUp(ApiClient api)
    {
        var till = new { title = Club.Title("کنار در", "By the door"), branch = "main" };
        (await api.Put("/tills/t1", till)).Status.ShouldBeLessThan(300);
    }

    public static async Task<TillDevice> Pair(Shop shop, Screen screen)
    {
        var device = new TillDevice(screen, shop.Club.Api);
        await device.Pair();
        await device.Begin("mina");
        return device;
    }

    /// <summary>Somebody with a password and a PIN.</summary>
    public static async Task Hire(IServiceProvider services, string user, string role, string pin = Pin)
    {
        await using var scope = services.CreateAsyncScope();
        var provider = scope.ServiceProvider;
        var create = provider.GetRequiredService<CreateStaff>();
        var link = (await create.Run(new CreateStaffRequest(user, role, "system"), default)).Value.Path;
        var from = new Visitor(System.Net.IPAddress.Loopback, null);
        var open = provider.GetRequiredService<OpenLink>();
        var secret = link[(link.LastIndexOf('/') + 1)..];
        (await open.Run(new OpenLinkRequest(secret, Shop.Password, from), default)).IsRefused.ShouldBeFalse();
        var change = provider.GetRequiredService<ChangePin>();
        var asked = new ChangePinRequest(user, Shop.Password, pin, from.Address, "test");
        (await change.Run(asked, default)).IsRefused.ShouldBeFalse();
    }

    /// <summary>By a code as the office shows it.</summary>
    public async Task Pair()
    {
        var code = (await api.Post("/tills/t1/pairing")).MustBe(201).String("code")!;
        await Page.GotoAsync("/till");
        await Screen.By("pair").WaitForAsync();
        await Screen.Type(code);
        await Screen.Press("Enter");
        await Screen.By("cashiers").WaitForAsync();
        // Before it was paired it was told that it is nobody.
        Screen.Forget();
    }

    public async Task Begin(string user, string pin = Pin)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = user }).ClickAsync();
        await Screen.By("pin").WaitForAsync();
        await Screen.Type(pin);
        await Screen.Press("Enter");
        await Entry.WaitForAsync();
    }

    /// <summary>The page loaded anew; a cashier is asked for where none stands there.</summary>
    public async Task Reload()
    {
        await Page.ReloadAsync();
        await Screen.By("strip").WaitForAsync();
    }

    /// <summary>The tab is gone, whatever it was doing.</summary>
    public Task Close() => Page.CloseAsync();

    /// <summary>Another tab of the same browser in its place.</summary>
    public async Task NewTab()
    {
        await Screen.Renew();
        await Page.GotoAsync("/till");
        await Entry.WaitForAsync();
    }

    /// <summary>A second tab of the same browser beside it.</summary>
    public async Task<TillDevice> Beside()
    {
        var page = await Page.Context.NewPageAsync();
        var other = new TillDevice(new Screen(Page.Context, page), api);
        await page.GotoAsync("/till");
        await other.Entry.WaitForAsync();
        return other;
    }

    /// <summary>The next sale that is sent does not get there.</summary>
    public Task LoseNextSale() =>
        Page.RouteAsync("**/api/v1/till/sales", route => route.AbortAsync(), new PageRouteOptions { Times = 1 });

    /// <summary>Types an amount and goes on until the button to record can be pressed.</summary>
    public async Task Enter(string amount)
    {
        await Screen.Type(amount);
        await Screen.Press("Enter");
        await Expect(Screen.By("record")).ToHaveAttributeAsync("aria-disabled", "false");
    }

    /// <summary>A whole sale, and the receipt away.</summary>
    public async Task Sell(string amount)
    {
        await Enter(amount);
        await Screen.Press("Enter");
        await Screen.By("done").WaitForAsync();
        await Screen.Press("Enter");
        await Entry.WaitForAsync();
    }

    /// <summary>No network for this browser, or network again.</summary>
    public Task Cut(bool cut = true) => Page.Context.SetOfflineAsync(cut);

    /// <summary>Until nothing waits in the device.</summary>
    public async Task AllSent() => await Expect(Screen.By("waiting")).ToHaveCountAsync(0, new() { Timeout = 40_000 });

    /// <summary>Until the device keeps the page, so that it opens without network.</summary>
    public Task IsKept() => Page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; }");

    /// <summary>Until the device keeps so many members, to know them without network.</summary>
    public Task KnowsMembers(int count) =>
        Page.WaitForFunctionAsync(
            """
            async count => {
              const db = await new Promise(fine => {
                const asked = indexedDB.open('vafa-till-members');
                asked.onsuccess = () => fine(asked.result);
              });
              const all = await new Promise(fine => {
                const asked = db.transaction('member').objectStore('member').count();
                asked.onsuccess = () => fine(asked.result);
              });
              db.close();
              return all === count;
            }
            """,
            count
        );

    /// <summary>What came in, oldest first: what was paid in toman, and by whom.</summary>
    public static async Task<string[]> Sales(ApiClient api) =>
        [
            .. (await api.Get("/purchases?limit=200"))
                .MustBe(200)["items"]
                .EnumerateArray()
                .Reverse()
                .Select(s => $"{s.GetProperty("payable").GetInt64() / 10} {Buyer(s)}"),
        ];

    private static string Buyer(JsonElement sale) => sale.TryGetProperty("member", out _) ? "member" : "guest";
}
