using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Features.Joining;

namespace Vafa.Tests.Joining;

/// <summary>A customer's phone without script: opens a link, and posts the form that stands there.</summary>
internal sealed partial class Phone(TestClub club) : IDisposable
{
    private readonly HttpClient http = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }
    )
    {
        BaseAddress = club.Address,
    };

    public async Task<Shown> Open(string path)
    {
        using var answer = await http.GetAsync(path);
        return await Shown.Of(answer);
    }

    /// <summary>Fills the form of the page as it is and sends it.</summary>
    public async Task<Shown> Join(string path, params (string Name, string Value)[] fields)
    {
        var page = await Open(path);
        page.Status.ShouldBe(200, page.Text);
        return await Post(path, [.. fields, ("__RequestVerificationToken", Token().Match(page.Text).Groups[1].Value)]);
    }

    public async Task<Shown> Post(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var answer = await http.PostAsync(path, form);
        return await Shown.Of(answer);
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

/// <summary>What came back: the page, or where it leads on.</summary>
internal sealed record Shown(int Status, string? To, string Text, string Headers)
{
    public static async Task<Shown> Of(HttpResponseMessage answer) =>
        new(
            (int)answer.StatusCode,
            answer.Headers.Location?.OriginalString,
            await answer.Content.ReadAsStringAsync(),
            string.Join('\n', answer.Headers.Where(h => h.Key != "Date").Select(h => h.Key + ": " + h.Value.First()))
        );
}

internal static class JoiningOfTests
{
    /// <summary>The path of a link as a till or the office is given it; null while the way is closed.</summary>
    public static async Task<string?> JoinLink(
        this TestClub club,
        JoinPlace place = JoinPlace.Receipt,
        string? till = "t1"
    )
    {
        await using var scope = club.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<JoinLinks>().Make(place, till, default))?.Path;
    }

    /// <summary>Settles what waits, as the host does a moment later.</summary>
    public static Task<int> EnrolWhoAsked(this TestClub club) =>
        club.Services.GetRequiredService<EnrolJoined>().Run(CancellationToken.None);
}
