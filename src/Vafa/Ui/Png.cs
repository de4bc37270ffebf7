using System.Buffers.Binary;
using System.IO.Compression;

namespace Vafa.Ui;

/// <summary>How the pixels of a PNG are told.</summary>
internal enum PngColours : byte
{
    /// <summary>Red, green and blue, a byte each.</summary>
    Opaque = 2,

    /// <summary>The same and how much covers what lies below.</summary>
    WithAlpha = 6,
}

/// <summary>Writes a PNG (ISO/IEC 15948) of eight bits a colour.</summary>
internal static class Png
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <param name="rows">Row by row from the top, each behind the byte 0: it stands as it is.</param>
    public static byte[] Of(int width, int height, PngColours colours, byte[] rows)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, (byte)colours);
        using var png = new MemoryStream();
        png.Write(Signature);
        Chunk(png, "IHDR"u8, head);
        Chunk(png, "IDAT"u8, Packed(rows));
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static byte[] Packed(byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zip.Write(rows);
        }

        return packed.ToArray();
    }

    private static void Chunk(MemoryStream png, ReadOnlySpan<byte> kind, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(kind);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc([.. kind, .. data]));
        png.Write(number);
    }

    /// <summary>The check sum of a chunk (CRC-32, ISO 3309).</summary>
    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
