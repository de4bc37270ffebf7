using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Vafa.Data;
using Vafa.Features.Network;

namespace Vafa.Tests.Network;

/// <summary>`certificate` as a shop's shell meets it.</summary>
public sealed class CertificateVerbTests : IAsyncLifetime
{
    private Database club = null!;

    private TlsFolder Tls => new(club.Directory);

    public async ValueTask InitializeAsync() => club = await EmptyClubs.Take(Engine.Sqlite);

    public async ValueTask DisposeAsync() => await EmptyClubs.Return(club);

    [Fact]
    public async Task It_makes_an_authority_and_a_certificate_of_the_names_and_says_what_is_next()
    {
        await using var vafa = await Make("--name", "vafa.shop.lan", "--name", "وفا.lan", "--address", "192.168.1.20");
        vafa.ExitCode.ShouldBe(0, vafa.Error);
        using var authority = TlsFolder.Public(Tls.AuthorityCertificate)!;
        using var server = TlsFolder.Public(Tls.ServerCertificate)!;
        CertificateNames.Of(server).All.ShouldBe(["vafa.shop.lan", "xn--mgb5cua.lan", "192.168.1.20"]);
        (server.NotAfter - server.NotBefore).ShouldBe(TimeSpan.FromDays(397));
        authority.NotAfter.Year.ShouldBe(authority.NotBefore.Year + 10);
        authority.GetECDsaPublicKey()!.KeySize.ShouldBe(256);
        Extension<X509BasicConstraintsExtension>(authority)
            .ShouldSatisfyAllConditions(
                basic => basic.CertificateAuthority.ShouldBeTrue(),
                basic => basic.PathLengthConstraint.ShouldBe(0),
                basic => basic.Critical.ShouldBeTrue()
            );
        Extension<X509KeyUsageExtension>(authority)
            .KeyUsages.ShouldBe(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign);
        Extension<X509BasicConstraintsExtension>(server).CertificateAuthority.ShouldBeFalse();
        Extension<X509EnhancedKeyUsageExtension>(server)
            .EnhancedKeyUsages.Cast<Oid>()
            .Select(use => use.Value)
            .ShouldBe(["1.3.6.1.5.5.7.3.1"]);

        var fingerprint = Convert.ToHexString(SHA256.HashData(authority.RawData));
        vafa.Output.Replace(":", "").ShouldContain(fingerprint);
        vafa.Output.ShouldContain("./vafa serve --urls \"https://0.0.0.0:5443\" --data");
        vafa.Output.ShouldContain("https://vafa.shop.lan:5443/trust");
        vafa.Output.ShouldContain(server.NotAfter.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Only_the_owner_of_the_files_reads_a_key_and_nothing_is_left_beside_them()
    {
        await Make("--name", "vafa.shop.lan");
        await Make("--name", "vafa.shop.lan", "--new-ca");
        string[] files = ["ca.crt", "ca.key", "lock", "server.crt", "server.key"];
        Directory.GetFiles(Tls.Path).Select(Path.GetFileName).Order().ShouldBe(files);
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            File.GetUnixFileMode(Tls.AuthorityKey).ShouldBe(OwnerAlone);
            File.GetUnixFileMode(Tls.ServerKey).ShouldBe(OwnerAlone);
            File.GetUnixFileMode(Tls.Path).ShouldBe(OwnerAlone | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task A_key_that_was_there_is_whole_until_the_new_one_is()
    {
        await Make("--name", "vafa.shop.lan");
        var key = await File.ReadAllTextAsync(Tls.ServerKey);
        // What a power cut left behind is in nobody's way, and who has the old file open reads it to its end.
        await File.WriteAllTextAsync(Tls.ServerKey + ".new", "half a k");
        await using var open = new FileStream(Tls.ServerKey, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        (await Make("--name", "vafa.shop.lan")).ExitCode.ShouldBe(0);
        using var reader = new StreamReader(open);
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe(key);
        (await File.ReadAllTextAsync(Tls.ServerKey)).ShouldNotBe(key);
        File.Exists(Tls.ServerKey + ".new").ShouldBeFalse();
    }

    [Fact]
    public async Task An_authority_that_devices_trust_is_kept_and_the_names_as_well_where_none_are_given()
    {
        await Make("--name", "vafa.shop.lan", "--address", "10.0.0.7");
        var (authority, server) = (await Read(Tls.AuthorityCertificate), await Read(Tls.ServerCertificate));
        await using (var again = await Make())
        {
            again.ExitCode.ShouldBe(0, again.Error);
            again.Output.ShouldContain("kept");
        }

        (await Read(Tls.AuthorityCertificate)).ShouldBe(authority);
        (await Read(Tls.ServerCertificate)).ShouldNotBe(server);
        using var renewed = TlsFolder.Public(Tls.ServerCertificate)!;
        CertificateNames.Of(renewed).All.ShouldBe(["vafa.shop.lan", "10.0.0.7"]);
        (await Make("--name", "other.lan")).ExitCode.ShouldBe(0);
        (await Read(Tls.AuthorityCertificate)).ShouldBe(authority);
    }

    [Fact]
    public async Task A_name_that_the_authority_may_not_speak_for_is_refused_until_another_one_is_made()
    {
        await Make("--name", "vafa.shop.lan");
        var before = (await Read(Tls.AuthorityCertificate), await Read(Tls.ServerCertificate));
        await using (var vafa = await Make("--name", "club.mycafe.ir", "--address", "203.0.113.7"))
        {
            vafa.ExitCode.ShouldBe(2);
            vafa.Error.Trim()
                .ShouldBe(
                    "The shop CA may not speak for club.mycafe.ir, 203.0.113.7; --new-ca makes another CA, which every "
                        + "device must trust anew."
                );
        }

        (await Read(Tls.AuthorityCertificate), await Read(Tls.ServerCertificate)).ShouldBe(before);
        (await Make("--name", "club.mycafe.ir", "--new-ca")).ExitCode.ShouldBe(0);
        (await Read(Tls.AuthorityCertificate)).ShouldNotBe(before.Item1);
        (await Make("--name", "club.mycafe.ir", "--name", "vafa.shop.lan")).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("Say how devices find the shop: --name vafa.shop.lan or --address 192.168.1.20.")]
    [InlineData("\"co.ir\" is no name of one shop", "--name", "co.ir")]
    [InlineData("\"10.1\" is no address of a machine", "--name", "vafa.shop.lan", "--address", "10.1")]
    public async Task What_is_no_name_is_one_sentence_and_makes_nothing(string sentence, params string[] names)
    {
        await using var vafa = await Make(names);
        (vafa.ExitCode, vafa.Output).ShouldBe((2, ""));
        vafa.Error.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain(sentence);
        Directory.Exists(Tls.Path).ShouldBeFalse();
    }

    [Theory]
    [InlineData("com", "name-zone")]
    [InlineData("lan", "name-zone")]
    [InlineData("vafa", "name-zone")]
    [InlineData("home.arpa", "name-zone")]
    [InlineData("192.168.1.20", "name-invalid")]
    [InlineData("vafa_shop.lan", "name-invalid")]
    [InlineData("*.shop.lan", "name-invalid")]
    [InlineData("-a.lan", "name-invalid")]
    [InlineData("a..lan", "name-invalid")]
    [InlineData("", "name-invalid")]
    [InlineData("https://vafa.shop.lan", "name-invalid")]
    [InlineData("Vafa.Shop.LAN", null)]
    [InlineData("mycafe.ir", null)]
    [InlineData("localhost", null)]
    public void A_name_is_one_of_a_machine(string written, string? code)
    {
        var read = CertificateNames.Read([written], []);
        (read.IsRefused ? read.Refusals[0].Code : null).ShouldBe(code is null ? null : "certificate." + code);
    }

    [Theory]
    [InlineData("10.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("ff02::1", false)]
    [InlineData("fe80::1%2", false)]
    [InlineData("192.168.1.20:5443", false)]
    [InlineData("vafa.shop.lan", false)]
    [InlineData("192.168.1.20", true)]
    [InlineData("fd00::5", true)]
    public void An_address_is_one_of_a_machine(string written, bool good) =>
        CertificateNames.Read([], [written]).IsRefused.ShouldBe(!good);

    [Fact]
    public async Task An_authority_without_its_key_is_told_and_not_replaced()
    {
        await Make("--name", "vafa.shop.lan");
        File.Delete(Tls.AuthorityKey);
        await using var vafa = await Make("--name", "vafa.shop.lan");
        vafa.ExitCode.ShouldBe(3);
        vafa.Error.Trim().Split('\n').ShouldHaveSingleItem().ShouldContain("--new-ca");
        File.Exists(Tls.AuthorityKey).ShouldBeFalse();
    }

    [Fact]
    public async Task Two_that_make_at_once_leave_a_pair_that_belongs_together()
    {
        await Make("--name", "vafa.shop.lan");
        var make = new MakeCertificate(Tls, TimeProvider.System);
        var request = new MakeCertificateRequest(new CertificateNames([], []));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => make.Run(request, default))));
        ReadCertificate.From(CertificateFiles.Of(Tls)).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public async Task A_backup_holds_no_key()
    {
        await Make("--name", "vafa.shop.lan");
        var file = Path.Combine(club.Directory, "club.vafa");
        await using var vafa = await VafaProcess.Run(club, "backup", file);
        vafa.ExitCode.ShouldBe(0, vafa.Error);
        await using var away = await EmptyRestored(file);
        away.ExitCode.ShouldBe(0, away.Error);
        Directory.Exists(Path.Combine(club.Directory, "away", "tls")).ShouldBeFalse();
    }

    private Task<VafaProcess> EmptyRestored(string file) =>
        VafaProcess.Run(new Database(Path.Combine(club.Directory, "away"), null), "restore", file);

    private Task<VafaProcess> Make(params string[] names) => VafaProcess.Run(club, ["certificate", .. names]);

    private static T Extension<T>(X509Certificate2 certificate)
        where T : X509Extension => certificate.Extensions.OfType<T>().Single();

    private static Task<string> Read(string file) => File.ReadAllTextAsync(file);
}
