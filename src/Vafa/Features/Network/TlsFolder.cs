using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Vafa.Data;

namespace Vafa.Features.Network;

/// <summary>
/// The folder "tls" of a club: the shop CA, the server's certificate, and their keys, which only their owner reads.
/// No backup holds them; a club that moves to another machine makes its own.
/// </summary>
public sealed class TlsFolder(string directory)
{
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode AllMayRead = OwnerAlone | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public string Path { get; } = System.IO.Path.Combine(directory, "tls");

    public string AuthorityCertificate => In("ca.crt");

    public string AuthorityKey => In("ca.key");

    public string ServerCertificate => In("server.crt");

    public string ServerKey => In("server.key");

    /// <summary>
    /// Makes the folder and keeps everybody else from writing in it: two that made a pair at once would leave the
    /// certificate of one beside the key of the other.
    /// </summary>
    public async Task<IDisposable> Hold(CancellationToken ct)
    {
        Database.MakeFolder(directory);
        Database.MakeFolder(Path);
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(In("lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (TimeProvider.System.GetElapsedTime(started) < Patience)
            {
                await Task.Delay(50, ct);
            }
        }
    }

    /// <summary>The certificate alone, which anybody may have; null when there is none that can be read.</summary>
    public static X509Certificate2? Public(string file)
    {
        try
        {
            return X509Certificate2.CreateFromPem(File.ReadAllText(file));
        }
        catch (Exception none) when (none is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public static void WriteCertificate(string file, string pem) => Write(file, pem, AllMayRead);

    public static void WriteKey(string file, string pem) => Write(file, pem, OwnerAlone);

    /// <summary>
    /// Whole or not at all, also when the power goes: beside the file first, then in its place. The mode is there
    /// before the first letter is.
    /// </summary>
    private static void Write(string file, string text, UnixFileMode mode)
    {
        var beside = file + ".new";
        File.Delete(beside);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        using (var stream = new FileStream(beside, options))
        {
            stream.Write(Encoding.ASCII.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, file, overwrite: true);
    }

    private string In(string file) => System.IO.Path.Combine(Path, file);
}
