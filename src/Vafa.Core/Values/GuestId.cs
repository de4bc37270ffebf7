using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Vafa.Core.Values;

/// <summary>
/// Whom a sale without a member belongs to: one guest for each branch and business day (semantics 14). Worked out, not
/// stored, so that it costs no row and no lock.
/// </summary>
public static class GuestId
{
    /// <summary>The same id for the same branch and day, for ever and on every node; a UUID of version 8.</summary>
    public static MemberId Of(string branch, DateOnly day)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"vafa guest\n{day:yyyy-MM-dd}\n{branch}");
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(name), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new MemberId(new Guid(hash[..16], bigEndian: true));
    }
}
