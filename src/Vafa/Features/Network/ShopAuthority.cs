using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Vafa.Core.Values;

namespace Vafa.Features.Network;

/// <summary>
/// The shop CA: what the shop's devices are told to trust once, so that they believe its server's certificates for ten
/// years. It may speak for the shop's own network alone (<see cref="NameLimits"/>), only for servers, and makes no
/// further CA.
/// </summary>
internal sealed class ShopAuthority : IDisposable
{
    private const int Years = 10;

    /// <summary>Clocks of devices are some minutes wrong; a certificate of this moment is none to them yet.</summary>
    private static readonly TimeSpan Early = TimeSpan.FromHours(1);

    private static readonly OidCollection ForServers = [new Oid("1.3.6.1.5.5.7.3.1")];

    /// <summary>
    /// The longest that a browser takes is 398 days for a public CA; a shop's own is given no more.
    /// </summary>
    private static readonly TimeSpan ServerLives = TimeSpan.FromDays(397);

    private readonly X509Certificate2 certificate;

    private ShopAuthority(X509Certificate2 certificate) => this.certificate = certificate;

    public DateTimeOffset Until => new(certificate.NotAfter);

    public string Fingerprint => FingerprintOf(certificate);

    public NameLimits? Limits => NameLimits.Of(certificate);

    /// <summary>As people compare it: SHA-256 of the certificate, a colon after each two digits.</summary>
    public static string FingerprintOf(X509Certificate2 certificate) =>
        string.Join(':', certificate.GetCertHash(HashAlgorithmName.SHA256).Select(b => b.ToString("X2", null)));

    public static ShopAuthority Make(NameLimits limits, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var mark = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..8];
        // Devices list it by its name: two of one shop must not look alike.
        var request = new CertificateRequest($"CN=Vafa shop CA {mark}, O=Vafa", key, HashAlgorithmName.SHA256);
        var extensions = request.CertificateExtensions;
        extensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        extensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        extensions.Add(new X509EnhancedKeyUsageExtension(ForServers, false));
        extensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        extensions.Add(limits.Write());
        return new ShopAuthority(request.CreateSelfSigned(now - Early, now.AddYears(Years)));
    }

    /// <summary>
    /// The CA in this folder with its key; null when there is none. Refused: certificate.authority-damaged.
    /// </summary>
    public static Outcome<ShopAuthority?> Read(TlsFolder folder)
    {
        if (!File.Exists(folder.AuthorityCertificate))
        {
            return (ShopAuthority?)null;
        }

        try
        {
            return new ShopAuthority(
                X509Certificate2.CreateFromPem(
                    File.ReadAllText(folder.AuthorityCertificate),
                    File.ReadAllText(folder.AuthorityKey)
                )
            );
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException or FileNotFoundException)
        {
            return Refusal.Conflict("certificate.authority-damaged", "", folder.AuthorityCertificate);
        }
    }

    /// <summary>A new key and its certificate, of these names.</summary>
    public (string Certificate, string Key, DateTimeOffset Until) Sign(CertificateNames names, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(names.Subject(), key, HashAlgorithmName.SHA256);
        var extensions = request.CertificateExtensions;
        extensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        extensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        extensions.Add(new X509EnhancedKeyUsageExtension(ForServers, false));
        extensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        extensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(certificate, true, false));
        extensions.Add(names.Write());
        var from = now - Early;
        var until = from + ServerLives < Until ? from + ServerLives : Until;
        var number = RandomNumberGenerator.GetBytes(16);
        number[0] = (byte)((number[0] & 0x7F) | 0x40);
        using var signed = request.Create(certificate, from, until, number);
        return (signed.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem(), new DateTimeOffset(signed.NotAfter));
    }

    /// <summary>Whether the certificate says it is of this CA.</summary>
    public static bool IsBy(X509Certificate2 authority, X509Certificate2 server) =>
        server.IssuerName.RawData.AsSpan().SequenceEqual(authority.SubjectName.RawData);

    public void Keep(TlsFolder folder)
    {
        using var key = certificate.GetECDsaPrivateKey()!;
        TlsFolder.WriteKey(folder.AuthorityKey, key.ExportPkcs8PrivateKeyPem());
        TlsFolder.WriteCertificate(folder.AuthorityCertificate, certificate.ExportCertificatePem());
    }

    public void Dispose() => certificate.Dispose();
}
