using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Features.Staff;
using Vafa.Tests.Staff;

namespace Vafa.Tests.Tills;

/// <summary>
/// The browser of a device at a till: keeps the cookie it is given, and calls as the till's own page does.
/// </summary>
/// <param name="node">Another node of the club than its first.</param>
internal sealed class TillDeviceClient(TestClub club, Uri? node = null) : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        BaseAddress = node ?? club.Address,
    };

    /// <summary>The token it holds; null before it is paired.</summary>
    public string? Token { get; set; }

    /// <summary>How the last answer set the cookie.</summary>
    public string? SetCookie { get; private set; }

    public Task<Answer> Get(string path = "") => Send(HttpMethod.Get, path);

    public Task<Answer> Post(string path, object body, string? key = null) =>
        Send(HttpMethod.Post, path, body, m => m.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString()));

    /// <summary>What is set apart for a member at this device.</summary>
    public async Task<Answer> SetApart(Guid member) =>
        (await Send(HttpMethod.Post, $"/members/{member}/allowance")).MustBe(200);

    public Task<Answer> Delete(string path) => Send(HttpMethod.Delete, path);

    public async Task<Answer> Send(
        HttpMethod method,
        string path,
        object? body = null,
        Action<HttpRequestMessage>? change = null
    )
    {
        using var message = new HttpRequestMessage(method, path.StartsWith('!') ? path[1..] : "/api/v1/till" + path);
        message.Headers.Add("X-Vafa", "1");
        if (Token is not null)
        {
            message.Headers.Add("Cookie", "vafa_till=" + Token);
        }

        if (body is not null)
        {
            var text = body as string ?? JsonSerializer.Serialize(body, Json);
            message.Content = new StringContent(text, null, "application/json");
        }

        change?.Invoke(message);
        using var response = await http.SendAsync(message);
        Keep(response);
        var answer = await Answer.Read(response);
        // What broke stands in the log alone.
        answer.Status.ShouldNotBe(
            500,
            club.Log.Lines.LastOrDefault(l => l.StartsWith("Error", StringComparison.Ordinal))
        );
        return answer;
    }

    public void Dispose() => http.Dispose();

    private void Keep(HttpResponseMessage response)
    {
        SetCookie = response.Headers.TryGetValues("Set-Cookie", out var all)
            ? all.SingleOrDefault(c => c.StartsWith("vafa_till=", StringComparison.Ordinal))
            : null;
        if (SetCookie is not null)
        {
            var value = SetCookie["vafa_till=".Length..SetCookie.IndexOf(';', StringComparison.Ordinal)];
            Token = value.Length == 0 ? null : value;
        }
    }
}

internal static class TillsOfTests
{
    public const string Pin = "7391";

    /// <summary>A till that the owner set up.</summary>
    public static async Task SetTill(this TestClub club, string code = "t1", string branch = "main")
    {
        var answer = await club.Api.Put(
            $"/tills/{code}",
            $$"""{"title": {"fa": "صندوق {{code}}", "en": "Till {{code}}"}, "branch": "{{branch}}"}"""
        );
        answer.Status.ShouldBeLessThan(300, answer.ToString());
    }

    /// <summary>A pairing code as the office makes one.</summary>
    public static async Task<string> PairingCode(this TestClub club, string code = "t1") =>
        (await club.Api.Post($"/tills/{code}/pairing")).MustBe(201).String("code")!;

    /// <summary>A device paired with a till that is made for it.</summary>
    public static async Task<TillDeviceClient> Pair(this TestClub club, string code = "t1", string branch = "main")
    {
        await club.SetTill(code, branch);
        var device = new TillDeviceClient(club);
        var pairing = await club.PairingCode(code);
        (await device.Post("/pair", new { code = pairing })).MustBe(200);
        return device;
    }

    /// <summary>Somebody who works here, with a PIN.</summary>
    public static async Task Hire(this TestClub club, string user, string role, string pin = Pin)
    {
        using var browser = await club.SignedIn(user, role);
        var body = new { password = StaffOfTests.Password, pin };
        (await browser.Call(HttpMethod.Post, "/me/pin", body)).MustBe(200);
    }

    /// <summary>A device at which a cashier stands.</summary>
    public static async Task<TillDeviceClient> Manned(
        this TestClub club,
        string code = "t1",
        string user = "mina",
        string role = "cashier",
        string branch = "main"
    )
    {
        var device = await club.Pair(code, branch);
        await club.Hire(user, role);
        (await device.Post("/shift", new { user, pin = Pin })).MustBe(200);
        return device;
    }

    /// <summary>Puts a member of staff into a branch.</summary>
    public static async Task Station(this TestClub club, string user, string branch)
    {
        await using var scope = club.Services.CreateAsyncScope();
        var change = scope.ServiceProvider.GetRequiredService<ChangeStaff>();
        var asked = new ChangeStaffRequest(user, new StaffChange(null, null, branch), Vafa.Web.Actor.System);
        (await change.Run(asked, CancellationToken.None)).IsRefused.ShouldBeFalse();
    }
}
