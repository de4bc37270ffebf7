using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Vafa.Features.Network;

/// <summary>What devices may call the shop's machine by: a name of its network, or an address.</summary>
internal static class NetworkNames
{
    private const int LongestName = 253;
    private const int LongestLabel = 63;

    /// <summary>Zones that belong to every network of its own and to nobody on the internet.</summary>
    public static readonly IReadOnlyList<string> OwnZones = ["lan", "local", "home.arpa", "internal", "test"];

    /// <summary>Addresses that mean another machine in every network, and none on the internet.</summary>
    public static readonly IReadOnlyList<IPNetwork> OwnNetworks =
    [
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("fc00::/7"),
        IPNetwork.Parse("fe80::/10"),
        IPNetwork.Parse("::1/128"),
    ];

    /// <summary>Second words under which a country gives names away, such as co.ir.</summary>
    private static readonly HashSet<string> Registries = new(StringComparer.Ordinal)
    {
        "ac",
        "co",
        "com",
        "edu",
        "gov",
        "id",
        "mil",
        "net",
        "org",
        "sch",
    };

    /// <summary>The name as certificates hold it: small Latin letters, other scripts in Punycode; or null.</summary>
    public static string? Name(string written)
    {
        try
        {
            var name = new IdnMapping { UseStd3AsciiRules = true }
                .GetAscii(written.Trim())
                .ToLowerInvariant();
            return name.Length <= LongestName && name.Split('.').All(IsLabel) && Address(name) is null ? name : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether many shops have names below it, as below "com" or "co.ir". A CA that may speak for such a name may speak
    /// for all of them, so it is none for a shop.
    /// </summary>
    public static bool IsZone(string name) =>
        name != "localhost"
        && (
            OwnZones.Contains(name)
            || !name.Contains('.', StringComparison.Ordinal)
            || (name.Split('.') is [var second, { Length: 2 }] && Registries.Contains(second))
        );

    /// <summary>An address of one machine; or null. What the platform would guess, such as "10.1", is none.</summary>
    public static IPAddress? Address(string written)
    {
        if (!IPAddress.TryParse(written.Trim(), out var address) || address.ScopeIdOrNone() != 0)
        {
            return null;
        }

        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return address.ToString() == written.Trim() && address.GetAddressBytes()[0] is > 0 and < 224
                ? address
                : null;
        }

        return address.IsIPv6Multicast || address.IsIPv4MappedToIPv6 || address.Equals(IPAddress.IPv6Any)
            ? null
            : address;
    }

    private static long ScopeIdOrNone(this IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? address.ScopeId : 0;

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel
        && label[0] != '-'
        && label[^1] != '-'
        && label.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
