using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Vafa.Data;
using Vafa.Features.Network;

namespace Vafa.Tests.Network;

/// <summary>What may be wrong with a certificate that `serve` is given: a sentence and an exit code each.</summary>
public sealed class ServeCertificateTests : IAsyncLifetime
{
    private static readonly Issuer Issuer = new();

    private Database club = null!;

    public async ValueTask InitializeAsync() => club = await EmptyClubs.Take(Engine.Sqlite);

    public async ValueTask DisposeAsync() => await EmptyClubs.Return(club);

    [Theory]
    [InlineData("no-file", "none.pem")]
    [InlineData("no-file", "chain.pem", "none.key")]
    [InlineData("unreadable", "vafa.db")]
    [InlineData("unreadable", "server.key")]
    [InlineData("unreadable", "server.der")]
    [InlineData("unreadable", "cut.pem")]
    [InlineData("unreadable", "cut.pfx")]
    [InlineData("no-key", "chain.pem")]
    [InlineData("no-key", "chain.pem", "chain.pem")]
    [InlineData("no-key", "nokey.pfx")]
    [InlineData("key-other", "chain.pem", "other.key")]
    [InlineData("key-other", "chain.pem", "rsa.key")]
    [InlineData("key-beside-pfx", "open.pfx", "server.key")]
    [InlineData("key-old", "chain.pem", "old.key")]
    [InlineData("password-needed", "locked.pfx")]
    [InlineData("password-needed", "chain.pem", "locked.key")]
    [InlineData("password-wrong", "locked.pfx", null, "guess")]
    [InlineData("password-wrong", "chain.pem", "locked.key", "guess")]
    [InlineData("not-for-servers", "mail.pem")]
    [InlineData("over", "over.pem")]
    [InlineData("early", "early.pem")]
    public async Task What_is_wrong_with_a_certificate_is_named(
        string code,
        string certificate,
        string? key = null,
        string? password = null
    )
    {
        await Lay();
        var files = new CertificateFiles(At(certificate), key is null ? null : At(key), password);
        var read = ReadCertificate.From(files);
        var refusal = read.IsRefused
            ? read.Refusals[0]
            : read.Value.Against(files.Certificate, TimeProvider.System.GetUtcNow());
        refusal.ShouldNotBeNull().Code.ShouldBe("certificate." + code);
        files.ToString().ShouldNotContain(password ?? "guess");
    }

    [Theory]
    [InlineData(2, "certificate --name", "--urls", "https://127.0.0.1:0")]
    [InlineData(2, "names no https address", "--certificate", "pair.pem")]
    [InlineData(2, "name it with --certificate", "--urls", "https://127.0.0.1:0", "--key", "server.key")]
    [InlineData(
        2,
        "does not belong to",
        "--urls",
        "https://127.0.0.1:0",
        "--certificate",
        "chain.pem",
        "--key",
        "other.key"
    )]
    [InlineData(
        2,
        "does not open with the password in VAFA_",
        "--urls",
        "https://127.0.0.1:0",
        "--certificate",
        "locked.pfx"
    )]
    [InlineData(3, "ended at", "--urls", "https://127.0.0.1:0", "--certificate", "over.pem")]
    public async Task What_cannot_be_served_is_one_sentence_and_an_exit_code(
        int exit,
        string said,
        params string[] words
    )
    {
        await Lay();
        const string Wrong = "a wrong password";
        await using var vafa = await VafaProcess.Run(club, ["serve", .. Placed(words)], Wrong);
        (vafa.ExitCode, vafa.Output).ShouldBe((exit, ""), vafa.Error);
        var sentence = vafa.Error.Trim().Split('\n').ShouldHaveSingleItem();
        sentence.ShouldContain(said);
        sentence.ShouldNotContain("   at ");
        sentence.ShouldNotContain(Wrong);
    }

    [Theory]
    [InlineData(null, "--certificate", "pair.pem")]
    [InlineData(null, "--certificate", "chain.pem", "--key", "server.key")]
    [InlineData(null, "--certificate", "open.pfx")]
    [InlineData(Issuer.Password, "--certificate", "chain.pem", "--key", "locked.key")]
    [InlineData(Issuer.Password, "--certificate", "locked.pfx")]
    public async Task Every_form_is_served_with_the_certificate_between(string? password, params string[] files)
    {
        await Lay();
        string[] verb = ["serve", "--urls", "http://127.0.0.1:0;https://127.0.0.1:0", .. Placed(files)];
        await using var vafa = VafaProcess.Start(club, verb, password);
        await vafa.Says("/enter/");
        string[] served =
        [
            .. vafa.Output.Split('\n').Where(l => l.StartsWith("Vafa serves at ", StringComparison.Ordinal)),
        ];
        var addresses = Array.ConvertAll(served, line => new Uri(line["Vafa serves at ".Length..].Trim()));
        addresses.Select(a => a.Scheme).ShouldBe(["http", "https"]);
        vafa.Error.ShouldBe("");

        // A client that knows the root alone believes it only when the one between is sent.
        using var client = new HttpClient(TestAuthority.Handler(Issuer.Root));
        var ct = TestContext.Current.CancellationToken;
        (await client.GetStringAsync(new Uri($"https://{Issuer.Host}:{addresses[1].Port}/health"), ct)).ShouldBe("ok");
        (await client.GetStringAsync(new Uri(addresses[0], "/health"), ct)).ShouldBe("ok");
    }

    /// <summary>Every kind of file, beside the club.</summary>
    private async Task Lay()
    {
        using var server = Issuer.Server();
        using var other = Issuer.Server();
        using var rsa = RSA.Create(2048);
        var chain = Issuer.Chain(server);
        using var alone = X509CertificateLoader.LoadCertificate(server.RawData);
        await Put("chain.pem", chain);
        await Put("pair.pem", Issuer.Key(server) + "\n" + chain);
        await Put("server.key", Issuer.Key(server));
        await Put("other.key", Issuer.Key(other));
        await Put("rsa.key", rsa.ExportRSAPrivateKeyPem());
        await Put("locked.key", Issuer.LockedKey(server));
        await Put("old.key", "-----BEGIN EC PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n");
        await Put("server.der", server.RawData);
        await Put("cut.pem", chain[..200]);
        await Put("cut.pfx", Issuer.Pfx(server, null)[..200]);
        await Put("open.pfx", Issuer.Pfx(server, null));
        await Put("locked.pfx", Issuer.Pfx(server, Issuer.Password));
        await Put("nokey.pfx", Issuer.Pfx(alone, null));
        await Pair("over.pem", Issuer.Server(until: TestClock.Start.AddYears(-8)));
        await Pair("early.pem", Issuer.Server(from: TestClock.Start.AddYears(29)));
        await Pair("mail.pem", Issuer.Server(use: "1.3.6.1.5.5.7.3.4"));
    }

    private string At(string file) => Path.Combine(club.Directory, file);

    private string[] Placed(string[] words) =>
        Array.ConvertAll(words, w => w.Contains('.') && !w.Contains(':') ? At(w) : w);

    private Task Pair(string file, X509Certificate2 server) => Put(file, Issuer.Chain(server) + Issuer.Key(server));

    private Task Put(string file, string text) => Put(file, Encoding.ASCII.GetBytes(text));

    private Task Put(string file, byte[] bytes) => File.WriteAllBytesAsync(At(file), bytes);
}
