using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Vafa.Features.Network;

/// <summary>The shop CA as people meet it.</summary>
public sealed record AuthorityView(string Name, string Fingerprint, DateTimeOffset Until);

/// <summary>The certificate that is served.</summary>
/// <param name="IsOwn">Made by the shop CA and renewed by itself.</param>
public sealed record ServedView(IReadOnlyList<string> Names, DateTimeOffset Until, int DaysLeft, bool IsOwn);

/// <summary>How a page is read, and what makes that safe.</summary>
/// <param name="Address">Scheme, host and port as this server was asked.</param>
/// <param name="IsSecure">Whether a browser calls it a secure context.</param>
/// <param name="IsThisMachine">Only the machine itself reaches it.</param>
/// <param name="HasName">A name, and not an address of numbers, which can own no passkey.</param>
/// <param name="IsMade">There is a certificate in the club's folder, served or not.</param>
/// <param name="TrustAddress">Where the devices of the shop read how to trust its CA.</param>
public sealed record NetworkView(
    string Address,
    bool IsSecure,
    bool IsThisMachine,
    bool HasName,
    ServedView? Served,
    AuthorityView? Authority,
    bool IsMade,
    string TrustAddress
);

/// <summary>Tells how this club is reached and what its certificate is for.</summary>
internal sealed class ReadNetwork(
    TlsFolder folder,
    TimeProvider clock,
    IServer? server = null,
    ServedCertificate? served = null
)
{
    public NetworkView Run(HttpRequest request)
    {
        var (address, host) = ($"{request.Scheme}://{request.Host}", request.Host.Host);
        var certificate = served?.Now();
        return new NetworkView(
            address,
            request.IsHttps || IsThisMachine(host),
            IsThisMachine(host),
            !IPAddress.TryParse(host.Trim('[', ']'), out _),
            certificate is null ? null : Of(certificate),
            Authority(),
            File.Exists(folder.ServerCertificate),
            (IsThisMachine(host) ? Reached(certificate) : null ?? address) + "/trust"
        );
    }

    public AuthorityView? Authority()
    {
        using var authority = TlsFolder.Public(folder.AuthorityCertificate);
        return authority is null
            ? null
            : new AuthorityView(
                authority.GetNameInfo(X509NameType.SimpleName, false),
                ShopAuthority.FingerprintOf(authority),
                new DateTimeOffset(authority.NotAfter)
            );
    }

    /// <summary>Browsers trust these names without a certificate.</summary>
    internal static bool IsThisMachine(string host) =>
        host == "localhost"
        || host.EndsWith(".localhost", StringComparison.Ordinal)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private ServedView Of(ServerCertificate certificate) =>
        new(
            certificate.Names.All,
            certificate.Until,
            Math.Max(0, (int)Math.Floor((certificate.Until - clock.GetUtcNow()).TotalDays)),
            served!.File == folder.ServerCertificate
        );

    /// <summary>
    /// A phone cannot go to the address by which the machine calls itself: it goes to the certificate's first name.
    /// </summary>
    private string? Reached(ServerCertificate? certificate)
    {
        var addresses = server?.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        return
            certificate?.Names.All is [var name, ..]
            && addresses.FirstOrDefault(a => a.StartsWith("https://", StringComparison.Ordinal)) is { } https
            && Uri.TryCreate(https, UriKind.Absolute, out var uri)
            ? $"https://{(name.Contains(':', StringComparison.Ordinal) ? $"[{name}]" : name)}:{uri.Port}"
            : null;
    }
}
