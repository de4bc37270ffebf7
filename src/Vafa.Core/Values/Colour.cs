using System.Globalization;

namespace Vafa.Core.Values;

/// <summary>A colour as screens mix it: red, green and blue, each 0 to 255.</summary>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    /// <summary>Vafa's own deep teal, which a new club begins with.</summary>
    public static readonly Colour Usual = new(0x0b, 0x5d, 0x5e);

    public static readonly Colour White = new(0xff, 0xff, 0xff);

    /// <summary>Reads "#0b5d5e", small or large letters; null for anything else.</summary>
    public static Colour? Parse(string text) =>
        text.Length == 7
        && text[0] == '#'
        && int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var all)
            ? new Colour((byte)(all >> 16), (byte)(all >> 8), (byte)all)
            : null;

    /// <summary>"#0b5d5e".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");
}
