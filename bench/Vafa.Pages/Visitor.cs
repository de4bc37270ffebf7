using System.Net;
using System.Text.Json;
using Microsoft.Playwright;

namespace Vafa.Pages;

/// <summary>Somebody who came in through a one-time link; he opens a browser only when he needs one.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";
    private const string Password = "seven quiet herons by the river";

    private readonly Uri address;
    private readonly CookieCollection session;
    private readonly Dictionary<string, string> found = [];
    private IPlaywright? playwright;
    private IBrowser? browser;

    private Visitor(Uri address, CookieCollection session) => (this.address, this.session) = (address, session);

    public static async Task<Visitor> Enter(Uri link)
    {
        var cookies = new CookieContainer();
        using var http = new HttpClient(
            new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }
        );
        var page = await http.GetStringAsync(link);
        const string Mark = "name=\"__RequestVerificationToken\" value=\"";
        var from = page.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length;
        var form = new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = page[from..page.IndexOf('"', from)],
            ["password"] = Password,
        };
        using var body = new FormUrlEncodedContent(form);
        using var answer = await http.PostAsync(link, body);
        return answer.Headers.Location?.OriginalString.StartsWith(link.AbsolutePath, StringComparison.Ordinal) == false
            ? new Visitor(new Uri(link.GetLeftPart(UriPartial.Authority)), cookies.GetCookies(link))
            : throw new InvalidOperationException(
                $"The link lets nobody in: {answer.StatusCode} {answer.Headers.Location}"
            );
    }

    /// <summary>A window with an empty cache.</summary>
    public async Task<IPage> Window(int width)
    {
        playwright ??= await Playwright.CreateAsync();
        browser ??= await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = Program,
                Args = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
            }
        );
        var phone = width < 600;
        var context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = address.ToString(),
                ViewportSize = new ViewportSize { Width = width, Height = phone ? 844 : 860 },
                IsMobile = phone,
                HasTouch = phone,
                DeviceScaleFactor = 2,
            }
        );
        var kept = session.Select(c => new Microsoft.Playwright.Cookie
        {
            Name = c.Name,
            Value = c.Value,
            Url = address.ToString(),
        });
        await context.AddCookiesAsync(kept);
        return await context.NewPageAsync();
    }

    public HttpClient Client()
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = address,
        };
        client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", session.Select(c => $"{c.Name}={c.Value}")));
        client.DefaultRequestHeaders.Add("X-Vafa", "1");
        return client;
    }

    /// <summary>
    /// An address of the list with something in the place of each {call}: the first that GET /api/v1/call answers. Null
    /// when it has nothing.
    /// </summary>
    public async Task<string?> Fill(string path)
    {
        using var client = Client();
        foreach (var call in Calls(path))
        {
            if (!found.TryGetValue(call, out var first))
            {
                using var answer = JsonDocument.Parse(
                    await client.GetStringAsync(new Uri("/api/v1/" + call, UriKind.Relative))
                );
                first = FirstOf(answer.RootElement.GetProperty("items"));
                found[call] = first;
            }

            if (first is "")
            {
                return null;
            }

            path = path.Replace($"{{{call}}}", first, StringComparison.Ordinal);
        }

        return path;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.CloseAsync();
        }

        playwright?.Dispose();
    }

    /// <summary>What a page calls the first thing by.</summary>
    private static string FirstOf(JsonElement items)
    {
        foreach (var name in items.GetArrayLength() == 0 ? [] : (string[])["id", "code", "sku", "user", "version"])
        {
            if (items[0].TryGetProperty(name, out var value))
            {
                return value.ToString();
            }
        }

        return "";
    }

    private static IEnumerable<string> Calls(string path) =>
        path.Split('{').Skip(1).Select(part => part[..part.IndexOf('}', StringComparison.Ordinal)]).Distinct();
}
