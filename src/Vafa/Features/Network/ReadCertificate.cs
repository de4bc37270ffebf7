using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Vafa.Core.Values;

namespace Vafa.Features.Network;

/// <summary>Reads a certificate and its key from PEM or PFX, and says in words what is wrong with them.</summary>
internal static class ReadCertificate
{
    private const int MostBytes = 1 << 20;

    /// <summary>How openssl wrote encrypted keys before PKCS 8; the platform reads none of them.</summary>
    private const string OldCipher = "Proc-Type: 4,ENCRYPTED";

    /// <summary>What the platform says of a PFX that its password does not open.</summary>
    private const int PasswordIsWrong = unchecked((int)0x80070056);

    /// <summary>
    /// Refused: certificate.no-file, certificate.unreadable, certificate.no-key, certificate.key-other,
    /// certificate.key-beside-pfx, certificate.key-old, certificate.password-needed, certificate.password-wrong.
    /// </summary>
    public static Outcome<ServerCertificate> From(CertificateFiles files)
    {
        if (
            ((string?[])[files.Certificate, files.Key]).FirstOrDefault(f => f is not null && !File.Exists(f)) is
            { } gone
        )
        {
            return new Refusal("certificate.no-file", "", gone);
        }

        if (new FileInfo(files.Certificate).Length > MostBytes)
        {
            return new Refusal("certificate.unreadable", "", files.Certificate);
        }

        var bytes = File.ReadAllBytes(files.Certificate);
        return bytes.AsSpan().IndexOf("-----BEGIN "u8) >= 0 ? Pem(files, Encoding.UTF8.GetString(bytes))
            : files.Key is not null ? new Refusal("certificate.key-beside-pfx", "", files.Certificate)
            : Pfx(files, bytes);
    }

    private static Outcome<ServerCertificate> Pem(CertificateFiles files, string text)
    {
        var chain = new X509Certificate2Collection();
        try
        {
            chain.ImportFromPem(text);
        }
        catch (CryptographicException)
        {
            chain.Clear();
        }

        if (chain.Count == 0)
        {
            return new Refusal("certificate.unreadable", "", files.Certificate);
        }

        var keyFile = files.Key ?? files.Certificate;
        var key = files.Key is null ? text : File.ReadAllText(files.Key);
        if (key.Contains(OldCipher, StringComparison.Ordinal))
        {
            return new Refusal("certificate.key-old", "", keyFile);
        }

        var (found, encrypted) = KeyIn(key);
        if (!found)
        {
            return new Refusal("certificate.no-key", "", keyFile);
        }

        if (encrypted is not null && !Opens(encrypted, files.Password))
        {
            return Locked(files.Password, keyFile);
        }

        try
        {
            var leaf = encrypted is null
                ? X509Certificate2.CreateFromPem(text, key)
                : X509Certificate2.CreateFromEncryptedPem(text, key, files.Password);
            return Ready(leaf, chain);
        }
        catch (Exception other) when (other is CryptographicException or ArgumentException)
        {
            return new Refusal("certificate.key-other", "", keyFile, files.Certificate);
        }
    }

    private static Outcome<ServerCertificate> Pfx(CertificateFiles files, byte[] bytes)
    {
        try
        {
            if (X509Certificate2.GetCertContentType(bytes) != X509ContentType.Pkcs12)
            {
                return new Refusal("certificate.unreadable", "", files.Certificate);
            }

            var all = X509CertificateLoader.LoadPkcs12Collection(bytes, files.Password);
            return all.FirstOrDefault(c => c.HasPrivateKey) is { } leaf
                ? Ready(leaf, all)
                : new Refusal("certificate.no-key", "", files.Certificate);
        }
        catch (CryptographicException fault)
        {
            return fault.HResult == PasswordIsWrong
                ? Locked(files.Password, files.Certificate)
                : new Refusal("certificate.unreadable", "", files.Certificate);
        }
    }

    /// <summary>Whether there is a key, and its bytes where it is encrypted.</summary>
    private static (bool Found, byte[]? Encrypted) KeyIn(ReadOnlySpan<char> text)
    {
        while (PemEncoding.TryFind(text, out var at))
        {
            switch (text[at.Label])
            {
                case "PRIVATE KEY" or "RSA PRIVATE KEY" or "EC PRIVATE KEY":
                    return (true, null);
                case "ENCRYPTED PRIVATE KEY":
                    return (true, Convert.FromBase64String(text[at.Base64Data].ToString()));
            }

            text = text[at.Location.End..];
        }

        return (false, null);
    }

    /// <summary>Asked by itself: the platform tells a wrong password and a key of something else alike.</summary>
    private static bool Opens(byte[] encrypted, string? password)
    {
        using var ec = ECDsa.Create();
        using var rsa = RSA.Create();
        return password is not null && ((AsymmetricAlgorithm[])[ec, rsa]).Any(kind => Opens(kind, encrypted, password));
    }

    private static bool Opens(AsymmetricAlgorithm kind, byte[] encrypted, string password)
    {
        try
        {
            kind.ImportEncryptedPkcs8PrivateKey(password, encrypted, out _);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static Refusal Locked(string? password, string file) =>
        string.IsNullOrEmpty(password)
            ? new Refusal("certificate.password-needed", "", file, CertificateFiles.PasswordVariable)
            : new Refusal("certificate.password-wrong", "", file, CertificateFiles.PasswordVariable);

    /// <summary>Nothing is fetched to complete the chain: what the file holds is what is sent.</summary>
    private static ServerCertificate Ready(X509Certificate2 leaf, X509Certificate2Collection chain)
    {
        if (OperatingSystem.IsWindows())
        {
            // Windows serves no key that lives in memory alone.
            leaf = X509CertificateLoader.LoadPkcs12(leaf.Export(X509ContentType.Pkcs12), null);
        }

        return new ServerCertificate(leaf, SslStreamCertificateContext.Create(leaf, chain, offline: true));
    }
}
