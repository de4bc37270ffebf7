using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Vafa.Features.Network;

namespace Vafa.Tests.Network;

/// <summary>What the shop CA may speak for: whoever steals its key gets no further.</summary>
public sealed class NameLimitTests
{
    [Theory]
    [InlineData("vafa.shop.lan", true)]
    [InlineData("anything.local", true)]
    [InlineData("till.home.arpa", true)]
    [InlineData("a.b.internal", true)]
    [InlineData("shop.vafa.test", true)]
    [InlineData("club.mycafe.ir", true)]
    [InlineData("till.club.mycafe.ir", true)]
    [InlineData("10.1.2.3", true)]
    [InlineData("172.31.255.1", true)]
    [InlineData("192.168.1.20", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("fd12:3456::1", true)]
    [InlineData("::1", true)]
    [InlineData("203.0.113.7", true)]
    [InlineData("bank.ir", false)]
    [InlineData("mycafe.ir", false)]
    [InlineData("notclub.mycafe.ir", false)]
    [InlineData("example.com", false)]
    [InlineData("lan.example", false)]
    [InlineData("badlan", false)]
    [InlineData("8.8.8.8", false)]
    [InlineData("172.32.0.1", false)]
    [InlineData("203.0.113.8", false)]
    [InlineData("2001:db8::1", false)]
    public void A_stolen_authority_speaks_for_the_shops_network_alone(string name, bool may)
    {
        var stolen = new Stolen(NameLimits.With(["club.mycafe.ir"], [IPAddress.Parse("203.0.113.7")]));
        stolen.IsBelieved(name).ShouldBe(may);
        stolen.Permits(name).ShouldBe(may, "what is read from the CA says the same as the platform");
    }

    [Fact]
    public void Without_its_limits_the_same_authority_would_be_believed_everywhere() =>
        new Stolen(null).IsBelieved("bank.ir").ShouldBeTrue();

    [Fact]
    public void A_stolen_authority_makes_no_further_one()
    {
        var stolen = new Stolen(NameLimits.With([], []));
        stolen.IsBelieved("bank.ir", through: true).ShouldBeFalse();
        stolen.IsBelieved("vafa.shop.lan", through: true).ShouldBeFalse();
    }

    [Fact]
    public void The_limits_are_critical_and_read_back_as_they_were_written()
    {
        var limits = NameLimits.With(["club.mycafe.ir", "vafa.shop.lan"], [IPAddress.Parse("2001:db8::5")]);
        var written = limits.Write();
        written.Critical.ShouldBeTrue();
        limits.Names.ShouldNotContain("vafa.shop.lan", "it stands below lan");
        using var authority = new Stolen(limits).Certificate;
        var read = NameLimits.Of(authority)!;
        read.Names.ShouldBe(limits.Names);
        read.Networks.ShouldBe(limits.Networks);
    }

    /// <summary>The shop CA in the wrong hands: signs whatever it is asked to.</summary>
    private sealed class Stolen
    {
        private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        public Stolen(NameLimits? limits)
        {
            if (limits is null)
            {
                var request = new CertificateRequest("CN=Unlimited", key, HashAlgorithmName.SHA256);
                request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
                Certificate = request.CreateSelfSigned(TestClock.Start.AddDays(-1), TestClock.Start.AddYears(1));
                return;
            }

            var folder = new TlsFolder(Directory.CreateTempSubdirectory("vafa-stolen").FullName);
            Directory.CreateDirectory(folder.Path);
            using (var authority = ShopAuthority.Make(limits, TestClock.Start))
            {
                authority.Keep(folder);
            }

            Certificate = X509Certificate2.CreateFromPemFile(folder.AuthorityCertificate, folder.AuthorityKey);
            Directory.Delete(Path.GetDirectoryName(folder.Path)!, recursive: true);
        }

        public X509Certificate2 Certificate { get; }

        public bool Permits(string name) =>
            NameLimits.Of(Certificate) is { } limits
            && (IPAddress.TryParse(name, out var address) ? limits.Permit(address) : limits.Permit(name));

        /// <param name="through">By another CA that it has signed.</param>
        public bool IsBelieved(string name, bool through = false)
        {
            using var between = through ? Sign("CN=Another CA", name: null, Certificate) : null;
            using var server = Sign("CN=x", name, between ?? Certificate);
            using var chain = new X509Chain();
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.Add(Certificate);
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            chain.ChainPolicy.VerificationTime = TestClock.Start.UtcDateTime;
            if (between is not null)
            {
                chain.ChainPolicy.ExtraStore.Add(between);
            }

            return chain.Build(server);
        }

        private X509Certificate2 Sign(string subject, string? name, X509Certificate2 by)
        {
            var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var request = new CertificateRequest(subject, own, HashAlgorithmName.SHA256);
            var names = new SubjectAlternativeNameBuilder();
            if (name is null)
            {
                request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
            }
            else if (IPAddress.TryParse(name, out var address))
            {
                names.AddIpAddress(address);
                request.CertificateExtensions.Add(names.Build());
            }
            else
            {
                names.AddDnsName(name);
                request.CertificateExtensions.Add(names.Build());
            }

            var (from, until) = (TestClock.Start.AddMinutes(-5), TestClock.Start.AddDays(90));
            return request.Create(by, from, until, RandomNumberGenerator.GetBytes(8)).CopyWithPrivateKey(own);
        }
    }
}
