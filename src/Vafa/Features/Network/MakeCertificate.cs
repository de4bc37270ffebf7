using Vafa.Core.Values;

namespace Vafa.Features.Network;

/// <param name="Names">Empty: those of the certificate that is there.</param>
/// <param name="NewAuthority">Makes a new CA also where devices trust one already.</param>
internal sealed record MakeCertificateRequest(CertificateNames Names, bool NewAuthority = false);

/// <summary>What was made, and the CA that devices must trust.</summary>
internal sealed record MadeCertificate(
    CertificateNames Names,
    DateTimeOffset Until,
    bool IsNewAuthority,
    string Fingerprint,
    DateTimeOffset AuthorityUntil
);

/// <summary>
/// Makes the server's certificate, and the shop CA where there is none. A CA that is there is kept: devices trust it
/// already.
/// </summary>
internal sealed class MakeCertificate(TlsFolder folder, TimeProvider clock)
{
    /// <summary>
    /// Refused: certificate.names-needed, certificate.outside, certificate.authority-damaged,
    /// certificate.authority-over.
    /// </summary>
    public async Task<Outcome<MadeCertificate>> Run(MakeCertificateRequest request, CancellationToken ct)
    {
        var names = request.Names.IsEmpty ? Present() : request.Names;
        if (names.IsEmpty)
        {
            return new Refusal("certificate.names-needed");
        }

        using var held = await folder.Hold(ct);
        var now = clock.GetUtcNow();
        var kept = request.NewAuthority ? (ShopAuthority?)null : ShopAuthority.Read(folder);
        if (kept.IsRefused)
        {
            return Outcome<MadeCertificate>.Refused(kept.Refusals);
        }

        using var authority = kept.Value ?? ShopAuthority.Make(NameLimits.With(names.Names, names.Addresses), now);
        if (authority.Until <= now)
        {
            return Refusal.Conflict("certificate.authority-over", "", authority.Until);
        }

        if (Outside(authority, names) is { Length: > 0 } outside)
        {
            return new Refusal("certificate.outside", "", string.Join(", ", outside));
        }

        var (certificate, key, until) = authority.Sign(names, now);
        if (kept.Value is null)
        {
            authority.Keep(folder);
        }

        TlsFolder.WriteKey(folder.ServerKey, key);
        TlsFolder.WriteCertificate(folder.ServerCertificate, certificate);
        return new MadeCertificate(names, until, kept.Value is null, authority.Fingerprint, authority.Until);
    }

    private static string[] Outside(ShopAuthority authority, CertificateNames names) =>
        authority.Limits is { } limits
            ?
            [
                .. names.Names.Where(name => !limits.Permit(name)),
                .. names.Addresses.Where(address => !limits.Permit(address)).Select(address => address.ToString()),
            ]
            : [];

    private CertificateNames Present()
    {
        using var there = TlsFolder.Public(folder.ServerCertificate);
        return there is null ? new CertificateNames([], []) : CertificateNames.Of(there);
    }
}
