using System.Buffers.Binary;

namespace Vafa.Features.Programme.Logo;

/// <summary>
/// What the first bytes of a picture say: its type by its signature and its size, without drawing it. What somebody
/// calls the file says nothing.
/// </summary>
internal sealed record PictureHead(string Type, int Width, int Height)
{
    /// <summary>Null for what is no PNG, JPEG or WebP; SVG is none of them on purpose: it may hold scripts.</summary>
    public static PictureHead? Of(ReadOnlySpan<byte> bytes) => Png(bytes) ?? Jpeg(bytes) ?? WebP(bytes);

    private static PictureHead? Png(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 33 && IsPng(bytes) ? new PictureHead("image/png", Big(bytes[16..]), Big(bytes[20..])) : null;

    private static bool IsPng(ReadOnlySpan<byte> bytes) =>
        bytes[..8].SequenceEqual((ReadOnlySpan<byte>)[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
        && bytes[12..16].SequenceEqual("IHDR"u8);

    /// <summary>Walks from marker to marker until the one that starts a frame, which has the size.</summary>
    private static PictureHead? Jpeg(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes[0] != 0xff || bytes[1] != 0xd8)
        {
            return null;
        }

        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xff; )
        {
            var marker = bytes[at + 1];
            if (marker == 0xff)
            {
                at++;
                continue;
            }

            // C4, C8 and CC are tables and an extension; the other Cx start a frame.
            if (marker is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc))
            {
                var height = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]);
                var width = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]);
                return new PictureHead("image/jpeg", width, height);
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }

    /// <summary>Its three kinds: lossy, lossless, extended.</summary>
    private static PictureHead? WebP(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 30 || !bytes[..4].SequenceEqual("RIFF"u8) || !bytes[8..12].SequenceEqual("WEBP"u8))
        {
            return null;
        }

        var (width, height) = (0, 0);
        if (bytes[12..16].SequenceEqual("VP8 "u8))
        {
            width = BinaryPrimitives.ReadUInt16LittleEndian(bytes[26..]) & 0x3fff;
            height = BinaryPrimitives.ReadUInt16LittleEndian(bytes[28..]) & 0x3fff;
        }
        else if (bytes[12..16].SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(bytes[21..]);
            width = (int)(bits & 0x3fff) + 1;
            height = (int)((bits >> 14) & 0x3fff) + 1;
        }
        else if (bytes[12..16].SequenceEqual("VP8X"u8))
        {
            width = Three(bytes[24..]) + 1;
            height = Three(bytes[27..]) + 1;
        }

        return width > 0 ? new PictureHead("image/webp", width, height) : null;
    }

    private static int Big(ReadOnlySpan<byte> bytes) =>
        (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(bytes), int.MaxValue);

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
