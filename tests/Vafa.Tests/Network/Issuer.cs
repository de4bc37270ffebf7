using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Vafa.Tests.Network;

/// <summary>A public authority as an owner may have one: a root, one between, and what that one signs.</summary>
internal sealed class Issuer
{
    public const string Host = "club.vafa.test";
    public const string Password = "چای و نبات";

    /// <summary>Keeps the tests quick: as encryption this would be nothing.</summary>
    private static readonly PbeParameters Cipher = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1);

    private readonly X509Certificate2 between;

    public Issuer()
    {
        var (from, until) = (TestClock.Start.AddYears(-10), TestClock.Start.AddYears(40));
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Root = Authority("CN=Root of tests", rootKey).CreateSelfSigned(from, until);
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        between = Authority("CN=Between", key).Create(Root, from, until, [1, 2, 3]).CopyWithPrivateKey(key);
    }

    public X509Certificate2 Root { get; }

    /// <summary>A server's certificate with its key.</summary>
    public X509Certificate2 Server(
        DateTimeOffset? until = null,
        DateTimeOffset? from = null,
        string use = "1.3.6.1.5.5.7.3.1"
    )
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + Host, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(Host);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(use)], false));
        using var signed = request.Create(
            between,
            from ?? TestClock.Start.AddYears(-9),
            until ?? TestClock.Start.AddYears(30),
            RandomNumberGenerator.GetBytes(8)
        );
        return signed.CopyWithPrivateKey(key);
    }

    /// <summary>The server's own first, then the one between; the root is the browser's to know.</summary>
    public string Chain(X509Certificate2 server) =>
        server.ExportCertificatePem() + "\n" + between.ExportCertificatePem() + "\n";

    public byte[] Pfx(X509Certificate2 server, string? password)
    {
        var alone = X509CertificateLoader.LoadCertificate(between.RawData);
        return new X509Certificate2Collection { server, alone }.Export(X509ContentType.Pkcs12, password)!;
    }

    public static string Key(X509Certificate2 server) => server.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem();

    public static string LockedKey(X509Certificate2 server) =>
        server.GetECDsaPrivateKey()!.ExportEncryptedPkcs8PrivateKeyPem(Password, Cipher);

    private static CertificateRequest Authority(string name, ECDsa key)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request;
    }
}
