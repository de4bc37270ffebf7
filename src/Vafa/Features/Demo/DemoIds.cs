using System.Buffers.Binary;

namespace Vafa.Features.Demo;

/// <summary>Ids of version 7 whose random part comes from the seed: the same demo has the same addresses.</summary>
internal static class DemoIds
{
    public static Guid At(DateTimeOffset at, Random chance)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, at.ToUnixTimeMilliseconds() << 16);
        chance.NextBytes(bytes[6..]);
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}
