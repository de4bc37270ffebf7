using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Vafa.Core.Values;

namespace Vafa.Features.Network;

/// <summary>Where a server's certificate is read from.</summary>
/// <param name="Certificate">PEM with the chain, the server's own first; or PFX.</param>
/// <param name="Key">PEM; null: the key is in the same file.</param>
/// <param name="Password">Of an encrypted key or a PFX.</param>
public sealed record CertificateFiles(string Certificate, string? Key, string? Password)
{
    public const string PasswordVariable = "VAFA_CERTIFICATE_PASSWORD";

    public static CertificateFiles Of(TlsFolder folder) => new(folder.ServerCertificate, folder.ServerKey, null);

    /// <summary>Never the password.</summary>
    public override string ToString() => Certificate;
}

/// <summary>A certificate with its key, ready to be served, and the chain that is sent with it.</summary>
internal sealed record ServerCertificate(X509Certificate2 Leaf, SslStreamCertificateContext Context)
{
    private const string ServerUse = "1.3.6.1.5.5.7.3.1";
    private const string AnyUse = "2.5.29.37.0";

    public DateTimeOffset From => new(Leaf.NotBefore);

    public DateTimeOffset Until => new(Leaf.NotAfter);

    public CertificateNames Names { get; } = CertificateNames.Of(Leaf);

    /// <summary>Whether it says that it is for something else than servers, such as signing mail.</summary>
    public bool IsForSomethingElse =>
        Leaf.Extensions.OfType<X509EnhancedKeyUsageExtension>().FirstOrDefault() is { } uses
        && !uses.EnhancedKeyUsages.Cast<Oid>().Any(use => use.Value is ServerUse or AnyUse);

    /// <summary>
    /// Why it cannot be served at this moment. Refused: certificate.over, certificate.early,
    /// certificate.not-for-servers.
    /// </summary>
    public Refusal? Against(string file, DateTimeOffset now) =>
        IsForSomethingElse ? new Refusal("certificate.not-for-servers", "", file)
        : Until <= now ? Refusal.Conflict("certificate.over", "", file, Until)
        : From > now ? Refusal.Conflict("certificate.early", "", file, From)
        : null;
}
