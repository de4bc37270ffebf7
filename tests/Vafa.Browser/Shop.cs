using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Vafa.Features.Staff;
using Vafa.Tests.Harness;

namespace Vafa.Browser;

/// <summary>A shop with a club of its own and somebody at the counter.</summary>
internal sealed partial class Shop : IAsyncDisposable
{
    public const string Password = "نان و پنیر و سبزی";

    private readonly IBrowser browser;
    private readonly List<Screen> screens = [];

    private Shop(TestClub club, IBrowser browser) => (Club, this.browser) = (club, browser);

    public TestClub Club { get; }

    public static async Task<Shop> Open(Chromium chromium, Engine engine = Engine.Sqlite) =>
        new(await TestClub.Start(engine), chromium.Browser);

    /// <summary>At the name that the shop CA of the run speaks for; its clock is the browser's.</summary>
    public static async Task<Shop> OpenHttps(
        Chromium chromium,
        Action<WebApplicationBuilder>? configure = null,
        Engine engine = Engine.Sqlite
    )
    {
        var club = await TestClub.StartHttps(engine, configure);
        club.Clock.Now = TimeProvider.System.GetUtcNow();
        return new Shop(club, chromium.Browser);
    }

    /// <summary>A one-time link as the owner would be given it.</summary>
    public async Task<string> Link(string user, string role)
    {
        await using var scope = Club.Services.CreateAsyncScope();
        var create = scope.ServiceProvider.GetRequiredService<CreateStaff>();
        return (await create.Run(new CreateStaffRequest(user, role, "system"), CancellationToken.None)).Value.Path;
    }

    /// <summary>A browser window of its own; <paramref name="width"/> under 600 is a phone with fingers.</summary>
    /// <param name="at">Another node of the club than its first.</param>
    /// <param name="script">Whether the browser runs any.</param>
    public async Task<Screen> Window(int width = 1366, string? at = null, bool script = true)
    {
        var phone = width < 600;
        var context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = at ?? Club.Address.ToString(),
                ViewportSize = new ViewportSize { Width = width, Height = phone ? 844 : 768 },
                HasTouch = phone,
                IsMobile = phone,
                DeviceScaleFactor = phone ? 2 : 1,
                JavaScriptEnabled = script,
            }
        );
        context.SetDefaultTimeout(10_000);
        var screen = new Screen(context, await context.NewPageAsync());
        screens.Add(screen);
        return screen;
    }

    /// <summary>The owner of a club that nobody has touched, where he is led.</summary>
    public Task<Screen> AtFirstRun(int width) => SignedIn(width: width, to: "**/first-run");

    /// <summary>A window in which <paramref name="user"/> is signed in, at the start page.</summary>
    /// <param name="to">Where he is led; left out: to his home, the till, the members or the first run.</param>
    public async Task<Screen> SignedIn(string user = "sara", string role = "owner", int width = 1366, string? to = null)
    {
        var screen = await Window(width);
        await screen.Page.GotoAsync(await Link(user, role));
        if (await screen.Page.Locator("[name=password]").CountAsync() > 0)
        {
            await screen.Page.FillAsync("[name=password]", Password);
        }

        await screen.Page.ClickAsync("button[type=submit]");
        await (to is null ? screen.Page.WaitForURLAsync(AtWork()) : screen.Page.WaitForURLAsync(to));
        return screen;
    }

    [GeneratedRegex("^https?://[^/]+/(sale|members|first-run)?$")]
    private static partial Regex AtWork();

    public async ValueTask DisposeAsync()
    {
        foreach (var screen in screens)
        {
            await screen.DisposeAsync();
        }

        await Club.DisposeAsync();
    }
}
