using System.Text;
using Vafa.Core.Values;

namespace Vafa.Features.Import;

/// <summary>Tells by its first bytes what a file is, whatever its name says.</summary>
internal static class FirstBytes
{
    private const int Looked = 4_096;

    public static bool IsZip(string path) => Of(path).AsSpan() is [0x50, 0x4B, 0x03, 0x04, ..];

    /// <summary>
    /// Why it can't be a table: import.old-excel, import.web-page (what old programs call .xls), import.not-a-table.
    /// </summary>
    public static Refusal? WhatsWrong(string path)
    {
        var bytes = Of(path).AsSpan();
        if (bytes is [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            return new Refusal("import.old-excel");
        }

        if (bytes is [0x50, 0x4B, 0x03, 0x04, ..] or [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return null;
        }

        var begin = Encoding.Latin1.GetString(bytes).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\r', '\n', '\t');
        string[] pages = ["<html", "<!doctype", "<table", "<?xml", "<meta"];
        return pages.Any(p => begin.StartsWith(p, StringComparison.OrdinalIgnoreCase)) ? new Refusal("import.web-page")
            : bytes.Contains((byte)0) || begin.StartsWith("%PDF", StringComparison.Ordinal)
                ? new Refusal("import.not-a-table")
            : null;
    }

    private static byte[] Of(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[Looked];
        return bytes[..stream.ReadAtLeast(bytes, Looked, throwOnEndOfStream: false)];
    }
}
