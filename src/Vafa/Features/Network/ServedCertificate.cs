using System.Security.Cryptography;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Vafa.Core.Values;
using Vafa.Web;

namespace Vafa.Features.Network;

/// <summary>
/// The certificate that this process serves. Its files are looked at with every handshake: one that was renewed is
/// served from then on, without a restart. What cannot be read changes nothing, since two files are not replaced at
/// once.
/// </summary>
internal sealed class ServedCertificate(
    CertificateFiles files,
    ServerCertificate first,
    Texts texts,
    ILogger<ServedCertificate> log
)
{
    private static readonly Wording English = new(Persian: false, Toman: false);

    private readonly Lock turn = new();
    private Seen seen = new(first, StampOf(files));

    /// <summary>Where it is read from.</summary>
    public string File => files.Certificate;

    public ServerCertificate Now()
    {
        var last = Volatile.Read(ref seen);
        var stamp = StampOf(files);
        return stamp == last.Stamp ? last.Certificate : Look(stamp);
    }

    /// <summary>
    /// The platform sends the certificates between only from a context, and takes a context of each handshake only
    /// here; its selector must be there all the same, or it misses a certificate at the start.
    /// </summary>
    public void Arm(HttpsConnectionAdapterOptions https)
    {
        https.ServerCertificateSelector = (_, _) => Now().Leaf;
        https.OnAuthenticate = (_, tls) =>
        {
            tls.ServerCertificateSelectionCallback = null;
            tls.ServerCertificateContext = Now().Context;
        };
    }

    private ServerCertificate Look(string stamp)
    {
        lock (turn)
        {
            if (seen.Stamp == stamp)
            {
                return seen.Certificate;
            }

            var (certificate, why) = Read();
            if (why is not null)
            {
                log.LogWarning("The certificate was changed and cannot be read: {Why} The one before stays", why);
            }

            Volatile.Write(ref seen, new Seen(certificate ?? seen.Certificate, stamp));
            return seen.Certificate;
        }
    }

    private (ServerCertificate? Read, string? Why) Read()
    {
        try
        {
            var read = ReadCertificate.From(files);
            return read.IsRefused ? (null, texts.Say(read.Refusals[0], English)) : (read.Value, null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return (null, fault.Message);
        }
    }

    /// <summary>Changes whenever one of the files does; also to tell that one is gone.</summary>
    private static string StampOf(CertificateFiles files) =>
        string.Join('|', ((string?[])[files.Certificate, files.Key]).Select(f => f is null ? "" : StampOf(f)));

    private static string StampOf(string file)
    {
        var info = new FileInfo(file);
        return info.Exists ? $"{info.LastWriteTimeUtc.Ticks} {info.Length}" : "gone";
    }

    private sealed record Seen(ServerCertificate Certificate, string Stamp);
}
