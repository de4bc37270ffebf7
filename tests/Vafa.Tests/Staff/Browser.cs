using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Features.Staff;

namespace Vafa.Tests.Staff;

/// <summary>
/// A browser of the shop: keeps its cookies and posts forms with the mark that our own pages put into them.
/// </summary>
internal sealed class Browser(TestClub club) : IDisposable
{
    private readonly HttpClient http = Open(club.Address);

    /// <summary>The cookie of the session; null while nobody is signed in.</summary>
    public string? Session { get; set; }

    /// <summary>What else it keeps: the mark of a known device, the question a passkey is to answer.</summary>
    public Dictionary<string, string> Kept { get; } = [];

    /// <summary>What a proxy before the club adds to each of its calls.</summary>
    public Dictionary<string, string> Forwarded { get; } = [];

    /// <summary>What it says it is.</summary>
    public string UserAgent { get; set; } = "Mozilla/5.0 (Windows NT 10.0; Win64) Chrome/140.0 Safari/537.36";

    /// <summary>How the last answer set the session cookie.</summary>
    public string? SetCookie { get; private set; }

    public async Task<Went> Post(string path, bool guarded = true, params (string Name, string Value)[] fields)
    {
        var form = fields.ToDictionary(f => f.Name, f => f.Value);
        using var message = new HttpRequestMessage(HttpMethod.Post, path);
        var cookies = Cookies();
        if (guarded)
        {
            var tokens = await Tokens();
            form[tokens.FormFieldName] = tokens.RequestToken!;
            cookies += $"; vafa_form={tokens.CookieToken}";
        }

        message.Headers.Add("Cookie", cookies);
        message.Headers.UserAgent.ParseAdd(UserAgent);
        foreach (var (name, value) in Forwarded)
        {
            message.Headers.Add(name, value);
        }

        message.Content = new FormUrlEncodedContent(form);
        using var response = await http.SendAsync(message);
        Keep(response);
        var retry = response.Headers.RetryAfter?.Delta?.TotalSeconds;
        return new Went((int)response.StatusCode, response.Headers.Location?.OriginalString, retry);
    }

    public Task<Went> SignIn(string user, string password) =>
        Post("/sign-in", true, ("user", user), ("password", password));

    /// <summary>Calls the API as a page does.</summary>
    public async Task<Answer> Api(string path, bool fromOurPage = true, HttpMethod? method = null)
    {
        using var message = new HttpRequestMessage(method ?? HttpMethod.Get, "/api/v1" + path);
        message.Content = method is null ? null : new StringContent("{}", null, "application/json");
        message.Headers.Add("Cookie", $"{StaffCookie.Name}={Session}");
        if (fromOurPage)
        {
            message.Headers.Add("X-Vafa", "1");
        }

        using var response = await http.SendAsync(message);
        Keep(response);
        return await Answer.Read(response);
    }

    /// <summary>Calls the API, or another address of ours that takes JSON, as the script of a page does.</summary>
    public async Task<Answer> Call(
        HttpMethod method,
        string path,
        object? body = null,
        Action<HttpRequestMessage>? change = null
    )
    {
        using var message = new HttpRequestMessage(method, path[0] == '!' ? path[1..] : "/api/v1" + path);
        if (body is not null)
        {
            var text = body as string ?? System.Text.Json.JsonSerializer.Serialize(body);
            message.Content = new StringContent(text, null, "application/json");
        }

        message.Headers.Add("Cookie", Cookies());
        message.Headers.Add("X-Vafa", "1");
        message.Headers.UserAgent.ParseAdd(UserAgent);
        if (method == HttpMethod.Post)
        {
            message.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        }

        change?.Invoke(message);
        using var response = await http.SendAsync(message);
        Keep(response);
        return await Answer.Read(response);
    }

    /// <summary>The status and the text of a page.</summary>
    public async Task<(int Status, string Text)> Page(string path, string? host = null)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, path);
        message.Headers.Add("Cookie", Cookies());
        message.Headers.Host = host;
        using var response = await http.SendAsync(message);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Where a page sends the reader on; null where it shows itself.</summary>
    public async Task<string?> LeadsTo(string path)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, path);
        message.Headers.Add("Cookie", Cookies());
        using var response = await http.SendAsync(message);
        return response.Headers.Location?.OriginalString;
    }

    public void Dispose() => http.Dispose();

    private static HttpClient Open(Uri address)
    {
        var handler = TestAuthority.HandlerFor(address);
        handler.UseCookies = false;
        return new HttpClient(handler) { BaseAddress = address };
    }

    private string Cookies() =>
        "other=1"
        + (Session is null ? "" : $"; {StaffCookie.Name}={Session}")
        + string.Concat(Kept.Select(c => $"; {c.Key}={c.Value}"));

    private void Keep(HttpResponseMessage response)
    {
        foreach (var set in response.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
        {
            var parts = set.Split(';')[0].Split('=', 2);
            if (parts[0] is KnownDevices.CookieName or PasskeyChallenges.CookieName)
            {
                Kept[parts[0]] = parts[1];
            }
        }

        SetCookie = response.Headers.TryGetValues("Set-Cookie", out var cookies)
            ? cookies.SingleOrDefault(c => c.StartsWith(StaffCookie.Name + "=", StringComparison.Ordinal))
            : null;
        if (SetCookie is not null)
        {
            var value = SetCookie[(StaffCookie.Name.Length + 1)..SetCookie.IndexOf(';', StringComparison.Ordinal)];
            Session = value.Length == 0 ? null : value;
        }
    }

    private async Task<AntiforgeryTokenSet> Tokens()
    {
        await using var scope = club.Services.CreateAsyncScope();
        var page = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var sessions = scope.ServiceProvider.GetRequiredService<Sessions>();
        if (Session is not null && (await sessions.Find(Session, default)).Who is { } who)
        {
            page.User = new ClaimsPrincipal(
                new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, who.StaffId.ToString())], "staff")
            );
        }

        return scope.ServiceProvider.GetRequiredService<IAntiforgery>().GetTokens(page);
    }
}

/// <summary>Where a posted form led to.</summary>
internal sealed record Went(int Status, string? To, double? RetryAfter);

internal static class StaffOfTests
{
    public const string Password = "چای دارچین ۱۲";

    /// <summary>A one-time link for a new member of staff.</summary>
    public static async Task<string> NewLink(this TestClub club, string user = "sara", string role = "owner")
    {
        await using var scope = club.Services.CreateAsyncScope();
        var create = scope.ServiceProvider.GetRequiredService<CreateStaff>();
        return (await create.Run(new CreateStaffRequest(user, role, "system"), default)).Value.Path;
    }

    /// <summary>A browser in which somebody has just chosen his password.</summary>
    public static async Task<Browser> SignedIn(this TestClub club, string user = "sara", string role = "owner")
    {
        var browser = new Browser(club);
        var went = await browser.Post(await club.NewLink(user, role), true, ("password", Password));
        went.ShouldBe(new Went(303, "/", null));
        return browser;
    }

    public static Task<List<string>> Audited(this TestClub club) =>
        club.Ask(db => db.Audit.OrderBy(a => a.Id).Select(a => a.By + " " + a.Action + " " + a.Subject).ToListAsync());
}
