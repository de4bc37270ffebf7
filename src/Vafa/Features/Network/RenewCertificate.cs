using Vafa.Core.Values;

namespace Vafa.Features.Network;

/// <summary>
/// Makes the server's certificate of the club's folder anew, of the same names, when less than thirty days of it are
/// left, or when its key is not the one beside it: a power cut may have come between the two files.
/// </summary>
internal sealed class RenewCertificate(TlsFolder folder, TimeProvider clock, MakeCertificate make)
{
    public static readonly TimeSpan Before = TimeSpan.FromDays(30);

    /// <summary>
    /// What was made; null when nothing was due, or there is no certificate of the shop CA. Refused: as MakeCertificate
    /// does, and certificate.authority-over when the CA itself ends before.
    /// </summary>
    public async Task<Outcome<MadeCertificate?>> Run(CancellationToken ct)
    {
        using var authority = TlsFolder.Public(folder.AuthorityCertificate);
        using var server = TlsFolder.Public(folder.ServerCertificate);
        if (authority is null || server is null || !ShopAuthority.IsBy(authority, server))
        {
            return (MadeCertificate?)null;
        }

        var (now, until) = (clock.GetUtcNow(), new DateTimeOffset(server.NotAfter));
        var isWhole = !ReadCertificate.From(CertificateFiles.Of(folder)).IsRefused;
        if (isWhole && until - now >= Before)
        {
            return (MadeCertificate?)null;
        }

        // A certificate ends with its CA at the latest; to make it anew each day would gain nothing.
        var authorityUntil = new DateTimeOffset(authority.NotAfter);
        if (isWhole && authorityUntil <= until)
        {
            return Refusal.Conflict("certificate.authority-over", "", authorityUntil);
        }

        var made = await make.Run(new MakeCertificateRequest(CertificateNames.Of(server)), ct);
        return made.IsRefused ? Outcome<MadeCertificate?>.Refused(made.Refusals) : made.Value;
    }
}
