using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Vafa.Features.Network;

namespace Vafa.Tests.Harness;

/// <summary>
/// The one shop CA of a run, made as a shop makes it, with a certificate for <see cref="Host"/>: browsers are told to
/// trust it before they start.
/// </summary>
public static class TestAuthority
{
    public const string Host = "shop.vafa.test";

    private static readonly Lazy<Task<TlsFolder>> Made = new(Make);

    /// <summary>Where it is. The clock is the machine's: what devices judge by.</summary>
    public static Task<TlsFolder> Take() => Made.Value;

    /// <summary>Gives a club the CA and its certificate, as if they had been made there.</summary>
    public static async Task Give(string directory)
    {
        var (from, to) = (await Take(), new TlsFolder(directory));
        Directory.CreateDirectory(to.Path);
        string[] files = [from.AuthorityCertificate, from.AuthorityKey, from.ServerCertificate, from.ServerKey];
        foreach (var file in files)
        {
            File.Copy(file, Path.Combine(to.Path, Path.GetFileName(file)));
        }
    }

    /// <summary>
    /// Knows names below vafa.test, which no name server does, and trusts <paramref name="authority"/> alone.
    /// </summary>
    internal static SocketsHttpHandler Handler(X509Certificate2 authority)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        handler.ConnectCallback = async (context, ct) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        };
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { authority },
            RevocationMode = X509RevocationMode.NoCheck,
        };
        return handler;
    }

    /// <summary>For a club at this address.</summary>
    internal static SocketsHttpHandler HandlerFor(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps
            ? Handler(X509CertificateLoader.LoadCertificateFromFile(new TlsFolder(Folder).AuthorityCertificate))
            : new SocketsHttpHandler { AllowAutoRedirect = false };

    private static string Folder => Path.Combine(EmptyClubs.Folder, "authority");

    private static async Task<TlsFolder> Make()
    {
        Directory.CreateDirectory(Folder);
        var folder = new TlsFolder(Folder);
        var make = new MakeCertificate(folder, TimeProvider.System);
        var names = CertificateNames.Read([Host], []).Value;
        (await make.Run(new MakeCertificateRequest(names), CancellationToken.None)).IsRefused.ShouldBeFalse();
        return folder;
    }
}
