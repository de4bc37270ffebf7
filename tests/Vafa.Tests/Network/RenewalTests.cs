using Microsoft.Extensions.DependencyInjection;
using Vafa.Features.Network;

namespace Vafa.Tests.Network;

/// <summary>A certificate is followed and renewed while the club is served.</summary>
public sealed class RenewalTests
{
    [Fact]
    public async Task A_certificate_is_made_anew_when_less_than_thirty_days_are_left_and_not_before()
    {
        using var shop = new Tls();
        var made = (await shop.Make("vafa.shop.lan", "192.168.1.20")).Until;
        shop.Clock.Now = made - RenewCertificate.Before;
        (await shop.Renew.Run(default)).Value.ShouldBeNull();
        shop.Clock.Advance(TimeSpan.FromSeconds(1));
        var renewed = (await shop.Renew.Run(default)).Value.ShouldNotBeNull();
        renewed.Names.All.ShouldBe(["vafa.shop.lan", "192.168.1.20"]);
        renewed.IsNewAuthority.ShouldBeFalse();
        renewed.Until.ShouldBeGreaterThan(made.AddDays(360));
        (await shop.Renew.Run(default)).Value.ShouldBeNull();
    }

    [Fact]
    public async Task A_pair_that_a_power_cut_tore_is_mended()
    {
        using var shop = new Tls();
        await shop.Make("vafa.shop.lan");
        var certificate = await File.ReadAllTextAsync(shop.Folder.ServerCertificate);
        await shop.Make("vafa.shop.lan");
        await File.WriteAllTextAsync(shop.Folder.ServerCertificate, certificate);
        ReadCertificate.From(CertificateFiles.Of(shop.Folder)).Refusals[0].Code.ShouldBe("certificate.key-other");
        (await shop.Renew.Run(default)).Value.ShouldNotBeNull();
        ReadCertificate.From(CertificateFiles.Of(shop.Folder)).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public async Task A_certificate_of_somebody_else_in_the_folder_is_left_alone()
    {
        using var shop = new Tls();
        await shop.Make("vafa.shop.lan");
        var issuer = new Issuer();
        using var server = issuer.Server(until: TestClock.Start.AddDays(2));
        await File.WriteAllTextAsync(shop.Folder.ServerCertificate, issuer.Chain(server));
        await File.WriteAllTextAsync(shop.Folder.ServerKey, Issuer.Key(server));
        (await shop.Renew.Run(default)).Value.ShouldBeNull();
    }

    [Fact]
    public async Task The_end_of_the_authority_is_told_and_no_certificate_outlives_it()
    {
        using var shop = new Tls();
        var until = (await shop.Make("vafa.shop.lan")).AuthorityUntil;
        shop.Clock.Now = until.AddDays(-100);
        (await shop.Renew.Run(default)).Value.ShouldNotBeNull().Until.ShouldBe(until);
        shop.Clock.Now = until.AddDays(-10);
        (await shop.Renew.Run(default)).Refusals[0].Code.ShouldBe("certificate.authority-over");
        shop.Clock.Now = until;
        var request = new MakeCertificateRequest(new CertificateNames([], []));
        (await shop.Maker.Run(request, default)).Refusals[0].Code.ShouldBe("certificate.authority-over");
        (await shop.Maker.Run(request with { NewAuthority = true }, default)).Value.IsNewAuthority.ShouldBeTrue();
    }

    [Fact]
    public async Task A_serving_club_looks_by_itself_and_serves_the_new_one_without_a_restart()
    {
        await using var club = await TestClub.StartHttps(
            Engine.Sqlite,
            builder => builder.Services.AddSingleton(new RenewalCall(TimeSpan.FromMilliseconds(50)))
        );
        var before = await Handshake.With(club.Address);
        before.Server.GetNameInfo(default, false).ShouldBe(TestAuthority.Host);
        club.Clock.Now = new DateTimeOffset(before.Server.NotAfter).AddDays(-29);
        var after = before;
        for (var i = 0; i < 200 && after.Server.SerialNumber == before.Server.SerialNumber; i++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            after = await Handshake.With(club.Address);
        }

        after.Server.NotAfter.ShouldBeGreaterThan(before.Server.NotAfter.AddDays(300));
        CertificateNames.Of(after.Server).All.ShouldBe([TestAuthority.Host]);
    }

    [Fact]
    public async Task A_changed_file_is_served_from_the_next_handshake_and_a_bad_one_never()
    {
        await using var club = await TestClub.StartHttps(Engine.Sqlite);
        var folder = new TlsFolder(club.Database.Directory);
        var first = await Serial(club);
        var make = new MakeCertificate(folder, TimeProvider.System);
        await make.Run(new MakeCertificateRequest(new CertificateNames([], [])), default);
        var second = await Serial(club);
        second.ShouldNotBe(first);
        await File.WriteAllTextAsync(folder.ServerCertificate, "nothing of use");
        (await Serial(club)).ShouldBe(second);
        File.Delete(folder.ServerKey);
        (await Serial(club)).ShouldBe(second);
        club.Log.ToString().ShouldContain("The certificate was changed and cannot be read");
        (await club.Api.Get("/club")).MustBe(200);
    }

    private static async Task<string> Serial(TestClub club) => (await Handshake.With(club.Address)).Server.SerialNumber;

    /// <summary>A club's folder with a clock that tests move.</summary>
    private sealed class Tls : IDisposable
    {
        private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("vafa-tls");

        public TestClock Clock { get; } = new();

        public TlsFolder Folder => new(directory.FullName);

        public MakeCertificate Maker => new(Folder, Clock);

        public RenewCertificate Renew => new(Folder, Clock, Maker);

        public async Task<MadeCertificate> Make(string name, params string[] addresses)
        {
            var names = CertificateNames.Read([name], addresses).Value;
            return (await Maker.Run(new MakeCertificateRequest(names), default)).Value;
        }

        public void Dispose() => directory.Delete(recursive: true);
    }
}
