using System.Formats.Asn1;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Vafa.Features.Network;

/// <summary>
/// The names and addresses that a shop CA may speak for, as the extension "name constraints" tells them (RFC 5280,
/// 4.2.1.10). Where some of a kind are permitted, all others of that kind are refused: whoever steals the CA's key can
/// pass for machines of the shop's own network, and for no bank.
/// </summary>
/// <param name="Names">Each stands for itself and whatever is below it.</param>
internal sealed record NameLimits(IReadOnlyList<string> Names, IReadOnlyList<IPNetwork> Networks)
{
    private const string Oid = "2.5.29.30";

    private static readonly Asn1Tag Permitted = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag DnsName = new(TagClass.ContextSpecific, 2);
    private static readonly Asn1Tag IpAddress = new(TagClass.ContextSpecific, 7);

    /// <summary>What every network has of its own, and these.</summary>
    public static NameLimits With(IEnumerable<string> names, IEnumerable<IPAddress> addresses)
    {
        var own = new NameLimits(NetworkNames.OwnZones, NetworkNames.OwnNetworks);
        return new NameLimits(
            [.. own.Names, .. names.Where(name => !own.Permit(name)).Distinct()],
            [
                .. own.Networks,
                .. addresses.Where(a => !own.Permit(a)).Distinct().Select(a => new IPNetwork(a, Bytes(a).Length * 8)),
            ]
        );
    }

    public bool Permit(string name) => Names.Any(n => name == n || name.EndsWith("." + n, StringComparison.Ordinal));

    public bool Permit(IPAddress address) =>
        Networks.Any(n => n.BaseAddress.AddressFamily == address.AddressFamily && n.Contains(address));

    /// <summary>Critical: a device that does not understand it must not trust the CA at all.</summary>
    public X509Extension Write()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence(Permitted))
        {
            foreach (var name in Names)
            {
                using (writer.PushSequence())
                {
                    writer.WriteCharacterString(UniversalTagNumber.IA5String, name, DnsName);
                }
            }

            foreach (var network in Networks)
            {
                using (writer.PushSequence())
                {
                    byte[] addressAndMask = [.. Bytes(network.BaseAddress), .. Mask(network)];
                    writer.WriteOctetString(addressAndMask, IpAddress);
                }
            }
        }

        return new X509Extension(Oid, writer.Encode(), critical: true);
    }

    /// <summary>What a CA that <see cref="Write"/> has limited may speak for; null when nothing limits it.</summary>
    public static NameLimits? Of(X509Certificate2 authority)
    {
        if (authority.Extensions.FirstOrDefault(e => e.Oid?.Value == Oid) is not { } extension)
        {
            return null;
        }

        var (names, networks) = (new List<string>(), new List<IPNetwork>());
        var trees = new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence().ReadSequence(Permitted);
        while (trees.HasData)
        {
            var tree = trees.ReadSequence();
            if (tree.PeekTag().HasSameClassAndValue(DnsName))
            {
                names.Add(tree.ReadCharacterString(UniversalTagNumber.IA5String, DnsName));
            }
            else if (tree.PeekTag().HasSameClassAndValue(IpAddress))
            {
                networks.Add(Network(tree.ReadOctetString(IpAddress)));
            }
        }

        return new NameLimits(names, networks);
    }

    private static IPNetwork Network(byte[] addressAndMask)
    {
        var half = addressAndMask.Length / 2;
        var ones = addressAndMask[half..].Sum(b => int.PopCount(b));
        return new IPNetwork(new IPAddress(addressAndMask.AsSpan(0, half)), ones);
    }

    private static byte[] Bytes(IPAddress address) => address.GetAddressBytes();

    private static byte[] Mask(IPNetwork network)
    {
        var mask = new byte[network.BaseAddress.AddressFamily == AddressFamily.InterNetwork ? 4 : 16];
        for (var bit = 0; bit < network.PrefixLength; bit++)
        {
            mask[bit / 8] |= (byte)(0x80 >> (bit % 8));
        }

        return mask;
    }
}
