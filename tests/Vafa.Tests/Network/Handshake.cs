using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Vafa.Tests.Network;

/// <summary>What a server shows in one handshake; whether it is to be trusted is not asked.</summary>
internal sealed record Handshake(X509Certificate2 Server, IReadOnlyList<string> Sent)
{
    public static async Task<Handshake> With(Uri address)
    {
        using var wire = new TcpClient();
        await wire.ConnectAsync("127.0.0.1", address.Port);
        var sent = new List<string>();
        await using var tls = new SslStream(
            wire.GetStream(),
            leaveInnerStreamOpen: false,
            (_, _, chain, _) =>
            {
                sent.AddRange(chain!.ChainPolicy.ExtraStore.Select(c => c.Subject));
                return true;
            }
        );
        await tls.AuthenticateAsClientAsync(address.Host);
        return new Handshake(X509CertificateLoader.LoadCertificate(tls.RemoteCertificate!.GetRawCertData()), sent);
    }
}
