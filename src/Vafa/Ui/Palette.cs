using Vafa.Core.Values;

namespace Vafa.Ui;

/// <summary>
/// The colours that follow from the one the owner chose: his own, darkened until every text that it stands behind or
/// in can be read, and a tint of it for what is chosen.
/// </summary>
/// <param name="Primary">Buttons, links, marks: white on it and it on every light ground have at least 4.5:1.</param>
/// <param name="Soft">The ground of what is chosen.</param>
public sealed record Palette(Colour Primary, Colour Soft)
{
    /// <summary>WCAG 2.2, 1.4.3: text of any size.</summary>
    public const double LeastContrast = 4.5;

    private const double Step = 0.97;
    private const double SoftShare = 0.11;
    private const double NightSoftShare = 0.16;

    /// <summary>What is written on the primary colour in the dark.</summary>
    public static readonly Colour NightText = new(0x0d, 0x15, 0x13);

    /// <summary>--color-base-200, the darkest ground that text of this colour stands on.</summary>
    private static readonly Colour Ground = new(0xf5, 0xf7, 0xf6);

    /// <summary>--color-base-100 in the dark, the lightest ground there.</summary>
    private static readonly Colour NightGround = new(0x1b, 0x26, 0x24);

    /// <summary>
    /// Light is taken from all three channels alike, as if a lamp were turned down: the hue stays what it was.
    /// </summary>
    public static Palette Of(Colour chosen)
    {
        for (var light = 1.0; ; light *= Step)
        {
            var primary = Dimmed(chosen, light);
            var soft = Tint(primary);
            if (
                Contrast(primary, Colour.White) >= LeastContrast
                && Contrast(primary, Ground) >= LeastContrast
                && Contrast(primary, soft) >= LeastContrast
            )
            {
                return new Palette(primary, soft);
            }
        }
    }

    /// <summary>
    /// The same for pages in the dark (dark.css): lightened until it can be read on dark grounds, and dark text on it.
    /// </summary>
    public static Palette AtNight(Colour chosen)
    {
        for (var white = 0.0; ; white += 1 - Step)
        {
            var primary = Mixed(Colour.White, chosen, Math.Min(white, 1));
            var soft = Mixed(primary, NightGround, NightSoftShare);
            if (
                Contrast(primary, NightGround) >= LeastContrast
                && Contrast(primary, soft) >= LeastContrast
                && Contrast(primary, NightText) >= LeastContrast
            )
            {
                return new Palette(primary, soft);
            }
        }
    }

    /// <summary>WCAG's contrast of two colours, 1 to 21.</summary>
    public static double Contrast(Colour one, Colour other)
    {
        var (light, dark) = (Luminance(one), Luminance(other));
        return (Math.Max(light, dark) + 0.05) / (Math.Min(light, dark) + 0.05);
    }

    private static double Luminance(Colour colour) =>
        (0.2126 * Linear(colour.Red)) + (0.7152 * Linear(colour.Green)) + (0.0722 * Linear(colour.Blue));

    private static Colour Dimmed(Colour colour, double light) =>
        light >= 1
            ? colour
            : new Colour(
                Encoded(Linear(colour.Red) * light),
                Encoded(Linear(colour.Green) * light),
                Encoded(Linear(colour.Blue) * light)
            );

    private static Colour Tint(Colour colour) => new(Tinted(colour.Red), Tinted(colour.Green), Tinted(colour.Blue));

    private static byte Tinted(byte part) => (byte)Math.Round((part * SoftShare) + (255 * (1 - SoftShare)));

    /// <param name="share">How much of the first.</param>
    private static Colour Mixed(Colour one, Colour other, double share)
    {
        return new Colour(Of(one.Red, other.Red), Of(one.Green, other.Green), Of(one.Blue, other.Blue));

        byte Of(byte first, byte second) => (byte)Math.Round((first * share) + (second * (1 - share)));
    }

    private static double Linear(byte part) =>
        part / 255.0 is var share && share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);

    private static byte Encoded(double linear) =>
        (byte)Math.Round(255 * (linear <= 0.0031308 ? linear * 12.92 : (1.055 * Math.Pow(linear, 1 / 2.4)) - 0.055));
}
