using System.Net;
using System.Net.Http.Headers;

namespace Vafa.Tests.Rulebooks;

/// <summary>What the tests of the published rules say to a club, and what anybody reads of it.</summary>
internal static class RulebookClub
{
    public static async Task Publish(this TestClub club, bool published = true, string terms = "null") =>
        (
            await club.Api.Put(
                "/rulebook",
                $$"""{"published": {{(published ? "true" : "false")}}, "terms": {{terms}}}"""
            )
        ).MustBe(200);

    /// <summary>A page as somebody who is not signed in gets it.</summary>
    public static async Task<(int Status, string Text)> Anybody(this TestClub club, string path)
    {
        using var response = await club.Answer(path);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, WebUtility.HtmlDecode(text));
    }

    public static async Task<HttpResponseMessage> Answer(this TestClub club, string path, string? etag = null)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, path);
        if (etag is not null)
        {
            message.Headers.TryAddWithoutValidation("If-None-Match", etag);
        }

        return await club.Client(null).Http.SendAsync(message, TestContext.Current.CancellationToken);
    }

    public static Task<Answer> SetPicture(this TestClub club, string tier, byte[] picture) =>
        club.Api.Send(
            HttpMethod.Put,
            $"/ladders/club/tiers/{tier}/picture",
            null,
            message =>
            {
                message.Content = new ByteArrayContent(picture);
                message.Content.Headers.ContentType = new MediaTypeHeaderValue("image/png");
            }
        );

    /// <summary>What begins a PNG of this size.</summary>
    public static byte[] Png(byte width, byte height) =>
        [
            .. (byte[])[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13],
            .. "IHDR"u8,
            .. (byte[])[0, 0, 0, width, 0, 0, 0, height, 8, 6, 0, 0, 0, 1, 2, 3, 4, 5],
        ];
}
