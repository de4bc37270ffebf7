using System.Net;
using System.Security.Cryptography.X509Certificates;
using Vafa.Core.Values;

namespace Vafa.Features.Network;

/// <summary>The names and addresses that a server's certificate is for.</summary>
public sealed record CertificateNames(IReadOnlyList<string> Names, IReadOnlyList<IPAddress> Addresses)
{
    private const string AlternativeNames = "2.5.29.17";

    /// <summary>X.509 gives a common name no more letters.</summary>
    private const int LongestSubject = 64;

    public bool IsEmpty => Names.Count == 0 && Addresses.Count == 0;

    /// <summary>Names first, as they were given.</summary>
    public IReadOnlyList<string> All => [.. Names, .. Addresses.Select(a => a.ToString())];

    /// <summary>
    /// Reads what somebody typed. Refused: certificate.name-invalid, certificate.name-zone,
    /// certificate.address-invalid.
    /// </summary>
    public static Outcome<CertificateNames> Read(IEnumerable<string> names, IEnumerable<string> addresses)
    {
        var (read, found) = (new List<string>(), new List<IPAddress>());
        foreach (var written in names)
        {
            if (NetworkNames.Name(written) is not { } name)
            {
                return new Refusal("certificate.name-invalid", "", written);
            }

            if (NetworkNames.IsZone(name))
            {
                return new Refusal("certificate.name-zone", "", name);
            }

            read.Add(name);
        }

        foreach (var written in addresses)
        {
            if (NetworkNames.Address(written) is not { } address)
            {
                return new Refusal("certificate.address-invalid", "", written);
            }

            found.Add(address);
        }

        return new CertificateNames([.. read.Distinct()], [.. found.Distinct()]);
    }

    /// <summary>What a certificate says it is for; its common name where it says nothing else.</summary>
    public static CertificateNames Of(X509Certificate2 certificate)
    {
        if (certificate.Extensions.FirstOrDefault(e => e.Oid?.Value == AlternativeNames) is not { } extension)
        {
            var name = certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
            return new CertificateNames(name is "" ? [] : [name], []);
        }

        var alternatives = new X509SubjectAlternativeNameExtension(extension.RawData, extension.Critical);
        return new CertificateNames([.. alternatives.EnumerateDnsNames()], [.. alternatives.EnumerateIPAddresses()]);
    }

    internal X509Extension Write()
    {
        var builder = new SubjectAlternativeNameBuilder();
        foreach (var name in Names)
        {
            builder.AddDnsName(name);
        }

        foreach (var address in Addresses)
        {
            builder.AddIpAddress(address);
        }

        return builder.Build();
    }

    /// <summary>
    /// Only for people who look at the certificate. An address is no common name: some devices would hold it against
    /// the names that the CA may speak for.
    /// </summary>
    internal X500DistinguishedName Subject() =>
        new($"CN={(Names.FirstOrDefault(n => n.Length <= LongestSubject) ?? "Vafa server")}, O=Vafa");
}
