using System.Text.Json;

namespace Vafa.Tests.Web;

/// <summary>What a first view weighs on the wire, and that it arrives whole.</summary>
public sealed class WireTests
{
    private const int Most = 150 * 1024;

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_first_view_is_light_with_its_font(string coding)
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        using var http = new HttpClient { BaseAddress = club.Address };
        var page = await Get(http, "/sign-in", coding);
        page.Coding.ShouldBe(coding);
        var weight = page.Bytes.Length;
        foreach (var file in FilesOfEveryPage())
        {
            var got = await Get(http, "/dist/" + file, coding);
            got.Coding.ShouldBe(file.EndsWith(".woff2", StringComparison.Ordinal) ? "" : coding, file);
            weight += got.Bytes.Length;
        }

        weight.ShouldBeLessThan(Most);
    }

    [Fact]
    public async Task A_file_is_the_same_however_it_travels()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        using var plain = new HttpClient { BaseAddress = club.Address };
        using var handler = new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.All };
        using var small = new HttpClient(handler) { BaseAddress = club.Address };
        var ct = TestContext.Current.CancellationToken;
        foreach (var file in FilesOfEveryPage())
        {
            var address = new Uri("/dist/" + file, UriKind.Relative);
            (await small.GetByteArrayAsync(address, ct)).ShouldBe(await plain.GetByteArrayAsync(address, ct), file);
        }

        var style = FilesOfEveryPage().First(f => f.EndsWith(".css", StringComparison.Ordinal));
        var answer = await Answer(plain, "/dist/" + style, "br;q=0, gzip");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/css");
        answer.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        answer.Headers.Vary.ShouldContain("Accept-Encoding");
        answer.Headers.CacheControl!.ToString().ShouldContain("immutable");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Fact]
    public async Task Answers_of_the_api_are_not_compressed()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        (await club.Api.Send(HttpMethod.Get, "/first-run", null, m => m.Headers.Add("Accept-Encoding", "br, gzip")))
            .MustBe(200)
            .Header("Content-Encoding")
            .ShouldBeNull();
    }

    /// <summary>The style, the font, the icons, and the script with what it takes along.</summary>
    private static List<string> FilesOfEveryPage()
    {
        var path = Repository.File("src/Vafa/wwwroot/dist/manifest.json");
        using var manifest = JsonDocument.Parse(System.IO.File.ReadAllBytes(path));
        var root = manifest.RootElement;
        var main = root.GetProperty("src/main.ts");
        List<string> files = [File(main), main.GetProperty("css")[0].GetString()!];
        files.AddRange(new[] { "src/icons.svg", "src/vazirmatn.woff2" }.Select(key => File(root.GetProperty(key))));
        if (main.TryGetProperty("imports", out var imports))
        {
            files.AddRange(imports.EnumerateArray().Select(import => File(root.GetProperty(import.GetString()!))));
        }

        return files;

        static string File(JsonElement entry) => entry.GetProperty("file").GetString()!;
    }

    private static async Task<(byte[] Bytes, string Coding)> Get(HttpClient http, string path, string coding)
    {
        using var answer = await Answer(http, path, coding);
        answer.EnsureSuccessStatusCode();
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        return (bytes, string.Join(',', answer.Content.Headers.ContentEncoding));
    }

    private static async Task<HttpResponseMessage> Answer(HttpClient http, string path, string codings)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, path);
        message.Headers.Add("Accept-Encoding", codings);
        return await http.SendAsync(message, TestContext.Current.CancellationToken);
    }
}
