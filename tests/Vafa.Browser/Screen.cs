using Microsoft.Playwright;
using Vafa.Tests.Harness;

namespace Vafa.Browser;

/// <summary>One browser window; it remembers whatever went wrong in it.</summary>
internal sealed class Screen : IAsyncDisposable
{
    /// <summary>Asked in the page itself: waiting for a function would break the page's policy.</summary>
    private const string Settled = """
        async () => {
          await document.fonts.ready;
          const until = performance.now() + 10000;
          while (document.querySelector('main [aria-busy=true]') && performance.now() < until)
            await new Promise(done => setTimeout(done, 20));
          return !document.querySelector('main [aria-busy=true]');
        }
        """;

    private readonly IBrowserContext context;
    private readonly List<string> faults = [];

    public Screen(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        Watch(page);
    }

    public IPage Page { get; private set; }

    /// <summary>Another tab in place of one that was closed.</summary>
    public async Task Renew()
    {
        Page = await context.NewPageAsync();
        Watch(Page);
    }

    private void Watch(IPage page)
    {
        page.PageError += (_, error) => faults.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                faults.Add($"{message.Text} ({message.Location})");
            }
        };
    }

    /// <summary>Faults that the journey itself brings about, such as a lost connection.</summary>
    public void Forget() => faults.Clear();

    /// <summary>What went wrong since it was asked the last time.</summary>
    public IReadOnlyList<string> Take()
    {
        string[] taken = [.. faults];
        faults.Clear();
        return taken;
    }

    public ILocator By(string testId) => Page.GetByTestId(testId);

    public Task Type(string text) => Page.Keyboard.TypeAsync(text);

    public Task Press(string key) => Page.Keyboard.PressAsync(key);

    public Task<IResponse?> Go(string path) => Page.GotoAsync(path);

    /// <summary>Waits until the page has its letters and nothing is busy; false when something stays so.</summary>
    public Task<bool> Settles() => Page.EvaluateAsync<bool>(Settled);

    /// <summary>Waits until the sale page has come alive.</summary>
    public Task TillIsReady() => Page.GetByRole(AriaRole.Combobox).WaitForAsync();

    /// <summary>No script fault, no broken policy, and nothing to scroll to at the side.</summary>
    public async Task IsSound()
    {
        faults.ShouldBeEmpty();
        var (wide, window) = (
            await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"),
            await Page.EvaluateAsync<int>("window.innerWidth")
        );
        wide.ShouldBeLessThanOrEqualTo(window, Page.Url);
    }

    /// <summary>A picture of the whole page for human eyes, in artifacts/screens.</summary>
    public async Task Picture(string name)
    {
        await Page.EvaluateAsync("document.fonts.ready");
        var window = Page.ViewportSize!;
        var tall = await Page.EvaluateAsync<int>("document.documentElement.scrollHeight");
        await Page.SetViewportSizeAsync(window.Width, Math.Max(window.Height, tall));
        var path = Repository.File($"artifacts/screens/{name}-{window.Width}.png");
        await Page.ScreenshotAsync(
            new PageScreenshotOptions { Path = path, Animations = ScreenshotAnimations.Disabled }
        );
        await Page.SetViewportSizeAsync(window.Width, window.Height);
    }

    public async ValueTask DisposeAsync() => await context.CloseAsync();
}
