using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Vafa.Features.Network;
using Vafa.Features.Staff;
using Vafa.Tests.Staff;
using Vafa.Web;

namespace Vafa.Tests.Network;

/// <summary>What anybody reads about trusting the shop's certificate, and the owner about his network.</summary>
public sealed class NetworkPageTests
{
    private const string Android =
        "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36";
    private const string IPhone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1";
    private const string Windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36";
    private const string LinuxFirefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private const string Mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1.15";

    [Fact]
    public async Task Anybody_downloads_the_authority_and_nothing_else_of_the_folder()
    {
        await using var club = await TestClub.StartHttps(Engine.Sqlite);
        var folder = new TlsFolder(club.Database.Directory);
        // Somebody may have kept the key in the same file.
        await File.AppendAllTextAsync(
            folder.AuthorityCertificate,
            "\n" + await File.ReadAllTextAsync(folder.AuthorityKey)
        );
        using var visitor = club.Client(null);
        using var answer = await visitor.Http.GetAsync(new Uri("/trust/ca.crt", UriKind.Relative));
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/x-x509-ca-cert");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        text.ShouldStartWith("-----BEGIN CERTIFICATE-----");
        text.ShouldNotContain("PRIVATE");
        using var authority = TlsFolder.Public(folder.AuthorityCertificate)!;
        text.Trim().ShouldBe(authority.ExportCertificatePem());
        string[] closed =
        [
            "/trust/ca.key",
            "/tls/ca.key",
            "/trust/..%2ftls%2fca.key",
            "/trust/server.key",
            "/tls/ca.crt",
        ];
        foreach (var path in closed)
        {
            using var none = await visitor.Http.GetAsync(new Uri(path, UriKind.Relative));
            none.StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    public async Task Without_an_authority_the_page_says_so_and_there_is_nothing_to_download()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        var (status, text) = await Visit(club, "/trust", Android);
        status.ShouldBe(200);
        text.ShouldContain("این فروشگاه گواهی‌ای از خود ندارد");
        text.ShouldNotContain("ca.crt");
        (await Visit(club, "/trust?lang=en", Android)).Text.ShouldContain("This shop has no certificate of its own");
        (await Visit(club, "/trust/ca.crt", Android)).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData(Android, "اندروید", "Android")]
    [InlineData(IPhone, "آیفون و آیپد", "iPhone and iPad")]
    [InlineData(Windows, "ویندوز", "Windows")]
    [InlineData(Mac, "مک", "macOS")]
    [InlineData(LinuxFirefox, "فایرفاکس", "Firefox")]
    [InlineData("curl/8", "اندروید", "Android")]
    public async Task The_visitors_own_device_comes_first(string userAgent, string fa, string en)
    {
        await using var club = await TestClub.StartHttps(Engine.Sqlite);
        var (_, persian) = await Visit(club, "/trust?lang=fa", userAgent);
        FirstHead(persian).ShouldBe(fa);
        var (_, english) = await Visit(club, "/trust?lang=en", userAgent);
        FirstHead(english).ShouldBe(en);
        using var authority = TlsFolder.Public(new TlsFolder(club.Database.Directory).AuthorityCertificate)!;
        persian.ShouldContain(ShopAuthority.FingerprintOf(authority));
        TrustDevice.All.Select(d => d.Title).ShouldAllBe(t => persian.Contains(t.Fa!) && english.Contains(t.En!));
    }

    [Fact]
    public async Task The_owner_reads_over_which_address_he_is_and_what_the_certificate_is_for()
    {
        await using var club = await TestClub.StartHttps(Engine.Sqlite);
        club.Clock.Now = TimeProvider.System.GetUtcNow();
        using var owner = await club.SignedIn();
        var (status, text) = await owner.Page("/settings/network?lang=en");
        status.ShouldBe(200);
        text.ShouldContain($"https://{TestAuthority.Host}:{club.Address.Port}");
        text.ShouldContain(">Secure<");
        text.ShouldContain($"value=\"https://{TestAuthority.Host}:{club.Address.Port}/trust\"");
        text.ShouldContain("396 days left");
        text.ShouldContain("It is renewed by itself 30 days before its end");
        text.ShouldContain("QR code of the page of trust");
        text.ShouldNotContain("./vafa certificate");
    }

    [Theory]
    [InlineData("192.168.1.20:5080", false, "./vafa certificate --name vafa.shop.lan --address 192.168.1.20")]
    [InlineData("vafa.shop.lan:5080", false, "./vafa certificate --name vafa.shop.lan<")]
    [InlineData("localhost:5080", true, "./vafa certificate --name vafa.shop.lan<")]
    [InlineData("[::1]:5080", true, "./vafa certificate --name vafa.shop.lan<")]
    public async Task Where_there_is_no_certificate_the_commands_stand_that_make_one(
        string host,
        bool secure,
        string line
    )
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        using var owner = await club.SignedIn();
        var (_, text) = await owner.Page("/settings/network?lang=en", host);
        text.ShouldContain(secure ? ">Secure<" : ">Not secure<");
        text.ShouldContain($"http://{host}<");
        text.ShouldContain(line);
        WebUtility.HtmlDecode(text).ShouldContain("./vafa serve --urls \"https://0.0.0.0:5443\"");
        text.ShouldNotContain("fingerprint");
    }

    [Fact]
    public async Task A_certificate_that_is_not_served_asks_for_the_second_command_alone()
    {
        await using var club = await TestClub.Start(Engine.Sqlite);
        await TestAuthority.Give(club.Database.Directory);
        using var owner = await club.SignedIn();
        var (_, text) = await owner.Page("/settings/network?lang=en");
        text.ShouldContain("There is a certificate, but it is not served");
        text.ShouldNotContain("./vafa certificate");
        text.ShouldContain("Fingerprint (SHA-256)");
    }

    [Fact]
    public async Task From_the_machine_itself_phones_are_led_to_the_certificates_name()
    {
        await using var club = await TestClub.StartHttps(
            Engine.Sqlite,
            builder => builder.Services.AddSingleton(new TrustedProxies([TrustedProxies.Read("127.0.0.1")!.Value]))
        );
        using var owner = await club.SignedIn();
        using var message = new HttpRequestMessage(HttpMethod.Get, "/settings/network?lang=en");
        message.Headers.Add("Cookie", $"{StaffCookie.Name}={owner.Session}");
        message.Headers.Add("X-Forwarded-Host", "localhost:5443");
        using var answer = await club.Client(null).Http.SendAsync(message, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        text.ShouldContain("https://localhost:5443<");
        text.ShouldContain($"value=\"https://{TestAuthority.Host}:{club.Address.Port}/trust\"");
    }

    private static async Task<(int Status, string Text)> Visit(TestClub club, string path, string userAgent)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, path);
        message.Headers.TryAddWithoutValidation("User-Agent", userAgent);
        using var answer = await club.Client(null).Http.SendAsync(message);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static string FirstHead(string page)
    {
        var from = page.IndexOf("<h2>", StringComparison.Ordinal) + "<h2>".Length;
        return page[from..page.IndexOf("</h2>", from, StringComparison.Ordinal)].Trim();
    }
}
