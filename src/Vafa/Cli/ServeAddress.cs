using System.Net;
using System.Net.Sockets;

namespace Vafa.Cli;

/// <summary>
/// Where the club was last served, so that a link made by another verb leads there. Kept in the data folder as plain
/// text.
/// </summary>
internal static class ServeAddress
{
    public const string Default = "http://127.0.0.1:5080";

    private const string FileName = "address";

    private static readonly string[] AnyHost = ["0.0.0.0", "[::]", "+", "*"];

    /// <summary>Whether it can be listened on: a scheme, a host (or any: *, +) and maybe a port.</summary>
    public static bool IsAddress(string url) =>
        Uri.TryCreate(
            url.Replace("://*", "://any", StringComparison.Ordinal).Replace("://+", "://any", StringComparison.Ordinal),
            UriKind.Absolute,
            out var address
        ) && address.Scheme is "http" or "https";

    /// <summary>
    /// Whether somebody listens there. Asked first, because the platform tells it with a stack trace.
    /// </summary>
    public static bool IsInUse(string url)
    {
        if (
            !Uri.TryCreate(url, UriKind.Absolute, out var address)
            || address.Port == 0
            || !IPAddress.TryParse(address.Host == "localhost" ? "127.0.0.1" : address.Host.Trim('[', ']'), out var ip)
        )
        {
            return false;
        }

        try
        {
            using var probe = new TcpListener(ip, address.Port);
            probe.Start();
            return false;
        }
        catch (SocketException fault)
        {
            return fault.SocketErrorCode == SocketError.AddressAlreadyInUse;
        }
    }

    public static string Last(string directory)
    {
        var file = Path.Combine(directory, FileName);
        var kept = File.Exists(file) ? File.ReadAllText(file).Trim() : "";
        return Uri.TryCreate(kept, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address.GetLeftPart(UriPartial.Authority)
            : Default;
    }

    public static void Keep(string directory, string address) =>
        File.WriteAllText(Path.Combine(directory, FileName), address + Environment.NewLine);

    /// <summary>
    /// Where a browser on this machine goes. It can't go to "any address": over http it goes to the machine itself,
    /// over https to the first name of the certificate, which speaks for no other.
    /// </summary>
    public static string Open(string url, string? name)
    {
        var host = url.StartsWith("https:", StringComparison.Ordinal) && name is not null ? name : "127.0.0.1";
        return AnyHost.Aggregate(url, (open, any) => open.Replace("://" + any, "://" + host, StringComparison.Ordinal));
    }
}
