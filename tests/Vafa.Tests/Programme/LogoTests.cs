using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Vafa.Features.Programme.Logo;

namespace Vafa.Tests.Programme;

/// <summary>The club's logo: what is a picture, what is none, and who sees it.</summary>
public sealed class LogoTests
{
    [Theory, BothDatabases]
    public async Task A_logo_is_shown_to_anybody_on_every_node_and_goes_again(Engine engine)
    {
        await using var club = await TestClub.Start(engine);
        var png = Png(64, 48);
        var mark = (await Put(club, png)).MustBe(200).String("logo")!;
        var shown = await Get(club, "?v=" + mark);
        shown.Content.Headers.ContentType!.MediaType.ShouldBe("image/png");
        (await shown.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(png);
        shown.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        shown.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        shown.Headers.Contains("Set-Cookie").ShouldBeFalse();
        (await Get(club, "?v=other")).Headers.CacheControl!.ToString().ShouldBe("no-cache");
        var page = await club.Client(null).Http.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        page.ShouldContain($"/club/logo?v={mark}");

        // Another takes its place; the same again changes nothing.
        var jpeg = (await Put(club, Jpeg(200, 200))).MustBe(200).String("logo");
        (await Put(club, Jpeg(200, 200))).MustBe(200).String("logo").ShouldBe(jpeg);
        (await club.Ask(db => db.ClubLogos.CountAsync())).ShouldBe(1);
        (await club.Ask(db => db.Audit.CountAsync(a => a.Action == "club.logo"))).ShouldBe(2);

        (await club.Api.Patch("/club", new { name = "کافه", logo = jpeg })).MustBe(200);
        (await club.Api.Delete("/club/logo")).MustBe(200).Json.TryGetProperty("logo", out _).ShouldBeFalse();
        (await Get(club, "")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await club.Ask(db => db.ClubLogos.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_no_picture_or_too_big_is_refused_and_the_old_one_stays()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        var mark = (await Put(club, Png(64, 64))).MustBe(200).String("logo");
        byte[][] none =
        [
            [],
            "GIF89a"u8.ToArray(),
            "<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray(),
            [0xff, 0xd8],
        ];
        foreach (var bytes in none)
        {
            (await Put(club, bytes)).MustBeProblem(422, "logo.kind");
        }

        (await Put(club, Png(16, 64))).MustBeProblem(422, "logo.size");
        (await Put(club, Png(64, 2049))).MustBeProblem(422, "logo.size");
        (await Put(club, Png(int.MaxValue, int.MinValue))).MustBeProblem(422, "logo.size");
        (await Put(club, [.. Png(64, 64), .. new byte[512 * 1024]])).MustBeProblem(413, "logo.too-large");
        (await club.Api.Get("/club")).String("logo").ShouldBe(mark);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(640, 480)]
    [InlineData(2048, 32)]
    public void A_picture_is_known_by_its_first_bytes(int width, int height)
    {
        PictureHead.Of(Png(width, height)).ShouldBe(new PictureHead("image/png", width, height));
        PictureHead.Of(Jpeg(width, height)).ShouldBe(new PictureHead("image/jpeg", width, height));
        foreach (var webp in (byte[][])[Lossy(width, height), Lossless(width, height), Extended(width, height)])
        {
            PictureHead.Of(webp).ShouldBe(new PictureHead("image/webp", width, height));
        }
    }

    [Fact]
    public void A_picture_that_is_cut_anywhere_breaks_nothing()
    {
        foreach (var whole in (byte[][])[Png(64, 64), Jpeg(64, 64), Lossy(64, 64), Lossless(64, 64), Extended(64, 64)])
        {
            for (var length = 0; length < whole.Length; length++)
            {
                Should.NotThrow(() => PictureHead.Of(whole.AsSpan(0, length)));
            }
        }
    }

    private static Task<Answer> Put(TestClub club, byte[] picture) =>
        club.Api.Send(
            HttpMethod.Put,
            "/club/logo",
            null,
            message =>
            {
                message.Content = new ByteArrayContent(picture);
                message.Content.Headers.ContentType = new MediaTypeHeaderValue("image/png");
            }
        );

    private static Task<HttpResponseMessage> Get(TestClub club, string query) =>
        club.Client(null).Http.GetAsync(new Uri("/club/logo" + query, UriKind.Relative));

    private static byte[] Png(int width, int height) =>
        [
            .. (byte[])[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13],
            .. "IHDR"u8,
            .. Big(width),
            .. Big(height),
            .. (byte[])[8, 6, 0, 0, 0, 1, 2, 3, 4, 5],
        ];

    /// <summary>With a comment before the frame, as cameras write them.</summary>
    private static byte[] Jpeg(int width, int height) =>
        [
            .. (byte[])[0xff, 0xd8, 0xff, 0xfe, 0, 6, 1, 2, 3, 4, 0xff, 0xff, 0xc2, 0, 17, 8],
            .. Big(height)[2..],
            .. Big(width)[2..],
            .. new byte[12],
        ];

    private static byte[] Lossy(int width, int height) =>
        [.. Riff("VP8 "u8), .. new byte[6], .. Little(width)[..2], .. Little(height)[..2], .. new byte[4]];

    private static byte[] Lossless(int width, int height) =>
        [.. Riff("VP8L"u8), 0x2f, .. Little((width - 1) | ((height - 1) << 14)), .. new byte[10]];

    private static byte[] Extended(int width, int height) =>
        [.. Riff("VP8X"u8), .. new byte[4], .. Little(width - 1)[..3], .. Little(height - 1)[..3], .. new byte[4]];

    private static byte[] Riff(ReadOnlySpan<byte> kind) =>
        [.. "RIFF"u8, .. new byte[4], .. "WEBP"u8, .. kind, .. new byte[4]];

    private static byte[] Big(int number) => [.. Little(number).Reverse()];

    private static byte[] Little(int number) =>
        [(byte)number, (byte)(number >> 8), (byte)(number >> 16), (byte)(number >> 24)];
}
