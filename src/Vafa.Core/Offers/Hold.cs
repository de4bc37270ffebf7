using System.Buffers.Binary;
using System.Numerics;
using Vafa.Core.Values;

namespace Vafa.Core.Offers;

/// <summary>
/// Hold-out: a stable random share of members who do not get an offer, or any offer, so that what it brings can be
/// measured. The same member and lot always fall the same way, and one lot says nothing of another.
/// </summary>
public static class Hold
{
    /// <summary>The lot of the whole programme. No offer's code begins with this sign.</summary>
    public static readonly ulong OfClub = LotOf("\u0001club");

    /// <summary>Whether a member belongs to a share.</summary>
    public static bool Holds(ulong lot, MemberId member, Percent share)
    {
        if (share.BasisPoints == 0)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[16];
        member.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        var high = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        var low = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        var mixed = Mix(Mix(lot ^ high) ^ low);
        return mixed % 10_000 < (ulong)share.BasisPoints;
    }

    /// <summary>
    /// FNV-1a over the letters, behind a salt of its own: stored decisions rely on it, it never changes.
    /// </summary>
    public static ulong LotOf(string code)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in "vafa.holdout:" + code)
        {
            hash = (hash ^ (letter & 0xffU)) * 1099511628211UL;
            hash = (hash ^ (uint)(letter >> 8)) * 1099511628211UL;
        }

        return hash;
    }

    /// <summary>The finalizer of SplitMix64: spreads every bit over all.</summary>
    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9UL;
        x = (x ^ (x >> 27)) * 0x94d049bb133111ebUL;
        return BitOperations.RotateLeft(x ^ (x >> 31), 17);
    }
}
