using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Vafa.Tests.Web;

public sealed class SmallAnswersTests
{
    [Fact]
    public async Task A_built_file_is_sent_packed_to_whoever_can_unpack_it()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        var page = await club.Api.Http.GetStringAsync("/sign-in");
        (string Pattern, string Type)[] files =
        [
            ("/dist/assets/[^\"]+\\.js", "text/javascript"),
            ("/dist/assets/[^\"]+\\.css", "text/css"),
            ("/dist/assets/[^\"#]+\\.svg", "image/svg+xml"),
        ];
        foreach (var (pattern, type) in files)
        {
            var path = Regex.Match(page, pattern, RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
            using var plain = await Ask(club, path, null);
            using var packed = await Ask(club, path, "gzip, br");
            plain.Content.Headers.ContentEncoding.ShouldBeEmpty(path);
            packed.Content.Headers.ContentEncoding.ShouldBe(["br"], path);
            packed.Content.Headers.ContentType!.MediaType.ShouldBe(type);
            packed.Headers.Vary.ShouldBe(["Accept-Encoding"]);
            var small = await packed.Content.ReadAsByteArrayAsync();
            var whole = await plain.Content.ReadAsByteArrayAsync();
            small.Length.ShouldBeLessThan(whole.Length / 2);
            Unpacked(small).ShouldBe(whole);
        }
    }

    [Fact]
    public async Task A_page_is_packed_and_what_machines_read_is_not()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        using var page = await Ask(club, "/sign-in", "br");
        page.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        using var call = await Ask(club, "/api/v1/offers", "br");
        call.Content.Headers.ContentEncoding.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_not_there_stays_not_there()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        using var answer = await Ask(club, "/dist/assets/../manifest.json", "br");
        ((int)answer.StatusCode).ShouldBe(404);
    }

    private static async Task<HttpResponseMessage> Ask(TestClub club, string path, string? encodings)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, path);
        if (encodings is not null)
        {
            message.Headers.Add("Accept-Encoding", encodings);
        }

        return await club.Api.Http.SendAsync(message);
    }

    private static byte[] Unpacked(byte[] small)
    {
        using var unpacking = new BrotliStream(new MemoryStream(small), CompressionMode.Decompress);
        using var whole = new MemoryStream();
        unpacking.CopyTo(whole);
        return whole.ToArray();
    }
}
