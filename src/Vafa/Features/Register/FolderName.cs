using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Vafa.Features.Register;

/// <summary>
/// What the folder of a till is called: by the till's code, in which an owner may write anything, as far as every file
/// system takes it. Whatever is more than a letter, a digit, a dash or an underscore stands as %XX.
/// </summary>
internal static class FolderName
{
    /// <summary>File systems take 255 bytes; Persian letters have two.</summary>
    private const int MostBytes = 200;

    /// <summary>Windows opens a device instead of a folder of these names.</summary>
    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON",
        "PRN",
        "AUX",
        "NUL",
    };

    public static string Of(string till)
    {
        var name = new StringBuilder(till.Length);
        foreach (var rune in till.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_')
            {
                name.Append(rune.ToString());
            }
            else
            {
                Escape(rune, name);
            }
        }

        var written = name.ToString();
        if (IsDevice(written))
        {
            return string.Create(CultureInfo.InvariantCulture, $"%{(int)written[0]:X2}{written[1..]}");
        }

        return Encoding.UTF8.GetByteCount(written) <= MostBytes
            ? written
            : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(till)));
    }

    private static void Escape(Rune rune, StringBuilder name)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var b in bytes[..rune.EncodeToUtf8(bytes)])
        {
            name.Append(CultureInfo.InvariantCulture, $"%{b:X2}");
        }
    }

    private static bool IsDevice(string name) =>
        Devices.Contains(name)
        || (
            name.Length == 4
            && char.IsAsciiDigit(name[3])
            && (
                name.StartsWith("COM", StringComparison.OrdinalIgnoreCase)
                || name.StartsWith("LPT", StringComparison.OrdinalIgnoreCase)
            )
        );
}
