using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Vafa.Web;

/// <summary>Keys, links and cookies: 256 random bits that are shown once and kept only as a hash.</summary>
public static class Secret
{
    /// <summary>43 characters that may stand in an address.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>SHA-256; so many random bits need neither salt nor slowness.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
