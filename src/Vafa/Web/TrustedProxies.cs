using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Vafa.Web;

/// <summary>
/// The proxies before this server whose word counts when they say for whom, by which scheme and for which host they
/// ask. Anybody else who says so is taken for who he is: an address that the caller may choose would be no limit to
/// his guesses.
/// </summary>
public sealed record TrustedProxies(IReadOnlyList<IPNetwork> Networks)
{
    public static readonly TrustedProxies None = new([]);

    /// <summary>One address, or a network like 10.1.0.0/16; all addresses there are is none.</summary>
    public static IPNetwork? Read(string written)
    {
        if (IPNetwork.TryParse(written, out var network))
        {
            return network.PrefixLength > 0 && IsWritten(written.Split('/')[0], network.BaseAddress) ? network : null;
        }

        return IPAddress.TryParse(written, out var address) && IsWritten(written, address)
            ? new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128)
            : null;
    }

    public static void Register(IServiceCollection services)
    {
        services.AddSingleton(None);
        // After whatever the environment asks for: the platform's own switch would trust everybody.
        services
            .AddOptions<ForwardedHeadersOptions>()
            .PostConfigure<TrustedProxies>((options, proxies) => proxies.Set(options));
    }

    /// <summary>The walk from proxy to proxy ends at the first who is not trusted, however many there are.</summary>
    private void Set(ForwardedHeadersOptions options)
    {
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        options.ForwardLimit = null;
        options.ForwardedHeaders = ForwardedHeaders.None;
        if (Networks.Count > 0)
        {
            options.ForwardedHeaders =
                ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        }

        foreach (var network in Networks)
        {
            options.KnownIPNetworks.Add(network);
        }
    }

    /// <summary>The platform reads "10.1" as 10.0.0.1; nobody means that.</summary>
    private static bool IsWritten(string text, IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 || address.ToString() == text;
}
